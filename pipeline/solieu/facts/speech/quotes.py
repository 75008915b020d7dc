"""The quotations of a text: where each begins and ends, paired by the shape of their marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

MARK = re.compile(r"[“”\"«»]")
CURVED = re.compile("[“”«»]")
OPENING, CLOSING = "“«", "”»"
LONGEST = 1500  # characters: beyond, a closing mark was forgotten
AFTER_CLOSING = re.compile(r"[\s,.;:!?)…–-]|$")


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation, marks included: `text[start]` is the opening mark, `text[end - 1]` the closing one."""

    start: int
    end: int


def quotes(text: str) -> list[Quote]:
    """Pair the quotation marks of a text; a mark left without its partner opens nothing.

    >>> [(quote.start, quote.end) for quote in quotes('Ông nói: “Tốt”. Bà hỏi: "Ai?"')]
    [(9, 14), (24, 29)]
    >>> [(quote.start, quote.end) for quote in quotes("Ông nói: “Đội “lúa” thắng”.")]
    [(9, 26)]
    """
    found: list[Quote] = []
    opened: int | None = None
    inner = False
    for mark in MARK.finditer(text):
        at = mark.start()
        if opened is not None and at - opened > LONGEST:
            opened = None
        if inner or (opened is not None and _nested(text, opened, at)):
            inner = text[at] in OPENING
        elif _opens(text, at, already=opened is not None):
            opened = at
        elif opened is not None:
            found.append(Quote(opened, at + 1))
            opened = None
    return found


def opening_at(quoted: Sequence[Quote], start: int) -> Quote | None:
    """Give the quotation that opens at a character."""
    i = bisect_left(quoted, start, key=_start)
    return quoted[i] if i < len(quoted) and quoted[i].start == start else None


def ending_at(quoted: Sequence[Quote], end: int) -> Quote | None:
    """Give the quotation whose closing mark stands just before a character."""
    i = bisect_left(quoted, end, key=_end)
    return quoted[i] if i < len(quoted) and quoted[i].end == end else None


def _start(quote: Quote) -> int:
    return quote.start


def _end(quote: Quote) -> int:
    return quote.end


def _nested(text: str, opened: int, at: int) -> bool:
    """Say whether a mark stands inside a quotation that curved marks open and close.

    A straight one does if the next curved mark closes; a curved one that opens inside a line, if the next two close.
    """
    if text[opened] not in OPENING or text[at] in CLOSING or text[at - 1] == "\n":
        return False
    due = 1 if text[at] == '"' else 2
    return [mark[0] in CLOSING for mark in islice(CURVED.finditer(text, at + 1, opened + LONGEST), due)] == [True] * due


def _opens(text: str, at: int, *, already: bool) -> bool:
    """Say whether the mark at a character opens a quotation; the straight one does both.

    At the head of a line and after a colon it opens, after a letter and before a space or a stop it closes, else it does
    what is due.
    """
    if text[at] != '"':
        return text[at] in OPENING
    if at == 0 or text[at - 1] == "\n" or text[max(0, at - 2) : at].rstrip().endswith(":"):
        return True
    glued = not text[at - 1].isspace() and AFTER_CLOSING.match(text, at + 1) is not None
    return not already and not glued and text[at + 1 : at + 2] not in set("-,.")
