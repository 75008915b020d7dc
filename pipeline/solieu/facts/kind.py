"""What a kind of fact is: where to find it and what it says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from solieu.records import Official, Quantity, Reading, Span, Statement

Fact = Quantity | Official | Statement


@dataclass(frozen=True, slots=True)
class FactType:
    """A kind of fact and the table it goes to; `find` says where, `normalize` says what, None for a false alarm."""

    name: str
    table: str
    find: Callable[[Reading], Sequence[Span]]
    normalize: Callable[[Reading, Span], Fact | None]
