"""Which words of a sentence stand in a name of the gazetteer: the administrative units, longest name first."""

from __future__ import annotations

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
    best, level = 1, ""
    for name, named_level in _names().get(folded(words[at]), ()):
        end = at + len(name)
        if (len(name) > best or not level) and _stands(words[at:end], name):
            best, level = len(name), named_level
    return best, level


def _stands(words: list[str], name: tuple[str, ...]) -> bool:
    return len(words) == len(name) and all(
        word[:1].isupper() and folded(word) == part for word, part in zip(words, name, strict=True)
    )


@cache
def _names() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Index the units' names by their first word, each with the highest level of a unit so called."""
    found: dict[str, dict[tuple[str, ...], str]] = {}
    for (_, name), same in units().items():
        parts = tuple(name.split())
        level = LETTERS.get(min(unit.level for unit in same), "c")
        if not name.isdigit():
            of_first = found.setdefault(parts[0], {})
            of_first[parts] = max(level, of_first.get(parts, "c"))  # p > d > c
    return {first: tuple(names.items()) for first, names in found.items()}
