"""Amounts per unit: prices by area, weight or time, yields, speeds."""

from __future__ import annotations

from decimal import Decimal

from solieu.facts.amounts.units import units_of
from solieu.facts.quantity import Base, quantity

RATE = quantity(units_of("rate"), base=Base(unit=str, size=lambda *_: Decimal(1)))
