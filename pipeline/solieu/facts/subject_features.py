"""What a phrase near an amount looks like: the attributes a subject is chosen by, and which of them are taken together.

Short names, for templates: `w` and `t` are a word and its class at the phrase's first word, `e` and `f` at the word after
its last (`w-1` stands before the phrase, `e-1` ends it); `c` and `d` are classes of words of like use, 48 and 200 of
them, at the first word and (`ce`, `de`) the last; `g…` counts between the phrase and the amount, `p…` inside the phrase.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from zlib import crc32

import numpy as np
import numpy.typing as npt

from solieu.facts.linear import Attributes, Templates, joined
from solieu.facts.subject_candidates import Phrases
from solieu.facts.subject_windows import EDGE, Ints, Windows
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
NAMES = [CODES[tag] for tag in ("PER", "ORG", "LOC")]
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
ONCE = ("comma", "time", "measured", "change", "measure", "adverb")  # inside a phrase it matters whether, not how many
MOST_BETWEEN = np.full(len(KINDS), 2)
MOST_BEFORE = np.array([4 if kind == "comma" else 6 for kind in KINDS])
MOST_INSIDE = np.array([1 if kind in ONCE else 3 for kind in KINDS])
HEDGES = frozenset(word for word, there in rows("subject_borders.tsv") if there == "hedge")
FAR = np.array([0, 1, 2, 3, 4, 5, 5, 5, *[8] * 5, *[13] * 200])  # distances, the farther the rougher

BEGINNING = """w0|t0|w-1|t-1|t-1 t0|w-1 t0|t-1 w0|t-2 t-1 t0|w-1 w0|t0 t1|w0 w1|t-1 t0 t1|kind w0|t-1 w0 t1|far|t0 far|
    commas numbers|w0 before"""
ENDING = "e-1|f-1|e0|f0|f-1 f0|f-1 e0|f0 f1|f-1 f0 f1|e-1 e0|f-2 f-1 f0|e-1 f0|f0 e1|e0 e1"
BETWEEN = """gwords|gtags|gap|gcomma gunit|gverb gnoun|gstop|before after gap|kind gap|gverb gnoun gunit gcomma gstop|before gap|
    next gap|after gap|verb gap|kind next gap|verb next gnoun|verb gverb gunit|gopen gclose gunit|t0 gtags|f-1 gtags|after verb|
    unit next gap|gchange gmeasure ghave gadverb|gmeasured gnoun gverb|gclause gcomma|gwithin gverb gnoun|before w0 gap|verb w0"""
INSIDE = """size|t0 f-1|tags|w0 size|pname size1|kind t0 lastname|pnumber pcomma pverb pof|pverb size t0|t-1 t0 f-1 f0|t-1 f0|
    w0 e-1|t0 pof size|t-1 f0 pverb size1|w-1 e0|ptime f0|pmeasured t0 kind|pchange pmeasure padverb|plist pclause next|
    pverb t0 f0|far t0 before|pnoun pverb pwithin|size1 t0|pplain pmeasured pname pwithin"""
CLASSES = """c|d|c-|d-|ce|de|ce+|de+|d d-|c c-|ce ce+|de de+|c ce|kind c|kind d|verbd c|verbd gap|verbc c gap|gclasses|c t1|
    verbd d|t-1 c|f0 ce|verbd next gnoun|verb c"""
TEMPLATES = Templates(
    tuple(f"side {text.strip()}" for group in (BEGINNING, ENDING, BETWEEN, INSIDE, CLASSES) for text in group.split("|"))
)


def attributes(windows: Windows, phrases: Phrases) -> Attributes:
    """Describe phrases, a value each: words and classes around them, what stands between them and the amount, what inside."""
    words = _Words(windows)
    at = _placed(windows, phrases)
    return {**_borders(words, at), **_amount(words, windows, phrases), **_between(words, at), **_inside(words, at)}


class _Words:
    """The words of all windows as numbers; the amounts themselves are blank."""

    def __init__(self, windows: Windows) -> None:
        own = np.zeros(len(windows.words), dtype=bool)
        for begin, end in zip(windows.begin.tolist(), windows.end.tolist(), strict=True):
            own[begin:end] = True
        known = classes()
        self.written = np.array([code_of(word.low) for word in windows.words])
        self.word = np.where(own, code_of(AMOUNT), self.written)
        self.tag = np.where(own, CODES[AMOUNT], [CODES.get(word.tag, CODES["X"]) for word in windows.words])
        classed = np.array([known.get(word.low, (0, 0)) for word in windows.words])
        self.wide, self.near = np.where(own, 0, classed.T)
        self.seen = np.concatenate([np.zeros((1, len(KINDS)), dtype=np.int64), COUNTS[self.tag].cumsum(axis=0)])
        here = np.arange(len(own))
        self.name = np.maximum.accumulate(np.where(np.isin(self.tag, NAMES), here, -1))
        self.steady = np.maximum.accumulate(np.where([word.low not in HEDGES for word in windows.words], here, 0))

    def counts(self, prefix: str, first: Ints, last: Ints, most: Ints) -> Attributes:
        """Count the words of each kind from `first` up to `last`, up to `most`."""
        counted = np.minimum(self.seen[last] - self.seen[first], most).T
        return dict(zip([prefix + kind for kind in KINDS], counted, strict=True))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where each phrase stands: words `first` up to `last`; words `start` up to `stop` lie between it and its amount.

    `left` tells whether it stands before the amount, which begins at word `begin`.
    """

    first: Ints
    last: Ints
    begin: Ints
    left: npt.NDArray[np.bool_]
    start: Ints
    stop: Ints

    @property
    def gap(self) -> Ints:
        return self.stop - self.start

    @property
    def size(self) -> Ints:
        return self.last - self.first


