"""Whether an amount is exact, about, a bound or a range."""

from __future__ import annotations

import re

from solieu.facts.change import COMPARED
from solieu.facts.context import Context
from solieu.facts.cues import any_cue, any_word
from solieu.gazetteer.table import rows

SIDES = {
    side: {surface: comparator for surface, comparator, where in rows("comparators.tsv") if where == side}
    for side in ("before", "after")
}


# Words that may stand between a comparator and its number: gần đạt ngưỡng 100%.
FILLER = r"(?:đạt|là|mức|ngưỡng|mốc|con số|tổng cộng|đến|tới|với|từ|có|chỉ)"
BEFORE = re.compile(rf"(?P<word>{any_word(list(SIDES['before']))})(?: {FILLER})* ?$")
AFTER = re.compile(rf"(?:/\w+)* (?P<word>{any_word(list(SIDES['after']))})")
FROM = re.compile(r"(?<!\w)từ ?$")
MOVED = re.compile(any_cue("moved"))
CEILING = re.compile(rf"{any_cue('ceiling')}[^,;:]*(?<!\w)(?:đến|tới) ?$")
GROUND = re.compile(rf"{any_cue('ground')}[^,;]* ?trên ?$")
NOT_OVER = re.compile(r"(?<!\w)(?:không|cấm|chớ)(?!\w)[^.,;]{0,24}(?<!\w)quá ?$")  # không tăng giá quá 40%
LAND = re.compile(r" (?:đất|diện tích|mặt bằng|ruộng|vườn|rừng)(?!\w)")
# Comparators that are the second half of another word: mật độ, giám sát.
SYLLABLE = re.compile(
    r"(?<!\w)(?:mật|tốc|nhiệt|mức|cường|nồng|tiến|chế|trình|thái|ẩm|vĩ|kinh|góc|biên|giám|cảnh|khảo|trinh|quan|hiệp|quy|quá"
    r"|công|mơ|điều|kích|tổng) (?:độ|sát|ước|cỡ|tầm)$"
)
ESTIMATED = re.compile(r"(?<!\w)(?:ước|ước tính)(?: [^\d,;.:]{0,25})?$")  # ước tính thiệt hại 45 tỉ
WINDOW = 40
FAR = 100


def comparator_of(context: Context) -> str:
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
    before = BEFORE.search(context.left[-WINDOW:])
    if before and not SYLLABLE.search(context.left[-WINDOW:], 0, before.end("word")):
        return _bound(before["word"], context)
    if FROM.search(context.left[-WINDOW:]) and not context.moves and not MOVED.search(context.left[-FAR:]):
        return ">="
    if CEILING.search(context.left[-FAR:]):
        return "<="
    return "~" if ESTIMATED.search(context.left[-WINDOW:]) else "="


def _bound(word: str, context: Context) -> str:
    """Read a word before the number; `cao hơn` says how much more where the amount is a change, `trên` where it stands."""
    if word in COMPARED and context.change != "level":
        return "="
    if word in {"quá", "vượt quá"} and NOT_OVER.search(context.left[-WINDOW:]):
        return "<="
    if word == "trên" and LAND.match(context.right) and GROUND.search(context.left[-FAR:]):
        return "="
    return SIDES["before"][word]
