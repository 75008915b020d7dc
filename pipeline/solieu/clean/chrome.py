"""What is no article: the words of elements and the whole lines by which chrome is known, each with its kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from solieu.clean.dates import is_stamp

MAX_LINE = 420  # characters: no line of chrome is longer, and every pattern stays cheap

COUNT = r" ?:? ?[\d., ]*(?:người|lượt|views?|lần)?"
WEEKDAY = r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ nhật|cn|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"

# Elements that are chrome by what HTML says they are for.
TAGS = {
    "nav": "menu",
    "footer": "footer",
    "aside": "related",
    "button": "tool",
    "dialog": "tool",
    "form": "tool",
    "video": "tool",
    "audio": "tool",
}
HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
# SharePoint's own ids, and its classes of text set by hand (`ms-rteFontSize-1`): their letters are no words.
CODE = re.compile(r"[0-9a-fA-F]{8}[-_][0-9a-fA-F_-]{20,40}|(?<!\S)ms-rte\S*")
WORD = re.compile(r"[a-z]+(?=\d{0,3}(?![0-9a-z]))")
MAX_WORDS = 4
KNOWN_LINES = 4_000  # remembered with their kinds: a site's chrome comes again, an article's lines do not
PART = re.compile(r" [-–|•·] ")


@dataclass(frozen=True, slots=True)
class Line:
    """A pattern of whole lines that are chrome; `strong` ones hold even in a text without any markup."""

    kind: str
    strong: bool
    pattern: str


def rows(name: str) -> list[list[str]]:
    """Read a table of this folder, without its header and comments."""
    text = files("solieu.clean").joinpath(name).read_text("utf-8")
    return [row.split("\t") for row in text.splitlines()[1:] if row and not row.startswith("# ")]


def load_lines() -> tuple[Line, ...]:
    """Read the patterns of lines."""
    return tuple(
        Line(kind, strength == "strong", pattern.replace("{count}", COUNT).replace("{weekday}", WEEKDAY))
        for kind, strength, pattern in rows("lines.tsv")
    )


def load_names() -> tuple[dict[str, str], dict[str, str]]:
    """Read the words of names: those to be met whole, and the beginnings; each with its kind."""
    listed = [(word, kind) for kind, words in rows("names.tsv") for word in words.split()]
    whole = {word: kind for word, kind in listed if not word.endswith("*")}
    return whole, {word[:-1]: kind for word, kind in listed if word.endswith("*")}


LINES = load_lines()
ANY = re.compile("|".join(f"(?:{row.pattern})" for row in LINES))  # one pass for the many lines that are no chrome
WHOLE, BEGINNINGS = load_names()
BEGINS = tuple(BEGINNINGS)


def kind_of_line(text: str) -> str | None:
    """Name the kind of chrome a canonical line is, by its words alone.

    >>> kind_of_line("Lượt xem: 1.024"), kind_of_line("TIN ĐÃ ĐƯA"), kind_of_line("Lượng mưa đạt 1.024 mm.")
    ('counter', 'related', None)
    """
    return kind_of_short_line(text) if len(text) <= MAX_LINE else None


@lru_cache(maxsize=KNOWN_LINES)
def kind_of_short_line(text: str) -> str | None:
    """Do so for a line short enough to be remembered: a memo of paragraphs would have no bound."""
    return matched(text, strong_only=False) or ("clock" if is_stamp(text) else None) or kind_of_parts(text)


def kind_of_parts(text: str) -> str | None:
    """Name the kind of a line whose every part between dashes or bars is chrome by itself: counters and buttons in a row."""
    parts = PART.split(text)
    kinds = (
        [matched(part, strong_only=False) or ("clock" if is_stamp(part) else None) for part in parts] if len(parts) > 1 else []
    )
    return kinds[0] if kinds and all(kinds) else None


def kind_of_strong_line(text: str) -> str | None:
    """Name the kind of chrome a line is where nothing but chrome looks so.

    >>> kind_of_strong_line("Total visited in month: 191,194"), kind_of_strong_line("Ảnh")
    ('counter', None)
    """
    return strong_kind_of_short_line(text) if len(text) <= MAX_LINE else None


@lru_cache(maxsize=KNOWN_LINES)
def strong_kind_of_short_line(text: str) -> str | None:
    """Do so for a line short enough to be remembered."""
    return matched(text, strong_only=True)


def matched(text: str, *, strong_only: bool) -> str | None:
    """Name the kind of the first pattern that fits the whole line."""
    low = text.lower()
    if not ANY.fullmatch(low):
        return None
    return next((row.kind for row in LINES if (row.strong or not strong_only) and _compiled(row.pattern).fullmatch(low)), None)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern the first time a line needs it: most runs meet few of them."""
    return re.compile(pattern)


@lru_cache(maxsize=20_000)
def kind_of_names(names: str) -> str | None:
    """Name the kind of chrome an element's class and id speak of.

    >>> kind_of_names("TinLienQuan col-md-4"), kind_of_names("sidebar-1"), kind_of_names("tableforprint")
    ('related', None, None)
    """
    for name in CODE.sub("", names).split():
        words = WORD.findall(HUMP.sub("-", name).lower())
        for size in range(1, min(MAX_WORDS, len(words)) + 1):
            for at in range(len(words) - size + 1):
                if kind := kind_of_word("".join(words[at : at + size])):
                    return kind
    return None


def kind_of_word(word: str) -> str | None:
    """Name the kind of chrome that one word, or a few joined, speak of."""
    if found := WHOLE.get(word):
        return found
    if not word.startswith(BEGINS):
        return None
    return next(kind for start, kind in BEGINNINGS.items() if word.startswith(start))
