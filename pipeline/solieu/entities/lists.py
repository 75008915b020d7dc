"""Which words of a sentence stand in a name of the gazetteer: the administrative units, longest name first."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from solieu.entities.spelling import folded
from solieu.entities.units import DISTRICT, PROVINCE, units

LETTERS = {PROVINCE: "p", DISTRICT: "d"}  # communes: "c"


def marks(words: list[str]) -> list[str]:
    """Mark the words of unit names that are written with capitals: first, later or single word, and the unit's level.

    >>> marks(["ở", "Ninh", "Thuận", ",", "xã", "Cà", "Ná", "và", "Huế"])
    ['', 'g=Bp', 'g=Ip', '', '', 'g=Bc', 'g=Ic', '', 'g=Sp']
    """
    found = [""] * len(words)
    at = 0
    while at < len(words):
        length, level = _longest(words, at) if words[at][:1].isupper() else (1, "")
        if level:
            found[at : at + length] = ["g=S" + level] if length == 1 else ["g=B" + level] + ["g=I" + level] * (length - 1)
        at += length
    return found


def _longest(words: list[str], at: int) -> tuple[int, str]:
    """Give the length and level of the longest name that starts here; a level of "" where none does."""
    first, following = folded(words[at]), words[at + 1] if at + 1 < len(words) else ""
    starts = ((first, folded(following)), (first, "")) if following[:1].isupper() else ((first, ""),)
    for start in starts:
        for rest, level in _names().get(start, ()):
            if _stands(words[at + 2 : at + 2 + len(rest)], rest):
                return (2 if start[1] else 1) + len(rest), level
    return 1, ""


def _stands(words: list[str], rest: tuple[str, ...]) -> bool:
    return len(words) == len(rest) and all(
        word[:1].isupper() and folded(word) == part for word, part in zip(words, rest, strict=True)
    )


@cache
def _names() -> dict[tuple[str, str], tuple[tuple[tuple[str, ...], str], ...]]:
    """Index the units' names by their first two words, longest first, each with the highest level of a unit so called."""
    found: dict[tuple[str, str], dict[tuple[str, ...], str]] = defaultdict(dict)
    for (_, name), same in units().items():
        first, second, *rest = [*name.split(), ""]
        level = LETTERS.get(min(unit.level for unit in same), "c")
        if not name.isdigit():
            parts = tuple(part for part in rest if part)
            found[first, second][parts] = max(level, found[first, second].get(parts, "c"))  # p > d > c
    return {start: tuple(sorted(names.items(), key=lambda item: -len(item[0]))) for start, names in found.items()}
