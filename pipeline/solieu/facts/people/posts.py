"""The grammar of a position: `phó chủ tịch thường trực UBND huyện`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from solieu.facts.people.extents import between_fields, end_of, joins
from solieu.facts.people.organisations import begins, following, proper, stopped
from solieu.facts.people.scene import Scene
from solieu.facts.people.seats import countries, fields, org_heads
from solieu.facts.people.titles import Head, head_at, is_head, titles
from solieu.facts.words import DASHES, Phrases, Words, longest, phrases

LONGEST_DEPARTMENT = 12  # words between the head of a title and its organisation
UNITS = {"ban", "phòng", "khoa", "thôn", "ấp", "bản", "khu"}
COLLECTIVES = {"chỉ", "điều"}  # ban chỉ đạo, ban chỉ huy, ban điều hành: bodies in their own right
OF_BOARDS = ("tuyên giáo", "tổ chức", "dân vận", "nội chính", "pháp chế", "kinh tế", "dân tộc", "văn hóa", "cán bộ")
DEPARTMENTS = frozenset(tuple(field.split()) for field in OF_BOARDS)
DELEGATIONS = ("đoàn đbqh", "đoàn đại biểu quốc hội", "đoàn đại biểu qh")
LINKS = {"của", "thuộc", "tại", "ở"}
COUNTED = {("năm",), ("tuổi",), ("tháng",), ("lần",), ("nhiệm",), ("ngày",)}
FIELDS = {"field", "unit"}


@dataclass(frozen=True, slots=True)
class Post:
    """A position: the words of its title and of its organisation (None where there is none), and the word after it."""

    title: tuple[int, int]
    body: tuple[int, int] | None
    end: int
    status: str
    family: str


def post_at(scene: Scene, i: int) -> Post | None:
    """Read the position that begins at word `i`, if one does.

    >>> from solieu.facts.people.scene import scene
    >>> from solieu.records import Reading
    >>> text = "Phó chủ tịch thường trực UBND huyện Phú Thạnh dự họp."
    >>> here = scene(Reading(text, ((0, len(text)),)))
    >>> post = post_at(here, 0)
    >>> here.words.span(*post.title), here.words.span(*post.body), post.status
    ('Phó chủ tịch thường trực', 'UBND huyện Phú Thạnh', 'current')
    """
    head = head_at(scene.words, i)
    if head is None or head.family == "never" or i in scene.person:
        return None
    head = _whole(scene, head)
    body = _body(scene, head.end, head.family)
    if body is None:
        return _bodiless(scene, i, head)
    title_end, start = body
    end = end_of(scene, start)
    if head.family == "envoy":
        end = _host(scene, end)
    return Post((i, title_end), (start, end), end, head.status, head.family)


def _whole(scene: Scene, head: Head) -> Head:
    """Go on over the words that belong to the title itself (`HĐQT`, `thường trực`)."""
    end, family = _split(scene, head.end, head.family)
    after = _more(scene, end)
    if family == "member":  # of a board, or of something that must be named
        family = "lead" if after > end else "team"
    return Head(after, family, head.status)


def _bodiless(scene: Scene, i: int, head: Head) -> Post | None:
    """Read a position that names no organisation, or names it only after a comma (`Trưởng khoa Nội, Bệnh viện A`)."""
    words = scene.words
    if head.family == "team" and words.low[head.end - 2 : head.end - 1] == words.low[head.end : head.end + 1]:
        return _of_team(scene, i, head)
    if head.family in ("bare", "staff", "team"):
        return None
    end = head.end if head.family == "short" else _department(scene, head.end, unit=head.family in FIELDS)
    if head.family == "lead" and end not in scene.person and words.low[head.end - 1] != "trách":
        end = head.end
    if head.family == "unit" and words.low[end : end + 1] in ((",",), ("(",)) and end > head.end and _below(scene, end + 1):
        stop = end_of(scene, end + 1)
        return Post((i, end), (end + 1, stop), stop + (words.low[stop : stop + 1] == (")",)), head.status, head.family)
    return Post((i, end), None, end, head.status, head.family)


def _of_team(scene: Scene, i: int, head: Head) -> Post:
    """Read the leader of a small unit: `đội phó | đội cảnh sát 113`, `đội phó đội trật tự, | Công an huyện A`."""
    end = _department(scene, head.end, unit=True)
    within = scene.words.low[end : end + 1] == (",",) and _below(scene, end + 1)
    title, first = (end, end + 1) if within else (head.end, head.end)
    stop = end_of(scene, first)
    return Post((i, title), (first, stop), stop, head.status, head.family)


def _below(scene: Scene, i: int) -> bool:
    """Say whether the body after the comma or the bracket can hold the department before it."""
    direct = scene.words.low[i - 1] == ","  # in brackets PC45 is the department's short name
    return not is_head(scene.words, i) and begins(scene, i, direct=direct) and not (not direct and proper(scene.words, i))


def _split(scene: Scene, after: int, family: str) -> tuple[int, str]:
    """Leave `Ban`, `Phòng` … to the organisation where it is named as one: trưởng | Ban Tuyên giáo, trưởng | Ban Chỉ đạo."""
    words, last = scene.words, after - 1
    if family not in ("unit", "team") or not words.capital(last):
        return after, family
    if longest(_delegations(), words, last):
        return last, "bare"
    if words.low[last] not in UNITS:
        return after, family
    whole = words.low[after : after + 2] not in DEPARTMENTS and last in scene.body
    collective = after < len(words) and words.low[after] in COLLECTIVES
    return (last, "bare") if whole or collective or not words.capital(last - 1) else (after, family)


@cache
def _delegations() -> Phrases:
    """List the bodies called `đoàn` that are more than a party on a journey."""
    return phrases([form] for form in DELEGATIONS)


def _more(scene: Scene, i: int) -> int:
    """Go on over the words that may follow a head inside the title (`HĐQT`, `thường trực`)."""
    while (found := longest(titles()["more"], scene.words, i)) and (i not in scene.body or found[1] == ("board",)):
        i = found[0]
    return i


def _body(scene: Scene, i: int, family: str) -> tuple[int, int] | None:
    """Find the word at which the title ends, and the one at which the organisation begins."""
    words = scene.words
    if family == "short" and longest(countries(), words, i):  # Chủ tịch nước | Trung Quốc
        return i, i
    last = min({"bare": i, "short": i - 1}.get(family, i + LONGEST_DEPARTMENT), len(words) - 1)
    at = i
    while at <= last:
        if begins(scene, at, direct=at == i and words.low[i - 1] not in UNITS) and not (family in FIELDS and _field(scene, at)):
            return at, at
        if words.low[at] in LINKS and _linked(scene, at):
            return at, at + 1
        if _ends(scene, at, unit=family in FIELDS):
            break
        at = _past_field(scene, at) if family in FIELDS else following(scene, at)
    return None


def _linked(scene: Scene, i: int) -> bool:
    """Say whether an organisation follows the `của`, `tại` … at word `i`, not another position (`phát ngôn của Thủ tướng`)."""
    words = scene.words
    return not words.breaks(i) and not is_head(words, i + 1) and begins(scene, i + 1, direct=words.low[i] == "của")


def _past_field(scene: Scene, i: int) -> int:
    """Give the word after the field of work that begins at word `i` with a capital (`Bộ trưởng Tư Pháp`), or the next."""
    found = longest(fields(), scene.words, i) if scene.words.capital(i) else None
    return found[0] if found else following(scene, i)


def _field(scene: Scene, i: int) -> bool:
    """Say whether what was taken for an organisation is a field or a department: no word of an organisation begins it."""
    words = scene.words
    if words.low[i] == "tổ" and words.low[i - 1] in UNITS:  # Trưởng ban Tổ chức | Thành ủy
        return True
    return i in scene.organisations and longest(org_heads(), words, i) is None and not words.span(i, i + 1).isupper()


def _department(scene: Scene, i: int, *, unit: bool) -> int:
    """Go on over a department the title takes in (`Bộ trưởng Tài nguyên Môi trường`)."""
    at = i
    while at < i + LONGEST_DEPARTMENT and not _ends(scene, at, unit=unit):
        at = following(scene, at)
    return at - 1 if at > i and scene.words.low[at - 1] == "và" else at


def _ends(scene: Scene, i: int, *, unit: bool) -> bool:
    """Say whether a title cannot go on with word `i`: it stops, another title begins, a dash parts two phrases.

    In a department's name a dash between small words joins them (`phòng hành chính - tổng hợp`).
    """
    words = scene.words
    if unit and i < len(words) and words.low[i] == "," and between_fields(words, i):
        return False
    if stopped(scene, i) or is_head(words, i) or _counted(words, i):
        return True
    if words.low[i] not in DASHES:
        return False
    small = unit and not words.capital(i - 1) and not stopped(scene, i + 1) and not words.capital(i + 1)
    return not (small or joins(scene, i)) or is_head(words, i + 1)


def _counted(words: Words, i: int) -> bool:
    """Say whether a number of years, terms … begins at word `i`.

    >>> from solieu.facts.words import cut
    >>> _counted(cut("tổng thống 8 năm"), 2), _counted(cut("phòng 8 tầng 2"), 1)
    (True, False)
    """
    return words.low[i].isdigit() and words.low[i + 1 : i + 2] in COUNTED


def _host(scene: Scene, i: int) -> int:
    """Go on over where an envoy is posted (`tại Việt Nam`)."""
    words = scene.words
    return end_of(scene, i + 1) if i + 1 < len(words) and words.low[i] in LINKS and i + 1 in scene.body else i
