"""Linear models over hashed features: rows described by attributes in, a score a row out.

A feature is a few attributes taken together (a template); its weight stands in a table at the place its hash names
(feature hashing: Weinberger et al., ICML 2009), so that all rows and templates are looked up in one go.
"""

from __future__ import annotations

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
POWERS = np.array([pow(1_000_003, power, 1 << 64) for power in range(7, -1, -1)], dtype=np.uint64).view(np.int64)
WIDE = np.array(0x8FFFE000, dtype=np.uint32).view(np.int32)  # bits of a widened number: sign, exponent and fraction
SPREAD = np.uint64(0x9E3779B97F4A7C15)  # 2**64 divided by the golden ratio, as Knuth's multiplicative hash


@dataclass(frozen=True)
class Templates:
    """Which attributes are taken together: each template names its attributes, with blanks between."""

    texts: tuple[str, ...]

    @cached_property
    def names(self) -> dict[str, int]:
        """Number the attributes that are used, in alphabetical order."""
        return {name: place for place, name in enumerate(sorted({name for text in self.texts for name in text.split()}))}

    @cached_property
    def _factors(self) -> npt.NDArray[np.uint64]:
        return np.array([[_number(name) | 1] for name in self.names], dtype=np.uint64)

    @cached_property
    def _ordered(self) -> list[str]:
        """Order the templates by how many attributes they have, the most first."""
        return sorted(self.texts, key=lambda text: -len(text.split()))

    @cached_property
    def _seeds(self) -> npt.NDArray[np.uint64]:
        """Give each template a number of its own."""
        return np.array([[_number(text + "?")] for text in self._ordered], dtype=np.uint64)

    @cached_property
    def _layers(self) -> list[Ints]:
        """Give the place of each template's first attribute, then of the second one of those that have one, and so on."""
        parts = [[self.names[name] for name in text.split()] for text in self._ordered]
        return [np.array([part[depth] for part in parts if len(part) > depth]) for depth in range(len(parts[0]))]

    def places(self, attributes: Attributes) -> Ints:
        """Give the places of the features in the table: a row a template, a column a row of the attributes.

        In place wherever it can be: to make an array of this size takes longer than to add one.
        """
        values = np.array([attributes[name] for name in self.names]).view(np.uint64)
        values += np.uint64(1)
        values *= self._factors
        values ^= values >> np.uint64(29)
        mixed = values.take(self._layers[0], axis=0)
        mixed += self._seeds
        for parts in self._layers[1:]:
            mixed[: len(parts)] += values.take(parts, axis=0)
        mixed ^= mixed >> np.uint64(32)
        mixed *= SPREAD
        mixed >>= np.uint64(64 - BITS)
        return mixed.view(np.int64)


def load(path: Path) -> Halves:
    """Read the table of weights from the `.npz` file that `save` wrote, in half precision too; features never seen weigh 0."""
    with np.load(path, allow_pickle=False) as stored:
        table = np.zeros(1 << BITS, dtype=np.float16)
        table[np.cumsum(stored["steps"])] = stored["weights"]
    return table


def summed(table: Halves, places: Ints) -> Floats:
    """Sum up the weights at places, column by column.

    numpy widens numbers of half precision one by one. Moved to where a float32 has its bits, all at once, they are the same
    numbers divided by 2**112.

    >>> summed(np.array([0, 0.05, -1.5], dtype=np.float16), np.array([[0, 2], [2, 2]])).tolist()
    [-1.5, -3.0]
    """
    bits = table.view(np.int16).take(places).astype(np.int32)
    bits <<= 13
    bits &= WIDE
    found: Floats = bits.view(np.float32).sum(axis=0) * np.float32(2.0**112)
    return found


def save(path: Path, table: Floats, least: float) -> None:
    """Write the weights of `least` size and more, in half precision; each step from place to place, which packs well."""
    places = np.flatnonzero(np.abs(table) >= least)
    steps = np.diff(places, prepend=0).astype(np.uint32)
    np.savez_compressed(path, steps=steps, weights=table[places].astype(np.float16))


def _number(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")


def joined(first: Ints, rest: Ints) -> Ints:
    """Make one number of a number and a few rows of them, order told apart.

    >>> joined(np.array([1, 2]), np.array([[2, 1]])).tolist()
    [1000005, 2000007]
    """
    mixed: Ints = first * POWERS[-len(rest) - 1] + POWERS[-len(rest) :] @ rest
    return mixed
