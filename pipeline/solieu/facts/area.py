"""Areas of land and floors, in legal units and in those of the regions."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from functools import lru_cache

from solieu.facts.amounts.units import units_of
from solieu.facts.quantity import Base, quantity
from solieu.gazetteer.table import rows
from solieu.records import Reading

HECTARES = {"ha": Decimal(1), "m2": Decimal("0.0001"), "km2": Decimal(100)}
LOCAL = {"sao": Decimal("0.0001"), "mau": Decimal("0.001"), "cong": Decimal("0.0001")}  # a sào's m2 to hectares
SAO = {province: Decimal(size) for province, size in rows("sao.tsv")}  # m2, by province
PROVINCE = re.compile("|".join(sorted(SAO, key=len, reverse=True)))
SOUTHERN = Decimal(1000)


@lru_cache(maxsize=8)
def sao_of(text: str) -> Decimal | None:
    """Give the size of a sào in m2 where an article plays: that of the provinces it names, None where they differ.

    >>> sao_of("Nông dân Hải Dương trồng 3 sào vải"), sao_of("Từ Nghệ An vào Cà Mau")
    (Decimal('360'), None)
    """
    sizes = Counter(SAO[match[0]] for match in PROVINCE.finditer(text))
    if not sizes:
        return None
    (size, often), *others = sizes.most_common(2)
    return size if not others or often > 2 * others[0][1] else None


def _hectares(reading: Reading, unit: str) -> Decimal | None:
    if unit not in LOCAL:
        return HECTARES[unit]
    size = SOUTHERN if unit == "cong" else sao_of(reading.text)  # a công is southern wherever it is told
    return None if size is None else size * LOCAL[unit]


AREA = quantity(units_of("area"), base=Base(unit=lambda _: "ha", size=_hectares))
