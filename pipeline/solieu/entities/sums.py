"""What the weights say of words, pairs of them and their shapes: summed once for each, looked up from then on.

A place is how far a key stands from the word labelled: a word at place -1 is the word before it. A pair or three shapes
without weights are stored nowhere, and words in a memo that is emptied when full, so memory stays flat.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from solieu.entities import features
from solieu.entities.features import REACH, Clusters
from solieu.entities.lists import COMMON, capitalised
from solieu.entities.weights import Floats, Weights

Ints = npt.NDArray[np.int64]
Parts = tuple[str, ...]

MOST_WORDS = 1 << 15  # kept in the memo, some 16 MB
NO_KEY = np.iinfo(np.int64).max
WRITTEN, CLASS, SHAPE, CAPITAL, NAMELIKE, SURNAME = range(6)  # what a row of `Lexicon.codes` tells of a word


@dataclass(frozen=True, slots=True)
class Known:
    """The sums of the pairs or triples that have weights: `sums[i]` for `keys[i]`, in order; the last is that of any other.

    `numbers` numbers their parts from 1 on; 0 is a part of none.
    """

    numbers: dict[str, int]
    keys: Ints
    sums: Floats

    def of(self, parts: Sequence[Ints]) -> Floats:
        """Give the sums of pairs or triples: an array of numbers for their first parts, one for the second …"""
        wanted = key_of(parts, len(self.numbers))
        at = self.keys.searchsorted(wanted)
        at[self.keys.take(at) != wanted] = -1
        return self.sums.take(at, axis=0)


def known(named: Mapping[Parts, str], said: Said, places: range) -> Known:
    """Gather the features that name pairs or triples, given by their parts."""
    numbers = {part: number for number, part in enumerate(sorted({part for parts in named for part in parts}), start=1)}
    width = max(map(len, named), default=1)
    parts = np.array([[numbers[part] for part in parts] for parts in named], dtype=np.int64).reshape(-1, width)
    keys = np.append(key_of(list(parts.T), len(numbers)), NO_KEY)
    order = np.argsort(keys)
    return Known(numbers, keys[order], said.sums(named.values(), places)[order])


def key_of(parts: Sequence[Ints], numbered: int) -> Ints:
    """Make one number of the numbers of a pair or a triple."""
    key = parts[0]
    for part in parts[1:]:
        key = key * (numbered + 1) + part
    return key


@dataclass(frozen=True, slots=True)
class Said:
    """What each feature by itself says: `weights[rows[name]]`, a row a place from `-REACH` on, a column a label."""

    rows: dict[str, int]
    weights: Floats

    def sums(self, names: Iterable[str], places: range) -> Floats:
        """Give the weights of these features at these places, and zeros last."""
        rows = [*(self.rows[name] for name in names), -1]
        return np.ascontiguousarray(self.weights[rows, places.start + REACH : places.stop + REACH])


def said(weights: Weights) -> Said:
    """Lay out the weights by feature: in the file a feature's name begins with its place (`-1w=xã`)."""
    told = [(int(written[: 1 + (written[0] == "-")]), written[1 + (written[0] == "-") :]) for written in weights.names]
    rows = {name: row for row, name in enumerate(dict.fromkeys(name for _, name in told))}
    laid = np.zeros((len(rows) + 1, 2 * REACH + 1, len(weights.labels)), dtype=np.float32)
    laid[[rows[name] for _, name in told], [place + REACH for place, _ in told]] = weights.values[list(weights.names.values())]
    return Said(rows, laid)


def parted(names: Iterable[str], sign: str) -> dict[Parts, str]:
    """Take apart the features that name two things with a sign between, which may itself be one of the two.

    >>> parted(["xã|tân", "w=xã", "|||"], "|")
    {('xã', 'tân'): 'xã|tân', ('', '||'): '|||', ('|', '|'): '|||', ('||', ''): '|||'}
    """
    return {(name[:at], name[at + 1 :]): name for name in names for at, letter in enumerate(name) if letter == sign}


@dataclass(slots=True)
class Lexicon:
    """The words read so far: word `rows[word]` has that row of `sums` and of `codes`."""

    clusters: Clusters
    said: Said
    pairs: Known
    classes: Known
    shapes: Known
    rows: dict[str, int] = field(default_factory=dict)
    sums: Floats = field(init=False)
    codes: Ints = field(default_factory=lambda: np.zeros((MOST_WORDS, 6), dtype=np.int64))

    def __post_init__(self) -> None:
        self.sums = np.zeros((MOST_WORDS, *self.said.weights.shape[1:]), dtype=np.float32)

    def rows_of(self, words: Sequence[str]) -> Ints:
        """Give the rows of words, those of new ones filled."""
        if len(self.rows) + len(words) > MOST_WORDS:
            self.rows.clear()
        rows = [self._learn(word) if row is None else row for word, row in zip(words, map(self.rows.get, words), strict=True)]
        return np.array(rows, dtype=np.int64)

    def _learn(self, word: str) -> int:
        row = self.rows[word] = len(self.rows)
        if row >= len(self.sums):  # a sentence of more words than a memo holds
            self.sums, self.codes = (np.concatenate([known, np.zeros_like(known)]) for known in (self.sums, self.codes))
        told = self.said.rows
        named = [told[name] for name in features.of_word(word, self.clusters) if name in told]
        self.sums[row] = self.said.weights[named].sum(axis=0)
        self.codes[row] = (
            self.pairs.numbers.get(features.written(word), 0),
            self.classes.numbers.get(features.class_of(word, self.clusters), 0),
            self.shapes.numbers.get(features.shape(word), 0),
            word[:1].isupper(),
            capitalised(word),
            word.lower() in COMMON,
        )
        return row


def lexicon(weights: Weights) -> Lexicon:
    """Make an empty memo of words for trained weights."""
    told = said(weights)
    triples = {tuple(name[1:].split(" ")): name for name in told.rows if name[0] == "S" and name.count(" ") == 2}  # noqa: PLR2004
    return Lexicon(
        weights.clusters,
        told,
        pairs=known(parted(told.rows, features.WORDS_APART), told, features.PAIR_PLACES),
        classes=known(parted(told.rows, features.CLASSES_APART), told, features.PAIR_PLACES),
        shapes=known(triples, told, features.SHAPE_PLACES),
    )


def slid(rows: Floats, places: range) -> Floats:
    """Sum for each position what the keys round it say: `result[i]` is the sum of `rows[i + place]` at each place."""
    total = np.zeros((len(rows), rows.shape[2]), dtype=np.float32)
    for column, place in enumerate(places):
        here, there = max(0, -place), max(0, place)
        stop = len(rows) - here - there
        if stop > 0:
            total[here : here + stop] += rows[there : there + stop, column]
    return total
