"""Percentages and percentage points."""

from __future__ import annotations

from decimal import Decimal

from solieu.facts.quantity import Base, quantity

PERCENT = quantity("percent", base=Base(unit=lambda _: "%", size=lambda *_: Decimal(1)), hint="decimal")
