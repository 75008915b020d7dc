"""The units of each kind of quantity: one pattern that reads the unit after a number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from solieu.facts.amounts.digits import Hint
from solieu.gazetteer.table import rows

NEAR = {
    (kind, surface.lower()): re.compile(rf"(?<!\w)(?:{near})(?!\w)") for kind, _, surface, _, near, _ in rows("units.tsv") if near
}
WINDOW, AFTER = 80, 16
LEAST = {(kind, surface.lower()): Decimal(least) for kind, _, surface, _, _, least in rows("units.tsv") if least}
UNIT = {(kind, surface.lower()): unit for kind, unit, surface, *_ in rows("units.tsv")}


@dataclass(frozen=True, slots=True)
class Units:
    """The units of a kind; `pattern` matches one, with the space before it, right after a number.

    `hint` says how a comma before three digits is read where nothing else tells.
    """

    kind: str
    pattern: re.Pattern[str]
    hint: Hint | None = None

    def after(self, text: str, at: int) -> str | None:
        """Give the unit at a place of a text in lower case, with the space before it; None where there is none."""
        match = self.pattern.match(text, at)
        if match is None:
            return None
        near = NEAR.get((self.kind, match[0].strip().lower()))
        believed = near is None or near.search(text, max(0, at - WINDOW), match.end() + AFTER)
        return match[0] if believed else None

    def read(self, surface: str) -> str:
        """Name the unit as the tables write it."""
        return UNIT[self.kind, surface.strip().lower()]

    def least(self, surface: str) -> Decimal:
        """Give the least amount, in digits, that is believed to be in this unit."""
        return LEAST.get((self.kind, surface.strip().lower()), Decimal(0))


def units_of(kind: str, hint: Hint | None = None) -> Units:
    """Build the pattern of a kind's units from `units.tsv`, the longest first."""
    lines = sorted((row for row in rows("units.tsv") if row[0] == kind), key=lambda row: -len(row[2]))
    surfaces = (_surface(line[2], line[3]) for line in lines)
    return Units(kind, re.compile(rf" ?(?:{'|'.join(surfaces)})"), hint)


def _surface(surface: str, unless: str) -> str:
    end = r"(?!\w)" if surface[-1].isalnum() else ""
    barred = rf"(?! ?(?:{unless})(?!\w))" if unless else ""
    return re.escape(surface.lower()) + end + barred
