"""The kinds of facts, a file each, and the one function that reads them all.

What they share stands in folders: `amounts` (numbers and units), `qualifiers` (comparator, change, modality), `subjects`,
`dates`, `people` (positions and who holds them), `speech` (who says what).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from solieu.facts.area import AREA
from solieu.facts.count import COUNT
from solieu.facts.density import DENSITY
from solieu.facts.kind import Fact, FactType
from solieu.facts.length import LENGTH
from solieu.facts.money import MONEY
from solieu.facts.officials import OFFICIAL
from solieu.facts.percent import PERCENT
from solieu.facts.power import POWER
from solieu.facts.rate import RATE
from solieu.facts.statements import STATEMENT
from solieu.facts.weight import WEIGHT
from solieu.records import Quantity, Reading, Statement

KINDS = (AREA, COUNT, DENSITY, LENGTH, MONEY, OFFICIAL, PERCENT, POWER, RATE, STATEMENT, WEIGHT)
FACTS: dict[str, FactType] = {kind.name: kind for kind in KINDS}


def facts_in(reading: Reading) -> list[Fact]:
    """Read the facts of every kind, in the order of the text; an amount in a person's reported speech is theirs."""
    found = [kind.normalize(reading, span) for kind in FACTS.values() for span in kind.find(reading)]
    facts = [fact for fact in found if fact is not None]
    said = [fact for fact in facts if isinstance(fact, Statement)]
    attributed = [_attributed(fact, said) if isinstance(fact, Quantity) else fact for fact in facts]
    return sorted(attributed, key=lambda fact: (fact.start, fact.end))


def _attributed(quantity: Quantity, said: Sequence[Statement]) -> Quantity:
    """Name the speaker of the statement that holds the amount; none overlap."""
    last = bisect_right(said, quantity.start, key=lambda one: one.start) - 1
    around = last >= 0 and quantity.end <= said[last].end
    return replace(quantity, speaker=said[last].speaker) if around else quantity
