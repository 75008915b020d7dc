"""Reads the weights of a two-label CRFsuite model straight from its file.

The form is CRFsuite's own (Naoaki Okazaki, `lib/crf/src/crf1d_model.c`, version 100): a header of offsets, a chunk `FEAT`
of features of 20 bytes, and the labels and attributes as `CQDB` chunks (`lib/cqdb/src/cqdb.c`). python-crfsuite can
print the same weights, but only as text and in two seconds.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

HEADER = struct.Struct("<4sI4s8I")  # magic, size, type, version; features, labels, attributes; offsets of the chunks
FEATURES = struct.Struct("<4sII")  # magic, size, number
STRINGS = struct.Struct("<4sIIIII")  # magic, size, flag, byte order, number of strings, offset of their positions
STRING = struct.Struct("<II")  # number, length in bytes with a closing zero
FEATURE = np.dtype([("kind", "<u4"), ("source", "<u4"), ("label", "<u4"), ("weight", "<f8")])
STATE, MOVE = 0, 1  # a feature's kind: attribute to label, label to label


class UnknownFormError(Exception):
    """A model file is not of the form that this code reads."""


@dataclass(frozen=True, slots=True)
class Weights:
    """`gains[i]`: how much the attribute `attributes[i]` speaks for label 1 rather than 0; `moves[i, j]` from label i to j."""

    labels: tuple[str, ...]
    attributes: list[str]
    gains: npt.NDArray[np.float64]
    moves: npt.NDArray[np.float64]


def read(path: Path) -> Weights:
    """Read a model of two labels; `UnknownFormError` where the file is none."""
    stored = path.read_bytes()
    try:
        return _read(stored)
    except (struct.error, ValueError, IndexError) as error:
        raise UnknownFormError(f"{path}: {error}") from error


def _read(stored: bytes) -> Weights:
    magic, size, kind, version, _, _, _, features_at, labels_at, attributes_at, _ = HEADER.unpack_from(stored)
    if (magic, kind, version, size) != (b"lCRF", b"FOMC", 100, len(stored)):
        raise ValueError(f"not a CRFsuite model of version 100: {stored[:12]!r}")
    labels = _strings(stored, labels_at)
    if len(labels) != 2:  # noqa: PLR2004  # the two labels of the docstring
        raise ValueError(f"two labels are needed, not {labels}")
    attributes = _strings(stored, attributes_at)
    magic, _, number = FEATURES.unpack_from(stored, features_at)
    if magic != b"FEAT":
        raise ValueError(f"no features: {magic!r}")
    features = np.frombuffer(stored, FEATURE, number, features_at + FEATURES.size)
    return Weights(tuple(labels), attributes, _gains(features, len(attributes)), _moves(features))


def _strings(stored: bytes, at: int) -> list[str]:
    magic, _, _, _, number, positions = STRINGS.unpack_from(stored, at)
    if magic != b"CQDB":
        raise ValueError(f"no strings: {magic!r}")
    found = []
    for position in np.frombuffer(stored, "<u4", number, at + positions).tolist():
        begin = at + position + STRING.size
        _, length = STRING.unpack_from(stored, at + position)
        found.append(stored[begin : begin + length - 1].decode())
    return found


def _gains(features: npt.NDArray[np.void], attributes: int) -> npt.NDArray[np.float64]:
    state = features[features["kind"] == STATE]
    weights = np.zeros((attributes, 2))
    weights[state["source"], state["label"]] = state["weight"]
    gains: npt.NDArray[np.float64] = weights[:, 1] - weights[:, 0]
    return gains


def _moves(features: npt.NDArray[np.void]) -> npt.NDArray[np.float64]:
    move = features[features["kind"] == MOVE]
    moves = np.zeros((2, 2))
    moves[move["source"], move["label"]] = move["weight"]
    return moves
