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
    full = _full_names([max(entity.text, entity.norm, key=len) for entity in named])
    found = []
    for entity in named:
        first, last = words.at(entity.start), words.at(entity.end)
        if first < last:
            found.append(Person(first, last, full[max(entity.text, entity.norm, key=len)]))
    return tuple(found)


def _full_names(names: list[str]) -> dict[str, str]:
    """Give each name the longest name of the article that it is a short form of, the earliest of equals."""
    parts = {name: cut(name).low for name in dict.fromkeys(names)}
    return {
        name: max((other for other in parts if is_short_for(parts[name], parts[other])), key=lambda n: len(parts[n]))
        for name in parts
    }


def is_short_for(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Say whether a name is another's short form: the given name, a foreigner's family name, a Chinese first one.

    >>> is_short_for(("tuấn",), ("phạm", "anh", "tuấn")), is_short_for(("phạm",), ("phạm", "anh", "tuấn"))
    (True, False)
    """
    if short == full:
        return True
    if len(short) >= len(full):
        return False
    return full[-len(short) :] == short
