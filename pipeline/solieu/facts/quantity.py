"""Quantities: the one factory that makes a kind of fact out of its units."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from solieu.facts.amounts.amount import Amount, Bare, Place, amount_at, places
from solieu.facts.amounts.digits import style_of
from solieu.facts.amounts.units import Units
from solieu.facts.dates.as_of import as_of
from solieu.facts.kind import FactType
from solieu.facts.memo import remembered
from solieu.facts.qualifiers.change import change_of
from solieu.facts.qualifiers.comparator import comparator_of
from solieu.facts.qualifiers.context import context_of
from solieu.facts.qualifiers.modality import modality_of
from solieu.facts.subjects.subject import subject_of
from solieu.records import Quantity, Reading, Span

Unnamed = Callable[[Reading, Span], str]


@dataclass(frozen=True, slots=True)
class Base:
    """What the units of a kind come to: `unit` names the base unit of a unit, `size` its size in it, if it is known.

    `counted`: the unit is what is counted, so that no other subject is looked for.
    """

    unit: Callable[[str], str]
    size: Callable[[Reading, str], Decimal | None]
    counted: bool = False


def quantity(units: Units, *, base: Base, bare: Bare | None = None, default: Unnamed | None = None) -> FactType:
    """Make a kind of quantity out of its units.

    `bare` tells whether a number with a scale and no unit counts; it is then in the unit that `default` names.
    """

    @remembered
    def known(reading: Reading) -> dict[tuple[int, int], Place]:
        return {(place.start, place.end): place for place in places(reading.text, units, bare)}

    def find(reading: Reading) -> Sequence[Span]:
        return [Span(start, end, units.kind) for start, end in known(reading)]

    def normalize(reading: Reading, span: Span) -> Quantity | None:
        place = known(reading).get((span.start, span.end))
        amount = amount_at(place, units, style_of(reading.text)) if place else None
        if amount is None:
            return None
        if default and not amount.unit:
            amount = replace(amount, unit=default(reading, span))
        return _quantity(reading, span, amount, base)

    return FactType(name=units.kind, table="quantities", find=find, normalize=normalize)


def _quantity(reading: Reading, span: Span, amount: Amount, base: Base) -> Quantity:
    context = context_of(reading, span, amount.unit, ranged=amount.ranged)
    change = change_of(context)
    size = base.size(reading, amount.unit)
    subject = None if base.counted else subject_of(reading, span)
    return Quantity(
        start=span.start,
        end=span.end,
        text=reading.text[span.start : span.end],
        kind=span.label,
        low=float(amount.low),
        high=float(amount.high),
        unit=amount.unit,
        base_low=None if size is None else float(amount.low * size),
        base_high=None if size is None else float(amount.high * size),
        base_unit=base.unit(amount.unit),
        comparator=comparator_of(context, change),
        change=change,
        modality=modality_of(reading, span, context),
        subject=reading.text[slice(*subject)] if subject else None,
        subject_start=subject[0] if subject else None,
        subject_end=subject[1] if subject else None,
        as_of=as_of(reading, span),
        ambiguous=amount.ambiguous,
    )
