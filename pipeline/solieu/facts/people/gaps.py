"""What may stand between a position and its holder: brackets, ages, years of office, where somebody lives."""

from __future__ import annotations

from functools import cache

from solieu.facts.people.names import over_honorifics
from solieu.facts.people.people import Person
from solieu.facts.people.roles import REMARK, opening
from solieu.facts.people.scene import Scene
from solieu.facts.words import DASHES, Phrases, Words, cut, longest, phrases

PARTING = frozenset([",", "(", ")", *DASHES])
REMARKS = frozenset(cut("tuổi sn sinh năm một nay hiện là đang nguyên cựu trước đây từng vốn").low)
RANKS = frozenset(cut("đại thượng trung thiếu tá úy tướng ts gs tiến sĩ thạc").low)
TIMES = ("lúc đó", "khi đó", "lúc này", "lúc bấy giờ", "hiện", "hiện nay", "hiện tại", "đương nhiệm", "trước đó")
ADDED = ("tiền nhiệm", "mãn nhiệm", "sắp mãn nhiệm", "vừa mãn nhiệm", "quá cố", "đắc cử", "bị phế truất")
SINCE = ("là", *(f"{time} là" for time in TIMES), *TIMES, *ADDED)
FOR = ("đối với", "cho", "với", "của")
GIVEN = {"chức", "vụ", "danh", "sung", "nhiệm", "trí", "trò"}  # miễn nhiệm chức vụ chủ tịch … đối với ông A
TERM = (("nhiệm", "kỳ"), ("khóa",))
ROMAN = set("ivxl")
LIVES = {"trú", "ngụ", "quê"}
OF_PLACES = frozenset(cut("tại ở xã phường huyện quận tỉnh thành phố thị trấn thôn ấp tổ khu dân số đường tp xóm khóm . /").low)
LONGEST_RESIDENCE = 30  # words


def over_gap(here: Scene, i: int, end: int) -> int:
    """Go on over what may stand between the position from word `i` up to `end` and its holder: `(IAEA)`, `lúc đó là`."""
    words = here.words
    end = over_term(words, end)
    if end < len(words) and words.low[end] == "(":
        closed = closing(here, end)
        at = closed + (words.low[closed : closed + 1] == (",",))
        return at if over_honorifics(words, at) in here.person else end
    if end >= len(words) or words.low[end] in {",", ":", *DASHES} or (words.low[end] == "gồm" and plural(here, i)):
        return end + 1
    found = longest(_between(), words, end)
    given = i > 0 and words.low[i - 1] in GIVEN
    return found[0] if found and (given or found[1] != ("given",)) else end


@cache
def _between() -> Phrases:
    """List the words between a position and its holder; some only where the position is given or taken (see `GIVEN`)."""
    return phrases([*([form, ""] for form in SINCE), *([form, "given"] for form in FOR)])


def over_term(words: Words, i: int) -> int:
    """Go on over the years or the number of the term for which a position is held: `chủ tịch | nhiệm kỳ 2016 - 2021`, `khóa XIV`.

    >>> over_term(cut("nhiệm kỳ 2016-2021, ông Hà"), 0), over_term(cut("nhiệm kỳ mới"), 0), over_term(cut("khoá XIV Lê Hà"), 0)
    (5, 0, 2)
    """
    start = at = next((i + len(form) for form in TERM if words.low[i : i + len(form)] == form), i)
    while i < at < len(words) and (words.low[at].isdigit() or words.low[at] in DASHES or _roman(words, at)):
        at += 1
    return at if at > start else i


def _roman(words: Words, i: int) -> bool:
    return words.span(i, i + 1).isupper() and set(words.low[i]) <= ROMAN


def plural(here: Scene, i: int) -> bool:
    """Say whether the word before word `i` makes it several (`các ông`, `hai bộ trưởng`)."""
    return 0 < i <= len(here.words) and here.words.low[i - 1] in {"các", "những", "hai", "ba", "bốn"}


def closing(here: Scene, i: int) -> int:
    """Give the word after the bracket that opens at word `i`."""
    for at in range(i, min(i + REMARK, len(here.words))):
        if here.words.low[at] == ")":
            return at + 1
    return i


def named_before(here: Scene, i: int, end: int) -> Person | None:
    """Find the person named before word `i`, a separator and remarks (age, rank, nickname) between."""
    words, at = here.words, _before_residence(here, i) - 1
    if words.breaks(i) and words.low[max(0, at)] not in PARTING - {")"}:
        alone = i in here.ends and (end >= len(words) or words.breaks(end))  # name and position on a line each
        return here.ends[i] if alone else None
    parted, told = at + 1 < i, at + 1
    while at >= 0 and told - at < REMARK:
        if at + 1 in here.ends and at + 1 != i:
            return here.ends[at + 1] if parted else None
        parted = parted or words.low[at] in PARTING
        if words.low[at] == ")":
            at = opening(words, at)
        elif not (words.low[at] in PARTING | REMARKS | RANKS or words.low[at].isdigit() or _initial(here, at)):
            return None
        at -= 1
    return None


def _before_residence(here: Scene, i: int) -> int:
    """Go back from word `i` over where a person lives: `ông A (35 tuổi), | ngụ phường B, quận C, giám đốc …`."""
    words = here.words
    at = i - 1
    if at < 0 or words.low[at] not in PARTING:
        return i
    while at > 0 and i - at < LONGEST_RESIDENCE and not words.breaks(at) and at not in here.ends:
        if words.low[at] in LIVES:
            return at - 1 if words.low[at - 1] in LIVES else at
        if not (words.low[at] in PARTING | OF_PLACES or words.capital(at) or words.low[at].isdigit()):
            return i
        at -= 1
    return i


def _initial(here: Scene, i: int) -> bool:
    """Say whether word `i` is the full stop of a name cut short (`Tô Hữu T.`)."""
    return here.words.low[i] == "." and i in here.ends and here.words.end[i - 1] - here.words.start[i - 1] == 1
