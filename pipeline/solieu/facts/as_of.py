"""When an amount holds: the date or period of its clause, its sentence or its paragraph, in ISO 8601."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date

from solieu.facts.dates import When, dates_in
from solieu.records import Reading, Span

EVENT = r"khởi công|động thổ|khánh thành|thông xe|khai trương|thành lập|đưa vào|ban hành|ra mắt|ra đời|diễn ra"
OWN = re.compile(r" (?:(?:vào|trong|của|hồi) )?(?:năm|tháng|quý) \d", re.IGNORECASE)  # so với tỉ lệ 54% năm 2016
CLAUSE_ENDS = re.compile(r"[;.]\s|,? (?:trong khi|nhưng|còn|tuy nhiên)(?!\w)")
REACH = 160  # characters before and after an amount in its sentence


def as_of(reading: Reading, span: Span) -> str | None:
    """Tell when an amount holds: a date, a month, a year or an interval `from/to`; None where the text leaves it open.

    The nearest one of its clause counts, else that before it in its sentence, else the first of its paragraph's opening
    sentence. What is only compared with (`so với năm 2017`) does not count; a term of office does
    where it opens a clause, not behind the congress it names (`Đại hội nhiệm kỳ 2020-2025`).

    >>> text = "Đến hết năm 2025, tỷ lệ lấp đầy đạt 75%."
    >>> as_of(Reading(text, ((0, len(text)),)), Span(36, 39, "percent"))
    '2025-12-31'
    """
    at = bisect_right(reading.sentences, span.start, key=lambda sentence: sentence[0]) - 1
    if at < 0 or reading.sentences[at][1] < span.end:
        return None
    start, end = reading.sentences[at]
    published = _published(reading)
    before = reading.text[max(start, span.start - REACH) : span.start]
    after = reading.text[span.end : min(end, span.end + REACH)]
    return _of_sentence(before, after, published) or _of_paragraph(reading, at, published)


def _of_sentence(before: str, after: str, published: date | None) -> str | None:
    cut = max((found.end() for found in CLAUSE_ENDS.finditer(before)), default=0)
    border = CLAUSE_ENDS.search(after)
    later = _unbroken(after[: border.start() if border else len(after)])
    when = (
        (_first(dates_in(later, published)) if OWN.match(later) else None)
        or _last(dates_in(before[cut:], published))
        or _first(dates_in(later, published))
        or (_last(dates_in(before, published)) if cut else None)
    )
    return when.iso if when else None


def _of_paragraph(reading: Reading, at: int, published: date | None) -> str | None:
    """Inherit the date that the paragraph opens with, unless another stands between."""
    start = reading.text.rfind("\n", 0, reading.sentences[at][0]) + 1
    opening = reading.text[start : min(start + REACH // 2, reading.sentences[at][0])]
    first = _first(dates_in(opening, published))
    if first is None:
        return None
    others = {when.iso for when in dates_in(reading.text[start : reading.sentences[at][0]][-10 * REACH :], published)}
    return first.iso if others == {first.iso} else None


def _unbroken(after: str) -> str:
    """Cut what follows an amount before the next number with a unit or an event: a date after that is the next one's."""
    other = re.search(rf"\d ?(?:%|ha\b|m2|tỷ|tỉ|triệu|đồng|USD)|{EVENT}", after)
    return after[: other.start()] if other else after


def _first(dates: list[When]) -> When | None:
    return dates[0] if dates else None


def _last(dates: list[When]) -> When | None:
    return dates[-1] if dates else None


def _published(reading: Reading) -> date | None:
    try:
        return date.fromisoformat((reading.published or "")[:10])
    except ValueError:
        return None
