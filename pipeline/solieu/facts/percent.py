"""Percentages and percentage points."""

from __future__ import annotations

from decimal import Decimal

from solieu.facts.quantity import quantity
from solieu.records import Reading


def _percent(_reading: Reading, _unit: str) -> tuple[str, Decimal]:
    return "%", Decimal(1)


PERCENT = quantity("percent", base=_percent)
