"""The units of each kind of quantity: one pattern that reads the unit after a number."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from solieu.facts.amounts.digits import Hint
from solieu.gazetteer.table import rows

NEAR = {
    (kind, surface.lower()): re.compile(rf"(?<!\w)(?:{near})(?!\w)") for kind, _, surface, _, near, _ in rows("units.tsv") if near
}
WINDOW, AFTER = 80, 16
FIRST_WORD = re.compile(r" ?(\w+|[^\w\s])")
PER = r"(?: ?/ ?(?:1 )?| (?:mỗi|1) | một (?!lần))"  # 5 triệu đồng/người/tháng, 40.000 đồng một kg
EACH = re.compile(PER)
MOST = 2  # others that an amount is told per
LEAST = {(kind, surface.lower()): Decimal(least) for kind, _, surface, _, _, least in rows("units.tsv") if least}
UNIT = {(kind, surface.lower()): unit for kind, unit, surface, *_ in rows("units.tsv")}
TOLD_PER = {"rate"}  # kinds whose unit may be composed, of one that amounts are counted in per one or two others
COUNTED_IN = ("money", "load")
PARTS = {"load", "per"}  # no kinds: units that only others are composed of
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
    """Give the units of a kind, as `units.tsv` and what they may be composed of tell them."""
    return Units(kind, PATTERNS[kind], hint, part=PART if kind in TOLD_PER else None)


def kinds_at(text: str, at: int) -> list[str]:
    """Name the kinds that have a unit at a place of a text in lower case, a space before it or none.

    >>> kinds_at("chở 5 tấn", 5), kinds_at("thứ 5 là", 5)
    (['weight'], [])
    """
    first = FIRST_WORD.match(text, at)
    return [kind for kind in BEGINNING.get(first[1], ()) if PATTERNS[kind].match(text, at)] if first else []


def _pattern(kind: str) -> re.Pattern[str]:
    """Build the pattern of a kind's units, and of those composed of money or a load per something."""
    units = [_any(kind)]
    if kind in TOLD_PER:
        units.append(rf"{_either(map(_any, COUNTED_IN))}(?:{PER}{_any('per')}){{1,{MOST}}}")
    return re.compile(f" ?{_either(units)}")


def _any(kind: str) -> str:
    """Make a pattern of any unit of a kind, grouped by first letter, the longest first."""
    lines = sorted((row for row in rows("units.tsv") if row[0] == kind), key=lambda row: -len(row[2]))
    groups: dict[str, list[str]] = {}
    for _, _, surface, unless, *_ in lines:
        groups.setdefault(surface[0].lower(), []).append(_rest(surface, unless))
    return _either(re.escape(first) + _either(rests) for first, rests in groups.items())


def _either(patterns: Iterable[str]) -> str:
    return f"(?:{'|'.join(patterns)})"


def _rest(surface: str, unless: str) -> str:
    end = r"(?!\w)" if surface[-1].isalnum() else ""
    barred = rf"(?! ?(?:{unless})(?!\w))" if unless else ""
    return re.escape(surface[1:].lower()) + end + barred


def _beginning() -> dict[str, list[str]]:
    """List the kinds that have a unit with a first word."""
    kinds: dict[str, list[str]] = {}
    for kind in PATTERNS:
        told = {kind, *(COUNTED_IN if kind in TOLD_PER else ())}
        firsts = (FIRST_WORD.match(unit) for of, unit in UNIT if of in told)
        for first in sorted({word[1] for word in firsts if word}):
            kinds.setdefault(first, []).append(kind)
    return kinds


PATTERNS = {kind: _pattern(kind) for kind in dict.fromkeys(kind for kind, _ in UNIT) if kind not in PARTS}
PART = re.compile(f" ?{_either(map(_any, COUNTED_IN))}")
BEGINNING = _beginning()
