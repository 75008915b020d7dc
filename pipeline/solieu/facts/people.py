"""The people an article names: where, and under which full name."""

from __future__ import annotations

from dataclasses import dataclass

from solieu.facts.words import Words, cut
from solieu.records import Reading


@dataclass(frozen=True, slots=True)
class Person:
    """A mention of a person: the words from `first` up to, without, `last`, and the fullest name in the article."""

    first: int
    last: int
    name: str


def people(reading: Reading, words: Words) -> tuple[Person, ...]:
    """List the mentions of people in the order of the text, each with its fullest name."""
    named = [entity for entity in reading.entities if entity.label == "PER"]
    names = [max(entity.text, entity.norm, key=len) for entity in named]
    parts = {name: cut(name).low for name in names}
    found = []
    for k, entity in enumerate(named):
        first, last = words.at(entity.start), words.at(entity.end)
        if first < last:
            found.append(Person(first, last, _full_name(names, k, parts)))
    return tuple(found)


def _full_name(names: list[str], k: int, parts: dict[str, tuple[str, ...]]) -> str:
    """Find the longest name that the `k`-th is a short form of: the last one before it, or else the next after it."""
    for shorter in (_ends_with, _begins_with):
        fuller = [j for j, name in enumerate(names) if shorter(parts[names[k]], parts[name])]
        if fuller:
            nearest = min(fuller, key=lambda j: (j > k, abs(j - k)))
            return _full_name(names, nearest, parts)
    return names[k]


def _ends_with(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Say whether a name is another's given name (`Tuấn` of Phạm Anh Tuấn) or a foreigner's family name.

    >>> _ends_with(("tuấn",), ("phạm", "anh", "tuấn")), _ends_with(("phạm",), ("phạm", "anh", "tuấn"))
    (True, False)
    """
    return len(short) < len(full) and full[-len(short) :] == short


def _begins_with(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Say whether a name is the first word of another: the family name of a Chinese or a Korean (`Tập`, `Moon`)."""
    return len(short) == 1 and len(full) > 1 and full[0] == short[0]
