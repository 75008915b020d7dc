"""The kinds of facts, and the one function that reads them all."""

from __future__ import annotations

from solieu.facts.area import AREA
from solieu.facts.kind import Fact, FactType
from solieu.facts.money import MONEY
from solieu.facts.officials import OFFICIAL
from solieu.facts.percent import PERCENT
from solieu.records import Reading

FACTS: dict[str, FactType] = {kind.name: kind for kind in (AREA, MONEY, OFFICIAL, PERCENT)}


def facts_in(reading: Reading) -> list[Fact]:
    """Read the facts of every kind, in the order of the text."""
    found = [kind.normalize(reading, span) for kind in FACTS.values() for span in kind.find(reading)]
    return sorted((fact for fact in found if fact is not None), key=lambda fact: (fact.start, fact.end))
