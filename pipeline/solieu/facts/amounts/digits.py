"""Numbers in digits: which separator groups thousands, and which is the decimal mark."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Literal

Style = Literal["vi", "en"]
Hint = Literal["decimal", "whole"]

MORE_DIGITS = r"(?:\d{0,2}(?:\.? \d{3}(?!\d))+(?:,\d+)?|\d*(?:[.,]\d+)*)"  # the first form: 500. 000 and 1 234 567
MARKED = re.compile(r"\d\d*(?:[.,]\d+)+")  # the first digit on its own: the engine looks for it several times faster
ENGLISH = re.compile(r"\d{1,3}(?:,\d{3}){2,}|\d{1,3}(?:,\d{3})+\.\d+|[1-9]\d{0,2},\d00")  # 490,000: no decimals end so
VIETNAMESE = re.compile(r"\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?:\.\d{3})+,\d+|\d{1,3},\d\d?|[1-9]\d{0,2}\.\d00")
LOST_MARK = re.compile(r"[1-9]\d{3}\.000")  # 5000.000 đồng
GROUP = 3


@lru_cache(maxsize=8)
def style_of(text: str) -> Style | None:
    """Decide an article's convention from the numbers that can be read in one way only; None where there are none.

    >>> style_of("17,275,259 lượt truy cập"), style_of("tăng 4,5%"), style_of("năm 2020")
    ('en', 'vi', None)
    """
    numbers = MARKED.findall(text)
    english = sum(bool(ENGLISH.fullmatch(number)) for number in numbers)
    vietnamese = sum(bool(VIETNAMESE.fullmatch(number)) for number in numbers)
    if not english and not vietnamese:
        return None
    return "en" if english > vietnamese else "vi"


def parse_digits(text: str, style: Style | None = None, hint: Hint | None = None) -> tuple[Decimal, bool] | None:
    """Read a number in digits, and say whether another reading is possible; None where it is no number (1.2.3).

    A number that can be read in one way is read so; `style` is the article's convention and settles the others;
    where it is unknown, what follows does (`hint`): a scale or % wants a decimal, a bare currency a whole number.

    >>> parse_digits("1.250,5"), parse_digits("1,250.5"), parse_digits("500. 000")
    ((Decimal('1250.5'), False), (Decimal('1250.5'), False), (Decimal('500000'), False))
    >>> parse_digits("12,715"), parse_digits("12,715", "en"), parse_digits("12,715", hint="whole")
    ((Decimal('12.715'), True), (Decimal('12715'), False), (Decimal('12715'), True))
    """
    if text.isdecimal():
        return Decimal(text), False
    text = text.replace(". ", ".").replace(" ", "")
    marks = re.sub(r"\d", "", text)
    if not marks:
        return Decimal(text), False
    if len(set(marks)) == 1:
        return _one_mark(text, marks, style, hint)
    groups, mark, decimals = text.rpartition(marks[-1])
    whole = _grouped(groups, marks[0])
    return None if mark in groups or whole is None else (Decimal(f"{whole}.{decimals}"), False)


def _one_mark(text: str, marks: str, style: Style | None, hint: Hint | None) -> tuple[Decimal, bool] | None:
    whole = _grouped(text, marks[0])
    if len(marks) > 1:
        return None if whole is None else (Decimal(whole), False)
    decimal = Decimal(text.replace(",", "."))
    if whole is None:
        return decimal, False
    if marks == ".":
        return (decimal, False) if style == "en" else (Decimal(whole), False)
    if style == "en":
        return Decimal(whole), False
    return _comma(decimal, whole, style, hint)


def _comma(decimal: Decimal, whole: str, style: Style | None, hint: Hint | None) -> tuple[Decimal, bool]:
    """Read one comma before three digits as the Vietnamese decimal mark: 65,827 USD a barrel.

    Not where the number would end in a zero, nor a sum in an article that tells nothing of its convention.
    """
    grouped = (style is None and hint == "whole") or (hint != "decimal" and whole.endswith("0"))
    return (Decimal(whole) if grouped else decimal), style is None or grouped


def _grouped(text: str, mark: str) -> str | None:
    """Join groups of three digits; None where the groups are not of thousands (0.125, 12.5, 1234.567)."""
    first, *rest = text.split(mark)
    if LOST_MARK.fullmatch(text):
        return first + rest[0]
    if any(len(group) != GROUP or not group.isdigit() for group in rest):
        return None
    if not first.isdigit() or len(first) > GROUP or (first.startswith("0") and rest):
        return None
    return first + "".join(rest)
