"""Amounts of money, in any currency."""

from __future__ import annotations

import re
from decimal import Decimal

from solieu.facts.quantity import quantity
from solieu.records import Reading

# What follows an amount whose currency goes without saying ("vay 3.162 tỉ và …"): a mark, or no noun.
BARE = re.compile(
    r"[.,;:)?!\"”]|$|\n|/(?!\w*tấn)| (?:và|để|cho|thực hiện|mỗi|một|từ|vào|trong|là|thì|nhưng|với|của|tiền)(?!\w)"
)


def _currency(_reading: Reading, unit: str) -> tuple[str, Decimal]:
    return unit, Decimal(1)


MONEY = quantity("money", base=_currency, bare=BARE, default="VND")
