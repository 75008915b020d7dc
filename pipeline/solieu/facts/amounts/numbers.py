"""Vietnamese numbers, in digits, in words and mixed: where they stand in a text and what they are worth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from solieu.facts.amounts.digits import MORE_DIGITS, Hint, Style, parse_digits
from solieu.facts.cues import either, folded
from solieu.facts.words import VOWELS
from solieu.gazetteer.table import rows

# One letter per role of a word, so that a grammar of numbers is a regular expression over these letters.
CODES = {
    "zero": "z",
    "digit": "u",
    "later": "x",
    "half_more": "r",
    "half": "h",
    "ten": "m",
    "twenty": "H",
    "tens": "M",
    "dozen": "c",
    "link": "L",
    "point": "p",
    "minus": "n",
    "hundred": "t",
    "scale": "S",
    "over": "o",
}
WORDS = {word: (CODES[role], Decimal(value)) for word, role, value in rows("number_words.tsv")}

# Each begins with a set of characters, so that the engine passes over all others at once. A word stands behind a character
# that is no letter, which belongs to the match; most letters are told without the slower look behind.
NUMERAL = re.compile(rf"[^a-zđ{VOWELS}](?<![^\W\d_]){either(list(WORDS))}(?![^\W\d_])")
FIGURE = re.compile(rf"\d(?:(?<![\d/.,-]\d)\d?(?P<fraction>/)\d{{1,2}}(?![\d/])|(?<![\d.,]\d)(?<!\d/\d){MORE_DIGITS})")
GLUED = {"k", "tr"}  # 500k, 5tr: number words only right after a digit
HUNDREDTHS = ("trăm", "nghìn", "ngàn")  # "phần trăm" is a unit

ONES = "[ux]"
UNDER = rf"(?:m{ONES}?|uM{ONES}?|H{ONES}?|ux?)"
HUNDREDS = rf"(?:[uzD]?t(?:L{ONES}|{UNDER}|x)?)"
SPOKEN = rf"(?:(?:{HUNDREDS}|{UNDER})(?:p(?:z|{UNDER})+)?|zp(?:z|{UNDER})+)"
COEFFICIENT = rf"(?:DpD|D|F|uo(?:m|ux?|x)|h|[uD]?c|{SPOKEN})"
TAIL = rf"(?:r|L?(?:x|{SPOKEN})|D)"
GRAMMAR = re.compile(rf"n?(?:(?:{COEFFICIENT}S+)+{TAIL}?|S+{TAIL}?|{COEFFICIENT}r?)")
EACH = re.compile(
    r" (?:tháng|năm|ngày|đêm|giờ|buổi|tuần|quý|người|suất|vé|lượt|chuyến|phòng|bộ|đôi|cặp|hộ|con|cây|chiếc|căn|lô|nền|mét|m2"
    r"|ha|sào|công|kg|ký|tấn|tạ|lít|lượng|chỉ|ca|khóa|khoá|kỳ|lần|thùng|chai|hộp|bao)(?!\w)"
)
VAGUE = re.compile("n?[tcS]")  # "trăm triệu": a number only after a comparator
MULTIPLIERS = "StMcmH"
NAN = Decimal("NaN")
LONGEST = 16  # words of one number: bounds the time on a text of nothing but number words


@dataclass(slots=True)  # not frozen, which would make it thrice as slow to fill in
class Token:
    """One word of a number: its characters in the text, the letter of its role and its value."""

    start: int
    end: int
    code: str
    value: Decimal
    text: str


@dataclass(frozen=True, slots=True)
class Number:
    """What a number says: its value, whether another reading is possible, and whether it lacks a first digit."""

    value: Decimal
    ambiguous: bool = False
    vague: bool = False
    scaled: bool = False


@lru_cache(maxsize=64)
def runs(text: str) -> tuple[tuple[Token, ...], ...]:
    """Find the runs of number words, side by side or one space apart; a number is the end of a run.

    >>> [[token.text for token in run] for run in runs("Năm 2018 ba triệu rưỡi và 5,2tỉ")]
    [['Năm', '2018', 'ba', 'triệu', 'rưỡi'], ['5,2', 'tỉ']]
    """
    found: list[list[Token]] = []
    for token in _tokens(text):
        if found and _beside(text, found[-1][-1], token) and not _each(text, found[-1][-1], token):
            found[-1].append(token)
        else:
            found.append([token])
    return tuple(map(tuple, found))


def _beside(text: str, before: Token, token: Token) -> bool:
    gap = token.start - before.end
    return gap == 0 or (gap == 1 and text[before.end] == " ")


def _each(text: str, before: Token, token: Token) -> bool:
    """Tell the one of a price from a digit of the number: 4 triệu một tháng."""
    return before.code == "S" and token.text.lower() in {"1", "một"} and bool(EACH.match(text, token.end))


def number_at_end(run: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give the words of the longest number that ends where the run ends; empty where there is none."""
    run = run[-LONGEST:]
    return run[_first("".join([token.code for token in run])) :]


