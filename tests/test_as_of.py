"""When an amount holds: one line a case, the amount in « »."""

import time
from dataclasses import replace

import pytest

from solieu.facts.dates.as_of import as_of
from solieu.records import Span
from tagged import cases, reading

PUBLISHED = "2024-07-15"


def marked(text):
    """Read a case: the text without the marks, and the amount they held."""
    text = text.replace("⏎", "\n")
    start = text.index("«")
    end = text.index("»") - 1
    return reading(text.replace("«", "").replace("»", "")), Span(start, end, "money")


@pytest.mark.parametrize(("text", "expected"), cases("as_of.tsv"))
def test_as_of(text, expected):
    here, span = marked(text)
    assert as_of(replace(here, published=PUBLISHED), span) == (expected or None)


@pytest.mark.parametrize(("text", "expected"), cases("as_of.misses.tsv"))
@pytest.mark.xfail(reason="known failure: move it to as_of.tsv the day it passes", strict=True)
def test_known_misses(text, expected):
    here, span = marked(text)
    assert as_of(replace(here, published=PUBLISHED), span) == (expected or None)


@pytest.mark.parametrize(
    "text", ["Năm nay thu «5 tỷ đồng».", "Hiện nay là «5%».", "Quý I thu «5 tỷ đồng».", "Ngày 3/4 chi «1 tỷ đồng»."]
)
@pytest.mark.parametrize("published", [None, "", "hôm qua"])
def test_without_a_date_of_publication_what_depends_on_it_stays_open(text, published):
    here, span = marked(text)
    assert as_of(replace(here, published=published), span) is None


@pytest.mark.parametrize("hostile", ["năm 2020 ", "1/1/", "từ năm ", "hiện nay ", "12 tháng ", "từ 1/1 đến ", "năm 2019, 2020, "])
def test_time_is_linear_in_a_hostile_text(hostile):
    def seconds(size):
        here = reading(hostile * (size // len(hostile)) + "5 ha")
        start = time.perf_counter()
        as_of(here, Span(len(here.text) - 4, len(here.text), "area"))
        return time.perf_counter() - start

    assert seconds(100_000) < 4 * max(seconds(50_000), 0.02)
