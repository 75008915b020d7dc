"""The words around an amount: its sentence, split at the amount."""

from __future__ import annotations

import re
from dataclasses import dataclass

from solieu.facts.cues import folded
from solieu.facts.sentences import sentence_at
from solieu.records import Reading, Span

MOVES = re.compile(r"[^.;,]{0,40}?(?<!\w)(?<!trở )(?:lên|xuống|còn|đến|tới|sang|thành|về(?= (?:mức |còn )?\d))(?!\w)")

LEFT, RIGHT = 400, 200  # characters of a sentence that are looked at


@dataclass(frozen=True, slots=True)
class Context:
    """An amount in its sentence: `left` and `right` are what stands beside it there, in lower case.

    `start` is where `left` starts, `raw` is `left` as written. Of an endless sentence they hold the nearest characters.
    `unit` is the amount's, `amount` its characters in lower case; `ranged` tells whether it has two numbers.
    """

    start: int
    left: str
    right: str
    unit: str
    ranged: bool = False
    raw: str = ""
    amount: str = ""

    @property
    def moves(self) -> bool:
        """Tell whether a new level follows: (từ) 10% lên 25%."""
        return bool(MOVES.match(self.right))


def context_of(reading: Reading, span: Span, unit: str, *, ranged: bool) -> Context:
    """Cut the sentence that holds a span in two; the line where no sentence does."""
    at = sentence_at(reading, span.start)
    start, end = reading.sentences[at] if at >= 0 else (0, 0)
    if end < span.end:
        start = max(start, reading.text.rfind("\n", 0, span.start) + 1)
        end = reading.text.find("\n", span.end)
        end = len(reading.text) if end < 0 else end
    start, end = max(start, span.start - LEFT), min(end, span.end + RIGHT)
    lower = folded(reading.text)
    left, amount, right = lower[start : span.start], lower[span.start : span.end], lower[span.end : end]
    return Context(start, left, right, unit, ranged, raw=reading.text[start : span.start], amount=amount)