@lru_cache(maxsize=1 << 10)  # most are of one word or two
def _first(codes: str) -> int:
    """Number the first word of the longest number at the end of a run; the size of the run where none is."""
    return next((first for first in range(len(codes)) if GRAMMAR.fullmatch(codes, first)), len(codes))


def parse_number(text: str, style: Style | None = None, hint: Hint | None = None) -> Number | None:
    """Read a whole text as one number, None where it is none.

    >>> [int(parse_number(text).value) for text in ("3,5 triệu", "hai triệu rưỡi", "một tỉ tư", "1 tỷ 700 triệu")]
    [3500000, 2500000, 1400000000, 1700000000]
    """
    (tokens, *others) = runs(text) or ((),)
    if others or "".join(text.split()) != "".join("".join(token.text.split()) for token in tokens):
        return None
    if not GRAMMAR.fullmatch("".join(token.code for token in tokens)):
        return None
    return read_number(tokens, style, hint)


def read_number(tokens: tuple[Token, ...], style: Style | None = None, hint: Hint | None = None) -> Number | None:
    """Work out the value of the words of one number."""
    codes = "".join(token.code for token in tokens)
    scaled = "S" in codes
    values: list[Decimal] = []
    ambiguous = False
    for token in tokens:
        digits = (token.value, False)
        if token.code == "D":
            digits = parse_digits(token.text, style, "decimal" if scaled else hint) or (NAN, False)
        values.append(digits[0])
        ambiguous |= digits[1]
    value = _value(codes, values)
    return None if value.is_nan() else Number(value, ambiguous, bool(VAGUE.match(codes)), scaled)


def _tokens(text: str) -> Iterator[Token]:
    lower, last = folded(text), 0
    for start, end, code in _pieces(lower):
        if code and start != last and lower[start - 1 : start].isalpha():  # the 2 of 250m2
            continue
        piece = text[start:end]
        if code == "D":
            last = end
            yield Token(start, end, code, NAN, piece)
        elif code == "F":
            above, below = piece.split("/")
            yield Token(start, end, code, Decimal(above) / Decimal(int(below) or 1), piece)
        elif _counts(lower, start, end) and (start == last or lower[start:end] not in GLUED):
            last = end
            yield Token(start, end, *WORDS[lower[start:end]], piece)


def _pieces(lower: str) -> list[tuple[int, int, str]]:
    """List what may be a word of a number, in order; the letter tells digits and fractions, it is empty for words."""
    figures = [(*match.span(), "F" if match["fraction"] else "D") for match in FIGURE.finditer(lower)]
    return sorted([*figures, *((match.start(), match.end() - 1, "") for match in NUMERAL.finditer(f" {lower}"))])


def _counts(lower: str, start: int, end: int) -> bool:
    """Tell a number word from a part of a unit: phần trăm, đồng/năm."""
    word = lower[start:end]
    if word == "phần":
        return lower.startswith(" ", end) and not lower.startswith(HUNDREDTHS, end + 1)
    return not lower.endswith("/", 0, start) and not (word in HUNDREDTHS and lower.endswith("phần ", 0, start))


def _value(codes: str, values: list[Decimal]) -> Decimal:
    """Multiply by the largest scale what stands before it, and add what stands after it."""
    if len(codes) == 1:
        return values[0]
    if codes.startswith("n"):
        return -_value(codes[1:], values[1:])
    if "S" not in codes and (mark := re.search("[po]", codes)):
        left, right = _value(codes[: mark.start()], values[: mark.start()]), (codes[mark.end() :], values[mark.end() :])
        return left / _value(*right) if mark[0] == "o" else left + _decimals(*right)
    scales = [at for at, code in enumerate(codes) if code in MULTIPLIERS and ("S" not in codes or code == "S")]
    if not scales and codes.endswith("r"):
        return _value(codes[:-1], values[:-1]) + values[-1]  # hai rưỡi is 2.5
    if not scales:
        return Decimal("".join(str(value) for value in values) or 1)  # hai lăm is 25
    at = max(scales, key=lambda at: (values[at], at))
    return _value(codes[:at], values[:at]) * values[at] + _tail(codes[at + 1 :], values[at + 1 :], values[at])


def _tail(codes: str, values: list[Decimal], scale: Decimal) -> Decimal:
    """Read what follows a scale: half of it (rưỡi), a bare digit of the next lower power (một tỉ tư), or a number."""
    if not codes:
        return Decimal(0)
    if codes == "r":
        return scale / 2
    if codes in {"u", "x", "D"}:
        return values[0].scaleb(scale.adjusted() - len(str(values[0])))
    return _value(codes.lstrip("L"), values[len(codes) - len(codes.lstrip("L")) :])


def _decimals(codes: str, values: list[Decimal]) -> Decimal:
    """Read the words after `phẩy`: digits one by one, or a number under a hundred."""
    under_hundred = re.search("[mMH]", codes)
    spoken = str(int(_value(codes, values))) if under_hundred else "".join(str(value) for value in values)
    return Decimal(f"0.{spoken}")
