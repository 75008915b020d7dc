"""A sentence as words with a rough word class each, names as one word: what the subjects of amounts are chosen from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from solieu.facts.memo import remembered
from solieu.facts.words import fold
from solieu.gazetteer.table import rows
from solieu.records import Entity, Reading

WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d]\w*(?:[-/'’]\w+)*|[^\w\s]")
KINDS_OF_MARK = {",": ",", ".": ".;!?…", "(": "([", ")": ")]", '"': "\"“”‘’'", ":": ":", "-": "-–—", "/": "/"}
MARKS = {mark: tag for tag, marks in KINDS_OF_MARK.items() for mark in marks}
CLASSES = {fold(word): tag for word, tag in rows("subject_words.tsv")}
CONTENT = frozenset(["N", "NA", "NP", "Np", "V", "A", "Y", "X", "PER", "ORG", "LOC"])
MOST = 4  # syllables of a word that are looked at
LONGEST: dict[str, int] = {}  # syllables of the longest word of the list that begins with a syllable
for _listed in CLASSES:
    _first = _listed.partition(" ")[0]
    LONGEST[_first] = max(min(_listed.count(" ") + 1, MOST), LONGEST.get(_first, 1))

Syllable = tuple[int, int, str]  # start, end, folded


@dataclass(frozen=True, slots=True)
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
    folded = fold(reading.text[start:end])
    syllables = [(found.start() + start, found.end() + start, found[0]) for found in WORD.finditer(folded)]
    names = iter([entity for entity in reading.entities if entity.start < end and start < entity.end])
    title = _title(reading) if "\n" in reading.text[:start] else frozenset()
    return list(_words(syllables, names, reading.text, title))


@remembered
def _title(reading: Reading) -> frozenset[str]:
    """Give the syllables of the title, folded."""
    return frozenset(WORD.findall(fold(reading.text[: reading.text.find("\n")])))


def _words(syllables: list[Syllable], names: Iterator[Entity], text: str, title: frozenset[str]) -> Iterator[Word]:
    at, name = 0, next(names, None)
    while at < len(syllables):
        first = syllables[at][0]
        while name and name.end <= first:
            name = next(names, None)
        limit = name.start if name else len(text)
        if name and limit <= first:
            size = _held(syllables, at, name.end)
            run = syllables[at : at + size]
            yield Word(first, run[-1][1], name.label, name.label, title.issuperset(low for _, _, low in run))
        else:
            size = _longest(syllables, at, limit)
            yield _word(syllables[at : at + size], text, title)
        at += size


def _held(syllables: list[Syllable], at: int, end: int) -> int:
    """Count the syllables from `at` on that a name up to `end` holds."""
    size = 1
    while at + size < len(syllables) and syllables[at + size][0] < end:
        size += 1
    return size


def _longest(syllables: list[Syllable], at: int, limit: int) -> int:
    """Count the syllables of the longest word of the list at `at` that ends by `limit`, one if there is none."""
    for size in range(min(LONGEST.get(syllables[at][2], 1), len(syllables) - at), 1, -1):
        run = syllables[at : at + size]
        if run[-1][1] <= limit and " ".join(low for _, _, low in run) in CLASSES:
            return size
    return 1


def _word(run: list[Syllable], text: str, title: frozenset[str]) -> Word:
    start, end, low = run[0]
    titled = low in title
    if len(run) > 1:
        lows = [syllable for _, _, syllable in run]
        end, low, titled = run[-1][1], " ".join(lows), title.issuperset(lows)
    tag = _tag(low, text[start])
    return Word(start, end, "#" if tag == "M" and low[0].isdigit() else low, tag, titled and tag in CONTENT)


def _tag(low: str, first: str) -> str:
    """Give the class of a word; a capital makes an unknown word a name's (`Np`)."""
    if first.isdigit():
        return "M"
    if not first.isalnum():
        return MARKS.get(first, CLASSES.get(low, "CH"))
    return CLASSES.get(low) or ("Np" if first.isupper() else "X")
