"""Officials: one line a case, rows `name | title | organisation | status | place`, parted by `;` (none: nothing found)."""

import pytest

from solieu.facts.officials import OFFICIAL
from tagged import cases, reading


def rows(tagged):
    here = reading(tagged)
    found = [OFFICIAL.normalize(here, span) for span in OFFICIAL.find(here)]
    return "; ".join(
        " | ".join([row.name, row.title, row.organisation or "-", row.status, row.place or "-"])
        .removesuffix(" | -")
        .removesuffix(" | current")
        for row in found
    )


@pytest.mark.parametrize(("tagged", "expected"), cases("officials.tsv"))
def test_positions(tagged, expected):
    assert rows(tagged) == expected


@pytest.mark.parametrize(("tagged", "expected"), cases("officials.misses.tsv"))
@pytest.mark.xfail(reason="known failure: move it to officials.tsv the day it passes")
def test_known_misses(tagged, expected):
    assert rows(tagged) == expected


@pytest.mark.parametrize("tagged", [tagged for tagged, _ in cases("officials.tsv")])
def test_the_mention_is_in_the_text(tagged):
    here = reading(tagged)
    for span in OFFICIAL.find(here):
        row = OFFICIAL.normalize(here, span)
        mention = here.text[row.start : row.end]
        assert (row.start, row.end) == (span.start, span.end)
        assert row.title in mention
        assert (row.organisation or "") in mention


@pytest.mark.parametrize("hostile", ["chủ tịch ", "phó ", "A - ", "(", "tuổi, ", "TP. ", "kiêm ", "Sở "])
def test_time_is_linear_in_a_hostile_text(hostile):
    here = reading(hostile * (20_000 // len(hostile)))
    assert OFFICIAL.find(here) == []
