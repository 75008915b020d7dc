"""Which administrative unit a place is: its type and name, where it stands, and the article's other places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from solieu.entities.decode import ScoredName
from solieu.entities.units import DISTRICT, NEW, OLD, PROVINCE, REFORM, Named, Unit, candidates, named

INSIDE = re.compile(r"\s?(?:,|\(|-|–|,? thuộc|,? của)\s?")  # between a place and the one that holds it
YEAR = re.compile(r"(?<!\d)20[0-4]\d(?!\d)")
DISTRICT_WORD = re.compile(r"(?<!\w)(?:huyện|quận|thị xã)(?!\w)")
TAIL = re.compile(r"(?<!\w)(?:tỉnh|thành phố|TP|quận|huyện|thị xã|TX|phường|xã|thị trấn)[.\s]\s?[A-ZĐ0-9].*$")

Choice = dict[Named, tuple[Unit, ...]]


def places(text: str, found: Sequence[ScoredName], published: str | None = None) -> list[str | None]:
    """Give the code of the unit that each found name is, None where it is none or the article leaves it open.

    Only LOC get a code; the places that organisations carry in their names (`UBND huyện Ninh Phước`) help to decide.
    The edition is that of the article's date: the 63 provinces until 2025-06-30, the 34 since; a unit that is no more
    (`huyện Củ Chi` in 2026) gets its code in the old one.
    """
    edition = _edition(text, published)
    mentions = [_mention(text, name) for name in found]
    possible = {place: _possible(place, edition) for place in mentions if place}
    held = list(_held(text, found, mentions))
    for _ in range(2):  # the second time a district settled by its province settles its communes
        _fit_together(possible, held)
        _settle(possible)
    sure = _sure(possible, held)
    return [
        sure.get(place) if place and label == "LOC" else None for place, (_, _, label, _) in zip(mentions, found, strict=True)
    ]


def _edition(text: str, published: str | None) -> str:
    """Choose the edition by date; an article without one is as late as the latest year it names."""
    if published:
        return NEW if published >= REFORM else OLD
    if DISTRICT_WORD.search(text):
        return OLD
    return NEW if max(YEAR.findall(text), default="") > REFORM[:4] else OLD


def _mention(text: str, name: ScoredName) -> Named | None:
    start, end, label, _ = name
    if label == "LOC":
        return named(text[start:end])
    tail = TAIL.search(text, start, end) if label == "ORG" else None
    return named(tail[0]) if tail else None


def _possible(place: Named, edition: str) -> tuple[Unit, ...]:
    return candidates(place, edition) or candidates(place, OLD)


def _held(text: str, found: Sequence[ScoredName], mentions: Sequence[Named | None]) -> Iterable[tuple[Named, Named]]:
    """Pair each place with the one that directly follows and may hold it: `xã Cà Ná, huyện Thuận Nam`."""
    for at in range(len(found) - 1):
        inner, outer = mentions[at], mentions[at + 1]
        if inner and outer and found[at + 1][2] == "LOC" and INSIDE.fullmatch(text, found[at][1], found[at + 1][0]):
            yield inner, outer


def _within(inner: Unit, outer: Unit) -> bool:
    return inner.code.startswith(outer.code + ".")


def _fit_together(possible: Choice, held: Iterable[tuple[Named, Named]]) -> None:
    """Keep of a place and its holder the units of which one lies in the other, if there are any."""
    for inner, outer in held:
        kept = [unit for unit in possible[inner] if any(_within(unit, whole) for whole in possible[outer])]
        if kept:
            possible[outer] = tuple(whole for whole in possible[outer] if any(_within(unit, whole) for unit in kept))
            possible[inner] = tuple(kept)


def _settle(possible: Choice) -> None:
    """Narrow what is still open to the districts, else the provinces, that the article is sure of."""
    for level in (DISTRICT, PROVINCE):
        sure = {units[0].code for units in possible.values() if len(units) == 1 and units[0].level == level}
        for place, units in possible.items():
            if len(units) > 1:
                possible[place] = tuple(unit for unit in units if not sure.isdisjoint(_holders(unit.code))) or units


def _sure(possible: Choice, held: Iterable[tuple[Named, Named]]) -> dict[Named, str]:
    """Give the places of which one unit is left, and which the article's other places bear out."""
    single = [(place, units[0]) for place, units in possible.items() if len(units) == 1]
    known = {unit.code for place, unit in single if place.kind or unit.level == PROVINCE}
    holding = {holder for code in known for holder in _holders(code)}
    conflicts = {inner for inner, outer in held if _apart(possible[inner], possible[outer])}
    return {
        place: unit.code
        for place, unit in single
        if place not in conflicts and (_speaks_for_itself(place, unit) or _borne_out(place, unit.code, known, holding))
    }


def _apart(inner: tuple[Unit, ...], outer: tuple[Unit, ...]) -> bool:
    """Tell whether a place is followed by one of a higher level that does not hold it."""
    return bool(inner and outer) and all(
        whole.level < unit.level and not _within(unit, whole) for unit in inner for whole in outer
    )


def _speaks_for_itself(place: Named, unit: Unit) -> bool:
    """Tell whether a name needs no other place beside it: a province, a city, a district with its type."""
    return unit.level == PROVINCE or (place.kind is not None and unit.level == DISTRICT) or unit.kind in ("thành phố", "đặc khu")


def _borne_out(place: Named, code: str, known: set[str], holding: set[str]) -> bool:
    """Tell whether the article names a unit around this one or in it, or this one elsewhere with its type."""
    return code in holding or (place.kind is None and code in known) or not known.isdisjoint(_holders(code))


def _holders(code: str) -> list[str]:
    """List the codes of the units that hold a unit.

    >>> _holders("2024:58.589.22910")
    ['2024:58', '2024:58.589']
    """
    return [code[:at] for at, sign in enumerate(code) if sign == "."]
