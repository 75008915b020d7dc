"""When an amount holds: the date or period of its clause, its sentence or its paragraph, in ISO 8601."""

from __future__ import annotations

import re
from bisect import bisect_right
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from solieu.records import Reading, Span

YEAR = r"(?:19|20)\d\d"
MONTH = r"(?:0?[1-9]|1[0-2])"
DAY = r"(?:0?[1-9]|[12]\d|3[01])"
QUARTER = r"(?P<quarter>IV|I{1,3}|[1-4])"
OF_YEAR = rf"(?:(?: ?[-/] ?|,? năm )(?P<year>{YEAR})|(?P<named> năm ngoái| năm trước| năm nay| năm sau))?"
WHOLE = r"(?<![\w./,-])"  # nothing of a number or a word before it
ENDED = r"(?![\w%]|[.,/-]\d| (?:triệu|tỷ|tỉ|nghìn|ngàn|đồng|ha|người|hộ))"
BASELINE = r"so với|bằng|gấp|cùng kỳ(?: của)?|hơn|kể từ|từ|sau|trước"
COMPARED = re.compile(rf"(?:{BASELINE})(?: (?:cuối|đầu|thời điểm|cùng kỳ|mức|ngày|tháng|quý|năm|của))*\s*$")
OWN = re.compile(r" (?:(?:vào|trong|của|hồi) )?(?:năm|tháng|quý) \d", re.IGNORECASE)  # so với tỉ lệ 54% năm 2016
DEADLINE = re.compile(r"(?:hết|cuối)\s*$")
CLAUSE_ENDS = re.compile(r"[;.]\s|,? (?:trong khi|nhưng|còn|tuy nhiên)(?!\w)")
TIME = re.compile(rf"{YEAR}|tháng|quý|ngày|năm [nt]|hôm|hiện|đến nay")  # no date without one of these
PERIOD = r"(?:giai đoạn|thời kỳ|từ năm|(?:^|, |trong )nhiệm kỳ)"
YEARS_ON = {"năm ngoái": -1, "năm nay": 0, "năm tới": 1}
MONTHS = 12
REACH = 160  # characters before and after an amount in its sentence

Resolve = Callable[[re.Match[str], date | None], str | None]


@dataclass(frozen=True, slots=True)
class When:
    """A date or a period, where it stands in its sentence."""

    start: int
    end: int
    iso: str


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
    """Cut what follows an amount before the next number with a unit: a date after that is the next one's."""
    other = re.search(r"\d ?(?:%|ha\b|m2|tỷ|tỉ|triệu|đồng|USD)", after)
    return after[: other.start()] if other else after


def dates_in(text: str, published: date | None) -> list[When]:
    """List the dates and periods of a stretch of text, in order, without those it is only compared with.

    >>> [when.iso for when in dates_in("quý I/2024, giai đoạn 2021 - 2025, so với năm 2017", None)]
    ['2024-01/2024-03', '2021/2025']
    """
    return sorted(_dates(text, published), key=lambda when: when.start)


def _dates(text: str, published: date | None) -> Iterator[When]:
    taken: list[tuple[int, int]] = []
    lower = text.lower()
    if not TIME.search(lower):
        return
    for words, pattern, resolve in FORMS:
        if not any(map(lower.__contains__, words)):
            continue
        for found in pattern.finditer(text):
            if any(start < found.end() and found.start() < end for start, end in taken):
                continue
            taken.append(found.span())
            iso = resolve(found, published)
            if iso and not COMPARED.search(text[max(0, found.start() - 40) : found.start()].lower()):
                yield When(found.start(), found.end(), iso)


def _first(dates: list[When]) -> When | None:
    return dates[0] if dates else None


def _last(dates: list[When]) -> When | None:
    return dates[-1] if dates else None


def _published(reading: Reading) -> date | None:
    try:
        return date.fromisoformat((reading.published or "")[:10])
    except ValueError:
        return None


def _year(found: re.Match[str], published: date | None, month: int = 1) -> int | None:
    """Give the year a date names, or the one it means on the day of publication; None for a month yet to come."""
    if found["year"]:
        return int(found["year"])
    if published is None:
        return None
    if found["named"]:
        return published.year + {" năm ngoái": -1, " năm trước": -1, " năm sau": 1}.get(found["named"].lower(), 0)
    return published.year if month <= published.month else None


