"""Gold spans carried over to a text that was cleaned differently, word by word."""

from __future__ import annotations

import re
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import count
from typing import TypeVar

from solieu.evaluate.gold import Amount, Annotated, Mention, Saying

Placed = TypeVar("Placed", Mention, Amount, Saying)
Word = tuple[str, int, int]


def carry(gold: Annotated, text: str) -> Annotated:
    """Move an article's gold onto `text`; a span whose words are not all there gets a place of its own before 0."""
    old, new = _words(gold.text), _words(text)
    matcher = SequenceMatcher(None, [word[0] for word in old], [word[0] for word in new], autojunk=False)
    to = {i + k: new[j + k] for i, j, size in matcher.get_matching_blocks() for k in range(size)}
    lost = count()
    return replace(
        gold,
        text=text,
        entities=tuple(_move(item, old, to, next(lost)) for item in gold.entities),
        quantities=tuple(_move(item, old, to, next(lost)) for item in gold.quantities),
        statements=gold.statements and tuple(_move(item, old, to, next(lost)) for item in gold.statements),
    )


def _words(text: str) -> list[Word]:
    return [(word[0].casefold(), word.start(), word.end()) for word in re.finditer(r"\w+|[^\w\s]", text)]


def _move(item: Placed, old: list[Word], to: dict[int, Word], number: int) -> Placed:
    inside = [i for i, (_, start, end) in enumerate(old) if start < item.end and item.start < end]
    if not inside or any(i not in to for i in inside):
        return replace(item, start=-2 * number - 2, end=-2 * number - 1)
    first, last = inside[0], inside[-1]
    return replace(item, start=to[first][1] + item.start - old[first][1], end=to[last][2] - (old[last][2] - item.end))
