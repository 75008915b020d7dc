"""The words said: a quotation without its marks, or a stretch of a sentence without what only stands around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from solieu.facts.people.scene import Scene
from solieu.facts.speech.quotes import Quote

FEWEST_WORDS = 4  # of a quotation: fewer are a term in quotation marks
FEWEST_LETTERS = 15
CREDIT = re.compile(r" [-–] Ảnh ?:")


@dataclass(frozen=True, slots=True)
class Said:
    """The characters said, and whether they are quoted."""

    start: int
    end: int
    direct: bool


def inside(here: Scene, quote: Quote) -> Said | None:
    """Take the words of a quotation without its marks, if it is more than a term."""
    return trimmed(here, quote.start + 1, quote.end - 1, direct=True)


def trimmed(here: Scene, start: int, end: int, *, direct: bool) -> Said | None:
    """Drop white space, and outside quotations the full stop; too few words are no statement."""
    text = here.words.text
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    end = start + len(piece.strip())
    if not direct:
        start += len(text[start:end]) - len(text[start:end].lstrip(" ,:;"))
        end = start + len(CREDIT.split(text[start:end])[0].rstrip(" .,;"))
    asks = not direct and text[start:end].startswith("gì ")  # nói gì
    few = asks or len(text[start:end].split(None, FEWEST_WORDS)) < FEWEST_WORDS or end - start < FEWEST_LETTERS
    return None if few else Said(start, end, direct)
