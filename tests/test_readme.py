"""The README's example is what comes out."""

import re

import pandas as pd
import pytest

import solieu
from shared import ROOT

PAGE = ROOT / "corpus" / "raw" / "hiepthanh.example.gov.vn" / "hiepthanh-cum-cong-nghiep-tan-tien.html"
READMES = ("README.md", "README.vi.md")
SHOWN = ("text", "kind", "low", "unit", "comparator", "change", "modality", "subject", "as_of", "speaker", "sentence")


@pytest.mark.parametrize("name", READMES)
def test_the_row_shown_is_a_row_of_the_sample_dataset(name):
    readme = (ROOT / name).read_text(encoding="utf-8")
    block = re.search(r"<!-- row:.*?-->(.*?)<!-- end of row -->", readme, re.DOTALL)[1]
    shown = dict(re.findall(r"^\| `(\w+)` \| (.*?) \|$", block, re.MULTILINE))
    assert tuple(shown) == SHOWN
    found = solieu.extract(html=PAGE.read_bytes()).quantities.astype(object)
    row = found[found["text"] == shown["text"]].iloc[0]
    assert shown == {name: "" if pd.isna(row[name]) else f"{row[name]:g}" if name == "low" else row[name] for name in SHOWN}


@pytest.mark.parametrize(("name", "section"), [("README.md", "## Where things are"), ("README.vi.md", "## Sửa ở đâu")])
def test_what_the_readme_points_to_is_there(name, section):
    readme = (ROOT / name).read_text(encoding="utf-8")
    named = re.findall(r"`([\w.]+/[\w./]*)`", readme.partition(section)[2])
    assert len(named) > 5
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_both_readmes_start_with_the_two_commands():
    for name in READMES:
        text = (ROOT / name).read_text(encoding="utf-8")
        assert text.index("make dataset") < text.index("make test") < text.index("## ")
