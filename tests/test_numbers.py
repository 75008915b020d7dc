"""Numbers: one line a form with its value; and any number written by a speller of its own reads back."""

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from solieu.facts.amounts.digits import parse_digits, style_of
from solieu.facts.amounts.numbers import parse_number, runs
from solieu.facts.amounts.units import PATTERNS, UNIT, kinds_at
from tagged import cases

ONES = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
SCALES = [(10**9, "tỉ"), (10**6, "triệu"), (10**3, "nghìn")]


@pytest.mark.parametrize(("form", "value"), cases("numbers.tsv"))
def test_forms(form, value):
    assert parse_number(form).value == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "người",
        "1.2.3",
        "20.5.2024",
        "1,2,3",
        "không",
        "mươi",
        "linh năm",
        "tư",
        "lăm triệu",
        "năm 2018",
        "ba mẹ",
        "phần trăm",
    ],
)
def test_what_is_no_number(text):
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("text", "style", "value"),
    [
        ("12,715", "en", "12715"),
        ("12,715", "vi", "12.715"),
        ("1.234", "en", "1.234"),
        ("1.234", "vi", "1234"),
        ("1.234", None, "1234"),
    ],
)
def test_the_article_settles_the_convention(text, style, value):
    assert parse_digits(text, style)[0] == Decimal(value)


def test_a_number_word_stands_where_no_letter_touches_it():
    found = runs("Ba “hai” _bốn 5tr 6triệu xbảy támx mốt²")
    assert [[token.text for token in run] for run in found] == [["Ba"], ["hai"], ["bốn", "5", "tr", "6", "triệu"]]


@pytest.mark.parametrize(("kind", "surface"), [one for one in UNIT if one[0] in PATTERNS])
def test_every_unit_is_known_by_its_first_word(kind, surface):
    assert kind in kinds_at(f"5 {surface}", 1)


def test_the_convention_of_an_article():
    assert style_of("Hôm nay 12,715 lượt, tổng cộng 17,275,259 lượt.") == "en"
    assert style_of("Diện tích 1.234,5 ha, tăng 4,5%.") == "vi"
    assert style_of("Năm 2019 có 12 xã.") is None


def test_only_a_comma_before_three_digits_is_ambiguous():
    assert parse_number("12,715").ambiguous
    assert not parse_number("12,715", "vi").ambiguous
    assert not parse_number("12,71").ambiguous
    assert not parse_number("17,275,259").ambiguous


def spell(number: int) -> str:
    """Say a whole number under 10^12 in words, as a schoolbook does; shares nothing with the code under test."""
    for scale, word in SCALES:
        if number >= scale:
            rest = number % scale
            return f"{spell(number // scale)} {word}" + (f" {padded(rest)}" if rest else "")
    return under_thousand(number)


def padded(rest: int) -> str:
    if rest < 100:
        return f"không trăm {tail(rest)}"
    return spell(rest)


def under_thousand(number: int) -> str:
    if number < 100:
        return tens(number)
    return f"{ONES[number // 100]} trăm" + (f" {tail(number % 100)}" if number % 100 else "")


def tail(number: int) -> str:
    return f"linh {ONES[number]}" if number < 10 else tens(number)


def tens(number: int) -> str:
    ten, one = divmod(number, 10)
    if ten == 0:
        return ONES[one]
    last = "" if one == 0 else "mốt" if one == 1 and ten > 1 else "lăm" if one == 5 else ONES[one]
    return f"{'mười' if ten == 1 else ONES[ten] + ' mươi'} {last}".strip()


@given(st.integers(1, 10**12 - 1))
def test_words_read_back(number):
    assert parse_number(spell(number)).value == number


@given(st.integers(1, 10**12 - 1))
def test_spelling_variants_read_back(number):
    said = spell(number).replace("nghìn", "ngàn").replace("tỉ", "tỷ").replace("linh", "lẻ").replace("bảy", "bẩy").upper()
    assert parse_number(said).value == number


@given(st.integers(0, 10**13), st.integers(0, 99))
def test_digits_read_back_in_either_convention(whole, hundredths):
    vietnamese = f"{whole:,}".replace(",", ".") + f",{hundredths:02}"
    english = f"{whole:,}.{hundredths:02}"
    value = Decimal(whole) + Decimal(hundredths) / 100
    assert parse_number(vietnamese).value == value
    assert parse_number(english).value == value


@given(st.integers(1, 9999), st.sampled_from([("nghìn", 10**3), ("triệu", 10**6), ("tỷ", 10**9)]), st.integers(0, 9))
def test_mixed_forms_read_back(count, scale, tenth):
    word, size = scale
    assert parse_number(f"{count},{tenth} {word}").value == (Decimal(count) + Decimal(tenth) / 10) * size
    assert parse_number(f"{count:,} {word}".replace(",", ".")).value == count * size


@given(st.text("0123456789.,/ -%mộthaibađồngtriệutỉphầnlẻrưỡi", max_size=60))
def test_any_text_is_read_or_refused(text):
    parse_number(text)
    for run in runs(text):
        for token in run:
            assert text[token.start : token.end] == token.text


@pytest.mark.parametrize("hostile", ["1.1.1.", "1 ", "111 ", "một ", "trăm ", "1/", "1,", "phần ", "9" * 50, "triệu ", "1. 000"])
def test_time_is_linear_in_a_hostile_text(hostile):
    def seconds(size: int) -> float:
        start = time.perf_counter()
        runs(hostile * (size // len(hostile)))
        return time.perf_counter() - start

    assert min(seconds(100_000) for _ in range(2)) < 3 * max(seconds(50_000), 0.02)
