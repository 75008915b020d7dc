"""What the article adds to an organisation that leaves its place out: `UBND huyện`, `Công an tỉnh`, `Sở Y tế`."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from solieu.facts.memo import remembered
from solieu.facts.people.scene import Scene
from solieu.facts.people.seats import cities, places, provinces
from solieu.facts.words import Words, longest

LEVELS = {  # the words, folded, by which an organisation or a place shows its level
    "tỉnh": "tỉnh",
    "tỉnh ủy": "tỉnh",
    "tỉnh đòan": "tỉnh",
    "thành phố": "thành phố",
    "tp": "thành phố",
    "thành ủy": "thành phố",
    "thành đòan": "thành phố",
    "huyện": "huyện",
    "huyện ủy": "huyện",
    "huyện đòan": "huyện",
    "quận": "quận",
    "quận ủy": "quận",
    "quận đòan": "quận",
    "thị xã": "thị xã",
    "thị ủy": "thị xã",
    "xã": "xã",
    "phường": "phường",
    "thị trấn": "thị trấn",
}
CITY = "thành phố"
MUNICIPALITY = "thành phố trực thuộc trung ương"
PROVINCIAL = {"tỉnh", MUNICIPALITY}
NUMBERED = {"quận", "phường"}  # no district is called huyện 12
DEPARTMENT = "sở"  # a body of the province, whatever its name
PARTY = {"ủy", "đòan"}  # Tỉnh ủy | Sơn La
STATE = {"ubnd", "hđnd", "tand", "vksnd", "sở", "cục", "công", "ủy", "đảng", "ban", *(word.split()[0] for word in LEVELS)}
ROADS = {"đường", "lộ"}
Place = tuple[int, int]  # the words from and up to


def place_of(here: Scene, body: tuple[int, int] | None) -> str | None:
    """Find the place of an organisation: named just after it, or the nearest one of its level that the article names.

    None where the organisation names its own place, or the article names none of that level.
    """
    if body is None:
        return None
    after = _beside(here, body[1])
    if after:
        return here.words.span(*after)
    if any(_province(here.words, at, body[1]) for at in range(*body)):
        return None
    wanted = _wanted(here.words.low[body[0] : body[1]])
    best = _nearest(here, body[0], wanted) if wanted else None
    return here.words.span(*best) if best else None


def _nearest(here: Scene, i: int, levels: set[str]) -> Place | None:
    """Choose the last place before word `i` in its sentence, the first one after it there, the last before, the first after."""
    starts = _sentences(here)
    k = bisect_right(starts, i)
    first, last = starts[k - 1] if k else 0, starts[k] if k < len(starts) else len(here.words)
    before: list[Place] = []
    after: list[Place] = []
    for named in (_named(here).get(level, []) for level in levels):
        at = bisect_left(named, (i, 0))
        before.extend(named[max(0, at - 1) : at])
        after.extend(named[at : at + 1])
    near = [*sorted(before, reverse=True), *sorted(after)]
    return next((place for place in near if first <= place[0] < last), next(iter(near), None))


@remembered
def _sentences(here: Scene) -> tuple[int, ...]:
    """List the words at which a sentence begins, in order."""
    return tuple(sorted(here.stops))


def _beside(here: Scene, i: int) -> Place | None:
    """Find a place after a comma or an opening bracket at word `i`."""
    first, words = i + 1, here.words
    if first >= len(words) or words.low[i] not in {",", "("} or first not in here.body or first in here.organisations:
        return None
    return None if ")" in words.low[first : here.body[first]] else (first, here.body[first])


def _wanted(words: tuple[str, ...]) -> set[str]:
    """Say of which levels a place would complete an organisation; of none where it has its own.

    >>> _wanted(("ubnd", "huyện")), _wanted(("ubnd", "huyện", "lắk")), sorted(_wanted(("sở", "y", "tế")))
    ({'huyện'}, set(), ['thành phố trực thuộc trung ương', 'tỉnh'])
    """
    level = LEVELS.get(" ".join(words[-2:])) or LEVELS.get(words[-1])
    if level:
        return {level, MUNICIPALITY} if level == CITY else {level}
    return PROVINCIAL if words[0] == DEPARTMENT and not set(words) & {"tỉnh", "tp", "phố"} else set()


@remembered
def _named(here: Scene) -> dict[str, list[Place]]:
    """List by level the places that an article names, by themselves or at the end of a state body's name."""
    found: dict[str, list[Place]] = {}
    for first, last in sorted(here.body.items()):
        if here.words.low[max(0, first - 1)] in ROADS:
            continue
        starts = range(first, last if here.words.low[first] in STATE else first) if first in here.organisations else (first,)
        place = next((place for at in starts if (place := _place(here.words, at, last))), None)
        if place:
            found.setdefault(place[1], []).append((place[0], last))
    return found


def _place(words: Words, i: int, last: int) -> tuple[int, str] | None:
    """Read the place from word `i` to `last`: its first word and its level (`huyện Yên Mô`, `Sơn La`, `Tỉnh ủy | Sơn La`)."""
    size = next((size for size in (2, 1) if " ".join(words.low[i : i + size]) in LEVELS), 0)
    level = LEVELS.get(" ".join(words.low[i : i + size]))
    name = i + size + (words.low[i + size : i + size + 1] == (".",))
    if name >= last or ")" in words.low[i:last]:
        return None
    province, party = _province(words, name, last), size > 0 and words.low[name - 1] in PARTY
    if level in (None, CITY) and province:
        return name if party else i, MUNICIPALITY if province == CITY else level or province
    if level is None or not (words.capital(name) or (level in NUMBERED and words.low[name].isdigit())):
        return None
    if party and not province and not _listed(words, name, last):  # Thành ủy TP
        return None
    return name if party else i, level


def _listed(words: Words, first: int, last: int) -> bool:
    """Say whether the words name a unit of administration."""
    found = longest(places(), words, first)
    return found is not None and found[0] == last


def _province(words: Words, first: int, last: int) -> str | None:
    """Give the level of the province that the words name, if they name one."""
    found = longest(cities(), words, first) or longest(provinces(), words, first)
    return found[1][0] if found and found[0] == last else None
