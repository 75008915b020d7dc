"""The tagger's weights: from a sentence's words to a score for every label of every word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

import numpy as np
import numpy.typing as npt

from solieu.entities import features
from solieu.entities.features import Clusters

Floats = npt.NDArray[np.float32]
Key = TypeVar("Key", bound=Hashable)
Placed = dict[str, list[tuple[int, int]]]  # of a feature: (place, row of its weights)
MOST_REMEMBERED = 100_000  # rows of a memo: 36 MB of words, 21 MB of pairs; a full memo is emptied, so memory stays flat


@dataclass(frozen=True, slots=True)
class Weights:
    """What training found: `values[names[feature]]` are a feature's weights, one a label; `moves[i, j]` from label i to j."""

    labels: tuple[str, ...]
    names: dict[str, int]
    values: Floats
    moves: Floats
    clusters: Clusters

    def save(self, path: Path) -> None:
        """Write the weights as one `.npz`, half precision."""
        codes = np.array([[int(code[1:]) for code in known] for known in self.clusters.values()], dtype=np.uint16)
        np.savez_compressed(
            path,
            labels=_packed(self.labels),
            names=_packed(self.names),
            values=self.values.astype(np.float16),
            moves=self.moves,
            words=_packed(self.clusters),
            codes=codes,
        )


def load(path: Path) -> Weights:
    """Read weights written by `Weights.save`."""
    with np.load(path) as stored:
        names = _unpacked(stored["names"])
        known = [
            tuple(f"{level}{code}" for level, code in zip(features.LEVELS, row, strict=True)) for row in stored["codes"].tolist()
        ]
        return Weights(
            labels=tuple(_unpacked(stored["labels"])),
            names={name: row for row, name in enumerate(names)},
            values=stored["values"].astype(np.float32),
            moves=stored["moves"],
            clusters=dict(zip(_unpacked(stored["words"]), known, strict=True)),
        )


def _packed(strings: Iterable[str]) -> npt.NDArray[np.uint8]:
    return np.frombuffer("\n".join(strings).encode(), dtype=np.uint8)


def _unpacked(stored: npt.NDArray[np.uint8]) -> list[str]:
    return stored.tobytes().decode().split("\n")


@dataclass(slots=True)
class Memo(Generic[Key]):
    """Weights summed once for each key (a word, a pair …): row `rows[key]` of `sums` has them for every place.

    A place is how far the label stands from the key: a word at place -1 is the word before the one labelled.
    """

    places: range
    features_of: Callable[[Key], list[str]]
    weights: Weights
    placed: Placed
    sums: Floats = field(init=False)
    rows: dict[Key, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.sums = np.zeros((1024, len(self.places), len(self.weights.labels)), dtype=np.float32)

    def scores(self, keys: Sequence[Key]) -> Floats:
        """Score every label of every position: `result[i]` sums what `keys[i + place]` say at each place."""
        if len(self.rows) + len(keys) > MOST_REMEMBERED:
            self.rows.clear()
        known = self.rows
        found = np.array([known[key] if key in known else self._learn(key) for key in keys])
        summed = self.sums[found]
        total = np.zeros((len(keys), summed.shape[2]), dtype=np.float32)
        for column, place in enumerate(self.places):
            here, there = max(0, -place), max(0, place)
            stop = len(keys) - here - there
            if stop > 0:
                total[here : here + stop] += summed[there : there + stop, column]
        return total

    def _learn(self, key: Key) -> int:
        row = self.rows[key] = len(self.rows)
        if row >= len(self.sums):
            self.sums = np.concatenate([self.sums, np.zeros_like(self.sums)])
        self.sums[row] = 0
        for name in self.features_of(key):
            for place, at in self.placed.get(name, ()):
                self.sums[row, place - self.places.start] += self.weights.values[at]
        return row


def placed(weights: Weights) -> Placed:
    """Index the features by name: at which places one has weights, and in which row of `values`."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for written, row in weights.names.items():
        width = 2 if written[0] == "-" else 1
        found[written[width:]].append((int(written[:width]), row))
    return dict(found)
