"""Counted things: 10 doanh nghiệp, 512 hộ dân."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from solieu.facts.cues import folded
from solieu.facts.quantity import Base, quantity
from solieu.records import Reading, Span

# What is numbered, not counted: năm 2018, khu phố 3.
NUMBERED = re.compile(
    r"(?<!\w)(?:năm|tháng|ngày|quý|thứ|khoá|khóa|lớp|quận|phường|điều|khoản|tổ|khu phố|tầng|số|thế kỷ|mùng|-|/) ?$"
)
# `một người` introduces somebody more often than it counts; `một triệu người` counts.
ARTICLE = re.compile(r"(?:một|nửa) (?!trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ)")
NOUNS = quantity("count", hint="whole", base=Base(unit=str, size=lambda *_: Decimal(1), counted=True))


def _find(reading: Reading) -> Sequence[Span]:
    text = folded(reading.text)
    return [span for span in NOUNS.find(reading) if _counts(text, span)]


def _counts(text: str, span: Span) -> bool:
    """Tell a count from a number that names (năm 2018 người …) and from an article (một người)."""
    return not (ARTICLE.match(text, span.start) or NUMBERED.search(text, max(0, span.start - 12), span.start))


COUNT = replace(NOUNS, find=_find)
