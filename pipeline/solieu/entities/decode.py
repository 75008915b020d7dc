"""From label scores to names: the probability of every label of every word, and the spans they make."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from solieu.entities.features import Offsets
from solieu.entities.weights import Floats

Bools = npt.NDArray[np.bool_]
Found = tuple[int, int, str, float]  # start, end, label, score


def marginals(scores: Floats, moves: Floats, lengths: Sequence[int]) -> Floats:
    """Give the probability of each label of each word, all sentences of an article side by side.

    `scores` has a row a word, `lengths` the words of each sentence; forward and backward sums of a linear-chain CRF,
    each step scaled to one.
    """
    beside = _side_by_side(scores, lengths)
    emitted, steps = np.exp(beside.scores - beside.scores.max(axis=2, keepdims=True)), len(beside.going)
    step = np.exp(moves - moves.max())
    forward, backward = np.ones_like(emitted), np.ones_like(emitted)
    forward[:, 0] = _scaled(emitted[:, 0])
    for at in range(1, steps):
        going = beside.going[at]
        forward[:going, at] = _scaled((forward[:going, at - 1] @ step) * emitted[:going, at])
    for at in range(steps - 1, 0, -1):
        going = beside.going[at]
        backward[:going, at - 1] = _scaled((emitted[:going, at] * backward[:going, at]) @ step.T)
    joint = forward * backward
    result: Floats = (joint / joint.sum(axis=2, keepdims=True))[beside.back][beside.real]
    return result


def best_labels(scores: Floats, moves: Floats, lengths: Sequence[int]) -> npt.NDArray[np.intp]:
    """Give the label of each word on the best path through each sentence (Viterbi), all sentences side by side."""
    beside = _side_by_side(scores, lengths)
    best = np.ascontiguousarray(beside.scores.transpose(1, 2, 0))  # the worth of the best path to a word and label
    before = best[0]
    for at, going in enumerate(beside.going[1:], start=1):
        before = best[at, :, :going] + np.maximum.reduce(before[:, None, :going] + moves[:, :, None], axis=0)
        best[at, :, :going] = before
    best = np.ascontiguousarray(best.transpose(2, 0, 1))
    lasts, into = np.array(lengths)[beside.order] - 1, moves.T.copy()
    label = best[np.arange(len(lasts)), lasts].argmax(axis=1)
    path = np.empty(beside.real.shape, dtype=np.intp)
    for at in range(len(beside.going) - 1, 0, -1):
        now = label[: beside.going[at]]
        path[: len(now), at] = now
        label[: len(now)] = (best[: len(now), at - 1] + into[now]).argmax(axis=1)
    path[:, 0] = label
    return path[beside.back][beside.real]


@dataclass(frozen=True, slots=True)
class _Beside:
    """Sentences side by side, longest first (`order`): `going[at]` of them have a word at `at`.

    `back` puts them in their own order again, in which `real[sentence, at]` tells whether there is a word.
    """

    scores: Floats
    going: list[int]
    order: npt.NDArray[np.intp]
    back: npt.NDArray[np.intp]
    real: Bools


def _side_by_side(scores: Floats, lengths: Sequence[int]) -> _Beside:
    real = np.arange(max(lengths)) < np.array(lengths)[:, None]
    laid = np.zeros((*real.shape, scores.shape[1]), dtype=np.float32)
    laid[real] = scores
    order = np.argsort(-np.array(lengths), kind="stable")
    return _Beside(laid[order], real.sum(axis=0).tolist(), order, np.argsort(order), real)


def _scaled(sums: Floats) -> Floats:
    scaled: Floats = sums / sums.sum(axis=1, keepdims=True)
    return scaled


def spans(words: Iterable[Offsets], scored: Iterable[tuple[str, float]]) -> list[Found]:
    """Join labelled words to names; labels that do not fit together end one name and start the next.

    >>> spans([(0, 3), (4, 7), (8, 9)], [("B-LOC", 0.9), ("E-LOC", 0.8), ("O", 1.0)])
    [(0, 7, 'LOC', 0.8)]
    """
    found: list[Found] = []
    open_label = ""
    for (start, end), (label, score) in zip(words, scored, strict=True):
        place, _, kind = label.partition("-")
        if place in "IE" and kind == open_label:
            first, _, _, least = found[-1]
            found[-1] = first, end, kind, min(least, score)
        elif kind:
            found.append((start, end, kind, score))
        open_label = kind if place in "BI" else ""
    return found
