"""Dates of publication: every form Vietnamese pages write, and which of a page's dates is no clock."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone

OFFSET = r"(?P<offset>Z|[+-]\d{2}:?\d{2})"
HOURS = r"(?P<H>\d{2}):(?P<M>\d{2})(?::(?P<S>\d{2})(?:\.\d{1,9})?)?"
ISO = re.compile(rf"(?P<y>\d{{4}})-(?P<m>\d{{1,2}})-(?P<d>\d{{1,2}})(?:[T ]{HOURS}\s?{OFFSET}?)?")
# 20/05/2024 · 20-5-2024 · 20.05.2024 · 08 08 2019 · 20 tháng 5 năm 2024 · 20 Tháng 05, 2024
DAY = re.compile(
    r"""
    (?<![\d/.-])(?P<d>\d{1,2})
    (?: \s?/\s?(?P<m1>\d{1,2})\s?/\s? | \s?-\s?(?P<m2>\d{1,2})\s?-\s? | \.(?P<m3>\d{1,2})\. | \s(?P<m4>\d{1,2})\s
      | ,?\s?tháng\s(?P<m5>\d{1,2})(?:,|\s?năm)?\s?
      | \s(?P<m6>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6})\.?,?\s )
    (?P<y>\d{4})(?!\d)
    """,
    re.VERBOSE | re.IGNORECASE,
)
# 08:47 · 8:47 SA · 08h47 · 14 giờ 30
TIME = re.compile(
    r"(?<![\d:.])(?P<H>\d{1,2})\s?(?:[:hg]|giờ)\s?(?P<M>[0-5]\d)(?::(?P<S>[0-5]\d))?(?!\d)(?:\s?(?P<half>am|pm|sa|ch|sáng|chiều|tối))?",
    re.IGNORECASE,
)
ZONE = re.compile(r"(?:GMT|UTC)\s?\+\s?0?7", re.IGNORECASE)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
AFTERNOON = frozenset(("pm", "ch", "chiều", "tối"))
# What stands around a date where a line is nothing but its date.
AROUND = re.compile(
    r"(?:thứ\s?(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\s?nhật|cn|(?:mon|tues|wednes|thurs|fri|satur|sun)day|ngày|tháng|năm|lúc|giờ|hồi|vào"
    r"|cập\s?nhật|lần|cuối|đăng|gửi|tải|xuất\s?bản|thời\s?gian|ngày\s?tạo|được|tạo|hai|ba|tư|sáu|bảy|tám|chín|mười|một|posted|published|updated|last|on|at|date|gmt|utc|am|pm|sa|ch|[^\w]|[0-9_])+",
    re.IGNORECASE,
)
# Tháng Tư 21, 2023, as WordPress writes it
WORDED = re.compile(
    r"tháng (?P<m>một|hai|ba|tư|năm|sáu|bảy|tám|chín|mười(?: một| hai)?|\d{1,2}) (?P<d>\d{1,2}), (?P<y>\d{4})(?!\d)",
    re.IGNORECASE,
)
ORDINALS = ("một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai")
# The weekday in front of a date: 2 to 7 or a word, Sunday last; it tells day from month where both orders are dates.
WEEKDAYS = ("hai", "ba", "tư", "năm", "sáu", "bảy")
WEEKDAY = re.compile(
    r"(?<!\w)(?:thứ\s?(?P<word>hai|ba|tư|năm|sáu|bảy)|(?:thứ\s?|t)(?P<number>[2-7])|(?P<sunday>chủ\s?nhật|cn))\W{1,4}(?:ngày )?$",
    re.IGNORECASE,
)
MAX_STAMP = 90
MAX_WEEKDAY = 20  # characters before a date in which its weekday stands
NOON, DAY_HOURS = 12, 24
VIETNAM = timezone(timedelta(hours=7))
FIRST_YEAR, LAST_YEAR = 1994, 2099  # the first Vietnamese pages; earlier dates on a page are history, not publication


def as_iso(text: str | None) -> str | None:
    """Return a date that came with a page: as it is where it is ISO 8601, else read; None where it is no date.

    >>> as_iso("2024-05-20T08:47:31+07:00"), as_iso("20/05/2024 08:47"), as_iso("hôm qua")
    ('2024-05-20T08:47:31+07:00', '2024-05-20T08:47', None)
    """
    if not text:
        return None
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return read_date(text)
    return text


def read_date(text: str) -> str | None:
    """Read a date, with its time where there is one, as ISO 8601; None where there is none.

    >>> read_date("Thứ hai, 20/05/2024 | 08:47 GMT+7"), read_date("Ngày 20 tháng 5 năm 2024")
    ('2024-05-20T08:47+07:00', '2024-05-20')
    >>> read_date("Tháng Năm 20, 2024"), read_date("T2, 10/11/2021 - 10:26")
    ('2024-05-20', '2021-10-11T10:26')
    >>> read_date("20-05-2024 8:47 CH"), read_date("thứ năm, 08 08 2019 08:51"), read_date("2024-05-20T08:47:00Z")
    ('2024-05-20T20:47', '2019-08-08T08:51', '2024-05-20T08:47:00Z')
    """
    if found := ISO.search(text):
        return from_iso(found)
    if found := WORDED.search(text):
        return from_words(found, text)
    day = DAY.search(text)
    if day is None:
        return None
    month = next(value for value in day.group("m1", "m2", "m3", "m4", "m5", "m6") if value)
    number = MONTHS.index(month[:3].lower()) + 1 if month.isalpha() else int(month)
    orders = (valid(int(day["y"]), number, int(day["d"])), valid(int(day["y"]), int(day["d"]), number))  # 5/20/2024, as in the US
    stamp = in_order(orders, weekday_before(text[: day.start()]))
    return stamp + clock(text[: day.start()] + " " + text[day.end() :]) if stamp else None


def from_words(found: re.Match[str], text: str) -> str | None:
    """Read a date whose month is a word in front of the day."""
    month = found["m"].lower()
    number = ORDINALS.index(month) + 1 if month in ORDINALS else int(month)
    stamp = valid(int(found["y"]), number, int(found["d"]))
    return stamp + clock(text[: found.start()] + " " + text[found.end() :]) if stamp else None


def in_order(orders: tuple[str | None, str | None], weekday: int | None) -> str | None:
    """Choose between day before month and month before day: the first, unless the second alone is a date or fits the weekday."""
    first, second = orders
    if first and second and weekday is not None and date.fromisoformat(first).weekday() != weekday:
        return second if date.fromisoformat(second).weekday() == weekday else first
    return first or second


def weekday_before(text: str) -> int | None:
    """Read the weekday that stands right before a date, Monday 0.

    >>> weekday_before("vào T2, "), weekday_before("Chủ nhật, ngày "), weekday_before("đăng ngày ")
    (0, 6, None)
    """
    found = WEEKDAY.search(text[-MAX_WEEKDAY:])
    if found is None:
        return None
    if found["sunday"]:
        return 6
    return int(found["number"]) - 2 if found["number"] else WEEKDAYS.index(found["word"].lower())


def to_local(stamp: str) -> str:
    """Turn a time in UTC into the hour in Việt Nam, where its readers saw the day; other dates stay.

    >>> to_local("2024-05-20T20:47:00Z"), to_local("2024-05-20T20:47:00+07:00"), to_local("2024-05-20")
    ('2024-05-21T03:47:00+07:00', '2024-05-20T20:47:00+07:00', '2024-05-20')
    """
    if not stamp.endswith(("Z", "+00:00")):
        return stamp
    return datetime.fromisoformat(stamp).astimezone(VIETNAM).isoformat()


def is_stamp(text: str) -> bool:
    """Tell whether a line is a date and nothing else.

    >>> is_stamp("Cập nhật lúc: 08:47 | Thứ hai, 20/05/2024"), is_stamp("Ngày 20/5/2024, đoàn kiểm tra đã đến.")
    (True, False)
    """
    return len(text) <= MAX_STAMP and read_date(text) is not None and AROUND.fullmatch(text) is not None


def from_iso(found: re.Match[str]) -> str | None:
    """Write an ISO date again, checked, its time and offset kept."""
    stamp = valid(int(found["y"]), int(found["m"]), int(found["d"]))
    if stamp is None or found["H"] is None:
        return stamp
    seconds = f":{found['S']}" if found["S"] else ""
    offset = found["offset"] or ""
    if len(offset) == len("+0700"):
        offset = offset[:3] + ":" + offset[3:]
    return f"{stamp}T{found['H']}:{found['M']}{seconds}{offset}"


def valid(year: int, month: int, day: int) -> str | None:
    """Return the ISO date if it is one a page can have been published on."""
    try:
        stamp = date(year, month, day)
    except ValueError:
        return None
    return stamp.isoformat() if FIRST_YEAR <= year <= LAST_YEAR else None


def clock(text: str) -> str:
    """Read a time of day as `THH:MM`, with the offset if the text says it; empty where there is none."""
    found = TIME.search(text)
    if found is None:
        return ""
    hour = int(found["H"])
    half = (found["half"] or "").lower()
    if half in AFTERNOON and hour < NOON:
        hour += 12
    if half in {"am", "sa"} and hour == NOON:
        hour = 0
    if hour >= DAY_HOURS:
        return ""
    return f"T{hour:02d}:{found['M']}" + ("+07:00" if ZONE.search(text) else "")
