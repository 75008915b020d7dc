"""Where the name of an organisation begins and ends: entities where there are any, or else its own words."""

from __future__ import annotations

from functools import cache

from solieu.facts.people.scene import ABBREVIATION, Scene
from solieu.facts.people.seats import fields, org_heads, places, provinces
from solieu.facts.people.titles import is_head
from solieu.facts.words import SYLLABLE, Phrases, Words, longest, phrases
from solieu.gazetteer.table import rows

LONGEST_NAME = 24  # words
CLOSING = set(',;:()[]"“”!?…')
DASHES = set("-–—")
NO_NAME = {"hđqt", "hđtv", "hđnd", "tp", "pgs", "ths", "ông"}
LONGEST_FIELD = 3  # words
LONGEST_SHORT_FORM = 9  # words in brackets after a name
DOUBLE_NAMES = {("thiên", "huế"), ("rịa", "vũng"), ("rang", "tháp")}  # Thừa Thiên - Huế
UNITS = {"xã", "phường", "huyện", "quận", "trấn", "tỉnh", "phố"}
LOOSE = {"các", "và"}
GLUE = {"/", "&"}  # HIV/AIDS
SMALL = {"đội", "tổ", "phòng", "khoa", "vụ", "trạm", "hạt"}


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
    return case == "any" and (after - i > 1 or _named(scene, after) or (direct and stopped(scene, after)))


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


def end_of(scene: Scene, i: int) -> int:
    """Find the word after the organisation that begins at word `i`."""
    end = scene.body.get(i, 0)
    if end <= i:
        end = _grown(scene, i)
    end = _placed(scene, _whole_words(scene, i, end))
    return _extended(scene, end, small=scene.words.low[i] in SMALL)


def _whole_words(scene: Scene, i: int, end: int) -> int:
    """Leave out the first half of a verb that the tagger took in: `Hội Nông dân xã truyền | đạt`."""
    words = scene.words
    if end - 1 <= i or words.capital(end - 1):
        return end
    found = longest(post_stops(), words, end - 1)
    cut = words.low[end - 1] in LOOSE or (found is not None and found[0] > end and found[1] == ("stop",))
    return end - 1 if cut else end


def _placed(scene: Scene, end: int) -> int:
    """Go on to the end of a place's name that the tagger cut: `Tỉnh ủy Sơn | La`, `HĐND phường | Đoàn Kết`."""
    words = scene.words
    place = longest(provinces(), words, end - 1)
    if place and place[0] == end + 1 and end + 1 in scene.person:
        return end + 1
    named = longest(places(), words, end) if words.low[end - 1] in UNITS and not words.breaks(end) else None
    return named[0] if named and end not in scene.person and words.capital(end) else end


def _grown(scene: Scene, i: int) -> int:
    """Go on from an organisation's first words as long as its name does."""
    words = scene.words
    end, case = longest(org_heads(), words, i) or (i + 1, ("any",))
    if case == ("place",):
        return end
    limit = min(len(words), i + LONGEST_NAME)
    while end < limit and not stopped(scene, end):
        if end in scene.body:
            return scene.body[end]
        if words.low[end] in DASHES and not joins(scene, end):
            break
        end = following(scene, end)
    return end


def joins(scene: Scene, i: int) -> bool:
    """Say whether a dash joins two parts of a name (`TN - MT`, `Thừa Thiên - Huế`) rather than parting two phrases.

    After `ông A -` the next dash parts, unless it is not the last.
    """
    words = scene.words
    if i + 1 >= len(words) or i + 1 in scene.person:
        return False
    if (words.touches(i) and words.touches(i + 1)) or between_fields(words, i):
        return True
    if not (words.capital(i - 1) and words.capital(i + 1)):
        return False
    opened = any(at in scene.ends and words.low[at] in DASHES for at in range(max(0, i - LONGEST_NAME), i))
    return not opened or _another(scene, i + 1)


def between_fields(words: Words, i: int) -> bool:
    """Say whether the mark at word `i` stands between two fields of work: `Tài chính - Kế hoạch`.

    >>> from solieu.facts.words import cut
    >>> between_fields(cut("phòng Tài chính - Kế hoạch"), 3), between_fields(cut("phòng Tài chính - chủ trì"), 3)
    (True, False)
    """
    if longest(fields(), words, i + 1) is None:
        return False
    found = (longest(fields(), words, at) for at in range(max(0, i - LONGEST_FIELD), i))
    return any(one is not None and one[0] == i for one in found)


def _another(scene: Scene, i: int) -> bool:
    """Say whether another dash comes before the phrase stops."""
    for at in range(i, min(i + LONGEST_NAME, len(scene.words))):
        if scene.words.low[at] in DASHES:
            return True
        if stopped(scene, at):
            return False
    return False


def _extended(scene: Scene, end: int, *, small: bool) -> int:
    """Go on over names that follow at once, and after a small unit over the body it belongs to (`Đội 6, Chi cục …`)."""
    words = scene.words
    while end < len(words) and end not in scene.stops and not words.breaks(end):
        after = end + 1
        if words.low[end] == "(":
            after = _closing(words, end)
        if end in scene.body or (words.low[end] in GLUE and words.touches(end) and words.touches(after)):
            end = scene.body.get(end, after + 1)
        elif words.low[end] == "," and small and _larger(scene, after):
            end = scene.body[after]
        elif words.low[end] in DASHES and words.low[end - 1 : end + 2 : 2] in DOUBLE_NAMES:
            end = following(scene, after)
        elif words.low[end] == "(" and _goes_on(scene, after):
            end = scene.body.get(after) or _grown(scene, after)
        else:
            break
    return end


def _closing(words: Words, i: int) -> int:
    """Give the word after the short form in the brackets that open at word `i`, or the same word where they are long."""
    for at in range(i, min(i + LONGEST_SHORT_FORM, len(words))):
        if words.low[at] == ")":
            return at + 1
    return i


def _goes_on(scene: Scene, i: int) -> bool:
    """Say whether the name of an organisation goes on after its short form in brackets."""
    words = scene.words
    if i >= len(words) or words.low[i] == "(" or words.breaks(i):
        return False
    head = longest(org_heads(), words, i)
    return words.low[i] == "số" or (head is not None and head[1][0] in ("level", "place"))


def _larger(scene: Scene, i: int) -> bool:
    """Say whether the name after a comma is that of the body to which the one before belongs."""
    head = longest(org_heads(), scene.words, i)
    return i in scene.body and head is not None and head[1][0] != "level"
