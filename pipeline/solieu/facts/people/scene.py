"""An article ready for reading positions: its words, and the people, organisations and places that begin at them."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from solieu.facts.memo import remembered
from solieu.facts.people.people import Person, people
from solieu.facts.people.seats import org_heads
from solieu.facts.people.titles import title_at
from solieu.facts.words import DASHES, Words, cut, longest
from solieu.records import Entity, Reading

STANDING = ("thường", "trực")
DEPUTIES = {"tịch", "thư", "nhiệm", "ban", "phòng"}  # the last words of posts that some hold `thường trực`
LEADERS = {("trưởng",), ("phó",)}  # Trạm trưởng, Viện phó: no body
ABBREVIATION = 2  # letters before a full stop that ends no sentence: TP., Q., PV.


@dataclass(frozen=True, slots=True)
class Scene:
    """The words of an article, with who and what is named at which word.

    `person` and `body` give, by its first word, the word after a person's or an organisation's (or place's) name;
    `organisations` are the first words of those that are no places; `ends` the person whose name ends before a word;
    `stops` are the words at which a sentence begins.
    """

    words: Words
    people: tuple[Person, ...]
    person: dict[int, int]
    ends: dict[int, Person]
    body: dict[int, int]
    organisations: frozenset[int]
    stops: frozenset[int]


@remembered
def scene(reading: Reading) -> Scene:
    """Lay words, people and organisations of a reading side by side."""
    words = cut(reading.text)
    named = people(reading, words)
    starts = (words.at(start) for start, _ in reading.sentences)
    return Scene(
        words=words,
        people=named,
        person={person.first: person.last for person in named},
        ends={person.last: person for person in named},
        body=_bodies(reading, words, [person.first for person in named]),
        organisations=frozenset(_from_head(words, entity) for entity in reading.entities if entity.label == "ORG"),
        stops=frozenset(i for i in starts if not _abbreviated(words, i)),
    )


def _bodies(reading: Reading, words: Words, names: list[int]) -> dict[int, int]:
    """Give where each organisation and place ends, by its first word; a person's name at its end is no part of it."""
    found = {}
    for entity in reading.entities:
        if entity.label == "PER":
            continue
        first, last = _from_head(words, entity), words.at(entity.end)
        k = bisect_left(names, first)
        if k < len(names) and names[k] < last:
            last = names[k]
        if first < last:
            found[first] = last
    return found


def _from_head(words: Words, entity: Entity) -> int:
    """Give the first word of an organisation, without what the tagger took in of the title before it.

    `kinh | tế Nhà Trắng`, `TN - | MT huyện Long Thành`: a small word or a part of a pair that begins no organisation.
    """
    first, last = words.at(entity.start), words.at(entity.end)
    if longest(org_heads(), words, first) and words.low[first + 1 : first + 2] not in LEADERS:
        return first
    if words.low[first : first + 2] == STANDING and words.low[first - 1] in DEPUTIES and longest(org_heads(), words, first + 2):
        return first + 2  # Phó Chủ nhiệm Thường trực | UBKT
    title = title_at(words, first)
    if title and title.end < last:
        return title.end  # Đại sứ | Việt Nam tại Malaysia
    torn = first > 1 and words.low[first - 1] in DASHES and words.capital(first - 2)
    for at in range(first, last):
        if (words.capital(at) and not torn) or longest(org_heads(), words, at):
            return at
    return first


def _abbreviated(words: Words, i: int) -> bool:
    """Say whether the full stop before word `i` is that of `TP.`, `Q.` or an initial."""
    if i < ABBREVIATION or words.breaks(i) or words.low[i - 1] != ".":
        return False
    return words.capital(i - 2) and words.end[i - 2] - words.start[i - 2] <= ABBREVIATION
