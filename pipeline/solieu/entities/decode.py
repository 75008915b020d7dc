"""From label scores to names: the best path, the probability of every label, and the spans they make."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from solieu.entities.features import Offsets
from solieu.entities.weights import Floats

Bools = npt.NDArray[np.bool_]
Places = npt.NDArray[np.intp]
ScoredName = tuple[int, int, str, float]  # start, end, label, score

SURE = 0.51  # a path likelier than this is the likeliest; the hundredth is for rounding


def decoded(scores: Floats, moves: Floats, lengths: Sequence[int]) -> tuple[Places, Floats]:
    """Give the label of each word on the best path through its sentence, and the probability of each label of each word.

    `scores` has a row a word, `lengths` the words of each sentence. In most sentences one path is likelier than all others
    together: then it is that of the likeliest labels. Only the other sentences are searched for theirs.
    """
    chances, masses = marginals(scores, moves, lengths)
    labels = chances.argmax(axis=1)
    gains = scores[np.arange(len(labels)), labels] - masses
    firsts = np.cumsum([0, *lengths[:-1]])
    gains[1:] += moves[labels[:-1], labels[1:]]
    gains[firsts[1:]] -= moves[labels[firsts[1:] - 1], labels[firsts[1:]]]  # no move from one sentence to the next
    doubtful = ~(np.exp(np.add.reduceat(gains, firsts)) > SURE)
    if doubtful.any():
        searched = doubtful.repeat(lengths)
        labels[searched] = best_labels(scores[searched], moves, np.array(lengths)[doubtful].tolist())
    return labels, chances


def marginals(scores: Floats, moves: Floats, lengths: Sequence[int]) -> tuple[Floats, Floats]:
    """Give the probability of each label of each word, all sentences of an article side by side.

    Forward and backward sums of a linear-chain CRF, each step scaled to one. Also gives what each word adds to the
    logarithm of the sum of all paths through its sentence.
    """
    beside = _side_by_side(lengths)
    laid = scores[beside.order]
    peaks, highest = laid.max(axis=1, keepdims=True), moves.max()
    emitted, step = np.exp(laid - peaks), np.exp(moves - highest)
    forward, totals = _forward(emitted, step, beside.steps)
    joint = forward * _backward(emitted, step, beside.steps)
    masses = peaks + np.log(totals)
    masses[beside.steps[0][1] :] += highest  # of the moves, which the first words have not
    chances = joint / np.add.reduce(joint, axis=1, keepdims=True)
    return beside.back(chances), beside.back(masses)[:, 0]


def _forward(emitted: Floats, step: Floats, steps: Sequence[Offsets]) -> tuple[Floats, Floats]:
    """Sum the paths to each label of each word, scaled to one a word; give the scales as well."""
    sums = before = emitted.copy()
    totals = []
    for start, end in steps:
        now = sums[start:end]
        if start:
            now *= before[: end - start] @ step
        totals.append(np.add.reduce(now, axis=1, keepdims=True))
        now /= totals[-1]
        before = now
    return sums, np.concatenate(totals)


def _backward(emitted: Floats, step: Floats, steps: Sequence[Offsets]) -> Floats:
    """Sum the paths on from each label of each word, scaled to one a word."""
    sums = np.ones_like(emitted)
    for (first, _), (start, end) in reversed(list(pairwise(steps))):
        before = sums[first : first + end - start]
        np.matmul(emitted[start:end] * sums[start:end], step.T, out=before)
        before /= np.add.reduce(before, axis=1, keepdims=True)
    return sums


def best_labels(scores: Floats, moves: Floats, lengths: Sequence[int]) -> Places:
    """Give the label of each word on the best path through each sentence (Viterbi), all sentences side by side."""
    beside = _side_by_side(lengths)
    best = before = scores[beside.order]  # the worth of the best path to a word and label
    for start, end in beside.steps[1:]:
        now = best[start:end]
        now += np.maximum.reduce(before[: end - start, :, None] + moves, axis=1)
        before = now
    labels, into = best.argmax(axis=1), moves.T.copy()
    for (first, _), (start, end) in reversed(list(pairwise(beside.steps))):
        known = slice(first, first + end - start)
        labels[known] = (best[known] + into[labels[start:end]]).argmax(axis=1)
    return beside.back(labels)


@dataclass(frozen=True, slots=True)
class _Beside:
    """Sentences side by side, longest first: the first word of each, then the second of each that has one …

    `order` gives the row of each word so laid out, `steps` where the first words start and end, the second …
    """

    order: Places
    steps: list[Offsets]

    def back(self, laid: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """Put rows in the order of the text again."""
        rows = np.empty_like(laid)
        rows[self.order] = laid
        return rows


def _side_by_side(lengths: Sequence[int]) -> _Beside:
    sizes = np.array(lengths)
    longest = np.argsort(-sizes, kind="stable")
    place = np.arange(sizes.max())[:, None]
    real = place < sizes[longest]
    order = ((sizes.cumsum() - sizes)[longest] + place)[real]
    return _Beside(order, list(pairwise([0, *real.sum(axis=1).cumsum().tolist()])))


def spans(words: Iterable[Offsets], scored: Iterable[tuple[str, float]]) -> list[ScoredName]:
    """Join labelled words to names; labels that do not fit together end one name and start the next.

    >>> spans([(0, 3), (4, 7), (8, 9)], [("B-LOC", 0.9), ("E-LOC", 0.8), ("O", 1.0)])
    [(0, 7, 'LOC', 0.8)]
    """
    found: list[ScoredName] = []
    open_label = ""
    for (start, end), (label, score) in zip(words, scored, strict=True):
        if label == "O":
            open_label = ""
            continue
        place, _, kind = label.partition("-")
        if place in "IE" and kind == open_label:
            first, _, _, least = found[-1]
            found[-1] = first, end, kind, min(least, score)
        else:
            found.append((start, end, kind, score))
        open_label = kind if place in "BI" else ""
    return found
