"""underthesea's words and sentences as it gives them itself, laid back on the text: slow, and right whatever its version."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from solieu.segment.runs import LONGEST_RUN, Offsets

RUN = re.compile(rf"\S{{{LONGEST_RUN}}}")
ETH = str.maketrans("ðÐ", "đĐ")  # underthesea reads an Icelandic eth as a đ


def words(text: str, sentences: Sequence[Offsets]) -> list[Offsets]:
    """Cut sentences, given in order, into words; what lies between sentences is left out."""
    return [word for start, end in sentences for word in _words(text, start, end)]


def split(text: str, start: int, end: int) -> Iterator[Offsets]:
    """Split a line, `text[start:end]`, into sentences."""
    from underthesea import sent_tokenize

    for sentence in sent_tokenize(RUN.sub(r"\g<0> ", text[start:end])):
        runs = list(_laid_back(text, start, sentence.split()))
        start = runs[-1][1]
        yield runs[0][0], start


def _words(text: str, start: int, end: int) -> list[Offsets]:
    from underthesea import word_tokenize

    # Token normalisation would turn "hoà" into "hòa".
    found = word_tokenize(RUN.sub(r"\g<0> ", text[start:end]), use_token_normalize=False)
    try:
        return list(_laid_back(text, start, found))
    except ValueError:  # a text that is not in NFC: underthesea composes it, but the offsets must stay
        return [(start + run.start(), start + run.end()) for run in re.finditer(r"\S+", text[start:end])]


def _laid_back(text: str, at: int, found: list[str]) -> Iterator[Offsets]:
    """Find each of the words again, in order, from `at` on: white space apart, they are the text's own."""
    for word in found:
        begin = -1
        for run in word.split():
            while at < len(text) and text[at].isspace():
                at += 1
            begin = at if begin < 0 else begin
            at += len(run)
            if text[at - len(run) : at].translate(ETH) != run.translate(ETH):
                raise ValueError(word)
        yield begin, at
