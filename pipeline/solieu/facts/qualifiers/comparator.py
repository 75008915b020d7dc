"""Whether an amount is exact, about, a bound or a range."""

from __future__ import annotations

import re

from solieu.facts.cues import any_cue, any_word
from solieu.facts.qualifiers.change_cues import COMPARED
from solieu.facts.qualifiers.context import Context
from solieu.gazetteer.table import rows

SIDES = {
    side: {surface: comparator for surface, comparator, where in rows("comparators.tsv") if where == side}
    for side in ("before", "after")
}


# Words that may stand between a comparator and its number: gần đạt ngưỡng 100%.
FILLER = r"(?:đạt|là|mức|ngưỡng|mốc|con số|phạm vi|tổng cộng|đến|tới|với|từ|có|chỉ|bằng)"
BEFORE = re.compile(rf"(?P<word>{any_word(list(SIDES['before']))})(?: {FILLER})* ?(?:…|\.\.\.)? ?$")
AFTER = re.compile(rf"(?:/\w+)*(?:\)| \([^()]{{0,30}}\))? (?P<word>{any_word(list(SIDES['after']))})")
# These begin with a letter, whatever stands before it: the engine looks for it several times faster.
DISTANT = re.compile(r"(?P<word>t(?<!\wt)ối đa|í(?<!\wí)t nhất) [^,;.:\d]{0,30}$")  # hỗ trợ tối đa cho mỗi hộ 50 triệu đồng
# Mức phạt tối đa đối với cá nhân là 75 triệu đồng, đối với tổ chức là 150 triệu đồng: a limit that is named, and told after it.
LIMIT = re.compile(
    r"(?P<word>t(?<!\wt)(?<!lương t)ối (?:đa|thiểu)) [^,;.:\d]{0,90}(?<!\w)(?:là|lên)"
    r"(?: \d[^;:]{0,60}(?:,|(?<!\w)và)(?: (?:đối với|với|cho) [^,;.:\d]{1,40} là)?)? $"
)
FROM = re.compile(r"(?<!\w)từ ?$")
BELOW = re.compile(r"(?:/\w+)* (?:đến|tới) dưới(?!\w)")  # từ 100 triệu đến dưới 500 triệu đồng
MOVED = re.compile(rf"(?<!trở ){any_cue('moved')}")
FIRST = re.compile(r"(?:/\w+)* (?:ban đầu|lúc đầu)(?!\w)")  # từ 20 m2 ban đầu
UP_TO = ("đến", "đến ", "tới", "tới ")
CEILING = re.compile(rf"{any_cue('ceiling')}[^,;:]*(?<!\w)(?:đến|tới) ?$")
SUM = re.compile(r"(?<!\w)(?:tổng|số tiền)(?!\w)[^,;:\d]*(?:đến|tới) ?$")  # vay số tiền lên tới 8,3 tỷ: as much as it came to
GROUND = re.compile(rf"{any_cue('ground')}[^,;]* ?trên ?$")
NOT_OVER = re.compile(r"(?<!\w)(?:không|cấm|chớ)(?!\w)[^.,;]{0,24}(?<!\w)quá ?$")  # không tăng giá quá 40%
NOT_MORE = re.compile(r"(?<!\w)(?:không (?:nên|được)|cấm|chớ)(?!\w)[^.,;]{0,24}(?<!\w)(?:hơn|trên|vượt) ?$")
SAID = re.compile(r"(?<!\w)trên (?:là|đạt|có|chỉ|bằng|tổng cộng) ?$")  # sáu công trình trên là 13 tỷ
# Thấp hơn mức 36% của năm trước: the other's level, as it is.
OTHERS = re.compile(r"hơn (?:so với )?(?:mức|con số|tỷ lệ|tỉ lệ)(?: đến| tới)? ?$")
ITS = re.compile(r"(?:/\w+)* (?:của|do|trước đó|năm \d|hồi|cùng kỳ|(?:một|[\d]+) (?:năm|tháng|quý) trước)(?!\w)")
DIFFERS = re.compile(r"(?<!\w)(?:rẻ|đắt) hơn ?$")
SHARED = re.compile(r"\d ?(?:%|(?:triệu |tỉ |tỷ )?(?:đồng|usd)|ha|m2) trên(?: tổng(?: số)?)? ?$")  # góp 116 tỷ đồng trên 123 tỷ
PER = re.compile(r"(?:1|một) ?(?:ha|hecta|héc ta|m2|m²|mét vuông|sào|mẫu|công)")  # thu nhập trên 1 ha
LAND = re.compile(r" (?:đất|diện tích|mặt bằng|ruộng|vườn|rừng)(?!\w)")
# Comparators that are the second half of another word: mật độ, giám sát.
SYLLABLE = re.compile(
    r"(?<!\w)(?:mật|tốc|nhiệt|mức|cường|nồng|tiến|chế|trình|thái|ẩm|vĩ|kinh|góc|biên|giám|cảnh|khảo|trinh|quan|hiệp|quy|quá"
    r"|công|mơ|kiểm|điều|kích|tổng) (?:độ|sát|ước|cỡ|tầm)$"
)
ESTIMATED = re.compile(r"ư(?<!\wư)ớc(?: tính)?(?: [^\d,;.:]{0,25})?$")  # ước tính thiệt hại 45 tỉ
WINDOW = 40
FAR = 100


