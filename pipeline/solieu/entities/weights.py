"""The tagger's weights as training found them, and the file they are kept in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from solieu.entities import features
from solieu.entities.features import Clusters

Floats = npt.NDArray[np.float32]


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
        codes = stored["codes"]
        named = [[f"{level}{code}" for code in range(codes.max(initial=0) + 1)] for level in features.LEVELS]  # each string once
        known = [tuple(names[code] for names, code in zip(named, row, strict=True)) for row in codes.tolist()]
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
