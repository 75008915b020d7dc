"""A text as a row of words that compare without case or tone-mark style, and phrases to look up in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from solieu.facts.cues import folded

WORD = re.compile(r"(\S(?:(?<=\w)\w*+)?+)")  # letters and digits, or a mark; one set to begin with is the fastest
OLD_STYLE, NEW_STYLE = "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ", "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy"
MARKS = dict(zip(OLD_STYLE.split(), NEW_STYLE.split(), strict=True))
MARKED = re.compile("[ou][àáảãạèéẻẽẹỳýỷỹỵ]")  # every key of MARKS, and a few pairs that stay as they are

VOWELS = "aăâeêioôơuưy" + "áắấéếíóốớúứý" + "àằầèềìòồờùừỳ" + "ảẳẩẻểỉỏổởủửỷ" + "ãẵẫẽễĩõỗỡũữỹ" + "ạặậẹệịọộợụựỵ"
INITIAL = "ngh?|tr|th|ph|kh|ch|gh|gi|qu|nh|[bcdđghklmnpqrstvx]"
SYLLABLE = re.compile(rf"(?:{INITIAL})?[{VOWELS}]{{1,3}}(?:ch|ng|nh|[cmnpt])?")  # of Vietnamese

DASHES = frozenset("-–—")


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases to look up, each with its cells: `sizes` tells, by its first word, how many words one may have, most first."""

    cells: dict[tuple[str, ...], tuple[str, ...]]
    sizes: dict[str, list[int]]


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


@lru_cache(maxsize=8)  # an article is asked for by each of its sentences
def fold(text: str) -> str:
    """Lower the case and move the tone mark to the first vowel (`hoà`, `uỷ`); the length does not change.

    >>> fold("Uỷ ban Hoà giải")
    'ủy ban hòa giải'
    """
    return MARKED.sub(lambda mark: MARKS.get(mark[0], mark[0]), folded(text))


def cut(text: str, start: int = 0, end: int | None = None, *, pattern: re.Pattern[str] = WORD) -> Words:
    """Cut `text[start:end]` into words and punctuation marks: into what `pattern`, one group, matches.

    >>> cut("TP.HCM, Hoà").low
    ('tp', '.', 'hcm', ',', 'hòa')
    """
    parts = pattern.split(fold(text)[start:end])  # in turn, what stands before a word and the word
    at = tuple(accumulate(map(len, parts), initial=start))
    return Words(text, at[1:-1:2], at[2::2], tuple(parts[1::2]))


def phrases(rows: Iterable[list[str]]) -> Phrases:
    """Index phrases, the first cell of each row; the other cells are kept, of a phrase listed twice the first row's."""
    listed = list(rows)
    forms = fold("\n".join(form for form, *_ in listed)).split("\n")  # all at once: there are thousands of places
    index: dict[tuple[str, ...], tuple[str, ...]] = {}
    sizes: dict[str, set[int]] = {}
    for form, (_, *cells) in zip(forms, listed, strict=True):
        parts = tuple(WORD.findall(form))
        index.setdefault(parts, tuple(cells))
        sizes.setdefault(parts[0], set()).add(len(parts))
    return Phrases(index, {first: sorted(some, reverse=True) for first, some in sizes.items()})


def longest(index: Phrases, words: Words, i: int) -> tuple[int, tuple[str, ...]] | None:
    """Look up the longest phrase that starts at word `i`: the word after it, and its cells.

    >>> longest(phrases([["phó", "a"], ["phó phòng", "b"]]), cut("Phó phòng CSGT"), 0)
    (2, ('b',))
    """
    low = words.low
    for size in index.sizes.get(low[i], ()) if i < len(low) else ():
        run = low[i : i + size]  # shorter at the end of the text
        cells = index.cells.get(run)
        if cells is not None:
            return i + len(run), cells
    return None
