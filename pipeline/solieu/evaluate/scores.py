"""From counts to scores, with 95 % intervals by resampling articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from solieu.evaluate.compare import Tally

RESAMPLES = 1_000
SEED = 20_261_123
INTERVAL = (2.5, 97.5)  # percentiles

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Score:
    """One line of the score: `value` is an F1 (with `precision` and `recall`) or a mean; `n` is the number of gold items.

    `low` and `high` bound it at 95 %, by bootstrap over articles.
    """

    name: str
    value: float
    low: float
    high: float
    n: int
    precision: float | None = None
    recall: float | None = None


def scores(tallies: Sequence[Tally]) -> list[Score]:
    """Sum up the articles' counts: F1 scores first, then means, each in alphabetical order."""
    picks = np.random.default_rng(SEED).integers(0, len(tallies), (RESAMPLES, len(tallies)))
    counted = sorted({name for tally in tallies for name, _ in tally.counts})
    marked = sorted({name for tally in tallies for name in tally.marks})
    return [_counted(name, tallies, picks) for name in counted] + [_marked(name, tallies, picks) for name in marked]


def _counted(name: str, tallies: Sequence[Tally], picks: NDArray[np.int64]) -> Score:
    rows = np.array([[tally.counts[name, what] for what in ("hits", "found", "gold")] for tally in tallies], dtype=float)
    hits, found, gold = rows.sum(axis=0)
    low, high = np.percentile(_f1(rows[picks].sum(axis=1)), INTERVAL)
    return Score(name, float(_f1(rows.sum(axis=0))), float(low), float(high), int(gold), _ratio(hits, found), _ratio(hits, gold))


def _marked(name: str, tallies: Sequence[Tally], picks: NDArray[np.int64]) -> Score:
    marks = [tally.marks.get(name, []) for tally in tallies]
    rows = np.array([[sum(some), len(some)] for some in marks], dtype=float)
    total, number = rows.sum(axis=0)
    sums = rows[picks].sum(axis=1)
    low, high = np.percentile(sums[:, 0] / np.maximum(sums[:, 1], 1), INTERVAL)
    return Score(name, _ratio(total, number), float(low), float(high), int(number))


def _f1(counts: Floats) -> Floats:
    """Give the F1 of (hits, found, gold), in the last axis: 2 hits / (found + gold)."""
    both: Floats = 2 * counts[..., 0] / np.maximum(counts[..., 1] + counts[..., 2], 1)
    return both


def _ratio(part: float, whole: float) -> float:
    return float(part / whole) if whole else 0.0
