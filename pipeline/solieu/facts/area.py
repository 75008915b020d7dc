"""Areas of land and floors, in legal units and in those of the regions."""

from __future__ import annotations

from decimal import Decimal

from solieu.facts.quantity import quantity
from solieu.records import Reading

HECTARES = {"ha": Decimal(1), "m2": Decimal("0.0001"), "km2": Decimal(100)}


def _hectares(_reading: Reading, unit: str) -> tuple[str, Decimal | None]:
    return "ha", HECTARES.get(unit)


AREA = quantity("area", base=_hectares)
