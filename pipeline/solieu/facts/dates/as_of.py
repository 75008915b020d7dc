"""When an amount holds: the date or period of its clause, its sentence or its paragraph, in ISO 8601."""

from __future__ import annotations

import re
from datetime import date

from solieu.facts.cues import folded
from solieu.facts.dates.mentions import When, dates_in
from solieu.facts.sentences import sentence_at
from solieu.records import Reading, Span

EVENT = re.compile(
    r"khởi công|động thổ|khánh thành|thông xe|khai trương|thành lập|đưa vào|ban hành|ra mắt|ra đời|diễn ra|hoàn thành"
)
ATTRIBUTE = re.compile(r"tổng (?:mức|vốn)|vốn (?:đầu tư|điều lệ)|diện tích|công suất|chiều dài|quy mô")
OWN = re.compile(r"(?: ?/ ?\w+)?(?: (?:vào|trong|của|hồi|từ|cho|đầu|giữa|cuối))* $")  # so với tỉ lệ 54% năm 2016
AWAY = re.compile(  # what parts an amount from a date behind it: another number, clause or event
    r"[,;:()]|\d ?(?:%|ha\b|m2|tỷ|tỉ|triệu|đồng|usd)"
    rf"|(?<!\w)(?:{EVENT.pattern}|và|thì|so với|mà|để|được|khi|sau|hơn|là|còn|kết thúc|bắt đầu)(?!\w)"
    r"|(?:thời|hết|đáo|kỳ) hạn|th(?:ỏa|oả) thuận"
)
LEADS = re.compile(
    r"(?:vào|trong|hồi|của|tính đến|kể từ|từ)(?: (?:đầu|giữa|cuối|khoảng|ngày|vòng|giai đoạn))? $"
)  # before a date: it is the verb's
CLOSE = 30  # characters between it and a date with no preposition
NEAR = 60  # characters between an amount and a date behind it
PARTED = re.compile(r"(?<!tp)\.\s|(?:, còn|,? (?:trong khi|nhưng|tuy nhiên))(?!\w)")
CLAUSE_ENDS = re.compile(rf";\s|{PARTED.pattern}")
STANDING = re.compile(  # what has its size from the start, whenever something is done with it
    r"(?<!\w)(?:(?:khu|lô|thửa|mảnh|miếng|ô) đất|căn (?:nhà|hộ)|có diện tích|rộng|(?<!kéo )(?<!trải )dài(?! hạn)|trọng tải"
    r"|đại án|vụ án|đường dây)(?!\w)[^,;.:]{0,30}$"
)
BASE = re.compile(  # so với cùng kỳ năm 2016 (5 tỷ), (cùng kỳ năm 2016 là 5 tỷ)
    r"(?<!\w)(?:so(?: với)?|cùng kỳ)(?: (?!giảm|tăng)\w+){0,6} \((?:\w+ ){0,2}$|\(cùng kỳ[^()]*$"
)
COST = re.compile(rf"(?<!\w)(?:{ATTRIBUTE.pattern}|vốn)(?!\w)[^;.:]*$")
TOLD = re.compile(r"(?<!\w)(?:cho biết|cho hay|xác nhận|báo cáo|thông tin|thông báo|khẳng định|nói)(?!\w)")
NOW = re.compile(r"đến nay|hiện")
GOES_ON = re.compile(  # a sentence that goes on with what the one before tells
    r"\s*(?:hậu quả|kết quả(?=,)|tại (?:đây|hiện trường)|lúc (?:này|đó)|khi đó|cùng ngày|ngoài việc"
    r"|thời điểm (?:này|đó|trên|bị)|vụ (?:việc|tai nạn|xô xát|cháy))(?!\w)"
)
OPENING = 40  # characters
BACK = 2  # sentences
SHORT = 20  # characters
DAYTIMES = ("sáng", "trưa", "chiều", "tối", "đêm")
DAY = 10  # characters of a day
REACH = 160  # characters before and after an amount in its sentence
WINDOW = 3 * REACH  # characters before it that are read


