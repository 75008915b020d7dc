"""The tagger: finds names in the sentences of an article with trained weights."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from solieu.entities import decode, features
from solieu.entities.decode import Bools, ScoredName
from solieu.entities.features import EDGE, REACH, Offsets
from solieu.entities.lists import described, marked
from solieu.entities.sums import CAPITAL, CLASS, NAMELIKE, SHAPE, SURNAME, WRITTEN, Ints, Lexicon, lexicon, slid
from solieu.entities.weights import Floats, Weights, load

LAID_OUT = 16_384  # places for words, gaps included, in sentences side by side: bounds the memory of one step
MARK = re.compile(r"g=\w+|r\d[s-]\d/\d")
GAP = [EDGE] * REACH

Sentence = tuple[Offsets, list[str]]


@dataclass(frozen=True, slots=True)
class Tagger:
    """A conditional random field over the words of a sentence; `find` is a pure function of its arguments.

    `moves[i, j]` is the weight from label i to label j, `names` tells which labels are those of words in names; `marks` gives
    the row of `mark_sums` for a mark (`g=Bp`, `r2s0/0`) that has weights, the last row is that of any other. What training
    found is not kept beside the sums made of it.
    """

    labels: tuple[str, ...]
    moves: Floats
    lexicon: Lexicon
    marks: dict[str, int]
    mark_sums: Floats
    names: Bools

    def find(self, text: str, sentences: tuple[Offsets, ...]) -> list[ScoredName]:
        """Find the names of a text, in order, none overlapping."""
        cut = [((start, end), words) for start, end in sentences if (words := features.words(text, start, end))]
        return [name for batch in batches(cut) for name in self._find(text, batch)]

    def _find(self, text: str, cut: list[Sentence]) -> list[ScoredName]:
        lengths = [len(words) for _, words in cut]
        scores = self.scores([words for _, words in cut])
        labels, chances = decode.decoded(scores, self.moves, lengths)
        named = np.logical_or.reduceat(self.names[labels], np.cumsum([0, *lengths[:-1]]))
        told = named.repeat(lengths)
        labels, chances = labels[told], chances[told, labels[told]]
        words = (word for at in np.flatnonzero(named).tolist() for word in features.cut(text, *cut[at][0]))
        scored = zip([self.labels[label] for label in labels.tolist()], chances.tolist(), strict=True)
        return decode.spans(words, scored)

    def scores(self, sentences: Sequence[list[str]]) -> Floats:
        """Score every label of every word of the sentences, a row a word."""
        words = GAP + [word for sentence in sentences for word in (*sentence, *GAP)]
        rows = self.lexicon.rows_of(words)
        told = self.lexicon.codes[rows]
        scores = slid(self.lexicon.sums.take(rows, axis=0), features.WORD_PLACES)
        beside = (np.concatenate([told[:1], told[:-1]]), told, np.concatenate([told[1:], told[:1]]))
        written, classes = ([side[:, code] for side in beside[:2]] for code in (WRITTEN, CLASS))
        scores += slid(self.lexicon.pairs.of(written) + self.lexicon.classes.of(classes), features.PAIR_PLACES)
        scores += slid(self.lexicon.shapes.of([side[:, SHAPE] for side in beside]), features.SHAPE_PLACES)
        scores += slid(self.mark_sums.take(self._marks(words, told), axis=0), features.MARK_PLACES)
        scores += slid(self.mark_sums.take(self._runs(told), axis=0), features.MARK_PLACES)
        inside: Floats = scores[rows != rows[0]]
        return inside

    def _marks(self, words: list[str], told: Ints) -> Ints:
        """Give the row of each word's mark: its place in a name of the gazetteer."""
        found = np.full(len(words), -1, dtype=np.int64)
        for at, marks in marked(words, np.flatnonzero(told[:, CAPITAL]).tolist()):
            found[at : at + len(marks)] = [self.marks.get(mark, -1) for mark in marks]
        return found

    def _runs(self, told: Ints) -> Ints:
        """Give the row of each word's description in a run of capitalised words."""
        namelike = told[:, NAMELIKE]  # the words at both ends are edges, and none
        starts = np.flatnonzero(namelike[1:] > namelike[:-1]) + 1
        ends = np.flatnonzero(namelike[1:] < namelike[:-1]) + 1
        surnames = told[:, SURNAME].astype(bool).tolist()
        runs = [tuple(surnames[start:end]) for start, end in zip(starts.tolist(), ends.tolist(), strict=True)]
        found = np.full(len(told), -1, dtype=np.int64)
        found[namelike == 1] = [self.marks.get(word, -1) for run in runs for word in described(run)]
        return found


def batches(cut: Iterable[Sentence]) -> Iterator[list[Sentence]]:
    """Group sentences in order, each group small enough to be laid side by side: an article is one, a hostile text many."""
    batch: list[Sentence] = []
    longest = 0
    for sentence in cut:
        longest = max(longest, len(sentence[1]))
        if batch and (len(batch) + 1) * longest > LAID_OUT:
            yield batch
            batch, longest = [], len(sentence[1])
        batch.append(sentence)
    if batch:
        yield batch


def tagger(path: Path) -> Tagger:
    """Load a tagger from the file that training wrote."""
    return tagger_of(load(path))


def tagger_of(weights: Weights) -> Tagger:
    """Make a tagger of trained weights."""
    words = lexicon(weights)
    marks = [name for name in words.said.rows if MARK.fullmatch(name)]
    sums = words.said.sums(marks, features.MARK_PLACES)
    names = np.array([label != "O" for label in weights.labels])
    return Tagger(weights.labels, weights.moves, words, {mark: row for row, mark in enumerate(marks)}, sums, names)
