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

# A number, a syllable or several joined, or a mark; one set to begin with is the fastest.
SYLLABLE = re.compile(r"(\S(?:(?<=\d)\d*+(?:[.,]\d++)*+|(?<=[^\W\d])\w*+(?:[-/'’]\w++)*+|(?<=\W)))")
KINDS_OF_MARK = {",": ",", ".": ".;!?…", "(": "([", ")": ")]", '"': "\"“”‘’'", ":": ":", "-": "-–—", "/": "/"}
MARKS = {mark: tag for tag, marks in KINDS_OF_MARK.items() for mark in marks}
CLASSES = {fold(word): tag for word, tag in rows("subject_words.tsv")} | MARKS
CONTENT = frozenset(["N", "NA", "NP", "Np", "V", "A", "Y", "X", "PER", "ORG", "LOC"])
MOST = 4  # syllables of a word that are looked at
OPEN: dict[str, set[str]] = {}  # the syllables that a word may go on with
for _parts in map(str.split, CLASSES):
    for _size in range(1, min(len(_parts), MOST)):
        OPEN.setdefault(" ".join(_parts[:_size]), set()).add(_parts[_size])


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
    lows, starts, ends = syllables.low, syllables.start, syllables.end
    while at < stop:
        low, start, after = lows[at], starts[at], at + 1
        if low in OPEN and after < stop and lows[after] in OPEN[low]:
            low, after = _longest(lows, at, stop)
        tag = CLASSES.get(low) or _unlisted(syllables.text[start])
        titled = tag in CONTENT and lows[at] in title and title.issuperset(lows[at:after])
        number = tag == "M" and low[0].isdigit()
        yield Word(start, ends[after - 1], "#" if number else low, tag, titled)
        at = after


def _longest(lows: Sequence[str], at: int, stop: int) -> tuple[str, int]:
    """Find the longest word of the list that begins with a syllable, and the syllable after it."""
    low = longer = lows[at]
    end = after = at + 1
    while end < stop and lows[end] in OPEN.get(longer, ()):
        longer = f"{longer} {lows[end]}"
        end += 1
        if longer in CLASSES:
            low, after = longer, end
    return low, after


def _unlisted(first: str) -> str:
    """Give the class of a word by its first character; a capital makes it a name's (`Np`)."""
    if first.isdigit():
        return "M"
    if not first.isalnum():
        return "CH"
    return "Np" if first.isupper() else "X"
