"""Who holds a position: the person named after it, before it, or as the subject of its sentence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from solieu.facts.memo import remembered
from solieu.facts.people.names import honorific_before, over_honorifics
from solieu.facts.people.people import Person
from solieu.facts.people.posts import Post, chain_at, titles_at
from solieu.facts.people.roles import REMARK, opening, subject
from solieu.facts.people.scene import Scene
from solieu.facts.people.sharing import before_holder, with_next
from solieu.facts.words import Phrases, cut, longest, phrases

DASHES = "-–—"
REMARKS = frozenset(
    cut("tuổi sn sinh năm hiện là đang nguyên cựu trước đây từng vốn đại thượng trung thiếu tá úy tướng ts gs tiến sĩ thạc").low
)
ALL = ("đều", "là")
LISTING = {":", "gồm", "là"}  # các phó chủ tịch gồm
TIMES = ("lúc đó", "khi đó", "lúc này", "lúc bấy giờ", "hiện", "hiện nay", "hiện tại", "đương nhiệm", "trước đó")
ADDED = ("tiền nhiệm", "mãn nhiệm", "sắp mãn nhiệm", "vừa mãn nhiệm", "quá cố", "đắc cử", "bị phế truất")
SINCE = ("là", *(f"{time} là" for time in TIMES), *TIMES, *ADDED)
FOR = ("đối với", "cho", "với")
GIVEN = {"chức", "vụ", "danh", "sung", "nhiệm"}  # miễn nhiệm chức vụ chủ tịch … đối với ông A
PARTING = frozenset([",", "(", ")", *DASHES])


@dataclass(frozen=True, slots=True)
class Held:
    """The positions that a person holds, from word `first` on."""

    first: int
    chain: tuple[Post, ...]
    who: Person


@remembered
def held(here: Scene) -> tuple[Held, ...]:
    """Read every position of the article that is somebody's, in the order of the text.

    >>> from solieu.facts.people.scene import scene
    >>> from solieu.records import Entity, Reading
    >>> text = "Ông Lê Văn An, chủ tịch UBND huyện Phú Thạnh, dự họp; giám đốc sở vắng mặt."
    >>> who = Entity(4, 13, "Lê Văn An", "PER", norm="Lê Văn An")
    >>> here = scene(Reading(text, ((0, len(text)),), (who,)))
    >>> [(one.who.name, [here.words.span(*post.title) for post in one.chain]) for one in held(here)]
    [('Lê Văn An', ['chủ tịch'])]
    """
    found: list[Held] = []
    done = 0
    for i in titles_at(here):
        chain = chain_at(here, i) if i >= done else []
        if chain:
            found.extend(_held(here, i, chain))
            done = chain[-1].end
    return tuple(_shared(here, found))


def _shared(here: Scene, found: list[Held]) -> list[Held]:
    """Give positions that name no organisation the one told before their holder, or with the next person's position."""
    for k, one in enumerate(found):
        last = one.chain[-1]
        if last.body is None:
            last = before_holder(here, one.who.first, last) if one.who.last <= one.first else last
            if k + 1 < len(found) and found[k + 1].who.first > last.end:
                last = with_next(here, last, found[k + 1].chain[0], found[k + 1].who.first)
            found[k] = replace(one, chain=(*one.chain[:-1], last))
    return found


def _held(here: Scene, i: int, chain: list[Post]) -> list[Held]:
    """Give the positions of a row to whom they belong: `ông A, chủ tịch X, bộ trưởng B` names two people."""
    last = chain[-1]
    before = _before(here, i, last.end) if len(chain) > 1 else None
    if before and last.end in here.person:
        return [Held(i, tuple(chain[:-1]), before), Held(last.title[0], (last,), here.ends[here.person[last.end]])]
    return [Held(i, tuple(chain), who) for who in holders(here, i, chain)]


def holders(here: Scene, i: int, chain: list[Post]) -> list[Person]:
    """Find who holds the positions from word `i` on: one person, or several after `là các ông`.

    The person named after them, unless a comma or a line break stands between and one is named before them.
    """
    end = chain[-1].end
    if here.words.low[max(0, i - len(ALL)) : i] == ALL:
        return _row_before(here, i - len(ALL))
    after, before = _after(here, i, end), _before(here, i, end)
    body = chain[-1].body
    named = body is not None and body[0] in here.organisations
    own = named and here.words.low[i - 1] in DASHES and i - 1 in here.ends  # ông A - trưởng khoa Bệnh viện B
    if after and (before is None or not (own or here.words.low[end] == "," or here.words.breaks(end))):
        return after
    who = before or (None if after else subject(here, i))
    return [who] if who else after


