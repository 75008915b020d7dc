"""Lists of words as patterns."""

from __future__ import annotations

import re

from solieu.gazetteer.table import rows


def any_word(words: list[str]) -> str:
    r"""Make a pattern of any of the words, whole, the longest first.

    >>> any_word(["giảm", "giảm bớt", "m²"])
    '(?<!\\w)(?:giảm\\ bớt|giảm|m²)(?!\\w)'
    """
    longest = sorted(words, key=len, reverse=True)
    return rf"(?<!\w)(?:{'|'.join(re.escape(word) for word in longest)})(?!\w)"


def any_cue(name: str) -> str:
    """Make a pattern of any word of a list of `cues.tsv`."""
    return any_word([word for cue, word in rows("cues.tsv") if cue == name])
