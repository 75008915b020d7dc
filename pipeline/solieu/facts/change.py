"""Whether an amount is a state, or how much something rose or fell."""

from __future__ import annotations

import re

from solieu.facts.context import Context

UP = r"tăng(?: trưởng| thêm| mạnh| nhẹ)?|cao hơn|nhiều hơn|lớn hơn|đắt hơn|vượt|thêm|cộng thêm|nhích"
DOWN = r"giảm|sụt|hạ|thấp hơn|ít hơn|rẻ hơn|kém|tụt|mất"
CUE = re.compile(rf"(?<!\w)(?:(?P<up>{UP})|(?P<down>{DOWN}))(?!\w)", re.IGNORECASE)
LEVEL = re.compile(
    r"(?<!\w)(?:lên|xuống|còn|đạt|là|chiếm|bằng|thành|giá|trị giá|có|từ|nay|nắm)(?!\w)|[:;]", re.IGNORECASE
)
WINDOW = 60


def change_of(context: Context) -> str:
    """Name the change: the last cue before the amount, unless a word of level stands between the two.

    >>> change_of(Context(0, "Lợi nhuận sau thuế giảm ", " so với cùng kỳ"))
    'decrease'
    >>> change_of(Context(0, "tỷ lệ hộ nghèo giảm còn ", "."))
    'level'
    """
    left = context.left[-WINDOW:]
    cues = list(CUE.finditer(left))
    cue = cues[-1] if cues else None
    if cue is None or LEVEL.search(left, cue.end()):
        return "level"
    return "increase" if cue["up"] else "decrease"
