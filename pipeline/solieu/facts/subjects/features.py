"""What a phrase near an amount looks like: the attributes a subject is chosen by, and which of them are taken together.

Short names, for templates: `w` and `t` are a word and its class at the phrase's first word, `e` and `f` at the word after
its last (`w-1` stands before the phrase, `e-1` ends it); `c` and `d` are classes of words of like use, 48 and 200 of
them, at the first word and (`ce`, `de`) the last; `g…` counts between the phrase and the amount, `p…` inside the phrase.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from solieu.facts.subjects.candidates import Candidates
from solieu.facts.subjects.codes import CODES, KINDS, Codes, code_of
from solieu.facts.subjects.linear import Attributes, Floats, Halves, Templates, joined, summed
from solieu.facts.subjects.windows import Ints, Windows

ONCE = ("comma", "time", "measured", "change", "measure", "adverb")  # inside a phrase it matters whether, not how many
MOST_BETWEEN = np.full(len(KINDS), 2)
MOST_BEFORE = np.array([4 if kind == "comma" else 6 for kind in KINDS])
MOST_INSIDE = np.array([1 if kind in ONCE else 3 for kind in KINDS])
AROUND = np.array([[-2], [-1], [0], [1]])  # words looked at, by their distance from the one at which a phrase begins or ends
AROUND_FIRST, AROUND_LAST, AROUND_AMOUNT = map(
    str.split,
    (
        "w-2 w-1 w0 w1 t-2 t-1 t0 t1 _ c- c _ _ d- d _ _ _ titled _",  # _: not used
        "e-2 e-1 e0 e1 f-2 f-1 f0 f1 _ ce ce+ _ _ de de+ _ _ etitled _ _",
        "kind before after next unit verb verbc verbd",
    ),
)
BY = np.arange(6)[:, None] // 2  # the first word and the last one, the second and the last but one, and so on
BACK = np.arange(6)[:, None] % 2 == 1
SHORT = 5  # words; longer phrases are too many to learn word class by word class
FAR = np.array([0, 1, 2, 3, 4, 5, 5, 5, *[8] * 5, *[13] * 200])  # distances, the farther the rougher

FIRST = """w0|t0|w-1|t-1|t-1 t0|w-1 t0|t-1 w0|t-2 t-1 t0|w-1 w0|t0 t1|w0 w1|t-1 t0 t1|kind w0|t-1 w0 t1|far|t0 far|
    commas numbers|w0 before|verb w0|far t0 before|c|d|c-|d-|d d-|c c-|kind c|kind d|verbd c|c t1|verbd d|t-1 c|verb c|
    kind w0 w1|unit w0"""
LAST = """e-1|f-1|e0|f0|f-1 f0|f-1 e0|f0 f1|f-1 f0 f1|e-1 e0|f-2 f-1 f0|e-1 f0|f0 e1|e0 e1|ce|de|ce+|de+|ce ce+|de de+|f0 ce|
    e-2 e-1"""
BETWEEN = """gwords|gtags|gap|gcomma gunit|gverb gnoun|gstop|before after gap|kind gap|gverb gnoun gunit gcomma gstop|before gap|
    next gap|after gap|verb gap|kind next gap|verb next gnoun|verb gverb gunit|gopen gclose gunit|after verb|unit next gap|
    gchange gmeasure ghave gadverb|gmeasured gnoun gverb|gclause gcomma|gwithin gverb gnoun|gclasses|verbd gap|verbd next gnoun"""
WHOLE = """t0 gtags|f-1 gtags|before w0 gap|verbc c gap|c ce|size|t0 f-1|tags|w0 size|pname size1|kind t0 lastname|
    pnumber pcomma pverb pof|pverb size t0|t-1 t0 f-1 f0|t-1 f0|w0 e-1|t0 pof size|t-1 f0 pverb size1|w-1 e0|ptime f0|
    pmeasured t0 kind|pchange pmeasure padverb|plist pclause next|pverb t0 f0|pnoun pverb pwithin|size1 t0|
    pplain pmeasured pname pwithin|bag|kind bag|ptitled|ptitled size1|ptitled kind|titled etitled|etitled size1"""


def _templates(texts: str) -> Templates:
    return Templates(tuple(f"side {text.strip()}" for text in texts.split("|")))


AT_FIRST, AT_LAST, AT_GAP, AT_WHOLE = map(_templates, (FIRST, LAST, BETWEEN, WHOLE))


@dataclass(frozen=True, slots=True)
class Described:
    """What some templates see, a row each of `attributes`, and for each phrase the number of its row.

    Most phrases of a window begin, or end, at the same word: what is seen there is looked up once.
    """

    templates: Templates
    attributes: Attributes
    row: Ints

    def scores(self, table: Halves) -> Floats:
        """Score each phrase by the weights in a table."""
        found: Floats = summed(table, self.templates.places(self.attributes)).take(self.row)
        return found

    def some(self, kept: Ints) -> Described:
        """Give what is seen of some phrases, by their numbers."""
        return Described(self.templates, self.attributes, self.row.take(kept))

    def places(self) -> Ints:
        """Give the places of the features in the table: a row a template, a column a phrase."""
        return self.templates.places(self.attributes)[:, self.row]


def described(windows: Windows, words: Codes, phrases: Candidates) -> list[Described]:
    """Describe phrases: the words and classes around them, what stands between them and the amount, what they hold."""
    marks = at_marks(windows, words, phrases)
    return [*marks, as_wholes(words, phrases, marks)]


def at_marks(windows: Windows, words: Codes, phrases: Candidates) -> list[Described]:
    """Describe phrases by where they begin, where they end, and what stands between them and the amount."""
    left = phrases.last <= windows.begin[phrases.window]
    sides = (phrases.first, phrases.last, np.where(left, phrases.last, phrases.first))
    first, last, gap = (_once(at, phrases.window, left, len(words.word)) for at in sides)
    amount = _amount(words, windows)
    return [
        Described(AT_FIRST, _beside(first, amount) | _first(words, first, windows), first.row),
        Described(AT_LAST, _beside(last, amount) | _named(AROUND_LAST, _around(words, last)), last.row),
        Described(AT_GAP, _beside(gap, amount) | _between(words, gap, windows), gap.row),
    ]


def as_wholes(words: Codes, phrases: Candidates, marks: Iterable[Described]) -> Described:
    """Describe phrases by what they hold, together with what is seen at their marks."""
    known = _inside(words, phrases)
    for part in marks:
        names = [name for name in part.attributes if name in AT_WHOLE.names and name not in known]
        known |= _named(names, np.array([part.attributes[name] for name in names]).take(part.row, axis=1))
    return Described(AT_WHOLE, known, np.arange(len(phrases.first)))


def _named(names: Iterable[str], rows: Ints) -> Attributes:
    return dict(zip(names, rows, strict=True))


@dataclass(frozen=True, slots=True)
class _Marks:
    """Words at which phrases begin or end, each once; `row` gives, for each phrase, the number of its own.

    `left` tells whether the phrase stands before its amount.
    """

    at: Ints
    window: Ints
    left: npt.NDArray[np.bool_]
    row: Ints


def _once(at: Ints, window: Ints, left: npt.NDArray[np.bool_], size: int) -> _Marks:
    """Number the marks among so many words; phrases with a mark in common have its window and its side of the amount."""
    some = np.full(size, -1)
    some[at] = np.arange(len(at))
    marks = np.flatnonzero(some >= 0)
    number = np.empty(size, dtype=np.int64)
    number[marks] = np.arange(len(marks))
    return _Marks(marks, window[some[marks]], left[some[marks]], number[at])


def _amount(words: Codes, windows: Windows) -> Ints:
    """Give what stands around each amount, a row for each of `AROUND_AMOUNT`."""
    begin, end = windows.begin, windows.end
    verb = words.steady[begin - 1]
    after = end + 2 * (words.tag[end] == CODES["/"])
    kinds = [code_of(kind) for kind in windows.kinds]
    around = (words.word[begin - 1], words.word[end], words.tag[after], words.written[end - 1])
    return np.array([kinds, *around, words.word[verb], words.wide[verb], words.near[verb]])


def _beside(marks: _Marks, amount: Ints) -> Attributes:
    """Give for each mark what stands around its amount, and on which side of it the phrase is."""
    return {"side": marks.left.astype(np.int64)} | _named(AROUND_AMOUNT, amount.take(marks.window, axis=1))


def _first(words: Codes, marks: _Marks, windows: Windows) -> Attributes:
    """Give the words around a phrase's first one; before the amount, also how far from it that is."""
    begin = windows.begin.take(marks.window)
    nearest = np.where(marks.left, marks.at, begin)
    before = words.counts("", nearest, begin, MOST_BEFORE)
    far = {"commas": before["comma"], "numbers": before["number"], "far": FAR.take(begin - nearest)}
    return _named(AROUND_FIRST, _around(words, marks)) | far


