"""The same position told twice becomes one row, the fuller."""

from __future__ import annotations

from functools import cache

from solieu.facts.words import cut
from solieu.gazetteer.table import rows
from solieu.records import Official

DEPUTIES = {"phó", "thứ", "trợ"}
STANDING = {"thường", "trực"}  # told of one deputy among several, or left out
RANK = {"current": 0, "incoming": 1, "acting": 2, "former": 3}  # of two tellings as full, the one that says more of the time
IGNORED = {"nguyên", "cựu", "tân", "quyền", "cố", "và", "này"}


@cache
def abbreviations() -> dict[str, list[str]]:
    """Read the short forms of words, each with the words in full."""
    return {form: full.split() for form, full in rows("abbreviations.tsv")}


def merged(tellings: list[Official]) -> tuple[Official, ...]:
    """Keep, of the rows of one person, those that no other row tells more fully."""
    people: dict[str, list[tuple[Official, frozenset[str]]]] = {}
    for row in tellings:
        words, kept = _words(row), people.setdefault(row.name.casefold(), [])
        same = next((k for k, (_, known) in enumerate(kept) if tells(words, known)), None)
        if same is None:
            kept.append((row, words))
        elif (len(words), RANK[row.status]) > (len(kept[same][1]), RANK[kept[same][0].status]):
            kept[same] = (row, words)
    return tuple(sorted((row for kept in people.values() for row, _ in kept), key=lambda row: (row.start, row.end)))


def _words(row: Official) -> frozenset[str]:
    """List the words of a row's position."""
    return position_words((*cut(row.title).low, *cut(row.organisation or "").low))


def position_words(words: tuple[str, ...]) -> frozenset[str]:
    """List the words of a position, abbreviations written out, those for former and acting holders left out."""
    found = [part for word in words for part in abbreviations().get(word, [word])]
    return frozenset(word for word in found if word not in IGNORED and word.isalnum())


def tells(words: frozenset[str], known: frozenset[str]) -> bool:
    """Say whether one of two positions holds all the words of the other, a deputy's not the chief's.

    >>> [tells(frozenset(a.split()), frozenset("thứ trưởng ngoại giao".split())) for a in ("thứ trưởng", "ngoại trưởng")]
    [True, False]
    """
    return (words - STANDING <= known or known - STANDING <= words) and words & DEPUTIES == known & DEPUTIES
