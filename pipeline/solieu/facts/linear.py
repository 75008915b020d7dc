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
    def _compiled(self) -> list[tuple[np.uint64, list[int]]]:
        """Give, for each template, a number of its own and the places of its attributes."""
        places = {name: at for at, name in enumerate(self.names)}
        return [(np.uint64(_number(text + "?")), [places[name] for name in text.split()]) for text in self.texts]

    def places(self, attributes: Attributes) -> Ints:
        """Give the places of the features in the table: a row a template, a column a row of the attributes."""
        values = np.stack([attributes[name] for name in self.names]).astype(np.uint64)
        values = (values + np.uint64(1)) * self._factors
        values ^= values >> np.uint64(29)
        mixed = np.empty((len(self.texts), values.shape[1]), dtype=np.uint64)
        for row, (seed, parts) in zip(mixed, self._compiled, strict=True):
            np.add(values[parts[0]], seed, out=row)
            for part in parts[1:]:
                np.add(row, values[part], out=row)
        mixed ^= mixed >> np.uint64(32)
        return ((mixed * SPREAD) >> np.uint64(64 - BITS)).astype(np.int64)


def load(path: Path) -> Floats:
    """Read the table of weights from the `.npz` file that `save` wrote; features never seen in training weigh 0."""
    with np.load(path, allow_pickle=False) as stored:
        table = np.zeros(1 << BITS, dtype=np.float32)
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
