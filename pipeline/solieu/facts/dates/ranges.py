"""Periods told by their two ends: `từ tháng 9/2018 đến tháng 3/2019`, `từ năm 2016 đến nay`."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

YEAR = r"(?:19|20)\d\d"
MONTH = r"(?:0?[1-9]|1[0-2])"
DAY = r"(?:0?[1-9]|[12]\d|3[01])"
EDGE = r"(?:khoảng )?(?:đầu |giữa |cuối |hết )?"
DAY_MONTH = rf"(?:ngày )?{DAY} ?[-/.] ?{MONTH}(?: ?[-/.] ?{YEAR})?"
POINT = rf"{EDGE}(?:{DAY_MONTH}|(?:tháng )?{MONTH} ?[-/] ?{YEAR}|tháng {MONTH}(?: năm {YEAR})?|(?:năm )?{YEAR})"
NOW = r"(?:hiện )?nay|thời điểm (?:này|hiện tại)"
MARKED = re.compile(rf"ngày|tháng|năm|{YEAR}")  # từ 1/3 đến 1/2: a fraction
MONTHS = 12


def from_to(found: re.Match[str], published: date | None) -> str | None:
    """Give the two ends of a period, each as exactly as the more exact one; `đến nay` ends on the day of publication.

    The first has the second's year where it names none.
    """
    today = [published.year, published.month, published.day] if published else [0]
    first = _parts(found["first"])
    last = _parts(found["last"]) or today[: len(first)]
    last[0] = last[0] or today[0]
    if not MARKED.search(found[0]) or not last[0]:
        return None
    if not first[0]:
        first[0] = last[0] - (first[1:] > last[1:])
    size = max(len(first), len(last))
    first += [1] * (size - len(first))
    while len(last) < size:
        last.append(MONTHS if len(last) == 1 else monthrange(last[0], last[1])[1])
    return f"{_iso(first)}/{_iso(last)}" if first < last and _exists(first) and _exists(last) else None


def _parts(point: str) -> list[int]:
    """Read year, month and day of a point in time as far as it names them; the year is 0 where it names only the rest."""
    if point.startswith("đầu năm") and not re.search(YEAR, point):
        return [0, 1]
    numbers = [int(number) for number in re.findall(r"\d+", point)]
    return numbers[::-1] if re.search(YEAR, point) or not numbers else [0, *reversed(numbers)]


def _iso(parts: list[int]) -> str:
    return "-".join(f"{part:02}" for part in parts)


def _exists(parts: list[int]) -> bool:
    return parts[2:] <= [monthrange(parts[0], parts[1])[1]] if len(parts) > 2 else True  # noqa: PLR2004 - year, month, day
