"""The phrases near an amount that may say what it is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from solieu.facts.subject_windows import EDGE, Ints, Windows
from solieu.facts.subject_words import Word
from solieu.gazetteer.table import rows

MOST_WORDS = 14  # of a phrase: of 1,150 subjects annotated 6 are longer
NOT_FIRST = frozenset([*',.()":-/', EDGE.tag, "CH", "T", "I", "CA", "U", "VM"])
NOT_LAST = frozenset([*',.(":-/', EDGE.tag, "CH", "T", "I", "C", "CQ", "CA", "L"])
WALLS = frozenset([".", ":", EDGE.tag])
BORDERS = {side: frozenset(word for word, there in rows("subject_borders.tsv") if there == side) for side in ("first", "last")}


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases as words `first` up to `last`, in order; each is of the window numbered `window`, and beside its amount."""

    window: Ints
    first: Ints
    last: Ints


def phrases(windows: Windows) -> Phrases:
    """List the phrases of each window that begin and end where phrases do, brackets closed, beside the amount."""
    first, last = _phrases(windows.words)
    window = np.searchsorted(windows.start, first, side="right") - 1
    beside = (last <= windows.begin[window]) | (first >= windows.end[window])
    return Phrases(window[beside], first[beside], last[beside])


def _phrases(words: Sequence[Word]) -> tuple[Ints, Ints]:
    """Grow phrases word by word from every word that may begin one, up to a wall or a bracket of before."""
    tags = [word.tag for word in words]
    then = [*tags[1:], EDGE.tag][: len(tags)]
    pairs = list(zip(tags, then, strict=True))
    wall = np.array([tag in WALLS or (tag == "M" and after in ("U", "Nu")) for tag, after in pairs], dtype=bool)
    depth = np.cumsum([0, *((tag == "(") - (tag == ")") for tag in tags)])
    may_end = np.array([_may_end(word, after) for word, after in zip(words, then, strict=True)], dtype=bool)
    going = np.flatnonzero([word.tag not in NOT_FIRST and word.low not in BORDERS["first"] for word in words])
    found = []
    for size in range(1, MOST_WORDS + 1):
        going = going[going + size <= len(words)]
        going = going[~wall[going + size - 1] & (depth[going + size] >= depth[going])]
        ended = going[may_end[going + size - 1] & (depth[going + size] == depth[going])]
        found.append(np.stack([ended, ended + size]))
    first, last = np.concatenate(found, axis=1)
    order = np.lexsort((last, first))
    return first[order], last[order]


def _may_end(word: Word, after: str) -> bool:
    return word.tag not in NOT_LAST and word.low not in BORDERS["last"] and not word.tag == "Np" == after