def _after(here: Scene, i: int, end: int) -> list[Person]:
    """Find the person named directly after word `end`, an honorific, a comma, a dash or `là` between at most."""
    words = here.words
    if end >= len(words) or (end in here.stops and not (words.breaks(end) and words.breaks(i))):
        return []
    at = _over(here, i, end)
    name = over_honorifics(words, at)
    if _plural(here, at + 1) or (_plural(here, i) and words.low[end] in LISTING):
        return _list(here, name)
    if name not in here.person or (at > end and _plural(here, i)):
        return []
    return [here.ends[here.person[name]]]


def _over(here: Scene, i: int, end: int) -> int:
    """Go on over what may stand between the position from word `i` up to `end` and its holder: `(IAEA)`, `lúc đó là`."""
    words = here.words
    if words.low[end] == "(":
        closed = _closing(here, end)
        return closed if over_honorifics(words, closed) in here.person else end
    if words.low[end] in {",", ":", *DASHES} or (words.low[end] == "gồm" and _plural(here, i)):
        return end + 1
    found = longest(_between(), words, end)
    given = i > 0 and words.low[i - 1] in GIVEN
    return found[0] if found and (given or found[1] != ("given",)) else end


@cache
def _between() -> Phrases:
    """List the words between a position and its holder; some only where the position is given or taken (see `GIVEN`)."""
    return phrases([*([form, ""] for form in SINCE), *([form, "given"] for form in FOR)])


def _plural(here: Scene, i: int) -> bool:
    """Say whether the word before word `i` makes it several (`các ông`, `hai bộ trưởng`)."""
    return 0 < i <= len(here.words) and here.words.low[i - 1] in {"các", "những", "hai", "ba", "bốn"}


def _list(here: Scene, i: int) -> list[Person]:
    """Read the names from word `i` on, with `và`, commas, honorifics and brackets between."""
    words, at = here.words, i
    found: list[Person] = []
    while at in here.person:
        at = here.person[at]
        found.append(here.ends[at])
        if at < len(words) and words.low[at] == "(":
            at = _closing(here, at)
        if at < len(words) and words.low[at] in {"và", ","}:
            at = over_honorifics(words, at + 1)
    return found


def _row_before(here: Scene, i: int) -> list[Person]:
    """Read the names of a row that ends before word `i`: `A, B và C (đều là …)`."""
    words, at = here.words, i - 1
    found: list[Person] = []
    while at > 0 and (words.low[at] in PARTING or words.low[at] == "và") and at in here.ends:
        found.insert(0, here.ends[at])
        start = honorific_before(words, here.ends[at].first)
        at = (here.ends[at].first if start is None else start) - 1
    return found


def _closing(here: Scene, i: int) -> int:
    """Give the word after the bracket that opens at word `i`."""
    for at in range(i, min(i + REMARK, len(here.words))):
        if here.words.low[at] == ")":
            return at + 1
    return i


def _before(here: Scene, i: int, end: int) -> Person | None:
    """Find the person named before word `i`, a separator and remarks (age, rank, nickname) between."""
    words, at = here.words, i - 1
    if words.breaks(i) and words.low[max(0, at)] not in PARTING - {")"}:
        alone = i in here.ends and (end >= len(words) or words.breaks(end))  # name and position on a line each
        return here.ends[i] if alone else None
    parted = False
    while at >= 0 and i - at < REMARK:
        if at + 1 in here.ends and at + 1 != i:
            return here.ends[at + 1] if parted else None
        parted = parted or words.low[at] in PARTING
        if words.low[at] == ")":
            at = opening(words, at)
        elif not (words.low[at] in PARTING | REMARKS or words.low[at].isdigit() or _initial(here, at)):
            return None
        at -= 1
    return None


def _initial(here: Scene, i: int) -> bool:
    """Say whether word `i` is the full stop of a name cut short (`Tô Hữu T.`)."""
    return here.words.low[i] == "." and i in here.ends and here.words.end[i - 1] - here.words.start[i - 1] == 1
