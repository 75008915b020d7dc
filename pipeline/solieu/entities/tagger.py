"""The tagger: finds names in the sentences of an article with trained weights."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from solieu.entities import decode, features
from solieu.entities.decode import Found
from solieu.entities.features import EDGE, REACH, Offsets
from solieu.entities.weights import Floats, Memo, Weights, load


@dataclass(frozen=True, slots=True)
class Tagger:
    """A conditional random field over the words of a sentence; `find` is a pure function of its arguments."""

    weights: Weights
    word: Memo[str]
    pair: Memo[tuple[str, str]]
    shapes: Memo[tuple[str, str, str]]

    def find(self, text: str, sentences: tuple[Offsets, ...]) -> list[Found]:
        """Find the names of a text, in order, none overlapping."""
        cut = [words for start, end in sentences if (words := features.cut(text, start, end))]
        if not cut:
            return []
        lengths = [len(words) for words in cut]
        scores = self.scores([[text[start:end] for start, end in words] for words in cut])
        path = decode.best_labels(scores, self.weights.moves, lengths)
        chances = decode.marginals(scores, self.weights.moves, lengths)[np.arange(len(path)), path].tolist()
        labels = [self.weights.labels[label] for label in path]
        found: list[Found] = []
        at = 0
        for words in cut:
            end = at + len(words)
            found.extend(decode.spans(words, labels[at:end], chances[at:end]))
            at = end
        return found

    def scores(self, sentences: list[list[str]]) -> Floats:
        """Score every label of every word of the sentences, a row a word."""
        gap = [EDGE] * REACH
        words = gap + [word for sentence in sentences for word in (*sentence, *gap)]
        shapes = [features.shape(word) for word in words]
        scores = (
            self.word.scores(words)
            + self.pair.scores(list(zip([EDGE, *words], words, strict=False)))
            + self.shapes.scores(list(zip(["_", *shapes], shapes, [*shapes[1:], "_"], strict=False)))
        )
        inside: Floats = scores[[word != EDGE for word in words]]
        return inside


def tagger(path: Path) -> Tagger:
    """Load a tagger from the file that training wrote."""
    weights = load(path)
    clusters = weights.clusters
    return Tagger(
        weights,
        word=Memo(range(-REACH, REACH + 1), lambda word: features.of_word(word, clusters), weights),
        pair=Memo(range(-1, 3), lambda pair: features.of_pair(pair[0], pair[1], clusters), weights),
        shapes=Memo(range(-1, 2), lambda three: features.of_shapes(*three), weights),
    )
