"""Lengths and distances."""

from __future__ import annotations

from decimal import Decimal

from solieu.facts.amounts.units import units_of
from solieu.facts.quantity import Base, quantity

METRES = {
    "km": Decimal(1000),
    "m": Decimal(1),
    "cm": Decimal("0.01"),
    "mm": Decimal("0.001"),
    "hải lý": Decimal(1852),
    "dặm": Decimal("1609.344"),
    "feet": Decimal("0.3048"),
    "inch": Decimal("0.0254"),
}

LENGTH = quantity(units_of("length"), base=Base(unit=lambda _: "m", size=lambda _, unit: METRES[unit]))
