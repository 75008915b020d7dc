"""From label scores to names: the probability of every label of every word, and the spans they make."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from solieu.entities.features import Offsets
from solieu.entities.weights import Floats

Found = tuple[int, int, str, float]  # start, end, label, score


def marginals(scores: Floats, moves: Floats, lengths: Sequence[int]) -> Floats:
    """Give the probability of each label of each word, all sentences of an article side by side.

    `scores` has a row a word, `lengths` the words of each sentence; forward and backward sums of a linear-chain CRF,
    each step scaled to one.
    """
    real = _side_by_side(lengths)
    steps = real.shape[1]
    emitted = np.zeros((*real.shape, scores.shape[1]), dtype=np.float32)
    emitted[real] = scores
    emitted = np.exp(emitted - emitted.max(axis=2, keepdims=True))
    step = np.exp(moves - moves.max())
    forward, backward = np.empty_like(emitted), np.ones_like(emitted)
    forward[:, 0] = _scaled(emitted[:, 0])
    for at in range(1, steps):
        forward[:, at] = _scaled((forward[:, at - 1] @ step) * emitted[:, at])
    for at in range(steps - 2, -1, -1):
        inside = _scaled((emitted[:, at + 1] * backward[:, at + 1]) @ step.T)
        backward[:, at] = np.where(real[:, at + 1, None], inside, 1.0)
    joint = forward * backward
    result: Floats = (joint / joint.sum(axis=2, keepdims=True))[real]
    return result


def best_labels(scores: Floats, moves: Floats, lengths: Sequence[int]) -> npt.NDArray[np.intp]:
    """Give the label of each word on the best path through each sentence (Viterbi), all sentences side by side."""
    real = _side_by_side(lengths)
    emitted = np.zeros((*real.shape, scores.shape[1]), dtype=np.float32)
    emitted[real] = scores
    labels = np.arange(scores.shape[1])
    into, everyone = moves.T.copy(), np.arange(len(real))[:, None]
    came_from = np.empty((real.shape[1], len(real), scores.shape[1]), dtype=np.intp)
    best = emitted[:, 0]
    for at in range(1, real.shape[1]):
        reached = best[:, None, :] + into
        came = came_from[at] = reached.argmax(axis=2)
        best = np.where(real[:, at, None], reached[everyone, labels, came] + emitted[:, at], best)
    path = np.empty(real.shape, dtype=np.intp)
    label = best.argmax(axis=1)
    for at in range(real.shape[1] - 1, -1, -1):
        path[:, at] = label
        label = np.where(real[:, at], came_from[at, everyone[:, 0], label], label) if at else label
    return path[real]


def _side_by_side(lengths: Sequence[int]) -> npt.NDArray[np.bool_]:
    """Tell, for sentence and step, whether the sentence has that many words."""
    return np.arange(max(lengths)) < np.array(lengths)[:, None]


def _scaled(sums: Floats) -> Floats:
    scaled: Floats = sums / sums.sum(axis=1, keepdims=True)
    return scaled


def spans(words: Iterable[Offsets], labels: Iterable[str], scores: Iterable[float]) -> list[Found]:
    """Join labelled words to names; labels that do not fit together end one name and start the next.

    >>> spans([(0, 3), (4, 7), (8, 9)], ["B-LOC", "E-LOC", "O"], [0.9, 0.8, 1.0])
    [(0, 7, 'LOC', 0.8)]
    """
    found: list[Found] = []
    open_label = ""
    for (start, end), label, score in zip(words, labels, scores, strict=True):
        place, _, kind = label.partition("-")
        if place in "IE" and kind == open_label:
            first, _, _, least = found[-1]
            found[-1] = first, end, kind, min(least, score)
        elif kind:
            found.append((start, end, kind, score))
        open_label = kind if place in "BI" else ""
    return found