def _day(found: re.Match[str], published: date | None) -> str | None:
    year = _year(found, published, int(found["month"]))
    try:
        return None if year is None else date(year, int(found["month"]), int(found["day"])).isoformat()
    except ValueError:
        return None


def _month(found: re.Match[str], published: date | None) -> str | None:
    month = int(found["month"])
    year = _year(found, published, month)
    return None if year is None else _ended(found, year, month, f"{year}-{month:02}")


def _ended(found: re.Match[str], year: int, month: int, period: str) -> str:
    """Give the last day of a period that is told as a deadline: đến hết tháng 6, cuối năm 2025."""
    closed = DEADLINE.search(found.string[max(0, found.start() - 6) : found.start()].lower())
    return f"{year}-{month:02}-{monthrange(year, month)[1]}" if closed else period


def _quarter(found: re.Match[str], published: date | None) -> str | None:
    quarter = {"I": 1, "II": 2, "III": 3, "IV": 4}.get(found["quarter"].upper()) or int(found["quarter"])
    year = _year(found, published, 3 * quarter - 2)
    if year is None:
        return None
    return _ended(found, year, 3 * quarter, f"{year}-{3 * quarter - 2:02}/{year}-{3 * quarter:02}")


def _months(found: re.Match[str], published: date | None) -> str | None:
    year, months = _year(found, published), int(found["months"])
    if year is None or not 1 < months < MONTHS:
        return None
    first, last = (1, months) if found["end"].lower() == "đầu" else (MONTHS + 1 - months, MONTHS)
    return f"{year}-{first:02}/{year}-{last:02}"


def _whole_year(found: re.Match[str], _published: date | None) -> str:
    return _ended(found, int(found["year"]), 12, found["year"])


def _span_of_years(found: re.Match[str], _published: date | None) -> str | None:
    return f"{found['first']}/{found['last']}" if found["first"] < found["last"] else None


def _relative(found: re.Match[str], published: date | None) -> str | None:
    if published is None:
        return None
    word = found[0].lower()
    if word in YEARS_ON:
        year = published.year + YEARS_ON[word]
        return _ended(found, year, 12, str(year))
    if word == "tháng trước":
        return f"{published.replace(day=1) - timedelta(days=1):%Y-%m}"
    return (published - timedelta(days=word == "hôm qua")).isoformat()


def _form(words: str, pattern: str, resolve: Resolve) -> tuple[list[str], re.Pattern[str], Resolve]:
    """Make a form: a pattern that is only tried on a text with one of the words, in lower case, parted by commas."""
    return words.split(","), re.compile(WHOLE + pattern + ENDED, re.IGNORECASE), resolve


FORMS = (
    _form(
        "giai đoạn,thời kỳ,từ năm,nhiệm kỳ",
        rf"{PERIOD} (?P<first>{YEAR}) ?(?:[-–—]|đến(?: năm)?) ?(?P<last>{YEAR})",
        _span_of_years,
    ),
    _form(
        "tháng đầu,tháng cuối",
        rf"(?P<months>\d\d?) tháng (?P<end>đầu|cuối){OF_YEAR}(?: năm(?! \d))?",
        _months,
    ),
    _form("quý", rf"quý {QUARTER}{OF_YEAR}", _quarter),
    _form("tháng", rf"(?:ngày )?(?P<day>{DAY}) tháng (?P<month>{MONTH}){OF_YEAR}", _day),
    _form("/,-,.", rf"(?P<day>{DAY})(?P<mark> ?[-/.] ?)(?P<month>{MONTH})(?P=mark)(?P<year>{YEAR})(?P<named>)", _day),
    _form("ngày", rf"ngày (?P<day>{DAY}) ?[-/] ?(?P<month>{MONTH}){OF_YEAR}", _day),
    _form("tháng", rf"tháng (?P<month>{MONTH}){OF_YEAR}", _month),
    _form("năm", rf"năm (?P<year>{YEAR})", _whole_year),
    _form(
        "năm n,năm tới,tháng trước,hôm,hiện,đến nay",
        r"(?:năm ngoái|năm nay|(?:(?<=vào )|(?<=trong )|(?<=sang ))năm tới"  # but not: trong 5 năm tới
        r"|tháng trước|hôm qua|hôm nay|hiện nay|hiện tại|đến nay)",
        _relative,
    ),
)
