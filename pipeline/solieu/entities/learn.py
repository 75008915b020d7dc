"""Training: from annotated sentences to the tagger's weights, with crfsuite."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from pycrfsuite import Tagger, Trainer

from solieu.entities import features
from solieu.entities.features import REACH, Clusters, Offsets
from solieu.entities.weights import Weights

# Chosen by the score on the development articles of a model trained without them: L1 keeps the model small.
SETTINGS = {"c1": 0.1, "c2": 0.05, "max_iterations": 140, "feature.possible_transitions": True}

Name = tuple[int, int, str]  # start, end, label


@dataclass(frozen=True, slots=True)
class Example:
    """An annotated text: offsets of its sentences and its names, all in characters of `text`."""

    id: str
    text: str
    sentences: tuple[Offsets, ...]
    names: tuple[Name, ...]


def fit(examples: Iterable[Example], clusters: Clusters) -> Weights:
    """Train a linear-chain CRF (L-BFGS, L1 and L2); the same examples in the same order give the same weights."""
    trainer = Trainer(algorithm="lbfgs", params=SETTINGS, verbose=False)
    for example in examples:
        for start, end in example.sentences:
            cut = features.cut(example.text, start, end)
            words = [example.text[first:last] for first, last in cut]
            trainer.append(feature_names(words, clusters), labels_of(cut, example.names))
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "crf")
        trainer.train(path)
        return _weights(path, clusters)


def labels_of(words: Sequence[Offsets], names: Iterable[Name]) -> list[str]:
    """Label the words of a sentence: begin, inside, end of a name, single word, or outside.

    >>> labels_of([(0, 2), (3, 8), (9, 13), (14, 16)], [(3, 13, "LOC")])
    ['O', 'B-LOC', 'E-LOC', 'O']
    """
    labels = ["O"] * len(words)
    for start, end, label in names:
        inside = [at for at, (first, last) in enumerate(words) if first < end and start < last]
        for at in inside:
            labels[at] = "I-" + label
        if inside:
            labels[inside[0]], labels[inside[-1]] = "B-" + label, "E-" + label
        if len(inside) == 1:
            labels[inside[0]] = "S-" + label
    return labels


def feature_names(words: list[str], clusters: Clusters) -> list[list[str]]:
    """Name all that the tagger sees at each word of a sentence, as `sums` adds it up at run time."""
    seen = features.see([words])
    near = [features.of_word(word, clusters) for word in seen.words]
    views = (
        (features.WORD_PLACES, near),
        (features.PAIR_PLACES, [features.of_pair(pair, clusters) for pair in seen.pairs]),
        (features.SHAPE_PLACES, [features.of_shapes(shapes) for shapes in seen.shapes]),
        (features.MARK_PLACES, [features.of_mark(mark) for mark in seen.marks]),
        (features.MARK_PLACES, [features.of_mark(run) for run in seen.runs]),
    )
    return [
        [
            f"{place}{name}"
            for places, view in views
            for place in places
            for name in (features.far(view[at + place]) if abs(place) == REACH else view[at + place])
        ]
        for at in range(REACH, REACH + len(words))
    ]


def _weights(path: str, clusters: Clusters) -> Weights:
    tagger = Tagger()
    tagger.open(path)
    info = tagger.info()
    labels = tuple(sorted(info.labels, key=lambda label: int(info.labels[label])))
    column = {label: at for at, label in enumerate(labels)}
    names = {name: row for row, name in enumerate(sorted({name for name, _ in info.state_features}))}
    values = np.zeros((len(names), len(labels)), dtype=np.float32)
    for (name, label), weight in info.state_features.items():
        values[names[name], column[label]] = weight
    moves = np.zeros((len(labels), len(labels)), dtype=np.float32)
    for (left, right), weight in info.transitions.items():
        moves[column[left], column[right]] = weight
    return Weights(labels, names, values, moves, clusters)
