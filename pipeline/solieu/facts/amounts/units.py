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
FIRST_WORD = re.compile(r" ?(\w+|[^\w\s])")
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
    """Give the units of a kind."""
    return Units(kind, PATTERNS[kind], hint)


def kinds_at(text: str, at: int) -> list[str]:
    """Name the kinds that have a unit at a place of a text in lower case, a space before it or none.

    >>> kinds_at("chở 5 tấn", 5), kinds_at("thứ 5 là", 5)
    (['weight'], [])
    """
    first = FIRST_WORD.match(text, at)
    return [kind for kind in BEGINNING.get(first[1], ()) if PATTERNS[kind].match(text, at)] if first else []


def _pattern(kind: str) -> re.Pattern[str]:
    """Build the pattern of a kind's units from `units.tsv`, grouped by their first letter, the longest first."""
    lines = sorted((row for row in rows("units.tsv") if row[0] == kind), key=lambda row: -len(row[2]))
    groups: dict[str, list[str]] = {}
    for _, _, surface, unless, *_ in lines:
        groups.setdefault(surface[0].lower(), []).append(_rest(surface, unless))
    units = "|".join(f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in groups.items())
    return re.compile(f" ?(?:{units})")


def _rest(surface: str, unless: str) -> str:
    end = r"(?!\w)" if surface[-1].isalnum() else ""
    barred = rf"(?! ?(?:{unless})(?!\w))" if unless else ""
    return re.escape(surface[1:].lower()) + end + barred


PATTERNS = {kind: _pattern(kind) for kind in dict.fromkeys(kind for kind, _ in UNIT)}
BEGINNING: dict[str, list[str]] = {}  # the kinds that have a unit with a first word
for _kind, _first in dict.fromkeys((kind, word[1]) for kind, unit in UNIT if (word := FIRST_WORD.match(unit))):
    BEGINNING.setdefault(_first, []).append(_kind)
