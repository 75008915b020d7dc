"""Amounts: one number or a range with its unit, found in a text and read from its own characters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from solieu.facts.amounts.digits import Style
from solieu.facts.amounts.numbers import Number, Token, number_at_end, read_number, runs
from solieu.facts.amounts.units import Units, kinds_at
from solieu.facts.cues import folded

Run = tuple[Token, ...]
Bare = Callable[[str, Run], bool]

JOIN = r"[-–—÷~]|đến|tới|cho đến|cho tới"
RATE = r"(?:/\w+)?"  # 180%/năm đến 540%/năm
APART = re.compile(rf"{RATE} ?(?:{JOIN}) ?$")
BETWEEN = re.compile(rf" ?(?:{JOIN})(?: (?:hơn|gần|trên|khoảng))? ?")  # từ 7 đến gần 9 triệu
LISTED = re.compile(r" ?(?:,|và|hoặc|hay) ")
NOT_LOW = re.compile(r"(?:tháng|ngày|năm|quý|quận|khoá|khóa|điều|khoản|số|lần|thứ|đợt|tầng|lớp|khối|/) ?$")
PRECISE = re.compile(
    r"(?<!hàng )(?<!vài )(?:hơn|gần|trên|dưới|khoảng|chừng|quá|ngót|tới|đến|chưa đầy|xấp xỉ|đúng|tròn) $",
)
PER = re.compile(r"(?:đồng|triệu|tỉ|tỷ|tấn|tạ|kg|USD)/$")  # 8 tỉ đồng/1 công: a price, no area
ONE = {"1", "một"}
PRICE = re.compile(r"(?:đồng|triệu|tỉ|tỷ|usd|tấn|tạ) $")  # 400.000 đồng một hecta
MODEL = re.compile(r"(?<!\w)(?:su|mig|tu|an|il|f|b|t|m|k|mi|ka|uh|ch) ?- ?$")  # tên lửa, máy bay: Su-24 M2
INEXACT = re.compile(r"(?:vài|mấy|dăm) $")
RESPECTIVELY = re.compile(r"(?:lần lượt|tương ứng)(?: là| ở mức| đạt| tăng| giảm| chiếm)* $")
FREE = re.compile(r"[.,;)/]|$|\n| (?:so với|mọi|một|mỗi|cho|và|nhưng|thì|trên|khi|là|từ|đến)(?!\w)")
MEDALS = re.compile(r"(?:vàng|bạc|hcv|hcb)[\w ,]{0,6}$")  # 3 bạc, 2 đồng
WHOLE, TENTHS = re.compile(r"[1-9]\d{0,2}"), re.compile(r"[1-9]\d?")
STEP = 1000
FALL = 10  # a range told downwards falls by less: 36,81 – 36,29 triệu


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


def places(text: str, units: Units, bare: Bare | None = None) -> Iterator[Place]:
    """Find the numbers before one of the units, or ranges with two (20 ha đến 30 ha).

    `bare` tells whether a number with a scale and no unit counts (`3.162 tỉ và …`).
    """
    held: Place | None = None
    found, likely, text = runs(text), _likely(text), folded(text)
    for at, kinds, scaled in likely:
        if units.kind not in kinds and (bare is None or not scaled):
            continue
        run = found[at]
        unit = _unit(text, run, units, bare)
        number = number_at_end(run) if unit is not None else ()
        if unit is None or not number or not _exact(text, number):
            continue
        place = Place((), number, unit, run[-1].end + len(unit))
        if not _believed(text, place, units):
            continue
        place = _ranged(text, place, found[at - 1] if at and number == run else (), units)
        if held and held.end <= place.start:
            yield held
        held = place
    if held:
        yield held


@lru_cache(maxsize=8)  # each kind asks for the same
def _likely(text: str) -> list[tuple[int, list[str], bool]]:
    """Number the runs of a text before a unit or with a scale: the kinds that have the unit, whether a scale is there."""
    lower, found = folded(text), enumerate(runs(text))
    told = [(at, kinds_at(lower, run[-1].end), "S" in (run[-1].code, run[-2:][0].code)) for at, run in found]
    return [(at, kinds, scaled) for at, kinds, scaled in told if kinds or scaled]


def amount_at(place: Place, units: Units, style: Style | None) -> Amount | None:
    """Work out what the words of a place say; None where they make no sense.

    >>> from solieu.facts.amounts.units import units_of
    >>> told, money = "gần 50 ha; 5-6 triệu đồng; 11, 1 tỷ đồng", units_of("money")
    >>> amounts = [amount_at(place, money, None) for place in places(told, money)]
    >>> [(int(amount.low), int(amount.high), amount.unit) for amount in amounts]
    [(5000000, 6000000, 'VND'), (11100000000, 11100000000, 'VND')]
    """
    high = read_number(place.high, style, units.hint)
    if high is None:
        return None
    unit = units.read(place.unit) if place.unit.strip() else ""
    if not place.low:
        return Amount(high.value, high.value, unit, ranged=False, ambiguous=high.ambiguous)
    low = read_number(place.low, style, units.hint)
    if low is None:
        return None
    first, last = sorted((_shared(low, high, place.high), high.value))
    return Amount(first, last, unit, ranged=True, ambiguous=low.ambiguous or high.ambiguous)


def _unit(text: str, run: Run, units: Units, bare: Bare | None) -> str | None:
    unit = units.after(text, run[-1].end)
    if unit is not None:
        return unit
    if bare is None or all(token.code != "S" for token in run[-2:]):
        return None
    number = number_at_end(run)
    return "" if len(number) > 1 and "S" in [token.code for token in number] and bare(text, number) else None


def _exact(text: str, number: Run) -> bool:
    """Tell whether a number is one: `trăm triệu` is after `hơn`, and is not after `hàng`."""
    before = text[max(0, number[0].start - 12) : number[0].start]
    if PER.search(before) or MODEL.search(before) or (_text(number) in ONE and PRICE.search(before)):
        return False
    if number[0].code in "tcS":
        return bool(PRECISE.search(before))
    return number[0].code == "D" or not INEXACT.search(before)


def _text(number: Run) -> str:
    return number[0].text.lower() if len(number) == 1 else ""


def _believed(text: str, place: Place, units: Units) -> bool:
    """Tell an amount from a count of things called like the unit: 0 đồng, giảm 3 đồng, but not 4 đồng phạm."""
    least = units.least(place.unit)
    if not least or any(word.code == "S" for word in place.high):
        return True
    number = read_number(place.high)
    if number is None or abs(number.value) >= least:
        return number is not None
    medal = MEDALS.search(text, max(0, place.start - 24), place.start)
    return place.high[-1].code == "D" and not medal and bool(FREE.match(text, place.end))


def _ranged(text: str, place: Place, before: Run, units: Units) -> Place:
    low = number_at_end(before)
    if not low or NOT_LOW.search(text, max(0, low[0].start - 12), low[0].start):
        return place
    if _stray(text, low, place.high):
        first, *scales = place.high
        mended = Token(low[0].start, first.end, "D", first.value, f"{low[0].text},{first.text}")
        return Place((), (mended, *scales), place.unit, place.end)
    own = units.after_first(text, low[-1].end)
    gap = text[low[-1].end + len(own or "") : place.start]
    joined = APART.fullmatch(gap) if own else BETWEEN.fullmatch(gap) or _listed(text, low, gap, place.high)
    return Place(low, place.high, place.unit, place.end) if joined else place


def _stray(text: str, low: Run, high: Run) -> bool:
    """Tell a decimal comma with a space behind it from a list, which rises.

    >>> [_stray(text, *runs(text)) for text in ("11, 1 tỷ", "10, 15%")]
    [True, False]
    """
    first, second = low[-1], high[0]
    if len(low) > 1 or text[first.end : second.start] != ", " or text[first.start - 1 : first.start] in {"-", "/"}:
        return False
    return bool(WHOLE.fullmatch(first.text) and TENTHS.fullmatch(second.text)) and int(first.text) > int(second.text)


def _listed(text: str, low: Run, gap: str, high: Run) -> bool:
    """Tell whether two numbers side by side share the unit: 100, 200 tỉ; lần lượt 15 và 12%; not bậc 3 và 23,6%."""
    if not LISTED.fullmatch(gap) or low[-1].code == "S":
        return False
    if RESPECTIVELY.search(text, max(0, low[0].start - 24), low[0].start):
        return True
    first, second = (re.sub(r"\d+", "0", token.text) for token in (low[0], high[0]))
    return len(low) == 1 and low[0].code == "D" == high[0].code and first == second and _rises(low, high[:1])


def _rises(low: Run, high: Run) -> bool:
    """Tell whether two numbers rise: 100, 200; not 2018, 7."""
    first, second = read_number(low), read_number(high)
    return first is not None and second is not None and first.value < second.value


def _shared(low: Number, high: Number, words: Run) -> Decimal:
    """Give the first number the scale of the second: 5-6 triệu, 8 - 9.000 tỉ, 36,8 - 36,3 triệu; a lower one: 500 đến 1 tỉ."""
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
    while value > FALL * high.value and scale > 1:
        value, scale = value / STEP, scale / STEP
    return value
