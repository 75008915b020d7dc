"""What stands before a person's name: honorifics, ranks, degrees, occupations."""

from __future__ import annotations

from functools import cache

from solieu.facts.words import Phrases, Words, longest, phrases
from solieu.gazetteer.table import rows

LONGEST_PHRASE = 3  # words of an honorific


@cache
def before_names() -> Phrases:
    """Read what may stand directly before a name."""
    return phrases(rows("before_names.tsv"))


def over_honorifics(words: Words, i: int) -> int:
    """Skip honorifics, ranks and degrees: give the word after them."""
    while found := longest(before_names(), words, i):
        i = found[0]
        if found[1] == ("degree",) and i < len(words) and words.low[i] == ".":
            i += 1
    return i


def honorific_before(words: Words, i: int) -> int | None:
    """Find the first word of the honorific, rank or degree that ends before word `i`, if there is one."""
    if i > 1 and words.low[i - 1] == ".":
        found = longest(before_names(), words, i - 2)
        return i - 2 if found and found[1] == ("degree",) else None
    for at in range(i - 1, max(-1, i - 1 - LONGEST_PHRASE), -1):
        found = longest(before_names(), words, at)
        if found and found[0] == i:
            return at
    return None
