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
NOUNS = quantity("count", hint="whole", base=Base(unit=str, size=lambda *_: Decimal(1)))


def _find(reading: Reading) -> Sequence[Span]:
    text = folded(reading.text)
    return [span for span in NOUNS.find(reading) if not NUMBERED.search(text, max(0, span.start - 12), span.start)]


COUNT = replace(NOUNS, find=_find)
