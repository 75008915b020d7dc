"""The phrases near an amount that may say what it is about."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from solieu.facts.subjects.codes import CODES, Codes
from solieu.facts.subjects.windows import EDGE, Ints, Windows

MOST_WORDS = 14  # of a phrase: of 1,150 subjects annotated 6 are longer
IS_WALL = np.array([tag in (".", ":", EDGE.tag) for tag in CODES])
IS_UNIT = np.array([tag in ("U", "Nu") for tag in CODES])


@dataclass(frozen=True, slots=True)
class Candidates:
    """Phrases as words `first` up to `last`, in order; each is of the window numbered `window`, and beside its amount."""

    window: Ints
    first: Ints
    last: Ints

    def some(self, kept: Ints) -> Candidates:
        """Give some of the phrases, by their numbers."""
        return Candidates(self.window.take(kept), self.first.take(kept), self.last.take(kept))


def candidates_of(windows: Windows, codes: Codes) -> Candidates:
    """List the phrases of each window that begin and end where phrases do, brackets closed, beside the amount."""
    first, last = _phrases(codes)
    window = np.searchsorted(windows.start, first, side="right") - 1
    beside = (last <= windows.begin[window]) | (first >= windows.end[window])
    return Candidates(window[beside], first[beside], last[beside])


def _phrases(codes: Codes) -> tuple[Ints, Ints]:
    """Grow phrases from every word that may begin one, up to a wall or a bracket of before: a row a word, a column a size."""
    kind = codes.kind
    after = np.append(kind[1:], CODES[EDGE.tag])
    wall = IS_WALL[kind] | ((kind == CODES["M"]) & IS_UNIT[after])
    may_end = codes.ends & ~((kind == CODES["Np"]) & (after == CODES["Np"]))
    step = (kind == CODES["("]) * 1 - (kind == CODES[")"])
    depth = step.cumsum()  # behind each word
    first = np.flatnonzero(codes.begins)
    last = np.minimum(first[:, None] + np.arange(MOST_WORDS), len(kind) - 1)  # the last of all is a wall
    deeper = depth[last] - (depth - step)[first][:, None]
    going = np.logical_and.accumulate(~wall[last] & (deeper >= 0), axis=1)
    row, size = np.nonzero(going & may_end[last] & (deeper == 0))
    return first[row], first[row] + size + 1