def comparator_of(context: Context, change: str = "level") -> str:
    """Name the comparator of an amount; of several words the one nearest to the number counts.

    >>> comparator_of(Context(0, "Tổng vốn đầu tư lên tới trên ", ".", "VND"))
    '>'
    >>> comparator_of(Context(0, "đạt từ ", " trở lên", "%"))
    '>='
    """
    if context.ranged:
        return ".."
    after = AFTER.match(context.right)
    if after:
        return SIDES["after"][after["word"]]
    left = context.left[-WINDOW:]
    before = BEFORE.search(left)
    if before and not SYLLABLE.search(left, 0, before.end("word")):
        return _bound(before["word"], context, change)
    return ">=" if _starts(context) else _loosely(context)


def _loosely(context: Context) -> str:
    """Read the words that stand farther off: phạt … đến, tối đa cho mỗi hộ, ước tính thiệt hại."""
    far = context.left[-FAR:]
    if far.endswith(UP_TO) and CEILING.search(far) and not SUM.search(far):
        return "<="
    distant = DISTANT.search(context.left[-WINDOW:]) or LIMIT.search(context.left[-2 * FAR :])
    if distant:
        return SIDES["before"][distant["word"]]
    return "~" if ESTIMATED.search(context.left[-WINDOW:]) else "="


def _starts(context: Context) -> bool:
    """Tell a lower bound (giá từ 2 triệu đồng) from the start of a move."""
    if not FROM.search(context.left[-WINDOW:]):
        return False
    moved = context.moves or MOVED.search(context.left[-FAR:]) or FIRST.match(context.right)
    return bool(BELOW.match(context.right)) or not moved


def _bound(word: str, context: Context, change: str) -> str:
    """Read a word before the number; `cao hơn` says how much more where the amount is a change, `trên` where it stands."""
    near = context.left[-WINDOW:]
    if change != "level" and (word in COMPARED or DIFFERS.search(near)):
        return "="
    if OTHERS.search(near) and ITS.match(context.right):
        return "="
    if (word in {"quá", "vượt quá"} and NOT_OVER.search(near)) or NOT_MORE.search(near):
        return "<="
    return "=" if word == "trên" and _stands(context) else SIDES["before"][word]


def _stands(context: Context) -> bool:
    """Tell where something stands, or what was said above, from a bound: xây trên 68 ha đất; hợp đồng trên là 13 tỷ."""
    near = context.left[-WINDOW:]
    if PER.fullmatch(context.amount) or SAID.search(near) or SHARED.search(near):
        return True
    return bool(LAND.match(context.right) and GROUND.search(context.left[-FAR:]))
