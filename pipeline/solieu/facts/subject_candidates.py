"""The phrases of a sentence that may say what an amount is about, and the amounts among its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from solieu.facts.subject_words import Word
from solieu.gazetteer.table import rows

Range = tuple[int, int]  # first word, and the one after the last

MOST_WORDS = 14  # of a phrase: of 1,150 subjects annotated 6 are longer
NOT_FIRST = frozenset([",", ".", "(", ")", '"', ":", "-", "/", "CH", "T", "I", "CA", "U", "VM"])
NOT_LAST = frozenset([",", ".", "(", '"', ":", "-", "/", "CH", "T", "I", "C", "CQ", "CA", "L"])
BORDERS = {side: frozenset(word for word, there in rows("subject_borders.tsv") if there == side) for side in ("first", "last")}
UNITS = {
    **dict.fromkeys(("%", "phần trăm", "điểm phần trăm"), "percent"),
    **dict.fromkeys(("ha", "m2", "m²", "km2", "hecta", "héc-ta", "héc ta", "sào", "mét vuông"), "area"),
    **dict.fromkeys(("đồng", "usd", "euro", "eur", "tỷ", "tỉ", "triệu"), "money"),
}


def candidates(words: Sequence[Word], amount: Range) -> Iterator[Range]:
    """List the phrases before and after an amount that begin and end where phrases do, brackets closed."""
    for first, word in enumerate(words):
        if word.tag in NOT_FIRST or word.low in BORDERS["first"] or amount[0] <= first < amount[1]:
            continue
        stop = min(len(words) if first >= amount[1] else amount[0], first + MOST_WORDS)
        yield from ((first, last) for last in _lasts(words, first, stop))


def _lasts(words: Sequence[Word], first: int, stop: int) -> Iterator[int]:
    depth = 0
    for at in range(first, stop):
        word, tag = words[at], words[at].tag
        depth += (tag == "(") - (tag == ")")
        if tag in (".", ":") or depth < 0:
            return
        follows = words[at + 1].tag if at + 1 < len(words) else ""
        if tag == "M" and follows in ("U", "Nu"):
            return
        if depth or tag in NOT_LAST or word.low in BORDERS["last"] or tag == "Np" == follows:
            continue
        yield at + 1


def amounts(words: Sequence[Word]) -> Iterator[tuple[Range, str]]:
    """List the amounts of area, percent and money among the words, with their kinds."""
    at = 0
    while at < len(words):
        end = at
        while end < len(words) and words[at].tag == "M" and words[end].tag in ("M", "U", "-"):
            end += 1
        kinds = [UNITS[word.low] for word in words[at:end] if word.low in UNITS]
        if kinds:
            yield (at, end), kinds[-1]
        at = max(end, at + 1)
