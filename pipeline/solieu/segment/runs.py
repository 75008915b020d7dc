r"""Cuts what stands between two spaces into underthesea's tokens, each such run once.

underthesea's regular expression never looks across white space, with two exceptions: `[A-ZĐ]+\.(?!$)` keeps a full stop
only where the sentence goes on, and in `Th.s` the dot, not escaped, matches a space too ("Th số").
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from solieu.segment.model import Ints, Model

Offsets = tuple[int, int]

LONGEST_RUN = 256  # characters without a space: underthesea's patterns are quadratic in it, no real word comes near
MOST_TOKENS = 1 << 16  # kept in a memo, some 10 MB; a full memo, after some 4,000 articles, is emptied
FINAL = "\n"  # written after the last run of a sentence: `$` matches before it
SPACE = np.array([chr(code).isspace() for code in range(0x3002)])  # the last is no space, nor is any character beyond it
LOOKS_ACROSS = re.compile(r"(?<=Th)\s(?=[Ss])")
RAW, LOWER, SHAPE, START, END = range(5)
TITLE, DIGITS = 1, 2
HIGHEST = 2**31 - 1  # a longer row of digits, a telephone number, is no `isdigit`: underthesea reads it as a 32-bit number


@dataclass(slots=True)
class Runs:
    """What is known of runs: run i has the rows `firsts[i]` to `firsts[i] + counts[i]` of `tokens`.

    A row is a token's number in `Model.raw`, in `Model.lower`, its shape, and its start and end within the run.
    """

    model: Model
    pattern: re.Pattern[str]
    normalize: Callable[[str], str]
    numbers: dict[str, int] = field(default_factory=dict)
    firsts: Ints = field(default_factory=lambda: np.zeros(MOST_TOKENS, dtype=np.int64))
    counts: Ints = field(default_factory=lambda: np.zeros(MOST_TOKENS, dtype=np.int64))
    tokens: Ints = field(default_factory=lambda: np.zeros((MOST_TOKENS, 5), dtype=np.int64))
    used: int = 0

    def tokens_of(self, runs: Sequence[str]) -> tuple[Ints, Ints]:
        """Give the tokens of all runs in order, and how many each run has."""
        if self.used + sum(map(len, runs)) > MOST_TOKENS:
            self.numbers.clear()
            self.used = 0
        self._learn(list(set(runs).difference(self.numbers)))
        found = np.array([self.numbers[run] for run in runs])
        counts = self.counts[found]
        ends = counts.cumsum()
        rows = np.arange(ends[-1]) + (self.firsts[found] - ends + counts).repeat(counts)
        return self.tokens.take(rows, axis=0), counts

    def _learn(self, runs: list[str]) -> None:
        learned = [self._tokens(run) for run in runs]
        known = len(self.numbers)
        self.numbers.update(zip(runs, range(known, known + len(runs)), strict=True))
        counts = np.array([len(tokens) for tokens in learned], dtype=np.int64)
        ends = self.used + counts.cumsum()
        self.counts[known : known + len(runs)] = counts
        self.firsts[known : known + len(runs)] = ends - counts
        rows = [row for tokens in learned for row in tokens]
        self.tokens[self.used : self.used + len(rows)] = np.reshape(rows, (-1, 5))
        self.used += len(rows)

    def _tokens(self, run: str) -> list[tuple[int, ...]]:
        written = run.removesuffix(FINAL)
        plain = self.normalize(written)
        cut = [found.span() for found in self.pattern.finditer(plain + (" " if run == written else FINAL))]
        rows = [self._row(plain[start:end]) for start, end in cut]
        if not unicodedata.is_normalized("NFC", written):
            cut = self._laid_back(written, plain, cut)
            rows = rows if len(cut) == len(rows) else [self._row(plain)]
        return [(*row, *span) for row, span in zip(rows, cut, strict=True)]

    def _row(self, token: str) -> tuple[int, int, int]:
        title = all(part[0] == part[0].upper() for part in token.split(" "))  # underthesea's istitle: digits have it too
        digits = token.isascii() and token.isdigit() and int(token) <= HIGHEST
        shape = TITLE * title + DIGITS * digits
        return self.model.raw.get(token, 0), self.model.lower.get(token.lower(), 0), shape

    def _laid_back(self, written: str, plain: str, cut: list[Offsets]) -> list[Offsets]:
        """Find the cuts of the composed run in the run as written; where that cannot be, leave it whole."""
        whole = [(0, len(written))]
        if len(written) > LONGEST_RUN:
            return whole
        places = {self.normalize(written[:end]): end for end in range(len(written) + 1)}
        try:
            return [(places[plain[:start]], places[plain[:end]]) for start, end in cut]
        except KeyError:
            return whole


def bounds(text: str, sentences: Sequence[Offsets]) -> tuple[Ints, Ints]:
    """Give where the runs of the sentences start and end; none reaches from one sentence into the next."""
    begin, end = sentences[0][0], sentences[-1][1]
    codes = np.frombuffer(text[begin:end].encode("utf-32-le", "surrogatepass"), dtype="<u4")
    solid = np.zeros(end - begin + 2, dtype=bool)
    solid[1:-1] = ~SPACE.take(codes, mode="clip")
    meeting: list[int] = []  # where a sentence ends and another starts
    for (_, before), (after, _) in pairwise(sentences):
        solid[before - begin + 1 : after - begin + 1] = False
        meeting += [before - begin] * 2 if before == after else []
    edges = np.flatnonzero(solid[1:] != solid[:-1])
    edges = (np.sort(np.concatenate([edges, meeting])) if meeting else edges).astype(np.int64) + begin
    starts, ends = edges[::2], edges[1::2]
    if LOOKS_ACROSS.search(text, begin, end):
        starts, ends = _joined(text, sentences, starts, ends)
    if (ends - starts).max(initial=0) > LONGEST_RUN:
        starts, ends = _shortened(starts, ends)
    return starts[starts < ends], ends[starts < ends]


def _joined(text: str, sentences: Sequence[Offsets], starts: Ints, ends: Ints) -> tuple[Ints, Ints]:
    """Join the runs that the pattern may read as one."""
    outside = {at for start, end in sentences for at in (start - 1, end)}
    spaces = [found.start() for found in LOOKS_ACROSS.finditer(text) if found.start() not in outside]
    inner = np.intersect1d(np.intersect1d(spaces, ends), starts - 1)
    return starts[~np.isin(starts - 1, inner)], ends[~np.isin(ends, inner)]


def _shortened(starts: Ints, ends: Ints) -> tuple[Ints, Ints]:
    cut = [
        (at, min(at + LONGEST_RUN, end))
        for start, end in zip(starts.tolist(), ends.tolist(), strict=True)
        for at in range(start, end, LONGEST_RUN)
    ]
    return np.array([start for start, _ in cut]), np.array([end for _, end in cut])
