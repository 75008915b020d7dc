"""The segmenter's tables: what each syllable, pair and triple says for "the word goes on" against "a word begins"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

REACH = 2  # syllables that a template looks back and ahead
COLUMNS = {1: 5, 2: 4, 3: 3}  # places that one, two and three syllables have round the one labelled
SLOTS = 262_139  # a prime, some five times the listed pairs
NO_KEY = np.iinfo(np.int64).max


@dataclass(frozen=True, slots=True)
class Table:
    """`values[i]` is the row of `keys[i]`; the last key is none, and its row that of all keys not listed.

    The keys are in order. `slots[key % SLOTS]` is where one key of that remainder stands: there most look-ups end.
    """

    keys: Ints
    values: Floats
    slots: npt.NDArray[np.int32]

    def rows(self, keys: Ints) -> Floats:
        """Give the row of each key."""
        unlisted = len(self.keys) - 1
        at = self.slots.take(keys % SLOTS)
        shared = np.flatnonzero((self.keys.take(at) != keys) & (at != unlisted))
        searched = keys[shared]
        found = self.keys.searchsorted(searched)
        at[shared] = np.where(self.keys[found] == searched, found, unlisted)
        rows: Floats = self.values.take(at, axis=0)
        return rows


@dataclass(frozen=True, slots=True)
class Tables:
    """What syllables, pairs or triples are worth: a row of gains each, column c for the syllable 2 - c places after the first.

    `raw` and `lower` have the keys of `Model.raw` and `Model.lower`; `shapes` has a row for what all the syllables are (1:
    they begin with a capital, 2: they are digits). `begun` holds where the first lies outside the sentence, `ended` where
    only the last does.
    """

    raw: Table
    lower: Table
    shapes: Floats
    begun: Floats
    ended: Floats


@dataclass(frozen=True, slots=True)
class Model:
    """The gain of label 1, "goes on", over label 0, "begins": `tables[size]`; `moves[i, j]` is from label i to j.

    `raw` and `lower` number the syllables that some table knows, from 1 on; 0 is any other.
    """

    raw: dict[str, int]
    lower: dict[str, int]
    tables: dict[int, Tables]
    moves: Floats


def key_of(numbers: Sequence[Ints], known: int) -> Ints:
    """Make the keys of syllables, pairs or triples: an array of numbers for the first syllables, the second and the third."""
    key = numbers[0]
    for number in numbers[1:]:
        key = key * (known + 1) + number
    return key
