"""Lists of words as patterns."""

from __future__ import annotations

import re
from functools import lru_cache

from solieu.gazetteer.table import rows


@lru_cache(maxsize=64)
def folded(text: str) -> str:
    """Put a text in lower case without moving a character; a pattern in lower case is several times faster.

    >>> folded("Tỉ Lệ İ")
    'tỉ lệ İ'
    """
    lower = text.lower()  # a few capitals, such as a dotted I, grow
    return lower if len(lower) == len(text) else "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


def any_word(words: list[str]) -> str:
    r"""Make a pattern of any of the words, whole, the longest first, in lower case.

    >>> any_word(["giảm", "giảm bớt", "m²"])
    '(?<!\\w)(?:g(?:iảm\\ bớt|iảm)|m(?:²))(?!\\w)'
    """
    return rf"(?<!\w){either(words)}(?!\w)"


def either(words: list[str]) -> str:
    """Make a pattern of any of the words, grouped by their first letter: the engine tries what stands in a list in turn.

    >>> either(["ba", "bốn", "tám"])
    '(?:b(?:ốn|a)|t(?:ám))'
    """
    longest = sorted({word.lower() for word in words}, key=lambda word: (-len(word), word))
    groups = {word[0]: "" for word in sorted(longest)}
    for word in longest:
        groups[word[0]] += f"|{re.escape(word[1:])}"
    return "(?:" + "|".join(f"{first}(?:{rest[1:]})" for first, rest in groups.items()) + ")"


def any_cue(name: str) -> str:
    """Make a pattern of any word of a list of `cues.tsv`."""
    return any_word([word for cue, word in rows("cues.tsv") if cue == name])
