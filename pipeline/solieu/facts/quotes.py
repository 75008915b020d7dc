"""The quotations of a text: where each begins and ends, paired by the shape of their marks."""

from __future__ import annotations

import re
from dataclasses import dataclass

MARK = re.compile(r"[“”\"«»]")
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
    """
    found: list[Quote] = []
    opened: int | None = None
    for mark in MARK.finditer(text):
        at = mark.start()
        if opened is not None and at - opened > LONGEST:
            opened = None
        if opened is not None and _nested(text, opened, at):
            continue
        if _opens(text, at, already=opened is not None):
            opened = at
        elif opened is not None:
            found.append(Quote(opened, at + 1))
            opened = None
    return found


def _nested(text: str, opened: int, at: int) -> bool:
    """Say whether a straight mark stands inside a quotation that curved marks open and close."""
    if text[at] != '"' or text[opened] not in OPENING:
        return False
    rest = re.search(f"[{OPENING}{CLOSING}]", text[at : opened + LONGEST])
    return rest is not None and rest[0] in CLOSING


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
