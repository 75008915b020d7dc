"""Counted things: 10 doanh nghiệp, 512 hộ dân."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from solieu.facts.amounts.units import units_of
from solieu.facts.cues import folded
from solieu.facts.quantity import Base, quantity
from solieu.records import Reading, Span

# What is numbered, not counted: năm 2018, khu phố 3.
NUMBERED = re.compile(
    r"(?<!\w)(?:năm|tháng|ngày|quý|thứ|khoá|khóa|lớp|quận|phường|điều|khoản|tổ|khu phố|tầng|số|thế kỷ|mùng|-|/) ?$"
)
# `một người` introduces somebody more often than it counts; `một triệu người` counts.
ARTICLE = re.compile(r"(?:một|nửa) (?!trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ)")
# Năm that is no five: 15 năm lao động, hằng năm học sinh ….
YEAR = re.compile(r"(?:\d|(?<!\w)(?:hàng|hằng|mỗi|nhiều|một|các|những|đầu|giữa|cuối|vài|mấy|từng|suốt)) $")
NOUNS = quantity(units_of("count", "whole"), base=Base(unit=str, size=lambda *_: Decimal(1), counted=True))


def _find(reading: Reading) -> Sequence[Span]:
    return [span for span in NOUNS.find(reading) if _counts(reading.text, span)]


def _counts(text: str, span: Span) -> bool:
    """Tell a count from a number that names (năm 2018 người …), an article (một người), years and addresses."""
    lower, near = folded(text), max(0, span.start - 12)
    if ARTICLE.match(lower, span.start) or NUMBERED.search(lower, near, span.start):
        return False
    year = lower.startswith("năm ", span.start) and YEAR.search(lower, near, span.start)
    return not year and not _names(text, span)


def _names(text: str, span: Span) -> bool:
    """Tell a street after its number: 729 Trường Chinh."""
    last = text[span.start : span.end].rpartition(" ")[2]
    return last.istitle() and text[span.end + 1 : span.end + 2].isupper()


COUNT = replace(NOUNS, find=_find)
