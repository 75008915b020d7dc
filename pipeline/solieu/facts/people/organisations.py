"""Where the name of an organisation begins: an entity, or else a word of its own; and where a position must end."""

from __future__ import annotations

from functools import cache

from solieu.facts.people.scene import ABBREVIATION, Scene
from solieu.facts.people.seats import fields, org_heads
from solieu.facts.people.titles import is_head
from solieu.facts.words import SYLLABLE, Phrases, Words, longest, phrases
from solieu.gazetteer.table import rows

CLOSING = set(',;:()[]"“”!?…')
NO_NAME = {"hđqt", "hđtv", "hđnd", "tp", "pgs", "ths", "ông"}
SMALL = {"đội", "tổ", "phòng", "khoa", "vụ", "cục", "trạm", "hạt", "viện", "ban"}  # parts of a larger body


@cache
def post_stops() -> Phrases:
    """Read the words a position ends at."""
    return phrases([*rows("post_stops.tsv"), *([verb, "stop"] for verb, _ in rows("cue_verbs.tsv"))])


def stopped(scene: Scene, i: int) -> bool:
    """Say whether a position cannot go on with word `i`: a sentence begins, a person, a verb, a closing mark."""
    words = scene.words
    if i >= len(words) or i in scene.stops or i in scene.person or words.breaks(i):
        return True
    if words.low[i] in CLOSING or (words.low[i] == "." and not _inside(words, i)):
        return True
    if words.low[i] == "và" and (_of_people(scene, i + 1) or is_head(words, i + 1)):
        return True
    found = longest(post_stops(), words, i)
    return found is not None and found[1] == ("stop",) and not words.capital(i)


def _of_people(scene: Scene, i: int) -> bool:
    """Say whether a person comes next, an honorific before the name or not."""
    return i in scene.person or i + 1 in scene.person


def following(scene: Scene, i: int) -> int:
    """Give the word after word `i`, or after the whole phrase where its parts must not be read alone (`thiết bị`)."""
    found = longest(post_stops(), scene.words, i)
    return found[0] if found and found[1] == ("go",) else i + 1


def _inside(words: Words, i: int) -> bool:
    """Say whether a full stop belongs to an abbreviation (`TP. HCM`, `P.CT`, `H.Đức Huệ`)."""
    if i + 1 >= len(words) or words.breaks(i + 1):
        return False
    short = words.end[i - 1] - words.start[i - 1] <= ABBREVIATION
    return short and (words.capital(i + 1) or words.low[i + 1].isdigit())


def begins(scene: Scene, i: int, *, direct: bool) -> bool:
    """Say whether an organisation, or a place that has officials, begins at word `i`.

    `direct` is whether the word of the post stands just before it: there a bare `sở`, `xã`, `Cảnh sát` will do.
    """
    if i in scene.body:
        return True
    if i >= len(scene.words) or i in scene.person:
        return False
    head = longest(org_heads(), scene.words, i)
    if head is None:
        return direct and (proper(scene.words, i) or _some(scene.words, i))
    return _heads(scene, i, *head, direct=direct)


def _heads(scene: Scene, i: int, after: int, cells: tuple[str, ...], *, direct: bool) -> bool:
    """Say whether a word that may begin an organisation's name does so here."""
    words, case = scene.words, cells[0]
    if case == "level":
        return stopped(scene, after) or _named(scene, after) or words.low[after] == "."
    if words.capital(i):
        return direct or case != "unit"
    if case in ("cap", "unit"):
        return direct and _named(scene, after)
    if case != "any":
        return False
    told = words.low[i] not in SMALL and longest(fields(), words, after) is not None  # giám đốc sở tư pháp
    return after - i > 1 or _named(scene, after) or (direct and (told or stopped(scene, after)))


def _some(words: Words, i: int) -> bool:
    """Say whether an organisation is left unnamed: `một công ty vàng`."""
    head = longest(org_heads(), words, i + 1) if words.low[i] == "một" else None
    return head is not None and head[1][0] == "any"


def proper(words: Words, i: int) -> bool:
    """Say whether a word by itself names an organisation: an abbreviation (BSR, C72), a word that is not Vietnamese.

    >>> from solieu.facts.words import cut
    >>> [proper(cut(word), 0) for word in ("BSR", "C72", "Sawaco", "Kinh")]
    [True, True, True, False]
    """
    word = words.text[words.start[i] : words.end[i]]
    if not word[0].isupper() or len(word) < ABBREVIATION or words.low[i] in NO_NAME:
        return False
    return (len(word) > ABBREVIATION and word.isupper()) or SYLLABLE.fullmatch(words.low[i]) is None


def _named(scene: Scene, after: int) -> bool:
    """Say whether a name or a number follows the words an organisation begins with."""
    words = scene.words
    if after >= len(words) or after in scene.person or words.breaks(after):
        return False
    return words.capital(after) or words.low[after].isdigit() or words.low[after] == "này"
