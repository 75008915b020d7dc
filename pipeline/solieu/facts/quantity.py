"""Quantities: the one factory that makes a kind of fact out of its units."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from solieu.facts.amount import Amount, places, read_amount
from solieu.facts.change import change_of
from solieu.facts.comparator import comparator_of
from solieu.facts.context import context_of
from solieu.facts.digits import style_of
from solieu.facts.kind import FactType
from solieu.facts.modality import modality_of
from solieu.facts.subject import subject_of
from solieu.facts.units import units_of
from solieu.records import Quantity, Reading, Span

Base = Callable[[Reading, str], tuple[str, Decimal | None]]


def quantity(name: str, *, base: Base, bare: re.Pattern[str] | None = None, default: str = "") -> FactType:
    """Make a kind of quantity: its units are those of `units.tsv`.

    `base` names the base unit of a unit and its size in it, None where that is unknown; `bare` matches what may
    follow a number with a scale and no unit, which is then in the unit `default`.
    """
    units = units_of(name)

    def find(reading: Reading) -> Sequence[Span]:
        return [Span(place.start, place.end, name) for place in places(reading.text, units, bare)]

    def normalize(reading: Reading, span: Span) -> Quantity | None:
        amount = read_amount(reading.text[span.start : span.end], units, style_of(reading.text))
        return None if amount is None else _quantity(reading, span, amount, base, default)

    return FactType(name=name, table="quantities", find=find, normalize=normalize)


def _quantity(reading: Reading, span: Span, amount: Amount, base: Base, default: str) -> Quantity:
    context = context_of(reading, span)
    unit = amount.unit or default
    base_unit, size = base(reading, unit)
    subject = subject_of(reading, span)
    return Quantity(
        start=span.start,
        end=span.end,
        text=reading.text[span.start : span.end],
        kind=span.label,
        low=float(amount.low),
        high=float(amount.high),
        unit=unit,
        base_low=None if size is None else float(amount.low * size),
        base_high=None if size is None else float(amount.high * size),
        base_unit=base_unit,
        comparator=comparator_of(context, ranged=amount.ranged),
        change=change_of(context),
        modality=modality_of(context),
        subject=reading.text[slice(*subject)] if subject else None,
        subject_start=subject[0] if subject else None,
        subject_end=subject[1] if subject else None,
        ambiguous=amount.ambiguous,
    )
