"""Counted things: 10 doanh nghiệp, 512 hộ dân."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from solieu.facts.amounts.units import units_of
from solieu.facts.cues import folded
from solieu.facts.kind import Fact
from solieu.facts.quantity import Base, quantity
from solieu.records import Quantity, Reading, Span

# What is numbered, not counted: năm 2018, khu phố 3.
NUMBERED = re.compile(
    r"(?<!\w)(?:năm|tháng|ngày|quý|thứ|khoá|khóa|lớp|quận|phường|điều|khoản|tổ|khu phố|tầng|số|thế kỷ|mùng|-|/) ?$"
)
# `một người` introduces somebody more often than it counts; `một triệu người` counts.
ARTICLE = re.compile(r"(?:một|nửa) (?!trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ)")
# Năm that is no five: 15 năm lao động, hằng năm học sinh ….
YEAR = re.compile(r"(?:\d|(?<!\w)(?:hàng|hằng|mỗi|nhiều|một|các|những|đầu|giữa|cuối|vài|mấy|từng|suốt)) $")
OF = re.compile(r"(?P<part>\d+)/(?P<whole>\d+) [^\d/]+")  # 18/20 xã: eighteen of the twenty
# A date or a rank follows, no so many of so many: sáng 7/10 học sinh tựu trường, xếp 43/63 tỉnh.
DATED = re.compile(r"(?<!\w)(?:sáng|trưa|chiều|tối|đêm|hôm|hạng|xếp) $")
NEAR = 12  # characters before a count that tell what it is
FIFTHS = 5  # up to these a fraction is a share
NOUNS = quantity(units_of("count", "whole"), base=Base(unit=str, size=lambda *_: Decimal(1), counted=True))


def _find(reading: Reading) -> Sequence[Span]:
    return [span for span in NOUNS.find(reading) if _counts(reading.text, span)]


def _counts(text: str, span: Span) -> bool:
    """Tell a count from what is numbered (năm 2018 người …), an article (một người), years, shares and addresses."""
    lower, near = folded(text), max(0, span.start - NEAR)
    if ARTICLE.match(lower, span.start) or NUMBERED.search(lower, near, span.start):
        return False
    if lower.startswith("năm ", span.start) and YEAR.search(lower, near, span.start):
        return False
    if "/" in text[span.start : span.end] and _of_many(text, span) is None:
        return False
    return not _names(text, span)


def _of_many(text: str, span: Span) -> re.Match[str] | None:
    """Read so many of so many (18/20 xã); None for a share (2/3 học sinh), a date, a rank, a range of shares."""
    of = OF.fullmatch(text, span.start, span.end)
    if of is None or DATED.search(folded(text), max(0, span.start - NEAR), span.start):
        return None
    return of if FIFTHS < int(of["whole"]) >= int(of["part"]) else None


def _names(text: str, span: Span) -> bool:
    """Tell a street after its number: 729 Trường Chinh."""
    last = text[span.start : span.end].rpartition(" ")[2]
    return last.istitle() and text[span.end + 1 : span.end + 2].isupper()


def _normalize(reading: Reading, span: Span) -> Fact | None:
    found, of = NOUNS.normalize(reading, span), _of_many(reading.text, span)
    if of is None or not isinstance(found, Quantity):
        return found
    part = float(of["part"])
    return replace(found, low=part, high=part, base_low=part, base_high=part)


COUNT = replace(NOUNS, find=_find, normalize=_normalize)
