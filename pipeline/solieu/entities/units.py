"""The administrative units of Vietnam in two editions of the list, and how a text names them."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from solieu.entities.spelling import folded
from solieu.gazetteer.table import rows

OLD, NEW = "2024", "2025"
REFORM = "2025-07-01"  # Resolution 202/2025/QH15: 34 provinces, no districts
PROVINCE, DISTRICT, COMMUNE = range(3)

# What a text writes for a unit's type, and the types a unit so called may have by now: a commune becomes a
# town, a district a city, never the other way round.
TYPES = {
    "tỉnh": ("tỉnh", "thành phố"),
    "thành phố": ("thành phố",),
    "quận": ("quận",),
    "huyện": ("huyện", "thị xã", "thành phố", "quận"),
    "thị xã": ("thị xã", "thành phố"),
    "phường": ("phường",),
    "xã": ("xã", "phường", "thị trấn"),
    "thị trấn": ("thị trấn", "phường"),
    "đặc khu": ("đặc khu",),
}
LEVELS = {
    "tỉnh": (PROVINCE,),
    "thành phố": (PROVINCE, DISTRICT),
    "quận": (DISTRICT,),
    "huyện": (DISTRICT,),
    "thị xã": (DISTRICT,),
    "phường": (COMMUNE,),
    "xã": (COMMUNE,),
    "thị trấn": (COMMUNE,),
    "đặc khu": (COMMUNE,),
}
SHORT = {
    "tp": "thành phố",
    "thủ đô": "thành phố",
    "q": "quận",
    "h": "huyện",
    "tx": "thị xã",
    "p": "phường",
    "x": "xã",
    "tt": "thị trấn",
}
WRITTEN = "|".join(sorted((*TYPES, *SHORT), key=len, reverse=True))
TYPED = re.compile(rf"(?:huyện đảo (?=\D)|({WRITTEN})(?:\.\s?|\s|(?=\d)))(?=\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of the list: `code` is `edition:province[.district][.commune]`, the numbers of the statistics office."""

    code: str
    kind: str
    level: int


@dataclass(frozen=True, slots=True)
class Named:
    """A place as a text names it: the type it writes (None: no type), the name folded."""

    kind: str | None
    name: str


def named(text: str) -> Named:
    """Read the type and the name out of a place's text.

    >>> named("TP. Nha Trang"), named("Q.2"), named("Ninh Thuận").kind
    (Named(kind='thành phố', name='nha trang'), Named(kind='quận', name='2'), None)
    """
    found = TYPED.match(text)
    if not found:
        return Named(None, aliases().get(folded(text), folded(text)))
    kind = (found[1] or "huyện").lower()
    name = folded(text[found.end() :])
    return Named(SHORT.get(kind, kind), aliases().get(name, name))


def candidates(place: Named, edition: str) -> tuple[Unit, ...]:
    """List the units of an edition that a place may be: of the type it writes, else of one that type has become.

    Without a type: the province of that name, else the districts.

    >>> [unit.code for unit in candidates(named("tỉnh Ninh Thuận"), "2024")]
    ['2024:58']
    """
    same = units().get((edition, place.name), ())
    if place.kind is None:
        return tuple(unit for unit in same if unit.level == PROVINCE) or tuple(unit for unit in same if unit.level == DISTRICT)
    fitting = [unit for unit in same if unit.level in LEVELS[place.kind]]
    for kind in TYPES[place.kind]:
        of_kind = tuple(unit for unit in fitting if unit.kind == kind)
        if of_kind:
            return of_kind
    return ()


@cache
def units() -> dict[tuple[str, str], tuple[Unit, ...]]:
    """Index the units by edition and folded name."""
    found: dict[tuple[str, str], list[Unit]] = defaultdict(list)
    for code, kind, name in rows("places.tsv"):
        edition, _, numbers = code.partition(":")
        depth = numbers.count(".")
        level = COMMUNE if edition == NEW and depth else depth
        found[edition, folded(name)].append(Unit(code, kind, level))
    return {key: tuple(same) for key, same in found.items()}


@cache
def aliases() -> dict[str, str]:
    """Map other spellings of a unit's name to the one of the list, both folded."""
    return {folded(alias): folded(name) for alias, name in rows("place_aliases.tsv")}
