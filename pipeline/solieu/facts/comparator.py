"""Whether an amount is exact, about, a bound or a range."""

from __future__ import annotations

import re

from solieu.facts.context import Context
from solieu.gazetteer.table import rows

SIDES = {
    side: {surface: comparator for surface, comparator, where in rows("comparators.tsv") if where == side}
    for side in ("before", "after")
}


def _any(words: dict[str, str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


# Words that may stand between a comparator and its number: gần đạt ngưỡng 100%.
FILLER = r"(?:đạt|là|mức|ngưỡng|chừng|tổng cộng|con số|đến|tới|với|từ|có)"
BEFORE = re.compile(rf"(?<!\w)(?P<word>{_any(SIDES['before'])})(?: {FILLER})* ?$", re.IGNORECASE)
AFTER = re.compile(rf"(?:/\w+)* (?P<word>{_any(SIDES['after'])})(?!\w)", re.IGNORECASE)
FROM = re.compile(r"(?<!\w)từ(?: mức)? ?$", re.IGNORECASE)
MOVES = re.compile(r"[^.;]{0,40}?(?<!\w)(?:lên|xuống|còn|đến|tới|sang|thành|thu|trong|của)(?!\w)", re.IGNORECASE)
WINDOW = 40


def comparator_of(context: Context, *, ranged: bool) -> str:
    """Name the comparator of an amount; of several words the one nearest to the number counts.

    >>> comparator_of(Context(0, "Tổng vốn đầu tư lên tới trên ", "."), ranged=False)
    '>'
    >>> comparator_of(Context(0, "đạt từ ", " trở lên"), ranged=False)
    '>='
    """
    if ranged:
        return ".."
    after = AFTER.match(context.right)
    if after:
        return SIDES["after"][after["word"].casefold()]
    left = context.left[-WINDOW:]
    before = BEFORE.search(left)
    if before:
        return SIDES["before"][before["word"].casefold()]
    if FROM.search(left) and not MOVES.match(context.right):
        return ">="
    return "="
