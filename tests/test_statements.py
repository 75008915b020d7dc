"""Statements: one line a case, rows `speaker | cue | direct or indirect | words said`, parted by `;;` (none: nothing found)."""

from itertools import pairwise

import pytest

from solieu.facts.statements import STATEMENT
from tagged import cases, reading


def rows(tagged):
    here = reading(tagged)
    found = [STATEMENT.normalize(here, span) for span in STATEMENT.find(here)]
    return " ;; ".join(
        " | ".join([row.speaker, row.cue, "direct" if row.direct else "indirect", row.text.replace("\n", "⏎")]) for row in found
    )


@pytest.mark.parametrize(("tagged", "expected"), cases("statements.tsv"))
def test_statements(tagged, expected):
    assert rows(tagged) == expected


@pytest.mark.parametrize(("tagged", "expected"), cases("statements.misses.tsv"))
@pytest.mark.xfail(reason="known failure: move it to statements.tsv the day it passes")
def test_known_misses(tagged, expected):
    assert rows(tagged) == expected


@pytest.mark.parametrize("tagged", [tagged for tagged, _ in cases("statements.tsv")])
def test_the_words_are_those_of_the_text_and_do_not_overlap(tagged):
    here = reading(tagged)
    found = [STATEMENT.normalize(here, span) for span in STATEMENT.find(here)]
    assert all(here.text[row.start : row.end] == row.text for row in found)
    assert all(row.end <= after.start for row, after in pairwise(found))


@pytest.mark.parametrize(
    "hostile", ['"', "“", "ông nói ", "ông này cho biết: ", "theo ông, ", "ông A - ", "bà (", "”, ông nói. "]
)
def test_time_is_linear_in_a_hostile_text(hostile):
    here = reading(hostile * (20_000 // len(hostile)))
    assert STATEMENT.find(here) == []
