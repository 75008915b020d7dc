"""A text as a row of words that compare without case or tone-mark style, and phrases to look up in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

WORD = re.compile(r"\w+|[^\w\s]")
OLD_STYLE, NEW_STYLE = "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ", "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy"
MARKS = dict(zip(OLD_STYLE.split(), NEW_STYLE.split(), strict=True))
MARKED = re.compile("[ou][àáảãạèéẻẽẹỳýỷỹỵ]")  # every key of MARKS, and a few pairs that stay as they are

VOWELS = "aăâeêioôơuưy" + "áắấéếíóốớúứý" + "àằầèềìòồờùừỳ" + "ảẳẩẻểỉỏổởủửỷ" + "ãẵẫẽễĩõỗỡũữỹ" + "ạặậẹệịọộợụựỵ"
INITIAL = "ngh?|tr|th|ph|kh|ch|gh|gi|qu|nh|[bcdđghklmnpqrstvx]"
SYLLABLE = re.compile(rf"(?:{INITIAL})?[{VOWELS}]{{1,3}}(?:ch|ng|nh|[cmnpt])?")  # of Vietnamese

Phrases = dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]


@dataclass(frozen=True, slots=True)
class Words:
    """The words and punctuation marks of `text`: word `i` is `text[start[i]:end[i]]`, `low[i]` its folded form."""

    text: str
    start: tuple[int, ...]
    end: tuple[int, ...]
    low: tuple[str, ...]

    def __len__(self) -> int:
        """Count the words."""
        return len(self.start)

    def at(self, offset: int) -> int:
        """Find the first word that starts at `offset` or later."""
        return bisect_left(self.start, offset)

    def span(self, first: int, last: int) -> str:
        """Copy the text from word `first` up to, without, word `last`."""
        return self.text[self.start[first] : self.end[last - 1]]

    def capital(self, i: int) -> bool:
        """Say whether word `i` begins with a capital letter."""
        return self.text[self.start[i]].isupper()

    def touches(self, i: int) -> bool:
        """Say whether no white space stands between word `i` and the one before."""
        return 0 < i < len(self) and self.end[i - 1] == self.start[i]

    def breaks(self, i: int) -> bool:
        """Say whether a new line begins at word `i`, or the text ends before it."""
        return i == 0 or i >= len(self) or "\n" in self.text[self.end[i - 1] : self.start[i]]


def fold(text: str) -> str:
    """Lower the case and move the tone mark to the first vowel (`hoà`, `uỷ`); the length does not change.

    >>> fold("Uỷ ban Hoà giải")
    'ủy ban hòa giải'
    """
    lowered = text.lower()
    if len(lowered) != len(text):  # a few capitals, such as a dotted I, grow
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return MARKED.sub(lambda mark: MARKS.get(mark[0], mark[0]), lowered)


def cut(text: str) -> Words:
    """Cut a text into words and punctuation marks.

    >>> cut("TP.HCM, Hoà").low
    ('tp', '.', 'hcm', ',', 'hòa')
    """
    folded = fold(text)
    spans = [match.span() for match in WORD.finditer(folded)]
    starts, ends = zip(*spans, strict=True) if spans else ((), ())
    return Words(text, starts, ends, tuple([folded[start:end] for start, end in spans]))


def phrases(rows: Iterable[list[str]]) -> Phrases:
    """Index phrases, the first cell of each row, by their first word, the longest first; the other cells are kept."""
    listed = list(rows)
    forms = fold("\n".join(form for form, *_ in listed)).split("\n")  # all at once: there are thousands of places
    index: Phrases = {}
    for form, (_, *cells) in zip(forms, listed, strict=True):
        parts = tuple(WORD.findall(form))
        index.setdefault(parts[0], []).append((parts, tuple(cells)))
    for entries in index.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return index


def longest(index: Phrases, words: Words, i: int) -> tuple[int, tuple[str, ...]] | None:
    """Look up the longest phrase that starts at word `i`: the word after it, and its cells.

    >>> longest(phrases([["phó", "a"], ["phó phòng", "b"]]), cut("Phó phòng CSGT"), 0)
    (2, ('b',))
    """
    low = words.low
    if i < len(low) and low[i] in index:
        for parts, cells in index[low[i]]:
            end = i + len(parts)
            if low[i:end] == parts:
                return end, cells
    return None
