"""Which words of a sentence stand in a name of the gazetteer: the administrative units, longest name first."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from solieu.entities.spelling import folded
from solieu.entities.units import DISTRICT, PROVINCE, units
from solieu.gazetteer.table import rows

SURNAMES = frozenset(surname for (surname,) in rows("surnames.tsv"))
COMMON = frozenset(surname for (surname,) in rows("common_surnames.tsv"))
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


def runs(words: list[str]) -> list[str]:
    """Describe the run of capitalised words that a word stands in: its length, the word's place, where surnames stand.

    The third sign is `s` where the run begins with a common surname; the number after `/` counts the words since the last one.

    >>> runs(["ông", "Lê", "Văn", "An", "ở", "Phan", "Rang", "và", "UBND"])
    ['', 'r3s0/0', 'r3s1/1', 'r3s2/2', '', 'r2s0/0', 'r2s1/1', '', '']
    """
    found = [""] * len(words)
    at = 0
    while at < len(words):
        end = at
        while end < len(words) and _capitalised(words[end]):
            end += 1
        if end > at:
            found[at:end] = _run(words[at:end])
        at = end + 1
    return found


def _run(words: list[str]) -> list[str]:
    surnames = [word.lower() in COMMON for word in words]
    begins, described, since = "s" if surnames[0] else "-", [], 9
    for place, surname in enumerate(surnames):
        since = 0 if surname else since + 1
        described.append(f"r{min(len(words), 6)}{begins}{min(place, 5)}/{min(since, 5)}")
    return described


def _capitalised(word: str) -> bool:
    return word[:1].isupper() and word[1:].islower()


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
