"""Which sentence of a reading a character stands in."""

from __future__ import annotations

from bisect import bisect_right
from math import inf

from solieu.records import Reading


def sentence_at(reading: Reading, start: int) -> int:
    """Number the last sentence that starts at a character or before it; -1 where none does.

    >>> [sentence_at(Reading("Vâng. Có.", ((0, 5), (6, 9))), at) for at in (0, 5, 6)]
    [0, 0, 1]
    """
    return bisect_right(reading.sentences, (start, inf)) - 1
