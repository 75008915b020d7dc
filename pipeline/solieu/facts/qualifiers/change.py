"""Whether an amount is a state, or how much something rose or fell."""

from __future__ import annotations

import re
from dataclasses import replace

from solieu.facts.cues import any_cue
from solieu.facts.qualifiers.change_cues import CHANGES, COMPARED, SHARES, THAN, cues_of, direction, told_in_full
from solieu.facts.qualifiers.context import Context

RATE_OF = re.compile(r"(?<!\w)(?:mức|đà|biên độ|sự)(?: gia)? $")  # mức tăng là 5%, sự gia tăng giá điện là 8%
SPEED_OF = re.compile(r"(?<!\w)(?:tốc độ|nhịp độ|tỷ lệ|tỉ lệ|con số|chỉ tiêu|sức)(?: gia)? $")  # tốc độ tăng bình quân khoảng 4%
RATES = {"tăng trưởng"}  # a rate of its own before a share
INTO = re.compile(r"(?<!\w)(?:vào|cho) $")  # đóng góp vào tăng trưởng là 38%
# What may stand between a rate and its share. Mức tăng là 5% is a change; tốc độ tăng trưởng đạt 5% tells a state (gold).
COPULA = re.compile(r"(?<!\w)(?:là|đạt|ở mức|ở|mức|với|từ|lên(?: tới| đến)|chỉ|khoảng|lần lượt|bình quân|trung bình)(?!\w)")
LOOSELY = re.compile(
    r"(?<!\w)(?:(?:và (?:[^\W\d_]+ ){0,8})?lần lượt(?: là| ở mức| đạt)?|với|từ|lên(?: tới| đến)|chỉ|khoảng"
    r"|bình quân|trung bình)(?!\w)"
)
EACH = re.compile(r"(?:, )?(?<!\w)lần lượt(?: là| ở mức| đạt)?(?!\w)")  # giảm lần lượt là 0,3% và 1%
UP_TO = re.compile(r"(?<!\w)lên (?=tới|đến)")  # giảm giá lên tới 40%
INCOME = re.compile(r"(?<!\w)(?:(?:doanh|nguồn|số) thu|thu (?:nhập|ngân sách|hút))(?!\w)|(?<=^ )thu(?!\w)")  # tăng thu 5 tỉ
# Giảm 16.000 tấn (6%); hạ 4,5 USD, tương đương 0,9%: the same change told twice.
TWIN = re.compile(
    r"\d(?<![\d.,/-]\d)(?<!năm \d)(?<!quý \d)(?<!tháng \d)[\d.,]*"  # the engine looks for the digit first
    r"(?:[^\W\d][/\w]*)?(?: (?!tăng|giảm)[^\W\d][/\w]*){0,4}(?P<share> ?%)?"
    r"(?:(?P<aside> ?\()|,? (?:tương đương|tương ứng|tức)(?: với)?)"
    r"(?: ?(?:là|khoảng|gần|hơn|trên|tới|đến|mức|tương đương|tương ứng|tức)(?!\w))* ?$"
)
ASIDE = re.compile(r"\((?P<words>[^()]*)$")  # tăng 10 triệu (giá mới 869 triệu)
HEDGES = re.compile(r"(?:(?:khoảng|gần|hơn|trên|từ|tới|đến|ước|chỉ|trung bình|bình quân|tương đương)(?: |$))*")
TIMES = re.compile(r"(?<!\w)(?:gấp|(?:\d|đôi|ba|mươi) lần)(?!\w)")  # tăng gấp 31 lần vốn ban đầu 5 tỷ đồng
OTHERS = re.compile(r"(?<!\w)so với(?: (?:hơn|gần|khoảng|trên|con số|mức))* $")  # giảm mạnh so với 12% hồi tuần trước
FROM = re.compile(r"(?<!\w)từ(?: (?:mức|mốc|con số|trung bình|khoảng|hơn|gần))* ?$")
FORMER = re.compile(r" (?:của|hồi)(?!\w)")  # tăng mạnh từ con số 27,7% của năm trước
MOVED = re.compile(r"(?! trở )[^.;]{0,60}?(?<!\w)(?<!trở )(?:lên|xuống|còn(?! lại))(?!\w)")  # từ 85% năm 2018, xuống còn 55%
# Words after which the amount is no longer how much: a new level, another clause, another thing.
LEVEL = re.compile(rf"{any_cue('level')}|[:;.]|, (?!tức|tương|hay)|(?<!\w)về(?: khoảng| gần| dưới)? $")
AMOUNT_AND = re.compile(r"\d\S*(?: \w+){0,7}?(?:,| và) (?:\w+ ){0,3}$")
STATES = re.compile(r"[:;.]|(?<!\w)(?:là|đạt|lên|còn|thì|bằng|chiếm|sử dụng|làm)(?!\w)")
SHARE = re.compile(r"%|phần trăm|điểm|\d và $")
ANOTHER = re.compile(r"(?<!\w)và(?!\w)")
WINDOW, FAR = 45, 90


