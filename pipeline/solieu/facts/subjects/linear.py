"""Linear models over hashed features: rows described by attributes in, a score a row out.

A feature is a few attributes taken together (a template); its weight stands in a table at the place its hash names
(feature hashing: Weinberger et al., ICML 2009), so that all rows and templates are looked up in one go.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from pathlib import Path

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]
Halves = npt.NDArray[np.float16]
Attributes = dict[str, Ints]  # all of one length

BITS = 22  # of a place in the table: 200,000 weights fill a twentieth of it
SPREAD = np.uint64(0x9E3779B97F4A7C15)  # 2**64 divided by the golden ratio, as Knuth's multiplicative hash


@dataclass(frozen=True)
class Templates:
    """Which attributes are taken together: each template names its attributes, with blanks between."""

    texts: tuple[str, ...]

    @cached_property
    def names(self) -> list[str]:
        """Name the attributes that are used, each once."""
        return sorted({name for text in self.texts for name in text.split()})

    @cached_property
    def _factors(self) -> npt.NDArray[np.uint64]:
        return np.array([[_number(name) | 1] for name in self.names], dtype=np.uint64)

    @cached_property
    def _seeds(self) -> npt.NDArray[np.uint64]:
        """Give each template a number of its own."""
        return np.array([[_number(text + "?")] for text in self.texts], dtype=np.uint64)

    @cached_property
    def _layers(self) -> list[tuple[Ints, Ints]]:
        """Give the templates with a first attribute and the places of these, then those with a second one, and so on."""
        parts = [[self.names.index(name) for name in text.split()] for text in self.texts]
        having = [[at for at, part in enumerate(parts) if len(part) > depth] for depth in range(max(map(len, parts)))]
        return [(np.array(rows), np.array([parts[row][depth] for row in rows])) for depth, rows in enumerate(having)]

    def places(self, attributes: Attributes) -> Ints:
        """Give the places of the features in the table: a row a template, a column a row of the attributes."""
        values = np.array([attributes[name] for name in self.names]).view(np.uint64)
        values = (values + np.uint64(1)) * self._factors
        values ^= values >> np.uint64(29)
        mixed = values[self._layers[0][1]] + self._seeds
        for rows, parts in self._layers[1:]:
            mixed[rows] += values[parts]
        mixed ^= mixed >> np.uint64(32)
        mixed *= SPREAD
        mixed >>= np.uint64(64 - BITS)
        return mixed.view(np.int64)


def load(path: Path) -> Halves:
    """Read the table of weights from the `.npz` file that `save` wrote, in half precision too; features never seen weigh 0."""
    with np.load(path, allow_pickle=False) as stored:
        table = np.zeros(1 << BITS, dtype=np.float16)
        table[stored["places"]] = stored["weights"]
    return table


def save(path: Path, table: Floats, least: float) -> None:
    """Write the weights of `least` size and more, in half precision."""
    places = np.flatnonzero(np.abs(table) >= least)
    np.savez_compressed(path, places=places.astype(np.uint32), weights=table[places].astype(np.float16))


def _number(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")


def joined(parts: Sequence[Ints]) -> Ints:
    """Make one number of several, order told apart.

    >>> joined([np.array([1, 2]), np.array([2, 1])])[0] == joined([np.array([2, 1]), np.array([1, 2])])[1]
    np.True_
    """
    mixed = parts[0]
    for part in parts[1:]:
        mixed = mixed * 1_000_003 + part
    return mixed
