"""Weights."""

from __future__ import annotations

from decimal import Decimal

from solieu.facts.amounts.units import units_of
from solieu.facts.quantity import Base, quantity

KILOGRAMS = {
    "t": Decimal(1000),
    "tạ": Decimal(100),
    "yến": Decimal(10),
    "kg": Decimal(1),
    "lạng": Decimal("0.1"),
    "g": Decimal("0.001"),
    "lượng": Decimal("0.0375"),
    "chỉ": Decimal("0.00375"),
}

WEIGHT = quantity(units_of("weight"), base=Base(unit=lambda _: "kg", size=lambda _, unit: KILOGRAMS[unit]))
