"""Where the name of an organisation ends: the entity's end or that of its own words, and the names that follow at once."""

from __future__ import annotations

from solieu.facts.people.organisations import SMALL, following, post_stops, stopped
from solieu.facts.people.scene import Scene
from solieu.facts.people.seats import countries, country_ends, ends_place, fields, org_heads, places
from solieu.facts.words import DASHES, Words, longest

LONGEST_NAME = 24  # words
LONGEST_VERB = 2
LONGEST_PLACE = 4  # words
LONGEST_FIELD = 3  # words
LONGEST_SHORT_FORM = 9  # words in brackets after a name
DOUBLE_NAMES = {("thiên", "huế"), ("rịa", "vũng"), ("rang", "tháp")}  # Thừa Thiên - Huế
UNITS = {"xã", "phường", "huyện", "quận", "trấn", "tỉnh", "phố"}
CUTS = {";", "đã", "sẽ"}  # no name goes on over one
LOOSE = {"các", "và"}
PARTS = {("trung", "tâm"), ("chi", "cục")}  # of a larger body, too
GLUE = {"/", "&"}  # HIV/AIDS
RESCUE = {"CNCH"}  # PCCC và CNCH


def end_of(scene: Scene, i: int) -> int:
    """Find the word after the organisation that begins at word `i`."""
    end = scene.body.get(i, 0)
    head = longest(org_heads(), scene.words, i)
    if end <= i or (head is not None and head[0] > end):  # Bộ Chỉ | huy quân sự
        end = _grown(scene, i)
    end = _placed(scene, _whole_words(scene, i, end))
    low = scene.words.low
    return _extended(scene, end, small=low[i] in SMALL or low[i : i + 2] in PARTS)


def _whole_words(scene: Scene, i: int, end: int) -> int:
    """Leave out a verb that the tagger took in, or its first half: `Hội Nông dân xã truyền | đạt`, `Trung tâm | đã tiếp đoàn`."""
    words = scene.words
    end = next((at for at in range(i + 1, end) if words.low[at] in CUTS), end)
    for at in range(max(i + 1, end - LONGEST_VERB), end):
        found = None if words.capital(at) else longest(post_stops(), words, at)
        if found and found[0] > at + 1 and found[0] >= end and found[1] == ("stop",):
            return at
    return end - 1 if end - 1 > i and words.low[end - 1] in LOOSE else end


def _placed(scene: Scene, end: int) -> int:
    """Go on to the end of a place's name that the tagger cut: `Tỉnh ủy Sơn | La`, `HĐND phường | Đoàn Kết`."""
    words = scene.words
    if end + 1 in scene.person and ends_place(words, end):
        return end + 1
    for unit in range(end - 1, max(0, end - 1 - LONGEST_PLACE), -1):
        named = longest(places(), words, unit + 1) if words.low[unit] in UNITS else None
        if named and named[0] > end and words.capital(unit + 1) and not _parted(scene, unit + 1, named[0]):
            return named[0]
    return end


def _parted(scene: Scene, first: int, last: int) -> bool:
    """Say whether a line ends among words that make up a place's name elsewhere, or a person's name begins."""
    return any(scene.words.breaks(at) or at in scene.person for at in range(first, last))


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
        further = scene.body.get(end) or _joined(scene, end, small=small)
        if further <= end:
            break
        end = further
    return end


def _joined(scene: Scene, i: int, *, small: bool) -> int:
    """Give the end of the name's next part, which the word or mark at word `i` joins to it; the same word where none is."""
    words, after = scene.words, i + 1
    country = longest(countries(), words, i)
    if country and country[0] in scene.person:  # Quốc hội | Lào Pany Vong
        return country[0]
    mark = words.low[i]
    if mark in GLUE:
        return after + 1 if words.touches(i) and words.touches(after) else i
    if mark in DASHES:
        return _past_dash(scene, i)
    if mark == "(":
        return _past_short_form(scene, i)
    if mark == "và":
        return _field_end(scene, after) if between_fields(words, i) or _another_field(scene, after) else i
    larger = mark == "," and small and _larger(scene, after)
    located = mark == "ở" and after not in scene.organisations and not words.span(i - 1, i).isupper()  # UNICEF ở New York
    return scene.body.get(after, i) if larger or located else i


def _past_dash(scene: Scene, i: int) -> int:
    """Go on over the second half of a double name: `Cao đẳng Việt Nam - | Singapore`, `Thừa Thiên - | Huế`."""
    words, after = scene.words, i + 1
    country = longest(countries(), words, after) if country_ends(words, i) else None
    if country:
        return country[0]
    return following(scene, after) if words.low[i - 1 : i + 2 : 2] in DOUBLE_NAMES else i


def _field_end(scene: Scene, i: int) -> int:
    found = longest(fields(), scene.words, i)
    return scene.body.get(i) or (found[0] if found else i + 1)


def _another_field(scene: Scene, i: int) -> bool:
    """Say whether the second of two fields in one name begins at word `i`: `Sở Dân tộc và Tôn giáo`, `Đội PCCC và CNCH`."""
    words = scene.words
    if i >= len(words) or i in scene.person or words.breaks(i) or not words.capital(i) or longest(org_heads(), words, i):
        return False
    return longest(fields(), words, i) is not None or words.span(i, i + 1) in RESCUE


def _past_short_form(scene: Scene, i: int) -> int:
    """Go on where a name does after its short form in the brackets that open at word `i`: `Sở Y tế (SYT) | TP. Vinh`."""
    closed = next((at + 1 for at in range(i, min(i + LONGEST_SHORT_FORM, len(scene.words))) if scene.words.low[at] == ")"), i)
    if not _goes_on(scene, closed):
        return i
    return scene.body.get(closed) or _grown(scene, closed)


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
    return i in scene.organisations and head is not None and head[1][0] != "level"
