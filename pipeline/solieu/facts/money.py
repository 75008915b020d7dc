"""Amounts of money, in any currency."""

from __future__ import annotations

import re
from decimal import Decimal

from solieu.facts.cues import any_cue, any_word
from solieu.facts.numbers import Token
from solieu.facts.quantity import Base, quantity
from solieu.gazetteer.table import rows

# An amount whose currency goes without saying ("vay 3.162 tỉ và …") is followed by a mark or by a word that is not
# what is counted ("8 triệu người").
MARK = r"[.,;:)?!…\"”’]|$|\n| ?[-–(\"“]|/(?:ha|m2|tháng|năm|ngày|người|kg|suất|cây|căn|lô|nền|con)"
CLOSED = re.compile(rf"{MARK}| {any_cue('function')}| thuê(?! bao)")
COUNTED = re.compile(rf" {any_word([noun for (noun,) in rows('counted_nouns.tsv')])}|[\w%/]")
CUE = re.compile(any_cue("money"))
COUNT = re.compile(any_cue("counted"))
MORE = re.compile(r" tiền|[^.;\n]{0,25} (?:triệu|tỉ|tỷ|ngàn|nghìn) (?:đồng|usd)")
CARATS = re.compile(r"(?:9|10|14|18|22|24)k")  # gold
NEAR, FAR = 30, 150
MILLION, BILLION = 10**6, 10**9


def _bare(text: str, run: tuple[Token, ...]) -> bool:
    """Tell whether a number with a scale and no unit is money: a billion of nothing is, a million near money."""
    if CARATS.fullmatch(text, run[0].start, run[-1].end):
        return False
    scale = max(token.value for token in run if token.code == "S")
    follows = CLOSED.match(text, run[-1].end) or (scale >= MILLION and not COUNTED.match(text, run[-1].end))
    if not follows or COUNT.search(text, max(0, run[0].start - NEAR), run[0].start):
        return False
    if scale >= BILLION or MORE.match(text, run[-1].end):
        return True
    return bool(CUE.search(text, max(0, run[0].start - FAR), run[0].start))


MONEY = quantity("money", base=Base(unit=str, size=lambda *_: Decimal(1)), hint="whole", bare=_bare, default="VND")
