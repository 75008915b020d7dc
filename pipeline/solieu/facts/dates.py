"""The dates and periods that a text names, in ISO 8601."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

YEAR = r"(?:19|20)\d\d"
MONTH = r"(?:0?[1-9]|1[0-2])"
DAY = r"(?:0?[1-9]|[12]\d|3[01])"
QUARTER = r"(?P<quarter>IV|I{1,3}|[1-4])"
NAMED = r" năm ngoái| năm trước| năm nay| năm sau| tới(?! (?:tháng|ngày|năm|\d))"
OF_YEAR = rf"(?:(?: ?[-/] ?|,? năm )(?P<year>{YEAR})|(?P<named>{NAMED}))?"
FROM_YEAR = rf"(?: ?[-/] ?(?P<from_year>{YEAR}))?"
WHOLE = r"(?<![\w./,-])"  # nothing of a number or a word before it
ENDED = r"(?![\w%]|[.,/-]\d| (?:triệu|tỷ|tỉ|nghìn|ngàn|đồng|ha|người|hộ))"
BASELINE = r"so với|bằng|gấp|cùng kỳ(?: của)?|hơn|kể từ|từ|sau|trước|giao"
COMPARED = re.compile(rf"(?:{BASELINE})(?: (?:cuối|đầu|thời điểm|cùng kỳ|mức|ngày|tháng|quý|năm|của))*\s*$")
PAPER = re.compile(  # a date that names a law or a letter
    r"(?:nghị (?:định|quyết)|thông tư|kết luận|quyết định|công văn|văn bản|chỉ thị)(?: số)?(?: [\w/.-]*\d[\w/.-]*)?(?: ngày)?\s*$"
    r"|luật(?: \w+){0,4}\s*$"
)
DEADLINE = re.compile(r"(?:hết|cuối)\s*$")
TIME = re.compile(rf"{YEAR}|tháng|quý|ngày|năm [nt]|hôm|hiện|đến nay")  # no date without one of these
PERIOD = r"(?:giai đoạn|thời kỳ|từ năm|(?:^|, |trong )nhiệm kỳ)"
YEARS_ON = {"năm ngoái": -1, "năm nay": 0, "năm tới": 1}
MONTHS = 12
NUMBERS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
Resolve = Callable[[re.Match[str], date | None], str | None]


@dataclass(frozen=True, slots=True)
class When:
    """A date or a period, where it stands in its sentence."""

    start: int
    end: int
    iso: str


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
            iso, before = resolve(found, published), lower[max(0, found.start() - 40) : found.start()]
            if iso and not COMPARED.search(before) and not PAPER.search(before):
                yield When(found.start(), found.end(), iso)


def _year(found: re.Match[str], published: date | None, month: int = 1) -> int | None:
    """Give the year a date names, or the one it means on the day of publication; None for a month yet to come."""
    if found["year"]:
        return int(found["year"])
    if published is None:
        return None
    if found["named"] == " tới":
        return published.year + (month <= published.month)
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
    year, months = _year(found, published), NUMBERS.get(found["months"].lower()) or int(found["months"])
    if year is None or not 1 < months < MONTHS:
        return None
    first, last = (1, months) if found["end"].lower() == "đầu" else (MONTHS + 1 - months, MONTHS)
    return f"{year}-{first:02}/{year}-{last:02}"


def _whole_year(found: re.Match[str], _published: date | None) -> str:
    return _ended(found, int(found["year"]), 12, found["year"])


def _span_of_years(found: re.Match[str], _published: date | None) -> str | None:
    return f"{found['first']}/{found['last']}" if found["first"] < found["last"] else None


def _from_to(found: re.Match[str], _published: date | None) -> str:
    """Give the two ends of `từ tháng 9/2018 đến tháng 3/2019`; the first has the second's year where it names none."""
    parts = found.groupdict()
    days = [f"-{int(parts[name]):02}" if parts.get(name) else "" for name in ("day", "last_day")]
    first = f"{parts['from_year'] or parts['year']}-{int(parts['month']):02}{days[0]}"
    return f"{first}/{parts['year']}-{int(parts['last_month']):02}{days[1]}"


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
        "từ tháng",
        rf"từ tháng (?P<month>{MONTH}){FROM_YEAR} (?:đến|tới)(?: hết)? tháng (?P<last_month>{MONTH}) ?[-/] ?(?P<year>{YEAR})",
        _from_to,
    ),
    _form(
        "từ ngày",
        rf"từ ngày (?P<day>{DAY}) ?[-/] ?(?P<month>{MONTH}){FROM_YEAR} (?:đến|tới)(?: hết)?(?: ngày)? "
        rf"(?P<last_day>{DAY}) ?[-/] ?(?P<last_month>{MONTH}) ?[-/] ?(?P<year>{YEAR})",
        _from_to,
    ),
    _form(
        "tháng đầu,tháng cuối",
        rf"(?P<months>\d\d?|{'|'.join(NUMBERS)}) tháng (?P<end>đầu|cuối){OF_YEAR}(?: năm(?! \d))?",
        _months,
    ),
    _form("quý", rf"quý {QUARTER}{OF_YEAR}", _quarter),
    _form("tháng", rf"(?:ngày )?(?P<day>{DAY}) tháng (?P<month>{MONTH}){OF_YEAR}", _day),
    _form("/,-,.", rf"(?P<day>{DAY})(?P<mark> ?[-/.] ?)(?P<month>{MONTH})(?P=mark)(?P<year>{YEAR})(?P<named>)", _day),
    _form(
        "ngày,hôm,sáng,chiều,tối",
        rf"(?:ngày|hôm nay|hôm qua|sáng|chiều|tối) (?P<day>{DAY}) ?[-/] ?(?P<month>{MONTH}){OF_YEAR}",
        _day,
    ),
    _form("tháng", rf"tháng (?P<month>{MONTH}){OF_YEAR}", _month),
    _form("năm", rf"năm (?P<year>{YEAR})", _whole_year),
    _form(
        "năm n,năm tới,tháng trước,hôm,hiện,đến nay",
        r"(?:năm ngoái|(?<!\d )năm nay|(?:(?<=vào )|(?<=trong )|(?<=sang ))năm tới"  # but not: trong 5 năm tới
        r"|tháng trước|hôm qua|hôm nay|hiện nay|(?:^|(?<=, )|(?<=thời điểm ))hiện tại|đến nay)",
        _relative,
    ),
)
