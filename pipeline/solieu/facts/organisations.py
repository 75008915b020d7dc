"""Where the name of an organisation begins and ends: entities where there are any, or else its own words."""

from __future__ import annotations

from functools import cache

from solieu.facts.scene import ABBREVIATION, Scene
from solieu.facts.words import Phrases, Words, longest, phrases
from solieu.gazetteer.table import rows

LONGEST_NAME = 24  # words
CLOSING = set(',;:()[]"“”!?…')
DASHES = set("-–—")


@cache
def org_heads() -> Phrases:
    """Read the words organisations begin with."""
    return phrases(rows("org_heads.tsv"))


@cache
def post_stops() -> Phrases:
    """Read the words a position ends at."""
    return phrases(rows("post_stops.tsv"))


def stopped(scene: Scene, i: int) -> bool:
    """Say whether a position cannot go on with word `i`: a sentence begins, a person, a verb, a closing mark."""
    words = scene.words
    if i >= len(words) or i in scene.stops or i in scene.person or words.breaks(i):
        return True
    if words.low[i] in CLOSING or (words.low[i] == "." and not _inside(words, i)):
        return True
    found = longest(post_stops(), words, i)
    return found is not None and found[1] == ("stop",) and not words.capital(i)


def _inside(words: Words, i: int) -> bool:
    """Say whether a full stop belongs to an abbreviation (`TP. HCM`, `P.CT`, `H.Đức Huệ`)."""
    if i + 1 >= len(words) or words.breaks(i + 1):
        return False
    short = words.end[i - 1] - words.start[i - 1] <= ABBREVIATION
    return short and (words.capital(i + 1) or words.low[i + 1].isdigit())


def begins(scene: Scene, i: int) -> bool:
    """Say whether an organisation, or a place that has officials, begins at word `i`."""
    if i in scene.body:
        return True
    words = scene.words
    head = longest(org_heads(), words, i)
    if head is None or i in scene.person:
        return False
    case = head[1][0]
    return case == "any" or (case == "cap" and words.capital(i)) or (case == "level" and _level(scene, head[0]))


def _level(scene: Scene, after: int) -> bool:
    """Say whether a unit of administration is named or left bare at the end of the phrase (`nguyên kế toán xã`)."""
    words = scene.words
    return stopped(scene, after) or words.capital(after) or words.low[after].isdigit() or words.low[after] == "."


def end_of(scene: Scene, i: int) -> int:
    """Find the word after the organisation that begins at word `i`."""
    end = scene.body.get(i, 0)
    if end <= i:
        end = _grown(scene, i)
    return _extended(scene, end)


def _grown(scene: Scene, i: int) -> int:
    """Go on from an organisation's first words as long as its name does."""
    words = scene.words
    head = longest(org_heads(), words, i)
    end = head[0] if head else i + 1
    limit = min(len(words), i + LONGEST_NAME)
    while end < limit and not stopped(scene, end):
        if end in scene.body:
            return scene.body[end]
        if words.low[end] in DASHES and not joins(scene, end):
            break
        end += 1
    return end


def joins(scene: Scene, i: int) -> bool:
    """Say whether a dash joins two parts of a name (`TN - MT`, `Thừa Thiên - Huế`) rather than parting two phrases."""
    words = scene.words
    if i + 1 >= len(words) or i + 1 in scene.person:
        return False
    if words.touches(i) and words.touches(i + 1):
        return True
    return words.capital(i - 1) and words.capital(i + 1)


def _extended(scene: Scene, end: int) -> int:
    """Go on over names that follow at once, and over a larger place after a comma."""
    words = scene.words
    while end < len(words) and end not in scene.stops and not words.breaks(end):
        if end in scene.body:
            end = scene.body[end]
        elif words.low[end] == "," and _larger(scene, end + 1):
            end = scene.body[end + 1]
        else:
            break
    return end


def _larger(scene: Scene, i: int) -> bool:
    """Say whether the name after a comma completes the one before it: a unit of administration, a body above it."""
    head = longest(org_heads(), scene.words, i)
    return i in scene.body and head is not None
