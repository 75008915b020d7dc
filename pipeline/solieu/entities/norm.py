"""One spelling for one thing: the fullest name that the article has for it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache

from solieu.entities.decode import ScoredName
from solieu.entities.spelling import folded
from solieu.entities.units import named
from solieu.gazetteer.table import rows

Key = tuple[str, str]  # label, and what all spellings of the name share

LEVEL_WORDS = ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "trung ương")
BRACKET = re.compile(r"\s?\(\s?")


def norms(text: str, found: Sequence[ScoredName], units: Sequence[str | None]) -> list[str]:
    """Give each found name the fullest spelling of the same thing in the article.

    Spellings are one name when they differ in tone marks, hyphens, case or a known abbreviation; a person's short
    form is the last full name that ends (a foreigner's: begins) with it; an organisation's is the only longer name
    that goes on with a place, or the one an abbreviation in brackets stands behind; places with the same code are one.
    """
    names = [text[start:end] for start, end, _, _ in found]
    keys = [_key(name, label, unit) for name, (_, _, label, _), unit in zip(names, found, units, strict=True)]
    people = _people([(at, name) for at, (label, name) in enumerate(keys) if label == "PER"])
    same = _in_brackets(text, keys, found) | _with_place(keys) | _with_type(names, keys)
    joined = [("PER", people[at]) if key[0] == "PER" else same.get(key, key) for at, key in enumerate(keys)]
    best = _spellings(names, joined)
    return [best[key] for key in joined]


def _key(name: str, label: str, unit: str | None) -> Key:
    if label == "PER":
        return label, folded(name)
    return (label, unit) if unit else (label, folded(expanded(name)))


def _spellings(names: Sequence[str], keys: Sequence[Key]) -> dict[Key, str]:
    """Choose for each key the fullest spelling: the longest written out, not in capitals, the commonest, the first."""
    written: dict[Key, Counter[str]] = defaultdict(Counter)
    for name, key in zip(names, keys, strict=True):
        written[key][name] += 1
    return {
        key: max(counts, key=lambda name: (len(folded(expanded(name))), not name.isupper(), len(name), counts[name]))
        for key, counts in written.items()
    }


def _people(names: Sequence[tuple[int, str]]) -> dict[int, str]:
    """Find whom each short form means: the last full name before it that ends with it, else the first after it.

    `names` are where each person is named and how, in order; so is the result, with the fullest form.
    """
    ending: dict[str, list[tuple[int, str]]] = defaultdict(list)  # by short form: the fuller ones, in order
    beginning: dict[str, list[tuple[int, str]]] = defaultdict(list)  # `ông Tập`, `ông Kim`: surnames that come first
    longest: dict[str, str] = {}
    for at, name in names:
        first, *rest = name.split(" ")
        if rest:
            beginning[first].append((at, name))
        for cut in range(len(rest)):
            short = " ".join(rest[cut:])
            ending[short].append((at, name))
            longest[short] = max(longest.get(short, ""), name, key=len)
    full: dict[int, str] = {}
    for at, name in names:
        longer = ending.get(name) or beginning.get(name)
        chosen = longer[max(0, bisect_left(longer, (at, "")) - 1)][1] if longer else name
        full[at] = longest.get(chosen, chosen)
    return full


def _in_brackets(text: str, keys: Sequence[Key], found: Sequence[ScoredName]) -> dict[Key, Key]:
    """Link `VEC` to the name it stands behind in brackets: `Tổng công ty Đầu tư … (VEC)`."""
    same: dict[Key, Key] = {}
    for at in range(1, len(found)):
        (_, before, left, _), (start, end, right, _) = found[at - 1], found[at]
        if left == right == "ORG" and BRACKET.fullmatch(text, before, start) and text.startswith(")", end):
            short, long = sorted((keys[at - 1], keys[at]), key=lambda key: len(key[1]))
            if " " not in short[1]:
                same.setdefault(short, long)
    return same


def _with_place(keys: Sequence[Key]) -> dict[Key, Key]:
    """Link `UBND tỉnh` to the only name of the article that goes on from there: `UBND tỉnh Tiền Giang`."""
    distinct = sorted({key for key in keys if key[0] == "ORG"})
    same: dict[Key, Key] = {}
    for key in distinct:
        start = bisect_left(distinct, ("ORG", key[1] + " "))  # names that go on from this one stand together
        longer = distinct[start : bisect_left(distinct, ("ORG", key[1] + "!"))]
        if len(longer) == 1 and (key[1].endswith(levels()) or longer[0][1][len(key[1]) + 1 :].startswith(levels())):
            same[key] = longer[0]
    return same


def _with_type(names: Sequence[str], keys: Sequence[Key]) -> dict[Key, Key]:
    """Link a place without its type word to the only place of that name with one: `Cà Ná` to `xã Cà Ná`."""
    by_name: dict[str, set[Key]] = defaultdict(set)
    for name, key in zip(names, keys, strict=True):
        place = named(expanded(name))
        if key[0] == "LOC" and place.kind:
            by_name[place.name].add(key)
    return {key: min(by_name[key[1]]) for key in keys if key[0] == "LOC" and len(by_name.get(key[1], ())) == 1}


@lru_cache(maxsize=20_000)
def expanded(name: str) -> str:
    """Write out the abbreviations of a name.

    >>> expanded("UBND TP.HCM"), expanded("Sở GD&ĐT")
    ('Ủy ban nhân dân thành phố Hồ Chí Minh', 'Sở Giáo dục và Đào tạo')
    """
    written = abbreviations()
    return " ".join(pattern().sub(lambda found: f" {written[found[1]]} ", name).split())


@cache
def abbreviations() -> dict[str, str]:
    """Map each abbreviation to what it stands for."""
    return dict(rows("name_abbreviations.tsv"))


@cache
def pattern() -> re.Pattern[str]:
    """Match an abbreviation that stands as a word, with the dot behind it."""
    longest_first = sorted(abbreviations(), key=len, reverse=True)
    return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, longest_first))})(?!\w)\.?")


@cache
def levels() -> tuple[str, ...]:
    """List the words for a level of administration, folded."""
    return tuple(folded(word) for word in LEVEL_WORDS)
