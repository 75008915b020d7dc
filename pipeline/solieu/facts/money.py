"""Amounts of money, in any currency."""

from __future__ import annotations

import re
from decimal import Decimal

from solieu.facts.amounts.numbers import Token
from solieu.facts.amounts.units import units_of
from solieu.facts.cues import any_cue, any_word, folded
from solieu.facts.quantity import Base, quantity
from solieu.facts.sentences import sentence_at
from solieu.gazetteer.table import rows
from solieu.records import Reading, Span

# An amount whose currency goes without saying ("vay 3.162 tỉ và …") is followed by a mark or by a word that is not
# what is counted ("8 triệu người").
MARK = r"[.,;:)?!…\"”’]|$|\n| ?[-–(\"“]|/(?:ha|m2|tháng|năm|ngày|người|kg|suất|cây|căn|lô|nền|con)"
CLOSED = re.compile(rf"{MARK}| {any_cue('function')}| thuê(?! bao)")
COUNTED = re.compile(rf" {any_word([noun for (noun,) in rows('counted_nouns.tsv')])}|[\w%/]")
CUE = re.compile(any_cue("money"))
COUNT = re.compile(any_cue("counted"))
MORE = re.compile(r" tiền|[^.;\n]{0,25} (?:triệu|tỉ|tỷ|ngàn|nghìn) (?:đồng|usd)")
COUNTED_LATER = re.compile(rf"[^.;,\n]{{0,12}} (?:lên|xuống|còn|đến|tới) [\d.,]+ (?:triệu|tỉ|tỷ){COUNTED.pattern.split('|[')[0]}")
YEAR_OF = re.compile(r"(?:19|20)\d\d (?:tỉ|tỷ) (?:giá|trọng|suất)(?!\w)")  # năm 2019 tỉ giá …
PLATE = re.compile(r"\d\dk\d")  # biển số 73K3
CARATS = re.compile(r"(?:9|10|14|18|22|24)k")  # gold
NEAR, FAR = 30, 150
SCALED = re.compile(r"\d ?(?:triệu|tỉ|tỷ|nghìn|ngàn)(?!\w)")
HOME = re.compile(r"(?:triệu|tỉ|tỷ|nghìn|ngàn) đồng(?!\w)")
CONVERTED = re.compile(r"(?:\(|tương đương|tức)[^()]{0,20}$")
UNITS = units_of("money", "whole")
DONG = "VND"
MILLION, BILLION = 10**6, 10**9


def _bare(text: str, run: tuple[Token, ...]) -> bool:
    """Tell whether a number with a scale and no unit is money: a billion of nothing is, a million near money."""
    if CARATS.fullmatch(text, run[0].start, run[-1].end) or _counts_otherwise(text, run):
        return False
    scale = max(token.value for token in run if token.code == "S")
    follows = CLOSED.match(text, run[-1].end) or (scale >= MILLION and not COUNTED.match(text, run[-1].end))
    if not follows or COUNT.search(text, max(0, run[0].start - NEAR), run[0].start):
        return False
    if scale >= BILLION or MORE.match(text, run[-1].end):
        return True
    return bool(CUE.search(text, max(0, run[0].start - FAR), run[0].start))


def _counts_otherwise(text: str, run: tuple[Token, ...]) -> bool:
    """Tell years (5 tỉ năm), rates after a year (2019 tỉ giá), number plates, and what is counted further on."""
    start, end = run[0].start, run[-1].end
    years = run[-1].text == "năm" and run[0].code == "D"
    return bool(years or YEAR_OF.match(text, start) or PLATE.fullmatch(text, start, end) or COUNTED_LATER.match(text, end))


def _currency(reading: Reading, span: Span) -> str:
    """Name the currency of an amount without one: the foreign one of its sentence, in an article that counts no đồng.

    >>> text = "Đội xe trị giá 18,5 triệu, riêng một chiếc là 1,5 triệu USD."
    >>> _currency(Reading(text, ((0, len(text)),)), Span(15, 25, "money"))
    'USD'
    """
    if HOME.search(reading.text):
        return DONG
    at = sentence_at(reading, span.start)
    start, end = reading.sentences[at] if at >= 0 else (span.start, span.end)
    sentence = folded(reading.text)[max(start, span.start - FAR) : min(end, span.end + FAR)]
    numbers = [number for number in SCALED.finditer(sentence) if not CONVERTED.search(sentence, 0, number.start())]
    named = {UNITS.read(unit) for number in numbers if (unit := UNITS.after(sentence, number.end()))}
    return named.pop() if len(named) == 1 else DONG


MONEY = quantity(UNITS, base=Base(unit=str, size=lambda *_: Decimal(1)), bare=_bare, default=_currency)
