"""How a date or a period is written, and what it comes to in ISO 8601; patterns of text in lower case."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from solieu.facts.dates.ranges import DAY, MONTH, NOW, POINT, YEAR, from_to

QUARTER = r"(?P<quarter>iv|i{1,3}|[1-4])"
NAMED = r" năm ngoái| năm trước|(?: đầu)? năm nay| năm sau| tới(?! (?:tháng|ngày|năm|\d))"
OF_YEAR = rf"(?:(?: ?[-/] ?|,? năm )(?P<year>{YEAR})|(?P<named>{NAMED}))?"
WHOLE = r"(?<![\w./,-])"  # nothing of a number or a word before it
ENDED = r"(?![\w%]|[.,/-]\d| (?:triệu|(?:tỷ|tỉ)(?! (?:lệ|trọng|giá|suất))|nghìn|ngàn|đồng(?! chí)|usd|ha|m2|người|hộ)(?!\w))"
PERIOD = (
    r"(?:giai đoạn|thời kỳ|từ năm|(?:các |những )?năm(?: học)?|niên (?:khoá|khóa|độ)"
    r"|(?:^|, |trong )nhiệm kỳ)"
)
CLOSED = re.compile(r"(?<!\w)(?:hết(?: ngày)?|(?:đến|tới) cuối|tính (?:đến|tới))\s*$")
ENDING = re.compile(r"(?<!\w)(?<!hồi )(?<!vào )(?<!từ )cuối\s*$")
STATE = re.compile(r" có(?!\w)|[^;.]{0,60}(?<!\w)(?:là|còn|đạt|chiếm|ở mức)(?!\w)")  # what is so at the end, not done by then
TARGET = re.compile(r"(?<!\w)(?:đến|tới|trước)\s*$")
COMING = re.compile(r"(?<!\w)(?:sẽ|dự kiến|sắp|kế hoạch|phấn đấu|chậm nhất|muộn nhất)(?!\w)")
GONE = re.compile(r"(?<!\w)(?:hôm|hồi)(?: (?:đầu|giữa|cuối))? (?:tháng |ngày )?$")
PAST = re.compile(r"(?<!\w)(?:đã|vừa|bị|từng|cho biết|cho hay|xảy ra)(?!\w)")
AROUND = 100  # characters around a date that tell whether it is gone by
AHEAD = 4  # months that are announced without a year
YEARS_ON = {"năm ngoái": -1, "năm trước": -1, "năm rồi": -1, "năm vừa qua": -1, "năm vừa rồi": -1, "năm nay": 0, "năm tới": 1}
MONTHS_ON = {"tháng trước": -1, "tháng vừa qua": -1, "tháng này": 0, "tháng sau": 1}
MONTHS = 12
EACH = re.compile(r"lần lượt|tương ứng")
NUMBERS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
NUMBER = rf"(?:\d\d?|{'|'.join(NUMBERS)})"
Resolve = Callable[[re.Match[str], date | None], str | None]
Form = tuple[frozenset[str], re.Pattern[str], Resolve]


def _year(found: re.Match[str], published: date | None, month: int = 1) -> int | None:
    """Give the year a date names, or the one it means on the day of publication; None where that is open."""
    if found["year"]:
        return int(found["year"])
    if published is None:
        return None
    if found["named"] == " tới":
        return published.year + (month <= published.month)
    if found["named"]:
        return published.year + {" năm ngoái": -1, " năm trước": -1, " năm sau": 1}.get(found["named"], 0)
    return published.year if month <= published.month else _year_of_later_month(found, published, month)


def _year_of_later_month(found: re.Match[str], published: date, month: int) -> int | None:
    """Give the year of a month that is later in the year: the last one's if it is told as gone by, this one if to come.

    A day told with neither is the last year's where it lies far ahead; a month is left open.

    >>> from solieu.facts.dates.mentions import dates_in
    >>> told = ("vụ cháy hồi tháng 11", "sẽ khởi công vào tháng 11", "ngày 12/11", "tháng 11")
    >>> [[when.iso for when in dates_in(text, date(2024, 5, 20))] for text in told]
    [['2023-11'], ['2024-11'], ['2023-11-12'], []]
    """
    before = found.string[max(0, found.start() - AROUND) : found.start()]
    if GONE.search(before) or found[0].startswith("hôm"):
        return published.year - 1
    if COMING.search(before):
        return published.year
    told = PAST.search(found.string, found.start() - min(AROUND, found.start()), found.end() + AROUND)
    return published.year - 1 if "day" in found.groupdict() and (told or month - published.month > AHEAD) else None


def _day(found: re.Match[str], published: date | None) -> str | None:
    year = _year(found, published, int(found["month"]))
    try:
        return None if year is None else date(year, int(found["month"]), int(found["day"])).isoformat()
    except ValueError:
        return None


def _days(found: re.Match[str], published: date | None) -> str | None:
    last = _day(found, published)
    first = int(found["first"])
    return f"{last[:8]}{first:02}/{last}" if last and first < int(found["day"]) else None


def _month(found: re.Match[str], published: date | None) -> str | None:
    month = int(found["month"])
    year = _year(found, published, month)
    return None if year is None else _ended(found, published, end=(year, month), period=f"{year}-{month:02}")


def _ended(found: re.Match[str], published: date | None, *, end: tuple[int, int], period: str) -> str:
    """Give the last day of a period that is told as a deadline or has its end described: đến năm 2030, cuối năm 2025 còn 3%."""
    year, month = end
    before = found.string[max(0, found.start() - 10) : found.start()]
    state = ENDING.search(before) and STATE.match(found.string, found.end())
    closed = CLOSED.search(before) or state or (TARGET.search(before) and published is not None and year >= published.year)
    return f"{year}-{month:02}-{monthrange(year, month)[1]}" if closed else period


def _quarter(found: re.Match[str], published: date | None) -> str | None:
    quarter = {"i": 1, "ii": 2, "iii": 3, "iv": 4}.get(found["quarter"]) or int(found["quarter"])
    year = _year(found, published, 3 * quarter - 2)
    if year is None:
        return None
    period = f"{year}-{3 * quarter - 2:02}/{year}-{3 * quarter:02}"
    return _ended(found, published, end=(year, 3 * quarter), period=period)


def _number(word: str) -> int:
    return NUMBERS.get(word) or int(word)


def _months(found: re.Match[str], published: date | None) -> str | None:
    year, months = _year(found, published), _number(found["months"])
    if year is None or not 1 < months < MONTHS or not (found["end"] or found["year"]):
        return None
    first, last = (1, months) if found["end"] != "cuối" else (MONTHS + 1 - months, MONTHS)
    return f"{year}-{first:02}/{year}-{last:02}"


def _month_to_month(found: re.Match[str], _published: date | None) -> str | None:
    first, last = int(found["first"]), int(found["last"])
    return f"{found['year']}-{first:02}/{found['year']}-{last:02}" if first < last else None


def _half_year(found: re.Match[str], published: date | None) -> str | None:
    year = _year(found, published)
    first, last = (1, 6) if found["end"] == "đầu" else (7, 12)
    return None if year is None else f"{year}-{first:02}/{year}-{last:02}"


def _whole_year(found: re.Match[str], published: date | None) -> str:
    if found.string.endswith("những ", 0, found.start()) and found["year"][3] == "0":
        return f"{found['year']}/{found['year'][:3]}9"
    return _ended(found, published, end=(int(found["year"]), MONTHS), period=found["year"])


def _span_of_years(found: re.Match[str], _published: date | None) -> str | None:
    return f"{found['first']}/{found['last']}" if found["first"] < found["last"] else None


def _several_years(found: re.Match[str], _published: date | None) -> str | None:
    """Give the period of `năm 2018 và 2019`, unless each has an amount of its own."""
    return None if EACH.search(found.string) else _span_of_years(found, None)


def _past(found: re.Match[str], published: date | None) -> str | None:
    """Give the period up to the day of publication.

    >>> from solieu.facts.dates.mentions import dates_in
    >>> [[when.iso for when in dates_in(text, date(2024, 5, 20))] for text in ("5 năm qua", "12 tháng qua", "một năm qua")]
    [['2019/2024'], ['2023-05/2024-05'], []]
    """
    number = _number(found["number"])
    if published is None or number == 1:
        return None
    if found["unit"] == "năm":
        return f"{published.year - number}/{published.year}"
    return f"{_months_on(published, -number)}/{published:%Y-%m}"


def _months_on(day: date, months: int) -> str:
    years, month = divmod(day.year * MONTHS + day.month - 1 + months, MONTHS)
    return f"{years}-{month + 1:02}"


def _relative(found: re.Match[str], published: date | None) -> str | None:
    if published is None:
        return None
    word = found[0]
    if word in YEARS_ON:
        year = published.year + YEARS_ON[word]
        return _ended(found, published, end=(year, MONTHS), period=str(year))
    if word in MONTHS_ON:
        return _months_on(published, MONTHS_ON[word])
    return (published - timedelta(days=word == "hôm qua" or word.endswith(" qua"))).isoformat()


def _form(words: str, pattern: str, resolve: Resolve) -> Form:
    """Make a form: a pattern that is only tried on a text with one of the words, parted by commas."""
    whole = (
        WHOLE if pattern.startswith("(") and not pattern.startswith(FIRST_DIGIT) else ""
    )  # a pattern that begins with a letter is found several times faster
    return frozenset(words.split(",")), re.compile(whole + pattern + ENDED), resolve


def _single(word: str) -> str:
    """Make a pattern of a word that no number stands before: tháng trước, but not 3 tháng trước."""
    return rf"{word} (?<!\d {word} )" + "".join(rf"(?<!{many} {word} )" for many in MANY)


MANY = ("hai", "ba", "bốn", "sáu", "mười", "chục", "mấy", "vài", "những", "các", "nhiều", "bao", "một", "mỗi")
DAYTIME = r"(?:(?:rạng )?sáng|trưa|chiều|tối|đêm|khuya)"
AT_DAY = rf"(?:ngày|hôm|(?:hôm nay|hôm qua|{DAYTIME})(?: (?:hôm|ngày|nay|qua))?|phiên(?: giao dịch)?(?: ngày)?|tính đến)"
IS_NOW = "đang|là|có|đạt|chiếm|ở mức|khoảng"
NOT_WORD = "".join(rf"(?<!{word} hiện )" for word in ("thực", "phát", "xuất", "thể", "biểu", "tái", "cải", "hình", "ẩn", "đại"))
LATE_DAY = "(?:1[3-9]|2\\d|3[01])"  # đến 2/3 may be a share
STANDS = rf"{NOT_WORD}(?:{IS_NOW})"
AFTER = "[12](?:" + "|".join(rf"(?<={word} .)" for word in ("vào", "trong", "hồi", "đầu", "cuối", "đến", "tới")) + ")"
LAST = r"(?:^|(?<=, )|(?<=trong )|(?<=vào )|(?<=của ))"
TOLD_YEAR = rf"(?: của)?(?:,? năm | ?[-/] ?){YEAR}"  # 9 tháng năm 2023, 9 tháng/2023
FIRST_DIGIT = r"(?P<day>\d(?<![\w./,-]\d)"  # the engine looks for a digit first, which is several times faster
FORMS: tuple[Form, ...] = (
    _form(
        "năm,giai đoạn,thời kỳ,nhiệm kỳ,niên ",
        rf"{PERIOD} (?P<first>{YEAR}) ?(?:[-–—]|đến(?: năm)?) ?(?P<last>{YEAR})",
        _span_of_years,
    ),
    _form("từ ", rf"từ (?P<first>{POINT}|đầu năm(?: nay)?) (?:(?:cho )?(?:đến|tới)|-|–) (?P<last>{POINT}|{NOW})", from_to),
    _form(
        "tháng",
        rf"(?P<months>{NUMBER}) tháng(?= đầu| cuối|{TOLD_YEAR})(?: (?P<end>đầu|cuối))?(?: của(?= năm))?{OF_YEAR}(?: năm(?! \d))?",
        _months,
    ),
    _form("nửa ", rf"nửa (?P<end>đầu|cuối|sau){OF_YEAR}(?: năm(?! \d))?", _half_year),
    _form(" qua", rf"(?P<number>{NUMBER}) (?P<unit>năm|tháng) (?:vừa )?qua", _past),
    _form("quý", rf"quý {QUARTER}{OF_YEAR}", _quarter),
    _form("tháng", rf"tháng (?P<first>{MONTH}) ?[-–] ?(?P<last>{MONTH}) ?[-/] ?(?P<year>{YEAR})", _month_to_month),
    _form("tháng", rf"(?:ngày )?(?P<day>{DAY}) tháng (?P<month>{MONTH}){OF_YEAR}", _day),
    _form(
        "19,20",
        rf"{FIRST_DIGIT}\d?)(?P<mark> ?[-/.] ?)(?P<month>{MONTH})(?P=mark)(?P<year>{YEAR})(?P<named>)",
        _day,
    ),
    _form("ngày", rf"ngày (?P<first>{DAY})(?: ?[-–] ?| và | đến )(?P<day>{DAY}) ?[-/] ?(?P<month>{MONTH}){OF_YEAR}", _days),
    _form(
        "/,-",
        rf"{AT_DAY} \(?(?P<day>{DAY}) ?[-/] ?(?P<month>{MONTH}){OF_YEAR}",
        _day,
    ),
    _form(
        "đến 1,đến 2,đến 3,tới 1,tới 2,tới 3,hết 1,hết 2,hết 3",
        rf"(?:đến|tới) (?<!\d (?:đến|tới) )(?:hết )?(?P<day>{LATE_DAY}) ?[-/] ?(?P<month>{MONTH}){OF_YEAR}",
        _day,
    ),
    _form("tháng", rf"tháng (?P<month>{MONTH}){OF_YEAR}", _month),
    _form("năm", rf"năm (?P<first>{YEAR})(?:, (?:năm )?{YEAR}){{0,3}} và (?:năm )?(?P<last>{YEAR})", _several_years),
    _form("năm", rf"năm (?P<year>{YEAR})", _whole_year),
    _form("19,20", rf"(?P<year>{AFTER}(?:(?<=1)9|(?<=2)0)\d\d)", _whole_year),
    _form("năm", rf"(?:năm ngoái|{LAST}năm (?:trước|rồi|vừa qua|vừa rồi)|{_single('năm')}nay)", _relative),
    _form("năm", r"năm (?:(?<=vào năm )|(?<=trong năm )|(?<=sang năm ))tới", _relative),  # but not: trong 5 năm tới
    _form("tháng", rf"{_single('tháng')}(?:trước|vừa qua|này|sau)", _relative),
    _form(" nay", "đến nay(?<!trước đến nay)(?<!đó đến nay)", _relative),
    _form("hôm", rf"{_single('hôm')}(?:qua|nay)", _relative),
    _form("hiện ", rf"hiện (?:nay|{STANDS}|(?:(?<=^hiện )|(?<=, hiện )|(?<=thời điểm hiện ))tại)", _relative),
    _form(" nay, qua", rf"{DAYTIME} (?:qua|nay)", _relative),
)
WORDS = sorted(frozenset[str]().union(*(words for words, _, _ in FORMS)))  # a text without any of these names no date
