"""Who speaks: the person before a verb of saying, positions and remarks between; `ông` alone where it is certain."""

from __future__ import annotations

from dataclasses import dataclass

from solieu.facts.memo import remembered
from solieu.facts.people.holders import held
from solieu.facts.people.names import before_names, honorific_before
from solieu.facts.people.organisations import begins, stopped
from solieu.facts.people.people import Person
from solieu.facts.people.scene import Scene
from solieu.facts.speech.verbs import cue_after
from solieu.facts.words import DASHES, longest

PRONOUNS = {"ông": "m", "bà": "f", "anh": "m", "chị": "f", "cô": "f"}
ADVERSE = {"lãnh", "đại", "cơ", "đơn", "nguồn", "nhiều", "một", "và", "nhưng"}  # another subject begins: lãnh đạo, cơ quan
LINKS = {"của", "tại", "ở", "thuộc"}
PARTED = {(",",), (":",), ("-",), ("–",)}
HOME = {  # words of an age or an address
    *(",", "tuổi", "sn", "sinh", "năm", "ngụ", "trú", "sống", "quê", "từ", "đến", "tại", "ở"),
    *("thôn", "ấp", "khối", "tổ", "xóm", "đường", "số"),
}
LONGEST_REMARK = 20  # words between a speaker and the verb
LONGEST_BRACKET = 40


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker's mention: from word `first`, honorific and position included, up to, without, word `last`."""

    first: int
    last: int
    name: str
    gender: str


@remembered
def speakers(here: Scene) -> tuple[Speaker, ...]:
    """List the people of an article, in order, with the positions and remarks that stand around their names."""
    extent = {person.first: (person.first, person.last) for person in here.people}
    for post in held(here):
        first, last = extent[post.who.first]
        if post.first < post.who.first or here.words.low[post.who.last] in {",", "(", *DASHES}:
            extent[post.who.first] = (min(first, post.first), max(last, post.chain[-1].end))
    found = (_speaker(here, person, *extent[person.first]) for person in here.people)
    return tuple(sorted(found, key=lambda speaker: speaker.first))


def _speaker(here: Scene, person: Person, first: int, last: int) -> Speaker:
    """Take in the honorific before the name and the bracket or dash that closes a remark."""
    words = here.words
    gender = PRONOUNS.get(words.low[person.first - 1], "") if person.first else ""
    while (before := honorific_before(words, first)) is not None:
        first = before
    if last < len(words) and words.low[last] == "(":
        last = _closed(here, last)
    last = _resident(here, _located(here, _remarked(here, last)))
    while last < len(words) and words.low[last] in {")", ",", *DASHES}:
        last += 1
    return Speaker(first, last, person.name, gender)


def _located(here: Scene, i: int) -> int:
    """Go on over the place of an organisation, after a comma: `chủ tịch UBND xã A, huyện B, cho biết`."""
    low = here.words.low
    while low[i : i + 1] == (",",) and i + 1 in here.body and i + 1 not in here.organisations:
        end = here.body[i + 1]
        if low[end : end + 1] not in PARTED and not cue_after(here, end):
            break
        i = end
    return i


def _resident(here: Scene, i: int) -> int:
    """Go on over age and home where a verb follows: `ông A, 69 tuổi, ngụ ấp 2, xã B, cho biết`."""
    low, at = here.words.low, i
    while at < min(i + LONGEST_REMARK, len(low)) and not here.words.breaks(at):
        if at in here.body and at not in here.organisations:
            at = here.body[at]
        elif low[at] in HOME or low[at].isdigit():
            at += 1
        else:
            break
    return at if at > i and cue_after(here, at) else i


def _remarked(here: Scene, i: int) -> int:
    """Go on over a remark between dashes, or one that begins with an occupation and ends with a comma."""
    words = here.words
    if i + 1 >= len(words) or words.low[i] not in {",", *DASHES}:
        return i
    dashed = words.low[i] != ","
    if dashed and cue_after(here, i + 1):
        return i
    if not dashed and not _occupation(here, i + 1):
        return _described(here, i)
    inner = False
    for at in range(i + 1, min(i + LONGEST_REMARK, len(words))):
        if at in here.stops or words.breaks(at):
            return i
        inner = inner or at in here.person
        if words.low[at] in (DASHES if dashed else {","}) or (dashed and not inner and words.low[at] == ","):
            return at if not inner or (dashed and cue_after(here, at + 1)) else i
    return i


def _occupation(here: Scene, i: int) -> bool:
    """Say whether an occupation stands at word `i`."""
    known = longest(before_names(), here.words, i)
    return known is not None and known[1] == ("occupation",)


def _described(here: Scene, i: int) -> int:
    """Go on over a remark after a comma that leads straight to the verb: `ông A, bảo vệ của chợ cho biết`."""
    words = here.words
    for at in range(i + 1, min(i + LONGEST_REMARK, len(words))):
        if at > i + 1 and cue_after(here, at):
            return at
        first = at == i + 1 and (words.capital(at) or begins(here, at, direct=False))
        if first or (stopped(here, at) and words.low[at] not in LINKS) or words.low[at] in ADVERSE:
            return i
    return i


def _closed(here: Scene, i: int) -> int:
    """Give the word after the bracket that opens at word `i`, or the same word where it does not close soon."""
    for at in range(i, min(i + LONGEST_BRACKET, len(here.words))):
        if here.words.low[at] == ")":
            return at + 1
    return i