def as_of(reading: Reading, span: Span) -> str | None:
    """Tell when an amount holds: a date, a month, a year or an interval `from/to`; None where the text leaves it open.

    The date right behind it counts, else the nearest one before it in its clause, else one of its verb behind it. In a
    sentence that names none before it, the first of its paragraph's opening sentence counts, or the one of the events it
    goes on with. What is only compared with (`so với năm 2017`) does not count; a term of office does where it opens a
    clause, not behind the congress it names (`Đại hội nhiệm kỳ 2020-2025`). None where a clause has no date of its own:
    a wrong date is worse than none.

    >>> text = "Đến hết năm 2025, tỷ lệ lấp đầy đạt 75%."
    >>> as_of(Reading(text, ((0, len(text)),)), Span(36, 39, "percent"))
    '2025-12-31'
    """
    at = sentence_at(reading, span.start)
    if at < 0 or reading.sentences[at][1] < span.end:
        return None
    published = _published(reading)
    start, end = reading.sentences[at]
    start, end = max(start, span.start - WINDOW), min(end, span.end + REACH)
    text = folded(reading.text)[start:end]
    left, right = span.start - start, span.end - start
    if text.rfind("(", max(0, left - REACH), left) >= 0 and BASE.search(text, max(0, left - REACH), left):
        return None
    dates = dates_in(text, published)
    when = _of_sentence(text, dates, left, right) if dates else None
    if when:
        return _as_told(text, dates, when)
    if any(other.end <= left for other in dates):
        return None
    inherited = _of_paragraph(reading, at, published) or _of_scene(reading, at, published)
    return None if inherited and _standing(text, left, inherited) else inherited


def _standing(text: str, left: int, iso: str) -> bool:
    """Tell whether an amount is a size, or a cost beside an event of a day: Sáng 3/5, … khánh thành. Dự án có tổng vốn …"""
    sized = STANDING.search(text, max(0, left - REACH), left)
    return bool(sized or (len(iso) == DAY and COST.search(text, max(0, left - REACH), left)))


def _of_sentence(text: str, dates: tuple[When, ...], left: int, right: int) -> When | None:
    before = [when for when in dates if left - REACH <= when.start and when.end <= left]
    after = [when for when in dates if right <= when.start]
    if after and OWN.match(text[right : after[0].start]):
        return after[0]
    if STANDING.search(text, max(0, left - REACH), left):
        return None
    cut = max((found.end() for found in CLAUSE_ENDS.finditer(text, max(0, left - REACH), left)), default=0)
    if (
        before
        and EVENT.search(text, max(0, before[-1].start - SHORT), before[-1].start)
        and ATTRIBUTE.search(text, before[-1].end, left)
    ):
        return None
    if before and (before[-1].start >= cut or _listed(text, dates, before, left)):
        return before[-1]
    if after and _behind(text[right : after[0].start], text[after[0].start : after[0].end]):
        return after[0]
    return None


def _listed(text: str, dates: tuple[When, ...], before: list[When], left: int) -> bool:
    """Tell whether the one date of a sentence opens it and holds for all of a list parted by `;`."""
    return len(dates) == 1 and before[0].start < OPENING and not PARTED.search(text, before[0].end, left)


def _behind(between: str, told: str) -> bool:
    """Tell whether a date some words behind an amount is that of its verb, not of a noun between."""
    if len(between) > NEAR or AWAY.search(between) or CLAUSE_ENDS.search(between):
        return False
    return len(between) <= CLOSE or bool(LEADS.search(between)) or told.startswith(("từ ", "giai đoạn", "hôm", *DAYTIMES))


def _as_told(text: str, dates: tuple[When, ...], when: When) -> str:
    """Read `đến nay` of a report as the day of the report, where the sentence tells it: Ngày 3/4, ông A cho biết đến nay …"""
    if NOW.match(text, when.start):
        for other in dates:
            if len(other.iso) == DAY and other.end < when.start and TOLD.search(text, other.end, when.start):
                return other.iso
    return when.iso


def _of_paragraph(reading: Reading, at: int, published: date | None) -> str | None:
    """Inherit the date that the paragraph opens with, unless another stands between."""
    start = reading.text.rfind("\n", 0, reading.sentences[at][0]) + 1
    if start == reading.sentences[at][0]:
        return None
    dates = dates_in(folded(reading.text)[start : reading.sentences[at][0]][-10 * REACH :], published)
    if not dates or dates[0].end > REACH // 2 or len({when.iso for when in dates}) > 1:
        return None
    return dates[0].iso


def _of_scene(reading: Reading, at: int, published: date | None) -> str | None:
    """Inherit the one date of the last dated sentence, where this one goes on with the same events: Hậu quả, Tại đây."""
    text = folded(reading.text)
    if not GOES_ON.match(text, reading.sentences[at][0]):
        return None
    for start, end in reversed(reading.sentences[max(0, at - BACK) : at]):
        dates = dates_in(text[start:end][: 4 * REACH], published)
        if dates:
            return dates[0].iso if dates[0].start < OPENING and len({when.iso for when in dates}) == 1 else None
    return None


def _published(reading: Reading) -> date | None:
    try:
        return date.fromisoformat((reading.published or "")[:10])
    except ValueError:
        return None
