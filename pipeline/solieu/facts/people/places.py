"""What the article adds to an organisation that leaves its place out: `UBND huyện`, `Công an tỉnh`, `Sở Y tế`."""

from __future__ import annotations

from solieu.facts.memo import remembered
from solieu.facts.people.scene import Scene
from solieu.facts.people.seats import provinces
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
PROVINCIAL = {"tỉnh", "thành phố"}
DEPARTMENT = "sở"  # a body of the province, whatever its name


def place_of(here: Scene, body: tuple[int, int] | None) -> str | None:
    """Find the place of an organisation: named just after it, or the last one of its level named before it.

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
    found = [(first, last) for first, last, level in _named(here) if level in wanted]
    before = [place for place in found if place[0] < body[0]]
    best = before[-1] if before else next(iter(found), None)
    return here.words.span(*best) if best else None


def _beside(here: Scene, i: int) -> tuple[int, int] | None:
    """Find a place after a comma or an opening bracket at word `i`."""
    if i + 1 >= len(here.words) or here.words.low[i] not in {",", "("}:
        return None
    return next(((first, last) for first, last, _ in _named(here) if first == i + 1), None)


def _wanted(words: tuple[str, ...]) -> set[str]:
    """Say of which levels a place would complete an organisation; of none where it has its own.

    >>> _wanted(("ubnd", "huyện")), _wanted(("ubnd", "huyện", "lắk")), sorted(_wanted(("sở", "y", "tế")))
    ({'huyện'}, set(), ['thành phố', 'tỉnh'])
    """
    level = LEVELS.get(" ".join(words[-2:])) or LEVELS.get(words[-1])
    if level:
        return {level}
    return PROVINCIAL if words[0] == DEPARTMENT and not set(words) & {"tỉnh", "tp", "phố"} else set()


@remembered
def _named(here: Scene) -> tuple[tuple[int, int, str], ...]:
    """List the places an article names, with their levels: that of their first words, or of the province so called."""
    found = []
    for first, last in sorted(here.body.items()):
        low = here.words.low[first:last]
        level = LEVELS.get(" ".join(low[:2])) or LEVELS.get(low[0]) or _province(here.words, first, last)
        if first not in here.organisations and (level is None or len(low) > len(level.split())):
            found.append((first, last, level or ""))
    return tuple(found)


def _province(words: Words, first: int, last: int) -> str | None:
    """Give the level of the province that the words name, if they name one."""
    found = longest(provinces(), words, first)
    return found[1][0] if found and found[0] == last else None
