"""Which words of a sentence stand in a name of the gazetteer: the administrative units, longest name first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import groupby

from solieu.entities.spelling import folded
from solieu.entities.units import DISTRICT, PROVINCE, units
from solieu.gazetteer.table import rows

SURNAMES = frozenset(surname for (surname,) in rows("surnames.tsv"))
COMMON = frozenset(surname for (surname,) in rows("common_surnames.tsv"))
MEMORABLE = 16  # words of a run that is worth a place in the memo: a hostile text has longer ones
LETTERS = {PROVINCE: "p", DISTRICT: "d"}  # communes: "c"


def marks(words: list[str]) -> list[str]:
    """Mark the words of unit names that are written with capitals: first, later or single word, and the unit's level.

    >>> marks(["ở", "Ninh", "Thuận", ",", "xã", "Cà", "Ná", "và", "Huế"])
    ['', 'g=Bp', 'g=Ip', '', '', 'g=Bc', 'g=Ic', '', 'g=Sp']
    """
    found = [""] * len(words)
    for at, told in marked(words, [at for at, word in enumerate(words) if word[:1].isupper()]):
        found[at : at + len(told)] = told
    return found


def marked(words: list[str], capitals: Iterable[int]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Give where a name of the gazetteer begins and the marks of its words; `capitals` are the words that one may begin at."""
    end = 0
    for at in capitals:
        if at >= end:
            length, level = _longest(words, at)
            end = at + length
            if level:
                yield at, _marks(length, level)


@cache
def _marks(length: int, level: str) -> tuple[str, ...]:
    return ("g=S" + level,) if length == 1 else ("g=B" + level, *["g=I" + level] * (length - 1))


def runs(words: list[str]) -> list[str]:
    """Describe the run of capitalised words that a word stands in: its length, the word's place, where surnames stand.

    The third sign is `s` where the run begins with a common surname; the number after `/` counts the words since the last one.

    >>> runs(["ông", "Lê", "Văn", "An", "ở", "Phan", "Rang", "và", "UBND"])
    ['', 'r3s0/0', 'r3s1/1', 'r3s2/2', '', 'r2s0/0', 'r2s1/1', '', '']
    """
    found: list[str] = []
    for namelike, run in groupby(words, capitalised):
        surnames = tuple(word.lower() in COMMON for word in run)
        found.extend(described(surnames) if namelike else [""] * len(surnames))
    return found


def described(surnames: tuple[bool, ...]) -> tuple[str, ...]:
    """Describe each word of a run of capitalised words, given which are common surnames."""
    return _described(surnames) if len(surnames) <= MEMORABLE else _described.__wrapped__(surnames)


@lru_cache(maxsize=4_096)
def _described(surnames: tuple[bool, ...]) -> tuple[str, ...]:
    begins, told, since = "s" if surnames[0] else "-", [], 9
    for place, surname in enumerate(surnames):
        since = 0 if surname else since + 1
        told.append(f"r{min(len(surnames), 6)}{begins}{min(place, 5)}/{min(since, 5)}")
    return tuple(told)


def capitalised(word: str) -> bool:
    """Tell whether a word is written as most names are: a capital, then small letters."""
    return word[:1].isupper() and word[1:].islower()


def _longest(words: list[str], at: int) -> tuple[int, str]:
    """Give the length and level of the longest name that starts here; a level of "" where none does."""
    for rest, length, level in _starting(words[at], words[at + 1] if at + 1 < len(words) else ""):
        if _stands(words[at + 2 : at + 2 + len(rest)], rest):
            return length, level
    return 1, ""


@lru_cache(maxsize=10_000)
def _starting(first: str, following: str) -> tuple[tuple[tuple[str, ...], int, str], ...]:
    """List the names that begin with these words: the words from the third on, the length and the level, longest first."""
    seconds = (folded(following), "") if following[:1].isupper() else ("",)
    return tuple(
        (rest, (2 if second else 1) + len(rest), level)
        for second in seconds
        for rest, level in _names().get((folded(first), second), ())
    )


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
