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
PER = r"(?: ?/ ?(?:1 )?| (?:mỗi|1) | một (?!lần))"  # 5 triệu đồng/người/tháng, 40.000 đồng một kg
EACH = re.compile(PER)
MOST = 2  # others that an amount is told per
LEAST = {(kind, surface.lower()): Decimal(least) for kind, _, surface, _, _, least in rows("units.tsv") if least}
UNIT = {(kind, surface.lower()): unit for kind, unit, surface, *_ in rows("units.tsv")}
COUNTED_IN = ("money", "load")  # kinds of units that an amount per another is counted in
IN = {surface: unit for (kind, surface), unit in UNIT.items() if kind in COUNTED_IN}


@dataclass(frozen=True, slots=True)
class Units:
    """The units of a kind; `pattern` matches one, with the space before it, right after a number.

    `hint` says how a comma before three digits is read where nothing else tells. `part` matches what of a unit may stand
    alone after the first number of a range (4 triệu đồng đến 7 triệu đồng/m2).
    """

    kind: str
    pattern: re.Pattern[str]
    hint: Hint | None = None
    part: re.Pattern[str] | None = None

    def after(self, text: str, at: int) -> str | None:
        """Give the unit at a place of a text in lower case, with the space before it; None where there is none."""
        match = self.pattern.match(text, at)
        if match is None:
            return None
        near = NEAR.get((self.kind, match[0].strip().lower()))
        believed = near is None or near.search(text, max(0, at - WINDOW), match.end() + AFTER)
        return match[0] if believed else None

    def after_first(self, text: str, at: int) -> str | None:
        """Give the unit, or what of it may stand alone, after the first number of a range."""
        match = self.part.match(text, at) if self.part else None
        return self.after(text, at) or (match[0] if match else None)

    def read(self, surface: str) -> str:
        """Name the unit as the tables write it; of one told per others, each (đồng một ký is VND/kg)."""
        whole = surface.strip().lower()
        if (self.kind, whole) in UNIT:
            return UNIT[self.kind, whole]
        first, *others = EACH.split(whole)
        return "/".join([IN[first], *(UNIT["per", other] for other in others)])

    def least(self, surface: str) -> Decimal:
        """Give the least amount, in digits, that is believed to be in this unit."""
        return LEAST.get((self.kind, surface.strip().lower()), Decimal(0))


def units_of(kind: str, hint: Hint | None = None) -> Units:
    """Read a kind's units from `units.tsv`."""
    return Units(kind, re.compile(f" ?{_any(kind)}"), hint)


def units_per(kind: str) -> Units:
    """Build the units of what is told per something: money or a load, per one or two others."""
    of = "|".join(_any(counted) for counted in COUNTED_IN)
    composed = rf"(?:{of})(?:{PER}{_any('per')}){{1,{MOST}}}"
    return Units(kind, re.compile(f" ?(?:{_any(kind)}|{composed})"), part=re.compile(f" ?(?:{of})"))


def _any(kind: str) -> str:
    """Make a pattern of any unit of a kind, the longest first."""
    lines = sorted((row for row in rows("units.tsv") if row[0] == kind), key=lambda row: -len(row[2]))
    return "(?:" + "|".join(_surface(line[2], line[3]) for line in lines) + ")"


def _surface(surface: str, unless: str) -> str:
    end = r"(?!\w)" if surface[-1].isalnum() else ""
    barred = rf"(?! ?(?:{unless})(?!\w))" if unless else ""
    return re.escape(surface.lower()) + end + barred
