"""The tagger: finds names in the sentences of an article with trained weights."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from solieu.entities import decode, features
from solieu.entities.decode import Found
from solieu.entities.features import EDGE, Offsets
from solieu.entities.weights import Floats, Memo, Weights, load, placed

LAID_OUT = 16_384  # places for words, gaps included, in sentences side by side: bounds the memory of one step


@dataclass(frozen=True, slots=True)
class Tagger:
    """A conditional random field over the words of a sentence; `find` is a pure function of its arguments."""

    weights: Weights
    word: Memo[str]
    pair: Memo[tuple[str, str]]
    shapes: Memo[tuple[str, str, str]]
    mark: Memo[str]

    def find(self, text: str, sentences: tuple[Offsets, ...]) -> list[Found]:
        """Find the names of a text, in order, none overlapping."""
        cut = [words for start, end in sentences if (words := features.cut(text, start, end))]
        return [name for batch in batches(cut) for name in self._find(text, batch)]

    def _find(self, text: str, cut: list[list[Offsets]]) -> list[Found]:
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
        seen = features.see(sentences)
        scores = (
            self.word.scores(seen.words)
            + self.pair.scores(seen.pairs)
            + self.shapes.scores(seen.shapes)
            + self.mark.scores(seen.marks)
            + self.mark.scores(seen.runs)
        )
        inside: Floats = scores[[word != EDGE for word in seen.words]]
        return inside


def batches(cut: Iterable[list[Offsets]]) -> Iterator[list[list[Offsets]]]:
    """Group sentences in order, each group small enough to be laid side by side: an article is one, a hostile text many."""
    batch: list[list[Offsets]] = []
    longest = 0
    for words in cut:
        longest = max(longest, len(words))
        if batch and (len(batch) + 1) * longest > LAID_OUT:
            yield batch
            batch, longest = [], len(words)
        batch.append(words)
    if batch:
        yield batch


def tagger(path: Path) -> Tagger:
    """Load a tagger from the file that training wrote."""
    return tagger_of(load(path))


def tagger_of(weights: Weights) -> Tagger:
    """Make a tagger of trained weights."""
    clusters, known = weights.clusters, placed(weights)
    return Tagger(
        weights,
        word=Memo(features.WORD_PLACES, lambda word: features.of_word(word, clusters), weights, known),
        pair=Memo(features.PAIR_PLACES, lambda pair: features.of_pair(pair, clusters), weights, known),
        shapes=Memo(features.SHAPE_PLACES, features.of_shapes, weights, known),
        mark=Memo(features.MARK_PLACES, features.of_mark, weights, known),
    )
