"""Power of plants and engines."""

from __future__ import annotations

from decimal import Decimal

from solieu.facts.amounts.units import units_of
from solieu.facts.quantity import Base, quantity

WATTS = {"W": Decimal(1), "kW": Decimal(1000), "MW": Decimal(1000000), "GW": Decimal(1000000000), "CV": Decimal("735.49875")}

POWER = quantity(units_of("power"), base=Base(unit=lambda _: "W", size=lambda _, unit: WATTS[unit]))
