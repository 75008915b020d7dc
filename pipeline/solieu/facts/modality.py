"""Whether an amount is told as a fact, or as planned, proposed, forecast or required."""

from __future__ import annotations

import re

from solieu.facts.context import Context

TARGET = re.compile(
    r"(?<!\w)(?:mục tiêu|phấn đấu|chỉ tiêu|dự kiến|sẽ|đề xuất|phải|quy định|theo quy hoạch|dự báo|kế hoạch|dự toán|đề nghị|yêu cầu)(?!\w)",
    re.IGNORECASE,
)
CLAUSE = re.compile(r"[;:]|\. ")


def modality_of(context: Context) -> str:
    """Name the modality of an amount from the cues in its clause.

    >>> modality_of(Context(0, "Năm 2025, huyện phấn đấu nâng tỷ lệ lấp đầy đạt từ ", " trở lên", "%"))
    'target'
    """
    clause = CLAUSE.split(context.left)[-1]
    return "target" if TARGET.search(clause) else "actual"
