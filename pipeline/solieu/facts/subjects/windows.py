"""The words around each amount of an article, side by side: what the subjects of all of them are looked for in at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from solieu.facts.subjects.word_classes import Word

Ints = npt.NDArray[np.int64]
WordRange = tuple[int, int]  # first word, and the one after the last

REACH = 40  # words looked at on either side of an amount
GAP = 6  # marks between the windows of two amounts: more than a phrase is looked past
EDGE = Word(0, 0, "|", "|")
UNITS = {
    **dict.fromkeys(("%", "phần trăm", "điểm phần trăm"), "percent"),
    **dict.fromkeys(("ha", "m2", "m²", "km2", "hecta", "héc-ta", "héc ta", "sào", "mét vuông"), "area"),
    **dict.fromkeys(("đồng", "đ", "vnđ", "vnd", "usd", "euro", "eur", "tỷ", "tỉ", "triệu"), "money"),
    **dict.fromkeys(("km", "m", "mét", "cm", "mm", "kg", "tấn", "tạ", "mw", "kw"), "other"),
}


@dataclass(frozen=True, slots=True)
class Occurrence:
    """An amount among the words of its sentence, and its kind."""

    words: Sequence[Word]
    amount: WordRange
    kind: str


@dataclass(frozen=True, slots=True)
class Windows:
    """The words of all windows, gaps between, and for each window its amount's kind, its first word `start` and its
    amount, words `begin` up to `end`.
    """

    words: list[Word]
    kinds: list[str]
    start: Ints
    begin: Ints
    end: Ints


def windows_of(occurrences: Sequence[Occurrence]) -> Windows:
    """Lay the windows of amounts side by side.

    >>> words = [Word(0, 2, "là", "VM"), Word(3, 4, "#", "M"), Word(5, 7, "ha", "U")]
    >>> windows_of([Occurrence(words, (1, 3), "area")] * 2).begin.tolist()
    [1, 10]
    """
    words: list[Word] = []
    ranges = []
    for one in occurrences:
        first = max(0, one.amount[0] - REACH)
        ranges.append([len(words) + at - first for at in (first, *one.amount)])
        words += [*one.words[first : one.amount[1] + REACH], *[EDGE] * GAP]
    start, begin, end = np.array(ranges, dtype=np.int64).reshape(-1, 3).T
    return Windows(words, [one.kind for one in occurrences], start, begin, end)


def amounts_in(words: Sequence[Word]) -> Iterator[tuple[WordRange, str]]:
    """List the amounts among the words, with their kinds: those of area, percent and money, and others."""
    end = 0
    for at in [at for at, word in enumerate(words) if word.tag == "M"]:
        if at < end:
            continue
        end = at + 1
        while end < len(words) and (words[end].tag in ("M", "U", "-") or kind_of(words[end])):
            end += 1
        kinds = [kind for word in words[at:end] if (kind := kind_of(word))]
        if kinds:
            yield (at, end), kinds[-1]


def kind_of(word: Word) -> str | None:
    """Name the kind of amount a unit tells of, `đồng/kg` like `đồng`; None for other words."""
    return UNITS.get(word.low.partition("/")[0])
