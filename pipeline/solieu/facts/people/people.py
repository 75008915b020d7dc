"""The people an article names: where, and under which full name."""

from __future__ import annotations

from dataclasses import dataclass

from solieu.facts.people.fullest import Called, called, fullest
from solieu.facts.people.names import honorific_before
from solieu.facts.people.seats import ends_place, org_heads, places, provinces
from solieu.facts.people.titles import head_at, title_at
from solieu.facts.people.unnamed import missed, title_ends
from solieu.facts.words import DASHES, SYLLABLE, Words, fold, longest
from solieu.records import Entity, Reading

CENTRAL = {"t.ư", "tư", "t.w", "tw"}  # bệnh viện … T.Ư
UNITS = {"xã", "phường", "huyện", "quận", "trấn", "phố", "ủy"}
NAMED_AFTER = {"trường", "thpt", "thcs", "đường", "phố"}
OF_STATES = {("ngoại", "trưởng"), ("tổng", "thống"), ("thủ", "tướng")}  # Thủ tướng Đức
NO_SCHOOL = {"môi", "thị", "nông", "lâm", "công", "thành"}  # môi trường, thành phố


@dataclass(frozen=True, slots=True)
class Person:
    """A mention of a person: the words from `first` up to, without, `last`, and the fullest name in the article."""

    first: int
    last: int
    name: str


def people(reading: Reading, words: Words) -> tuple[Person, ...]:
    """List the mentions of people in the order of the text, each with its fullest name."""
    tagged = [
        _bare(words, entity)
        for entity in reading.entities
        if entity.label == "PER" and not (_central(entity.text) or _place(words, entity))
    ]
    more = [(first, last, words.span(first, last)) for first, last in missed(words, reading.entities)]
    named = sorted(mention for mention in [*tagged, *more] if mention[0] < mention[1])
    names = fullest([Called(name, called(words, first, last)) for first, last, name in named])
    return tuple(Person(first, last, name) for (first, last, _), name in zip(named, names, strict=True))


def _bare(words: Words, entity: Entity) -> tuple[int, int, str]:
    """Give the words of a name and its full spelling, without what the tagger took in: `ông`, the end of a place."""
    first, last = words.at(entity.start), words.at(entity.end)
    for at in range(first + 1, last):
        if words.low[at] == "(" or _post_follows(words, at):
            return first, at, words.span(first, at)
    office = _office(words, first)
    if office > first:
        return min(office, last), last, words.span(min(office, last - 1), last)
    if last - first > 1 and (ends_place(words, first) or _honorific(words, first)):
        return first + 1, last, words.span(first + 1, last)
    return first, last, entity.text


def _office(words: Words, i: int) -> int:
    """Give the word after the country or body that begins what was taken for a name: `Phát ngôn viên Lầu Năm Góc | Joe Ray`."""
    found = longest(org_heads(), words, i)
    if found is None or found[1][0] not in ("place", "any") or longest(provinces(), words, i):
        return i
    if found[0] < len(words) and found[1][0] == "place" and SYLLABLE.fullmatch(words.low[found[0]]) is None:
        return found[0]  # Chủ tịch Quốc hội Lào | Pany Vong
    if not title_ends(words, i):
        return i
    foreign = found[0] - i > 1 or SYLLABLE.fullmatch(words.low[i]) is None or words.low[max(0, i - 2) : i] in OF_STATES
    return found[0] if foreign else i


def _post_follows(words: Words, i: int) -> bool:
    """Say whether a dash at word `i` parts a name from a position: `Hà Mơ – UVBTV`."""
    return words.low[i] in DASHES and not words.touches(i) and head_at(words, i + 1) is not None


def _central(name: str) -> bool:
    """Say whether a name is the short form of Trung ương.

    >>> _central("TƯ"), _central("Tư")
    (True, False)
    """
    return name.isupper() and fold(name) in CENTRAL


def _place(words: Words, entity: Entity) -> bool:
    """Say whether what was taken for a person is half a title, or a place or school named after one (`huyện Trần Văn Thời`)."""
    first = words.at(entity.start)
    head = title_at(words, first)
    if head and head.end > words.at(entity.end):  # Phó Chủ tịch, Tổng Thư | ký
        return True
    if first == 0 or words.breaks(first):
        return False
    before = words.low[first - 1]
    if before in UNITS and (found := longest(places(), words, first)) and found[0] == words.at(entity.end):
        return True
    if (before, words.low[first]) == ("trưởng", "trường"):  # Phó Hiệu trưởng Trường
        return True
    return before in NAMED_AFTER and words.low[max(0, first - 2)] not in NO_SCHOOL


def _honorific(words: Words, i: int) -> bool:
    """Say whether word `i` is an honorific; Ông is a family name, too."""
    return words.low[i] in ("ông", "bà") and honorific_before(words, i) is None
