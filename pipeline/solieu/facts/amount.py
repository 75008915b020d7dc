"""Amounts: one number or a range with its unit, found in a text and read from its own characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from solieu.facts.digits import Hint, Style
from solieu.facts.numbers import Number, Token, number_at_end, read_number, runs
from solieu.facts.units import Units

Run = tuple[Token, ...]

JOIN = r"[-–—÷~]|đến|tới|cho đến|cho tới"
RATE = r"(?:/\w+)?"  # 180%/năm đến 540%/năm
APART = re.compile(rf"{RATE} ?(?:{JOIN}) ?$")
BETWEEN = re.compile(rf" ?(?:{JOIN}) ?")
NOT_LOW = re.compile(
    r"(?:tháng|ngày|năm|quý|quận|khoá|khóa|điều|khoản|số|lần|thứ|đợt|tầng|lớp|khối|/) ?$", re.IGNORECASE
)
PRECISE = re.compile(
    r"(?<!hàng )(?<!vài )(?:hơn|gần|trên|dưới|khoảng|chừng|quá|ngót|tới|đến|chưa đầy|xấp xỉ|đúng|tròn) $", re.IGNORECASE
)
INEXACT = re.compile(r"(?:vài|mấy|dăm) $", re.IGNORECASE)
STEP = 1000


@dataclass(frozen=True, slots=True)
class Amount:
    """What the characters of an amount say; `low` and `high` are in `unit`."""

    low: Decimal
    high: Decimal
    unit: str
    ranged: bool
    ambiguous: bool


@dataclass(frozen=True, slots=True)
class Place:
    """Where an amount stands: the words of its number or of its two numbers, and the end of its unit."""

    low: Run
    high: Run
    unit: str
    end: int

    @property
    def start(self) -> int:
        """Give the first character."""
        return (self.low or self.high)[0].start


def places(text: str, units: Units, bare: re.Pattern[str] | None = None) -> Iterator[Place]:
    """Find the numbers before one of the units, or ranges with two (20 ha đến 30 ha).

    `bare` matches what may follow a number with a scale and no unit (`3.162 tỉ và …`).
    """
    held: Place | None = None
    found = runs(text)
    for at, run in enumerate(found):
        unit = _unit(text, run, units, bare)
        number = number_at_end(run) if unit is not None else ()
        if unit is None or not number or not _exact(text, number):
            continue
        place = Place((), number, unit, run[-1].end + len(unit))
        place = _ranged(text, place, found[at - 1] if at and number == run else (), units)
        if held and held.end <= place.start:
            yield held
        held = place
    if held:
        yield held


def read_amount(text: str, units: Units, style: Style | None) -> Amount | None:
    """Read the characters of an amount, `text` from its first number to its unit; None where they make no sense."""
    place = next((place for place in places(f"hơn {text}", units, ALL) if place.end == len(text) + len("hơn ")), None)
    if place is None:
        return None
    hint: Hint = "decimal" if units.kind == "percent" else "whole"
    high = read_number(place.high, style, hint if units.kind != "area" else None)
    if high is None or not _believed(high, place, units):
        return None
    unit = units.read(place.unit) if place.unit.strip() else ""
    if not place.low:
        return Amount(high.value, high.value, unit, ranged=False, ambiguous=high.ambiguous)
    low = read_number(place.low, style, hint if units.kind != "area" else None)
    if low is None:
        return None
    first, last = sorted((_shared(low, high, place.high), high.value))
    return Amount(first, last, unit, ranged=True, ambiguous=low.ambiguous or high.ambiguous)


ALL = re.compile("$")


def _unit(text: str, run: Run, units: Units, bare: re.Pattern[str] | None) -> str | None:
    match = units.pattern.match(text, run[-1].end)
    if match:
        return match[0]
    return "" if bare and run[-1].code in "Sr" and bare.match(text, run[-1].end) else None


def _exact(text: str, number: Run) -> bool:
    """Tell whether a number is one: `trăm triệu` is after `hơn`, and is not after `hàng`."""
    before = text[max(0, number[0].start - 12) : number[0].start]
    if number[0].code in "tcS":
        return bool(PRECISE.search(before))
    return number[0].code == "D" or not INEXACT.search(before)


def _believed(number: Number, place: Place, units: Units) -> bool:
    return number.scaled or abs(number.value) >= units.least(place.unit)


def _ranged(text: str, place: Place, before: Run, units: Units) -> Place:
    low = number_at_end(before)
    if not low or NOT_LOW.search(text, max(0, low[0].start - 12), low[0].start):
        return place
    own = units.pattern.match(text, low[-1].end)
    gap = text[low[-1].end + len(own[0]) if own else low[-1].end : place.start]
    joined = APART.fullmatch(gap) if own else BETWEEN.fullmatch(gap)
    return Place(low, place.high, place.unit, place.end) if joined else place


def _shared(low: Number, high: Number, words: Run) -> Decimal:
    """Give the low end the scale of the high one: 5-6 triệu, 8 - 9.000 tỉ, 500 đến 1 tỉ."""
    if low.scaled:
        return low.value
    scale = Decimal(1)
    for word in reversed(words):
        if word.code != "S":
            break
        scale *= word.value
    digits = words[0].text
    grouped = digits.endswith(".000") and low.value < Decimal(digits.split(".")[0])
    value = low.value * scale * (STEP if grouped else 1)
    while value > high.value and scale > 1:
        value, scale = value / STEP, scale / STEP
    return value
