"""Places: a text with its names tagged, the article's date, the code of each name (`-`: none)."""

from pathlib import Path

import pytest

from solieu.entities.places import places
from solieu.entities.units import units
from test_entities import lines, untagged

CASES = Path(__file__).parent / "cases"


@pytest.mark.parametrize("line", lines("places.tsv"))
def test_codes(line):
    tagged, published, expected = line.split("\t")
    text, names = untagged(tagged)
    codes = places(text, [(start, end, label, 1.0) for start, end, label in names], published or None)
    assert "; ".join(code or "-" for code in codes) == expected


def test_both_editions_are_whole():
    listed = {unit.code: unit for same in units().values() for unit in same}
    count = {(edition, level): 0 for edition in ("2024", "2025") for level in range(3)}
    for code, unit in listed.items():
        count[code[:4], unit.level] += 1
    assert count == {("2024", 0): 63, ("2024", 1): 696, ("2024", 2): 10035, ("2025", 0): 34, ("2025", 1): 0, ("2025", 2): 3321}


def test_every_unit_lies_in_one_of_the_list():
    codes = {unit.code for same in units().values() for unit in same}
    assert all(code.rpartition(".")[0] in codes for code in codes if "." in code)
