"""Population densities."""

from __future__ import annotations

from decimal import Decimal

from solieu.facts.amounts.units import units_of
from solieu.facts.quantity import Base, quantity

DENSITIES = {"người/km2": Decimal(1)}

DENSITY = quantity(units_of("density"), base=Base(unit=lambda _: "người/km2", size=lambda _, unit: DENSITIES[unit]))
