"""The words of the windows of amounts as numbers: codes of words and word classes, and counts of them up to each word."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from struct import pack
from zlib import crc32

import numpy as np
import numpy.typing as npt

from solieu.facts.subjects.linear import Attributes
from solieu.facts.subjects.windows import EDGE, Ints, Windows
from solieu.facts.subjects.word_classes import Word
from solieu.gazetteer.table import rows

AMOUNT = "="
WORDS = (
    "A",
    "C",
    "CA",
    "CH",
    "CO",
    "CQ",
    "E",
    "I",
    "L",
    "LOC",
    "M",
    "N",
    "NA",
    "NP",
    "NT",
    "Nc",
    "Np",
    "Nu",
    "ORG",
    "P",
    "PER",
    "R",
    "RX",
    "T",
    "U",
    "V",
    "VC",
    "VH",
    "VM",
    "Y",
)
CODES = {tag: code for code, tag in enumerate([EDGE.tag, AMOUNT, "X", *WORDS, *',.:-/()"'])}
IS_NAME = np.array([tag in ("PER", "ORG", "LOC") for tag in CODES])
KINDS = {
    "comma": ",",
    "stop": ". :",
    "open": "(",
    "close": ")",
    "number": "M",
    "unit": "U Nu",
    "verb": "V VC VH",
    "noun": "N Np NA NP PER ORG LOC",
    "plain": "N",
    "name": "PER ORG LOC",
    "change": "VC",
    "measure": "VM",
    "have": "VH",
    "adverb": "RX",
    "owned": "NP",
    "measured": "NA",
    "time": "NT",
    "of": "CO",
    "list": "CA",
    "clause": "CQ",
    "within": "E",
}
COUNTS = np.array([[tag in tags.split() for tags in KINDS.values()] for tag in CODES], dtype=np.int64)
NOT_FIRST = frozenset([*',.()":-/', EDGE.tag, "CH", "T", "I", "CA", "U", "VM"])
NOT_LAST = frozenset([*',.(":-/', EDGE.tag, "CH", "T", "I", "C", "CQ", "CA", "L"])
SIDES = ("first", "last", "hedge")
BORDERS = {side: frozenset(word for word, there in rows("subject_borders.tsv") if there == side) for side in SIDES}


class Codes:
    """The words of all windows as numbers; the amounts themselves are blank.

    `word`, `tag`, `wide` and `near` code each word, its class and its classes of like use, `written` the amounts' too;
    they are the first rows of `seen`, the last one tells whether the title has the word. `begins` and `ends` tell whether a
    phrase may begin or end with it; `name` and `steady` number the last name and the last word that is no hedge, up to each.
    """

    def __init__(self, windows: Windows) -> None:
        self.windows = windows
        told = told_of(windows.words)
        self.written, self.kind, _, _, titled, steady, begins, ends = told.copy()
        self.begins, self.ends = begins.astype(bool), ends.astype(bool)
        own = _within(windows.begin, windows.end, len(windows.words))
        self.seen = np.where(own & IS_BLANK, BLANK, told[: len(BLANK)])
        self.word, self.tag, self.wide, self.near, _ = self.seen
        self.titles, self.bags = _summed(titled), _summed(self.word * self.word)
        self.counted = _summed(COUNTS.take(self.tag, axis=0))
        here = np.arange(len(own))
        self.name = np.maximum.accumulate(np.where(IS_NAME.take(self.tag), here, -1))
        self.steady = np.maximum.accumulate(np.where(steady, here, 0))

    def counts(self, prefix: str, first: Ints, last: Ints, most: Ints) -> Attributes:
        """Count the words of each kind from `first` up to `last`, up to `most`."""
        counted = self.counted.take(last, axis=0)
        counted -= self.counted.take(first, axis=0)
        np.minimum(counted, most, out=counted)
        return dict(zip([prefix + kind for kind in KINDS], counted.T, strict=True))


def told_of(words: Sequence[Word]) -> Ints:
    """Give what `coded_word` tells of words, a column each."""
    coded = b"".join([coded_word(word.low, word.tag, word.titled) for word in words])
    return np.frombuffer(coded, dtype=np.int64).reshape(-1, 8).T


def _summed(values: Ints) -> Ints:
    """Sum up all values before each place, and all."""
    summed = np.zeros((len(values) + 1, *values.shape[1:]), dtype=np.int64)
    values.cumsum(axis=0, out=summed[1:])
    return summed


def _within(begin: Ints, end: Ints, size: int) -> npt.NDArray[np.bool_]:
    """Mark the words from `begin` up to `end`."""
    steps = np.zeros(size + 1, dtype=np.int64)
    steps[begin] += 1
    steps[end] -= 1
    return steps[:-1].cumsum().astype(bool)


@lru_cache(maxsize=1 << 14)
def coded_word(low: str, tag: str, titled: bool) -> bytes:  # noqa: FBT001  # as `Word` has it: a keyword costs the memo dear
    """Give the bytes of a word's code, that of its class, its two classes of like use, and whether the title has it, it is
    no hedge, may begin a phrase, may end one: thousands of words become one array several times faster than as numbers.
    """
    begins = tag not in NOT_FIRST and low not in BORDERS["first"]
    ends = tag not in NOT_LAST and low not in BORDERS["last"]
    wide, near = classes().get(low, (0, 0))
    steady = low not in BORDERS["hedge"]
    return pack("8q", code_of(low), CODES.get(tag, CODES["X"]), wide, near, titled, steady, begins, ends)


def code_of(word: str) -> int:
    """Give a word's code: the same on every machine."""
    return crc32(word.encode())


@cache
def classes() -> dict[str, tuple[int, int]]:
    """Read the classes of words: among 48 and among 200 of like use, learned from unlabelled news."""
    return {word: (int(wide), int(near)) for word, wide, near in rows("word_classes.tsv")}


BLANK = np.array([[code_of(AMOUNT)], [CODES[AMOUNT]], [0], [0], [0]])  # what stands for an amount's word and its classes
IS_BLANK = np.array([[True], [True], [True], [True], [False]])
