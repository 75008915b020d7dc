"""The dates and periods that a text names, in ISO 8601."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from solieu.facts.dates.forms import FORMS, WORDS

BASELINE = r"so(?: với)?|bằng|gấp|cùng kỳ(?: của)?|hơn|kể từ|từ|sau|trước|giao|nhất (?:trong|của)(?: (?:các|những|vòng|khoảng))*"
COMPARED = re.compile(rf"(?:{BASELINE})(?: (?:cuối|đầu|thời điểm|cùng kỳ|mức|ngày|tháng|quý|năm|của))*\s*$")
SINCE = re.compile(r"(?<!\w)từ (?:ngày )?$")  # the day from which a price or a rule holds
PAPER = re.compile(  # a date that names a law or a letter, or a birth
    r"(?:nghị (?:định|quyết)|thông tư|kết luận|quyết định|công văn|văn bản|chỉ thị)(?: số)?(?: [\w/.-]*\d[\w/.-]*)?(?: ngày)?\s*$"
    r"|luật(?: \w+){0,4}\s*$|(?<!\w)sinh(?: (?:từ|sau|trước|vào))?(?: ngày| năm)?\s*$"
)
DAYS = (10, 21)  # characters of a day and of a period of days
LOOK = 40  # characters before a date that tell what it is for


@dataclass(frozen=True, slots=True)
class When:
    """A date or a period, where it stands in its sentence."""

    start: int
    end: int
    iso: str


@lru_cache(maxsize=32)  # the amounts of a sentence ask for the same
def dates_in(text: str, published: date | None) -> tuple[When, ...]:
    """List the dates and periods of a text in lower case, in order, without those it is only compared with.

    >>> [when.iso for when in dates_in("quý i/2024, giai đoạn 2021 - 2025, so với năm 2017", None)]
    ['2024-01/2024-03', '2021/2025']
    """
    present = {word for word in WORDS if word in text}
    return tuple(sorted(_dates(text, published, present), key=lambda when: when.start)) if present else ()


def _dates(text: str, published: date | None, present: set[str]) -> Iterator[When]:
    taken = bytearray(len(text))
    for words, pattern, resolve in FORMS:
        if words.isdisjoint(present):
            continue
        for found in pattern.finditer(text):
            start, end = found.span()
            if any(taken[start:end]):
                continue
            taken[start:end] = b"\x01" * (end - start)
            iso = resolve(found, published)
            if iso and _own(text[max(0, start - LOOK) : start], iso):
                yield When(start, end, iso)


def _own(before: str, iso: str) -> bool:
    """Tell whether a date, by the words before it, says when something is so: not what it is compared with, nor a law's."""
    if len(iso) in DAYS and SINCE.search(before):
        return True
    return not COMPARED.search(before) and not PAPER.search(before)
