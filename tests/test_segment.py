"""Words and sentences are underthesea's own, to the letter."""

import lzma
import pickle
import shutil
import subprocess
import sys
import unicodedata
import warnings
from itertools import pairwise, product
from pathlib import Path

import numpy as np
import pytest
import underthesea
from hypothesis import given, settings
from hypothesis import strategies as st
from underthesea.pipeline.text_normalize.character_normalize import normalize_characters_in_text as normalize

from shared import lines_of
from solieu.clean.canonical import canonical
from solieu.segment import plain, segmenter, splitter
from solieu.segment.runs import MOST_TOKENS
from solieu.segment.tagger import best_path
from solieu.tokens import sentences

CUT = segmenter()
SPLIT = splitter()
INSTALLED = Path(underthesea.__file__).parent / "pipeline" / "word_tokenize" / "models" / "ws_crf_vlsp2013_20230727"

SENTENCES = [
    "Nhà máy điện gió công suất 1.920MW ở xã Hoà Bình đã phát điện thương mại.",
    "Theo ông Trần Văn Lĩnh, Giám đốc Sở Nông nghiệp và Môi trường, diện tích lúa đạt 45.300 ha, giảm 2,5%.",
    "UBND TP.HCM, Q.1, P.Bến Nghé; TP. Thủ Đức; PGS.TS. Lê Hòa; bà N.T.H (SN 1990) và anh Ng.V.A.",
    "BOS EOS True False BOS",
    "Th số Th Sơn Thus ThS. Hoa Th s",
    "43H-0530 lúc 10:20:50 ngày 02/05/2014 tại https://vi.example.org/a?b=(c) hay a.b@example.vn v.v...",
    "ð Ð ðồng Ðà Nẵng",
    "Gọi 2147483647, 2147483648, 84900000001 hoặc Tel 0905123456; Zalo 00000000012 và FB 3000000001.",
    "$$\x1b\x1b\x08{{0 và ☎☎☎☎☎☎ hay ♦ ♦ ♦ ♦ ♦",
    "Ông “H’Mông” nói: “Không!” rồi đi -- hết => xong :D",
    "a",
    "A.",
    "12",
    "...",
]
PIECES = """
nhà máy Nhà Máy xã hội Xã Hội học sinh Học Sinh bộ trưởng công an ủy ban nhân dân thành phố Hồ Chí Minh của và là có
không quốc hội 1 12 1.920MW 3x4 45,5% A. N.T. TP. Th s S Ths. BOS EOS ( ) , . ... ? ! : ; - – “ ” " ' @ / _ ð Ð à ß ǆ İ
² ٣ ① a.vn http://a.vn/x(y) 0905-123-4567 20.10.2024 1/2 H'Mông H&M v.v đ/c kg/ha <3 :)) => 2147483648
"""
SYLLABLES = st.sampled_from(PIECES.split())
SPACES = st.sampled_from([" ", " ", " ", "", "  ", "\u00a0", "\t", "\u2003"])
PAGES = st.lists(st.tuples(SYLLABLES, SPACES), max_size=40).map(lambda parts: "".join(a + b for a, b in parts))


def words_of(text, cut):
    return [text[start:end] for start, end in cut]


def same(text):
    """Assert that a text read as one sentence has the words that underthesea gives, and that they stand there."""
    expected = underthesea.word_tokenize(text, use_token_normalize=False)
    found = words_of(text, CUT(text, [(0, len(text))]))
    assert [normalize("".join(word.split())) for word in found] == ["".join(word.split()) for word in expected]


@pytest.mark.parametrize("text", SENTENCES)
def test_words_are_those_of_underthesea(text):
    same(text)


@settings(max_examples=200, deadline=None)
@given(PAGES)
def test_words_of_strange_pages(text):
    same(text)


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cn"], max_codepoint=0x1FFFF), max_size=40))  # Cn: no Python knows all
def test_words_of_any_string(text):
    cut = CUT(text, [(0, len(text))])
    assert "".join("".join(words_of(text, cut)).split()) == "".join(text.split())
    if unicodedata.is_normalized("NFC", text):
        same(text)


@settings(max_examples=200, deadline=None)
@given(st.lists(PAGES, min_size=1, max_size=4))
def test_each_sentence_is_cut_as_if_alone(parts):
    text, found, at = "".join(parts), [], 0
    for part in parts:
        found.append((at, at + len(part)))
        at += len(part)
    assert CUT(text, found) == [word for sentence in found for word in CUT(text, [sentence])]


@settings(max_examples=300, deadline=None)
@given(PAGES)
def test_sentences_are_those_of_underthesea(text):
    assert list(SPLIT(text, 0, len(text))) == list(plain.split(text, 0, len(text)))


