"""A sentence as words with a rough word class each, names as one word: what the subjects of amounts are chosen from."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from solieu.facts.memo import remembered
from solieu.facts.words import Words, cut, fold
from solieu.gazetteer.table import rows
from solieu.records import Entity, Reading

SYLLABLE = re.compile(r"(\d+(?:[.,]\d+)*|[^\W\d]\w*(?:[-/'’]\w+)*|[^\w\s])")
KINDS_OF_MARK = {",": ",", ".": ".;!?…", "(": "([", ")": ")]", '"': "\"“”‘’'", ":": ":", "-": "-–—", "/": "/"}
MARKS = {mark: tag for tag, marks in KINDS_OF_MARK.items() for mark in marks}
CLASSES = {fold(word): tag for word, tag in rows("subject_words.tsv")} | MARKS
CONTENT = frozenset(["N", "NA", "NP", "Np", "V", "A", "Y", "X", "PER", "ORG", "LOC"])
MOST = 4  # syllables of a word that are looked at
PARTS = [word.split() for word in CLASSES]
OPEN = {" ".join(parts[:size]) for parts in PARTS for size in range(1, min(len(parts), MOST))}  # a word may go on after these


@dataclass(slots=True)  # not frozen, which would make it thrice as slow to fill in
class Word:
    """A word, a number (`low` is `#`), a mark or a name (its tag is the entity's label): `text[start:end]`.

    `titled` tells of a word of content whether the article's title has it.
    """

    start: int
    end: int
    low: str
    tag: str
    titled: bool = False


def words_in(reading: Reading, start: int, end: int) -> list[Word]:
    """Cut `text[start:end]` into the longest words of the list, names in one piece.

    >>> [(word.low, word.tag) for word in words_in(Reading("Tổng diện tích là 5ha", ()), 0, 21)]
    [('tổng diện tích', 'NA'), ('là', 'VM'), ('#', 'M'), ('ha', 'U')]
    """
    syllables = cut(reading.text, start, end, pattern=SYLLABLE)
    title = _title(reading) if reading.text.find("\n", 0, start) >= 0 else frozenset()
    found: list[Word] = []
    done = 0
    for name in _names(reading, start, end):
        first, last = syllables.at(name.start), syllables.at(name.end)
        found += _plain(syllables, done, first, title)
        if first < last:
            titled = title.issuperset(syllables.low[first:last])
            found.append(Word(syllables.start[first], syllables.end[last - 1], name.label, name.label, titled))
        done = last
    found += _plain(syllables, done, len(syllables), title)
    return found


@remembered
def _title(reading: Reading) -> frozenset[str]:
    """Give the syllables of the title, folded."""
    return frozenset(cut(reading.text, 0, reading.text.find("\n"), pattern=SYLLABLE).low)


def _names(reading: Reading, start: int, end: int) -> Sequence[Entity]:
    """List the names that stand, a part at least, in `text[start:end]`."""
    first = bisect_right(reading.entities, start, key=lambda name: name.end)
    return reading.entities[first : bisect_left(reading.entities, end, key=lambda name: name.start)]


def _plain(syllables: Words, at: int, stop: int, title: frozenset[str]) -> Iterator[Word]:
    """Make words of the syllables from `at` up to `stop`, none of them a name's."""
    lows = syllables.low
    while at < stop:
        low = longer = lows[at]
        end = after = at + 1
        while longer in OPEN and end < stop:
            longer = f"{longer} {lows[end]}"
            end += 1
            if longer in CLASSES:
                low, after = longer, end
        tag = CLASSES.get(low) or _unlisted(syllables.text[syllables.start[at]])
        titled = tag in CONTENT and title.issuperset(lows[at:after])
        number = tag == "M" and low[0].isdigit()
        yield Word(syllables.start[at], syllables.end[after - 1], "#" if number else low, tag, titled)
        at = after


def _unlisted(first: str) -> str:
    """Give the class of a word by its first character; a capital makes it a name's (`Np`)."""
    if first.isdigit():
        return "M"
    if not first.isalnum():
        return "CH"
    return "Np" if first.isupper() else "X"
