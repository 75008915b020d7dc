"""Splits a line into sentences by the rule of underthesea's splitter (9.5, after Punkt), with its list of abbreviations."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from solieu.segment.runs import Offsets

STOP = re.compile(r"[.?!]")
STOPS = re.compile(r"[.?!]*")
DOTS = re.compile(r"\.*")
ELLIPSIS = 3  # dots, at least
LONGEST = 64  # characters looked back for an abbreviation: underthesea's longest has 55
BLANKS = re.compile(r"[ \t]*")
WHITE = re.compile(r"[ \t\n\r]*")


def split(text: str, start: int, end: int, *, abbreviations: Collection[str]) -> Iterator[Offsets]:
    """Split `text[start:end]` after full stops, question and exclamation marks; after an ellipsis only before a capital.

    A full stop between two digits ends nothing, nor does that of an abbreviation (given in lower case without it).

    >>> text = "TP. Huế có 1.920 trẻ... em! Hết."
    >>> [text[start:end] for start, end in split(text, 0, len(text), abbreviations={"tp"})]
    ['TP. Huế có 1.920 trẻ... em!', 'Hết.']
    """
    begin = at = start
    while found := STOP.search(text, at, end):
        stop = found.start()
        at = _past(DOTS, text, stop, end)
        if at - stop >= ELLIPSIS:
            ends = _ellipsis_ends(text, at, end)
        elif ends := not _in_number(text, stop, start, end) and _word_before(text, stop, start) not in abbreviations:
            at = _past(STOPS, text, stop, end)
        else:
            at = stop + 1
        if ends:
            yield from _stripped(text, begin, at)
            begin = at = _past(WHITE, text, at, end)
    yield from _stripped(text, begin, end)


def _stripped(text: str, start: int, end: int) -> Iterator[Offsets]:
    sentence = text[start:end].rstrip()
    if sentence and not sentence.isspace():
        yield end - len(text[start:end].lstrip()), start + len(sentence)


def _past(pattern: re.Pattern[str], text: str, at: int, end: int) -> int:
    found = pattern.match(text, at, end)
    return found.end() if found else at


def _ellipsis_ends(text: str, at: int, end: int) -> bool:
    follows = _past(BLANKS, text, at, end)
    return follows >= end or text[follows].isupper()


def _in_number(text: str, stop: int, start: int, end: int) -> bool:
    return text[stop] == "." and start < stop < end - 1 and text[stop - 1].isdigit() and text[stop + 1].isdigit()


def _word_before(text: str, stop: int, start: int) -> str:
    """Give the letters, digits and dots before a full stop in lower case, of too long ones only the last."""
    at = stop
    first = max(start, stop - LONGEST) if text[stop] == "." else stop
    while at > first and (text[at - 1].isalnum() or text[at - 1] == "."):
        at -= 1
    return text[at:stop].lower()
