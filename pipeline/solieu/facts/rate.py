"""Amounts per unit: yields, prices per area or weight, speeds."""

from __future__ import annotations

from decimal import Decimal

from solieu.facts.quantity import Base, quantity

RATE = quantity("rate", base=Base(unit=str, size=lambda *_: Decimal(1)))
