"""underthesea's words and sentences as it gives them itself, laid back on the text: slow, and right whatever its version."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from solieu.segment.installed import only_what_is_imported
from solieu.segment.runs import LONGEST_RUN, Offsets

RUN = re.compile(rf"\S{{{LONGEST_RUN}}}")
ETH = str.maketrans("ðÐ", "đĐ")  # underthesea reads an Icelandic eth as a đ


def words(text: str, sentences: Sequence[Offsets]) -> list[Offsets]:
    """Cut sentences, given in order, into words; what lies between sentences is left out."""
    return [word for start, end in sentences for word in _words(text, start, end)]


def split(text: str, start: int, end: int) -> Iterator[Offsets]:
    """Split a line, `text[start:end]`, into sentences."""
    for sentence in _installed()[1](RUN.sub(r"\g<0> ", text[start:end])):
        runs = list(_laid_back(text, start, sentence.split()))
        start = runs[-1][1]
        yield runs[0][0], start


@cache
def _installed() -> tuple[Callable[..., list[str]], Callable[[str], list[str]]]:
    """Import the two functions and have them load their models."""
    with only_what_is_imported():
        import underthesea.pipeline.text_normalize  # noqa: F401  # first: it and the next but one import each other
        from underthesea.pipeline.sent_tokenize import sent_tokenize
        from underthesea.pipeline.word_tokenize import word_tokenize

        sent_tokenize("A.")
        word_tokenize("A.")
    return word_tokenize, sent_tokenize


def _words(text: str, start: int, end: int) -> list[Offsets]:
    # Token normalisation would turn "hoà" into "hòa".
    found = _installed()[0](RUN.sub(r"\g<0> ", text[start:end]), use_token_normalize=False)
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
