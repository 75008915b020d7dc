"""The words organisations begin with, and the names of places that have officials."""

from __future__ import annotations

from functools import cache

from solieu.facts.words import Phrases, Words, longest, phrases
from solieu.gazetteer.table import rows

LONGEST_COUNTRY = 5  # words


@cache
def provinces() -> Phrases:
    """Read the names of provinces, before and since 2025, each with its level (`tỉnh`, `thành phố`)."""
    return phrases([name, kind] for code, kind, name in rows("places.tsv") if "." not in code)


@cache
def cities() -> Phrases:
    """Read the short names of the cities that are provinces: TP.HCM, Sài Gòn."""
    whole = {name for code, kind, name in rows("places.tsv") if "." not in code and kind == "thành phố"}
    return phrases([alias, "thành phố"] for alias, name in rows("place_aliases.tsv") if name in whole)


@cache
def countries() -> Phrases:
    """Read the names of countries and cities that have officials."""
    return phrases([name] for name, case in rows("org_heads.tsv") if case == "place")


def country_ends(words: Words, i: int) -> bool:
    """Say whether the name of a country ends before word `i`.

    >>> from solieu.facts.words import cut
    >>> [country_ends(cut("bộ trưởng Thổ Nhĩ Kỳ Weber"), i) for i in (4, 5)]
    [False, True]
    """
    found = (longest(countries(), words, at) for at in range(max(0, i - LONGEST_COUNTRY), i))
    return any(one is not None and one[0] == i for one in found)


@cache
def places() -> Phrases:
    """Read the names of countries and administrative units: some are named after people (huyện Dương Minh Châu)."""
    names = dict.fromkeys([name for name, case in rows("org_heads.tsv") if case == "place"])
    names |= dict.fromkeys(name for _, _, name in rows("places.tsv"))  # most stand in both editions of the list
    return phrases([name] for name in names if " " in name)


@cache
def fields() -> Phrases:
    """Read the fields of work that departments are named after."""
    return phrases(rows("fields.tsv"))


@cache
def org_heads() -> Phrases:
    """Read the words organisations begin with, each with the case it is written in (see `org_heads.tsv`)."""
    return phrases(rows("org_heads.tsv"))


def ends_place(words: Words, i: int) -> bool:
    """Say whether word `i` is the last of a province's or a country's name that begins before it (`Sơn | La`, `Thổ Nhĩ | Kỳ`)."""
    if words.low[i] not in _last_words():
        return False
    before = ((provinces(), 1), (countries(), 1), (countries(), 2))
    found = (longest(names, words, i - size) for names, size in before if i >= size)
    return any(place is not None and place[0] == i + 1 for place in found)


@cache
def _last_words() -> frozenset[str]:
    return frozenset(name[-1] for names in (provinces(), countries()) for name in names.cells if len(name) > 1)
