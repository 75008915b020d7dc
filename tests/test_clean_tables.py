"""Dates, bylines and lines of chrome: a case is a line."""

from pathlib import Path

import pytest

from solieu.clean.authors import read_authors
from solieu.clean.chrome import kind_of_line, kind_of_names, kind_of_strong_line
from solieu.clean.dates import read_date

CASES = Path(__file__).parent / "cases"


def rows(name):
    text = (CASES / name).read_text("utf-8")
    return [row.split("\t") for row in text.splitlines() if row and not row.startswith("# ")]


@pytest.mark.parametrize(("text", "expected"), rows("clean_dates.tsv"))
def test_date(text, expected):
    assert (read_date(text) or "") == expected


@pytest.mark.parametrize(("text", "expected"), rows("clean_authors.tsv"))
def test_authors(text, expected):
    assert ";".join(read_authors(text)) == expected


@pytest.mark.parametrize(("text", "kind", "strength"), rows("clean_lines.tsv"))
def test_line(text, kind, strength):
    assert (kind_of_line(text) or "") == kind
    assert (kind_of_strong_line(text) or "") == (kind if strength else "")


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        ("tin-lien-quan", "related"),
        ("boxTinLienQuan clearfix", "related"),
        ("VCSortableInPreviewMode RelatedNewsBox", "related"),
        ("tbtinkhac", None),
        ("breadcrumbs", "breadcrumb"),
        ("social-share", "share"),
        ("sidebar-1", None),
        ("view-field field-name-body", None),
        ("tableforprint", None),
        ("content-detail", None),
        ("journal-content-article", None),
        ("ctl00_m_g_ad0d9251c_9e88_4cf4_8d75_b78c8f1dde00", None),
        ("MSOZoneCell_WebPartWPQ10 s4-wpcell-plain", None),
        ("navList", "menu"),
        ("TruyCapOnLine", "counter"),
        ("ms-rteFontSize-1", None),
        ("fontSize", "tool"),
    ],
)
def test_names(names, kind):
    assert kind_of_names(names) == kind


@pytest.mark.parametrize("text", ["1.1." * 25_000, "từ " * 30_000, "A.A." * 25_000, " " * 100_000 + "x", "- " * 50_000])
def test_hostile_text_is_read_in_linear_time(text):
    read_date(text)
    read_authors(text)
    kind_of_line(text)
    kind_of_names(text)
