"""Tokens: every word stands where the text has it, and no character is touched."""

import lzma
import time
import unicodedata
from itertools import pairwise

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from shared import lines_of
from solieu.clean.canonical import canonical
from solieu.tokens import WordTokenizer, mark_sentences, sentences, words

TOKENIZE = WordTokenizer(spacy.blank("xx").vocab)
PIECES = st.sampled_from(
    ["hoà", "Hòa", "1.920MW", "TP.", "“", "”", "...", " ", "  ", "\n", "\u00a0", "A.", "Ð", "a\u0301", "12,5%", "ủy", "-", "?"]
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ông Hà nói. Bà Lê nghe.", ["Ông Hà nói.", "Bà Lê nghe."]),
        ("TP. Huế có 1.920MW. Tốt.", ["TP. Huế có 1.920MW.", "Tốt."]),
        ("PGS.TS. Lê Hòa dạy học.", ["PGS.TS. Lê Hòa dạy học."]),
        ("Bà N.T. H khai báo. Hết.", ["Bà N.T. H khai báo.", "Hết."]),
        ("Anh Tr. kể lại. Hết.", ["Anh Tr. kể lại.", "Hết."]),
        ("Ông hỏi: “Ai làm?”, rồi đi. Hết.", ["Ông hỏi: “Ai làm?”, rồi đi.", "Hết."]),
        ("Ông nói: “Tốt.” Bà nghe.", ["Ông nói: “Tốt.”", "Bà nghe."]),
        ("Xong đường nội bộ. Đã có 7 nhà máy. Ấp Bắc yên.", ["Xong đường nội bộ.", "Đã có 7 nhà máy.", "Ấp Bắc yên."]),
        ("Tiêu đề\n\nThân bài", ["Tiêu đề", "Thân bài"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_sentences(text, expected):
    assert [text[start:end] for start, end in sentences(text)] == expected


def test_words_keep_the_old_tone_mark_and_the_glued_unit():
    text = "Nhà máy 1.920MW ở xã hoà bình"
    assert [text[a:b] for a, b in words(text, 0, len(text))] == ["Nhà máy", "1.920MW", "ở", "xã", "hoà bình"]


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.lists(PIECES).map("".join), st.text(max_size=60)))
def test_the_text_comes_back_to_the_character(text):
    doc = mark_sentences(TOKENIZE(text))
    assert doc.text == text
    assert [doc.text[token.idx : token.idx + len(token)] for token in doc] == [token.text for token in doc]


@settings(max_examples=100, deadline=None)
@given(st.lists(PIECES, min_size=1).map("".join))
def test_sentences_are_in_order_and_leave_out_only_space(text):
    found = sentences(text)
    assert all(start < end for start, end in found)
    assert all(one[1] <= other[0] for one, other in pairwise(found))
    assert "".join("".join(text[start:end].split()) for start, end in found) == "".join(text.split())


def test_decomposed_text_keeps_its_offsets():
    text = unicodedata.normalize("NFD", "Uỷ ban xã Hoà Bình")
    assert TOKENIZE(text).text == text


@pytest.mark.parametrize("unit", ["A.", "a.", "1.", "((", "chữ "])
def test_hostile_runs_take_linear_time(unit):
    took = []
    for size in (4_000, 16_000):
        begin = time.perf_counter()
        assert TOKENIZE(unit * (size // len(unit))).text
        took.append(time.perf_counter() - begin)
    assert took[1] < 10 * took[0] + 0.5  # four times the text; quadratic would be sixteen


def test_two_thousand_real_articles_come_back(shared):
    with lzma.open(shared / "real" / "unlabelled.jsonl.xz", "rt", encoding="utf-8") as stream:
        for told in lines_of(stream, 2_000):
            text = canonical(f"{told['title']}\n\n{told['text']}")
            assert TOKENIZE(text).text == text