def _placed(windows: Windows, phrases: Phrases) -> _Place:
    begin, end, first, last = windows.begin[phrases.window], windows.end[phrases.window], phrases.first, phrases.last
    left = last <= begin
    return _Place(first, last, begin, left, np.where(left, last, end), np.where(left, begin, first))


def _borders(words: _Words, at: _Place) -> Attributes:
    """Give the words around the phrase's first word and around the one after its last."""
    found = {"side": at.left.astype(np.int64)}
    for by in (-2, -1, 0, 1):
        found |= {f"w{by}": words.word[at.first + by], f"t{by}": words.tag[at.first + by]}
        found |= {f"e{by}": words.word[at.last + by], f"f{by}": words.tag[at.last + by]}
    for name, classed in (("c", words.wide), ("d", words.near)):
        found |= {name: classed[at.first], f"{name}-": classed[at.first - 1]}
        found |= {f"{name}e": classed[at.last - 1], f"{name}e+": classed[at.last]}
    return found


def _amount(words: _Words, windows: Windows, phrases: Phrases) -> Attributes:
    """Give what stands around the amount: the same for all its phrases."""
    begin, end = windows.begin, windows.end
    verb = words.steady[begin - 1]
    after = end + 2 * (words.tag[end] == CODES["/"])
    found = {
        "kind": np.array([code_of(kind) for kind in windows.kinds]),
        "before": words.word[begin - 1],
        "after": words.word[end],
        "next": words.tag[after],
        "unit": words.written[end - 1],
        "verb": words.word[verb],
        "verbc": words.wide[verb],
        "verbd": words.near[verb],
    }
    return {name: values[phrases.window] for name, values in found.items()}


def _between(words: _Words, at: _Place) -> Attributes:
    """Give what stands between the phrase and the amount; before it, also how far the phrase begins from it."""
    found = words.counts("g", at.start, at.stop, MOST_BETWEEN)
    nearest = np.where(at.left, at.first, at.begin)
    before = words.counts("", nearest, at.begin, MOST_BEFORE)
    found |= {"commas": before["comma"], "numbers": before["number"]}
    found |= {"gap": FAR[at.gap], "far": FAR[at.begin - nearest]}
    found["gtags"] = _ends(words.tag, at, 3)
    found["gwords"] = _ends(words.word, at, 2)
    found["gclasses"] = _ends(words.near, at, 2)
    return found


def _ends(values: Ints, at: _Place, most: int) -> Ints:
    """Join the first and the last few words between phrase and amount."""
    parts = [np.minimum(at.gap, 2 * most + 1)]
    for by in range(most):
        held = at.gap > by
        parts += [np.where(held, values[np.where(held, at.start + by, 0)], 0), np.where(held, values[at.stop - 1 - by], 0)]
    return joined(parts)


def _inside(words: _Words, at: _Place) -> Attributes:
    """Give what the phrase holds."""
    found = words.counts("p", at.first, at.last, MOST_INSIDE)
    short = at.size <= 5  # noqa: PLR2004  # longer phrases are too many to learn word class by word class
    tags = [np.where(short & (at.size > by), words.tag[np.minimum(at.first + by, at.last - 1)], 0) for by in range(5)]
    found["tags"] = joined([np.minimum(at.size, 6), *tags])
    last = words.name[at.last - 1]
    found["lastname"] = np.where(last >= at.first, words.tag[last], 0)
    return found | {"size": FAR[at.size], "size1": at.size}


@lru_cache(maxsize=1 << 16)
def code_of(word: str) -> int:
    """Give a word's code: the same on every machine."""
    return crc32(word.encode())


@cache
def classes() -> dict[str, tuple[int, int]]:
    """Read the classes of words: among 48 and among 200 of like use, learned from unlabelled news."""
    return {word: (int(wide), int(near)) for word, wide, near in rows("word_classes.tsv")}
