"""The grammar of one position: `[nguyên] [phó] chủ tịch [thường trực] [of what] [organisation]`, and rows of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from solieu.facts.organisations import DASHES, begins, end_of, joins, stopped
from solieu.facts.scene import Scene
from solieu.facts.words import Phrases, Words, longest, phrases
from solieu.gazetteer.table import rows

LONGEST_DEPARTMENT = 12  # words between the head of a title and its organisation
UNITS = {"ban", "phòng", "khoa", "đoàn", "thôn", "ấp", "bản", "khu"}
COLLECTIVES = {"chỉ", "điều"}  # ban chỉ đạo, ban chỉ huy, ban điều hành: bodies in their own right
LINKS = {"của", "thuộc", "tại", "ở"}
BETWEEN = {",", "kiêm", "nhiệm", "và", "đồng", "thời", *DASHES}  # words between two positions of one person
LONGEST_TIE = 3


@dataclass(frozen=True, slots=True)
class Post:
    """A position: the words of its title and of its organisation (None where there is none), and the word after it."""

    title: tuple[int, int]
    body: tuple[int, int] | None
    end: int
    status: str
    family: str


@cache
def titles() -> dict[str, Phrases]:
    """Read the words of titles, by role."""
    by_role: dict[str, list[list[str]]] = {}
    for form, role, family in rows("titles.tsv"):
        by_role.setdefault(role, []).append([form, family])
    return {role: phrases(entries) for role, entries in by_role.items()}


def post_at(scene: Scene, i: int) -> Post | None:
    """Read the position that begins at word `i`, if one does."""
    words = scene.words
    if i >= len(words) or i in scene.person:
        return None
    status, at = _status(words, i)
    head = _head(words, at)
    if head is None:
        return None
    after, family = head
    if family in ("unit", "bare"):
        after, family = _split(scene, after, family)
    after = _more(scene, after)
    body = _body(scene, after, family)
    if body is None:
        end = after if family in ("short", "lead") else _department(scene, after)
        return None if family in ("bare", "staff") else Post((i, end), None, end, status, family)
    start, title_end = body
    stop = end_of(scene, start)
    return Post((i, title_end), (start, stop), stop, status, family)


def _status(words: Words, i: int) -> tuple[str, int]:
    """Read the words for former, acting and incoming holders."""
    found = longest(titles()["status"], words, i)
    if found is None or _head(words, found[0]) is None:
        return "current", i
    return found[1][0], found[0]


def _head(words: Words, i: int) -> tuple[int, str] | None:
    """Read the word of the post, with any number of deputies before it."""
    at = i
    while (deputy := longest(titles()["deputy"], words, at)) and at - i < 2:  # noqa: PLR2004
        at = deputy[0]
    found = longest(titles()["head"], words, at)
    whole = longest(titles()["head"], words, i)
    best = max((f for f in (found, whole) if f), key=lambda f: f[0], default=None)
    if best is None:
        return (at, "bare") if at > i else None
    return best[0], best[1][0]


def _split(scene: Scene, after: int, family: str) -> tuple[int, str]:
    """Leave `Ban`, `Phòng` … to the organisation where it is named as one: trưởng | Ban Tuyên giáo, trưởng | Ban Chỉ đạo."""
    words, last = scene.words, after - 1
    if family != "unit" or words.low[last] not in UNITS:
        return after, family
    capital = words.capital(last) and not words.capital(last - 1)
    collective = words.capital(last) and after < len(words) and words.low[after] in COLLECTIVES
    return (last, "bare") if last in scene.body or capital or collective else (after, family)


def _more(scene: Scene, i: int) -> int:
    """Go on over the words that may follow a head inside the title (`HĐQT`, `thường trực`)."""
    while (found := longest(titles()["more"], scene.words, i)) and i not in scene.body:
        i = found[0]
    return i


def _body(scene: Scene, i: int, family: str) -> tuple[int, int] | None:
    """Find where the organisation begins, within a few words, and where the title ends before it."""
    words, at = scene.words, i
    limit = i if family == "bare" else i + LONGEST_DEPARTMENT
    while at < len(words) and at <= limit:
        if begins(scene, at):
            return at, at
        if words.low[at] in LINKS and begins(scene, at + 1) and not words.breaks(at):
            return at + 1, at
        if stopped(scene, at) or _parted(scene, at):
            return None
        at += 1
    return None


def _parted(scene: Scene, i: int) -> bool:
    """Say whether word `i` is a dash between two phrases."""
    if scene.words.low[i] not in DASHES:
        return False
    return not joins(scene, i) or longest(titles()["head"], scene.words, i + 1) is not None


def _department(scene: Scene, i: int) -> int:
    """Go on over a department the title takes in (`Bộ trưởng Tài nguyên Môi trường`)."""
    at = i
    while at < i + LONGEST_DEPARTMENT and not stopped(scene, at):
        if _parted(scene, at):
            break
        at += 1
    return at


def chain_at(scene: Scene, i: int) -> list[Post]:
    """Read the row of positions that begins at word `i`; one without organisation may share the next one's."""
    posts: list[Post] = []
    ties: list[str] = []
    post = post_at(scene, i)
    while post:
        posts.append(post)
        at, how = _tie(scene.words, post.end)
        ties.append(how)
        post = post_at(scene, at)
    for k in range(len(posts) - 2, -1, -1):
        if _shares(posts[k], posts[k + 1], ties[k]):
            posts[k] = replace(posts[k], body=posts[k + 1].body)
    return posts


def _tie(words: Words, i: int) -> tuple[int, str]:
    """Read what may stand between two positions of one person: nothing, a comma, a dash, `kiêm`."""
    at = i
    while at < len(words) and at < i + LONGEST_TIE and words.low[at] in BETWEEN:
        at += 1
    return at, " ".join(words.low[i:at])


def _shares(post: Post, after: Post, how: str) -> bool:
    """Say whether a position has the organisation of the one after it."""
    if post.body is not None or after.body is None:
        return False
    return post.family == "lead" and (after.family == "lead" or "kiêm" in how or "và" in how)
