"""Kinds of quantities beyond the scored three, made by the same factory."""

import pytest

from solieu.facts import FACTS, facts_in
from solieu.facts.count import COUNT
from solieu.facts.density import DENSITIES, DENSITY
from solieu.facts.length import LENGTH, METRES
from solieu.facts.power import POWER, WATTS
from solieu.facts.rate import RATE
from solieu.facts.weight import KILOGRAMS, WEIGHT
from solieu.gazetteer.table import rows
from solieu.records import Quantity
from tagged import cases, reading

KINDS = {kind.name: kind for kind in (COUNT, DENSITY, LENGTH, POWER, RATE, WEIGHT)}


def row(quantity):
    value = f"{quantity.low:.12g}" if quantity.low == quantity.high else f"{quantity.low:.12g}..{quantity.high:.12g}"
    return f"{value} {quantity.unit} {quantity.comparator}".removesuffix(" =")


@pytest.mark.parametrize(("line", "expected"), cases("more_kinds.tsv"))
def test_amounts(line, expected):
    name, _, text = line.partition(": ")
    here = reading(text)
    kind = KINDS[name]
    found = [kind.normalize(here, span) for span in kind.find(here)]
    assert "; ".join(row(quantity) for quantity in found) == expected


def test_a_rate_changes_with_its_price():
    found = [fact for fact in facts_in(reading("Giá vàng mất 1,1 triệu đồng mỗi lượng.")) if isinstance(fact, Quantity)]
    assert [(fact.kind, fact.change) for fact in found] == [("money", "decrease"), ("rate", "decrease")]


def test_every_kind_is_read_and_told_what_it_is_about():
    here = reading("Tuyến đường dài 5,2 km, huy động 120 công nhân, giá 3 triệu đồng/tháng.")
    found = {fact.kind: fact.subject for fact in facts_in(here) if isinstance(fact, Quantity)}
    assert set(found) == {"length", "count", "money", "rate"}
    assert found["length"] == "Tuyến đường"
    assert found["count"] is None  # the unit is what is counted
    assert set(KINDS) < set(FACTS)


@pytest.mark.parametrize(("kind", "sizes"), [("density", DENSITIES), ("length", METRES), ("power", WATTS), ("weight", KILOGRAMS)])
def test_every_unit_has_a_size(kind, sizes):
    assert {unit for name, unit, *_ in rows("units.tsv") if name == kind} == set(sizes)


def test_a_base_unit():
    here = reading("Nhà máy 1.920MW cách đây 5,2 km.")
    (power,) = [POWER.normalize(here, span) for span in POWER.find(here)]
    (length,) = [LENGTH.normalize(here, span) for span in LENGTH.find(here)]
    assert (power.base_low, power.base_unit) == (1.92e9, "W")
    assert (length.base_low, length.base_unit) == (5200, "m")
