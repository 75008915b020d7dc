"""Officials: one line a case, rows `name | title | organisation | status | place`, parted by `;` (none: nothing found)."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solieu.facts import facts_in
from solieu.facts.officials import OFFICIAL
from solieu.facts.statements import STATEMENT
from solieu.records import Entity, Reading
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


HOSTILE = ["chủ tịch ", "phó ", "A - ", "(", "tuổi, ", "TP. ", "kiêm ", "Sở "]
NAMED = [
    "[[PER:Lê Hà]] gặp [[PER:Hà]]. ",
    "Tổng thống [[LOC:Pháp]] nói tổng thống [[PER:Lê An]]. ",
    "[[PER:Lê An]] nói: “a”. Ông nói: “b”. ",
    "[[PER:Lê An]], chủ tịch [[ORG:UBND xã]], và ",
    "[[PER:Lê An]] nói: “Chúng tôi đã đắp xong đê.” “Còn cống thì chưa xong.” ",
    "“Chúng tôi đã đắp xong đê”, [[PER:Lê An]] nói. ",
    '“ [[PER:Lê An]] nói "Chúng tôi đã đắp xong đê" ” ',
    "[[PER:Lê An]] nói đê mới đắp đã tốn “nhiều lắm” 5 tỷ đồng. ",
]


@pytest.mark.parametrize("hostile", [*HOSTILE, *NAMED])
def test_time_is_linear_in_a_hostile_text(hostile):
    def seconds(size):
        here = reading(hostile * (size // len(hostile)))
        start = time.process_time()
        facts_in(here)
        return time.process_time() - start

    assert min(seconds(100_000) for _ in range(2)) < 8 * max(seconds(25_000), 0.02)


PIECES = """chủ tịch|phó|nguyên|trưởng|Ban|phòng|Sở|UBND|huyện|tỉnh|TP.|Hà Nội|Công ty|HĐQT|kiêm|và|là|,|-|–|(|)|.|:|;|/|&|“|”|"|
ông|bà|các ông|TS.|Nguyễn Văn|Lê|An|A.|cho biết|nói|theo|của|tại|đại sứ|thành viên|đội trưởng|Trưởng đoàn|bộ trưởng|giữ chức|
được bầu làm|nguyên là|này|số|35 tuổi"""
WORDS = st.sampled_from(PIECES.split("|"))
TAGS = st.lists(st.tuples(st.integers(0, 200), st.integers(1, 25), st.sampled_from(["PER", "ORG", "LOC"])), max_size=8)


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=40), st.sampled_from([" ", ""]), TAGS, st.lists(st.integers(1, 200), max_size=5))
def test_any_text_with_any_names_is_read(pieces, space, tags, cuts):
    text = space.join(pieces)
    spans, last = [], 0
    for at, length, label in sorted(tags):
        start, end = max(at, last), min(at + length, len(text))
        if start < end:
            spans.append(Entity(start, end, text[start:end], label, text[start:end]))
            last = end
    ends = sorted({0, len(text), *(cut for cut in cuts if cut < len(text))})
    here = Reading(text, tuple(pairwise(ends)), tuple(spans))
    for kind in (OFFICIAL, STATEMENT):
        for span in kind.find(here):
            row = kind.normalize(here, span)
            assert (row.start, row.end) == (span.start, span.end)
            assert 0 <= row.start < row.end <= len(text)
