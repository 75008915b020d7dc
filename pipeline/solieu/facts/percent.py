"""Percentages and percentage points."""

from __future__ import annotations

from decimal import Decimal

from solieu.facts.amounts.units import units_of
from solieu.facts.quantity import Base, quantity

PERCENT = quantity(units_of("percent", "decimal"), base=Base(unit=lambda _: "%", size=lambda *_: Decimal(1)))