def test_sentences_and_words_of_real_articles(shared):
    with lzma.open(shared / "real" / "unlabelled.jsonl.xz", "rt", encoding="utf-8") as stream:
        for told in lines_of(stream, 200):
            text = canonical(f"{told['title']}\n\n{told['text']}")
            assert list(SPLIT(text, 0, len(text))) == list(plain.split(text, 0, len(text)))
            found = sentences(text)
            assert CUT(text, found) == plain.words(text, found)


def test_memory_is_bounded():
    for start in range(0, MOST_TOKENS + 20_000, 10_000):
        text = " ".join(f"x{number}" for number in range(start, start + 10_000))
        assert len(CUT(text, [(at, min(at + 5_000, len(text))) for at in range(0, len(text), 5_000)])) >= 10_000
    known = CUT.__self__.runs
    assert known.used <= MOST_TOKENS
    assert len(known.numbers) <= MOST_TOKENS


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("models.bin", b""),
        ("models.bin", b"lCRF" + bytes(96)),
        ("features.bin", pickle.dumps(["T[-3,0].lower"])),
        ("features.bin", pickle.dumps({"T[0]": 1})),
        ("features.bin", pickle.dumps(["T[0].isallcap"])),
        ("dictionary.bin", b"\x80\x04nothing"),
    ],
)
def test_an_unknown_model_is_left_to_underthesea(tmp_path, name, content):
    shutil.copytree(INSTALLED, tmp_path, dirs_exist_ok=True)
    (tmp_path / name).write_bytes(content)
    with pytest.warns(UserWarning, match="words are cut by underthesea itself") as told:
        cut = segmenter(tmp_path)
    assert len(told) == 1
    assert cut is plain.words
    assert words_of("Nhà máy ở Hoà Bình", cut("Nhà máy ở Hoà Bình", [(0, 18)])) == ["Nhà máy", "ở", "Hoà Bình"]


GAINS = st.lists(st.floats(-4, 4), min_size=1, max_size=6)


def likeliest(gains, moves):
    """Find the best labels of a sentence by trying all."""

    def score(labels):
        return np.dot(gains, labels) + sum(moves[pair] for pair in pairwise(labels))

    return max(product((0, 1), repeat=len(gains)), key=score)


@given(st.lists(GAINS, min_size=1, max_size=4), st.lists(st.floats(-3, 3), min_size=4, max_size=4))
@settings(max_examples=400, deadline=None)
def test_the_best_path_is_the_best_of_all(sentences, moves):
    moves = np.reshape(moves, (2, 2))
    firsts = np.cumsum([0, *map(len, sentences)])
    found = best_path(np.concatenate(sentences), firsts, moves)
    for sentence, first in zip(sentences, firsts.tolist(), strict=False):
        told = None if found is None else found[first + 1 : first + len(sentence)].tolist()
        assert told in (None, [bool(label) for label in likeliest(sentence, moves)[1:]])


def test_two_paths_as_good_are_told_of():
    firsts, even = np.array([0, 2]), np.zeros((2, 2))
    assert best_path(np.array([1.0, 0.0]), firsts, even) is None
    assert best_path(np.array([1.0, 1e-6]), firsts, even)[1]


def test_a_missing_model_is_left_to_underthesea(tmp_path):
    with pytest.warns(UserWarning, match=r"models\.bin"):
        assert segmenter(tmp_path) is plain.words


def test_a_changed_splitter_is_left_to_underthesea():
    with pytest.warns(UserWarning, match="sentences are split by underthesea itself"):
        assert splitter(known="another") is plain.split


def test_the_installed_underthesea_is_known():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert segmenter() is not plain.words
        assert splitter() is not plain.split


ALONE = """
import sys
from solieu.segment import segmenter, splitter
segmenter(), splitter()
assert not [name for name in sys.modules if "underthesea" in name]
import underthesea
assert underthesea.word_tokenize("học sinh nói") == ["học sinh", "nói"] and underthesea.ner
with_all = segmenter()
assert with_all("học sinh nói", [(0, 12)]) == [(0, 8), (9, 12)] and sys.modules["underthesea"] is underthesea
"""


def test_the_rest_of_underthesea_is_not_loaded_and_can_be():
    subprocess.run([sys.executable, "-W", "error", "-c", ALONE], check=True)


@pytest.mark.parametrize("unit", ["A.", "a.", "1.", "((", "Th s", "Th", "chữ "])
def test_hostile_text_of_one_sentence(unit):
    text = unit * (100_000 // len(unit))
    assert CUT(text, [(at, min(at + 5_000, len(text))) for at in range(0, len(text), 5_000)])
    assert list(SPLIT(text, 0, len(text)))