def change_of(context: Context) -> str:
    """Name the change: the last cue before the amount, unless a word of level stands between the two.

    >>> change_of(Context(0, "Lợi nhuận sau thuế giảm ", " so với cùng kỳ", "%"))
    'decrease'
    >>> change_of(Context(0, "tỷ lệ hộ nghèo giảm còn ", ".", "%"))
    'level'
    >>> change_of(Context(0, "giá chanh ở mức cao hơn ", "/kg", "VND"))
    'level'
    """
    first = _twin(context)
    if first:
        return change_of(first)
    left = context.left[-FAR:]
    cues = cues_of(left, context)
    return direction(cues[-1], left) if cues and _reaches(cues[-1], left, context) else "level"


def _twin(context: Context) -> Context | None:
    """Give the amount of which this one is another telling: giảm 16.000 tấn (6%)."""
    at = max(0, len(context.left) - WINDOW)
    twin = TWIN.search(context.left[at:])
    if twin is None or (twin["share"] and context.unit not in SHARES):
        return None
    if context.unit == "VND" and twin["aside"] and "đồng" in twin[0]:  # cao hơn 20 triệu đồng (51 tỉ đồng)
        return None
    return replace(context, left=context.left[: at + twin.start()], right=" ", unit="%" if twin["share"] else "")


def _reaches(cue: re.Match[str], left: str, context: Context) -> bool:
    """Tell whether the cue governs the amount: nothing between the two starts a level, a clause or another thing."""
    if told_in_full(cue, left, context.right):
        return True
    between = left[cue.end() :]
    if _told_otherwise(cue, between, context):
        return False
    copula = _copula(cue, left, context.unit)
    if copula:
        rate, comma, rest = between.partition(",")
        between = copula.sub("", rate) + comma + rest
    elif len(left) - cue.start() > WINDOW and cue[0] not in COMPARED:
        return False
    between = _plain(cue, EACH.sub("", between), context)
    if AMOUNT_AND.search(between):
        return _listed(between, context.unit)
    return not LEVEL.search(between) and not ANOTHER.search(between)


def _listed(between: str, unit: str) -> bool:
    """Tell an amount that goes on with a list (tăng 12%, 8% và 5%) from one of another thing (thêm 0,45 ha, 100% học sinh)."""
    if unit in SHARES and not SHARE.search(between):
        return False
    return not STATES.search(re.sub(r"\d[\d.,]*", "", between))


def _told_otherwise(cue: re.Match[str], between: str, context: Context) -> bool:
    """Tell the start of a move, and what a bracket adds: tăng 31 lần, từ 90 tỉ lên 2.700 tỉ; thấp hơn tại Đức (19%)."""
    if TIMES.search(between) or OTHERS.search(between):
        return True
    if FROM.search(between) and (MOVED.match(context.right) or FORMER.match(context.right)):
        return True
    aside = ASIDE.search(between)
    if aside and (cue[0] in COMPARED or THAN.search(between) or not HEDGES.fullmatch(aside["words"])):
        return True
    return "%" in between and bool(context.unit) and context.unit not in SHARES  # tăng 3% (30 triệu đồng/m2)


def _copula(cue: re.Match[str], left: str, unit: str) -> re.Pattern[str] | None:
    """Give what may stand between a cue that is a noun (mức tăng, tăng trưởng) and its amount."""
    if RATE_OF.search(left, 0, cue.start()):
        return COPULA
    growth = cue[0] in RATES and unit in SHARES and not INTO.search(left, 0, cue.start())
    return LOOSELY if growth or SPEED_OF.search(left, 0, cue.start()) else None


def _plain(cue: re.Match[str], between: str, context: Context) -> str:
    """Leave out words that look like those of a level and are none here."""
    if context.unit in SHARES:
        between = between.replace(" tổng ", " ")  # giảm tổng sản phẩm quốc nội 0,2%
    between = INCOME.sub("", between.removeprefix(" cùng kỳ"))  # vượt cùng kỳ 35%
    if CHANGES[cue[0]] == "decrease":
        between = UP_TO.sub("", between)
    if THAN.match(between.lstrip()) or context.ranged or not context.moves:
        between = re.sub(r"(?<!\w)(?:so với|từ)(?!\w)", "", between)
    return between