def _around(words: Codes, marks: _Marks) -> Ints:
    """Give what is seen of the four words around each mark: four rows for each of `words.seen`."""
    found: Ints = words.seen.take(marks.at + AROUND, axis=1)
    return found.reshape(-1, len(marks.at))


def _between(words: Codes, marks: _Marks, windows: Windows) -> Attributes:
    """Give what stands between phrase and amount; a mark is the phrase's last word or, behind the amount, its first."""
    start = np.where(marks.left, marks.at, windows.end.take(marks.window))
    stop = np.where(marks.left, windows.begin.take(marks.window), marks.at)
    gap = stop - start
    at = np.where(BACK, stop - 1 - BY, start + BY)
    held = gap > BY
    ends = {
        name: joined(np.minimum(gap, most + 1), values.take(at[:most]) * held[:most])
        for name, values, most in (("gtags", words.tag, 6), ("gwords", words.word, 4), ("gclasses", words.near, 4))
    }
    return words.counts("g", start, stop, MOST_BETWEEN) | ends | {"gap": FAR.take(gap)}


def _inside(words: Codes, phrases: Candidates) -> Attributes:
    """Give what a phrase holds."""
    first, last = phrases.first, phrases.last
    size = last - first
    found = words.counts("p", first, last, MOST_INSIDE)
    by = np.arange(SHORT)[:, None]
    held = by < np.where(size <= SHORT, size, 0)
    found["tags"] = joined(np.minimum(size, SHORT + 1), words.tag.take(first + by) * held)
    name = words.name.take(last - 1)
    found["lastname"] = np.where(name >= first, words.tag.take(name), 0)
    found["ptitled"] = np.minimum(words.titles.take(last) - words.titles.take(first), 3)
    return found | {"bag": words.bags.take(last) - words.bags.take(first), "size": FAR.take(size), "size1": size}
