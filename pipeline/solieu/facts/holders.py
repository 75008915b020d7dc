"""Who holds a position: the person named after it, before it, or as the subject of its sentence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from solieu.facts.memo import remembered
from solieu.facts.people import Person
from solieu.facts.posts import Post, chain_at
from solieu.facts.scene import Scene
from solieu.facts.titles import first_words
from solieu.facts.words import Phrases, Words, cut, longest, phrases
from solieu.gazetteer.table import rows

REMARK = 16  # words that may stand in brackets or as remarks between a name and a position
SENTENCE = 30  # words between a subject and its position
DASHES = "-–—"
REMARKS = set(
    cut("tuổi sinh năm hiện là đang nguyên cựu trước đây từng vốn đại thượng trung thiếu tá úy tướng ts gs tiến sĩ thạc").low
)
OWNER = 2  # words between `của` and a name
APPOINTED = 25  # words between a name and its position
PROPOSED = {"giới", "đề", "dự", "kiện", "ứng", "xin", "không", "chưa", "muốn", "mong", "nếu", "thay", "cùng", "nhờ", "giả"}
PAST = {("từng",), ("còn",), ("và",), ("hiện",), ("đang",), ("vốn",), ("nguyên",)}  # khi còn là, và là
LINKING = {
    "là",
    "hiện",
    "cũng",
    "từng",
    "đang",
    "nguyên",
    "vốn",
    "vẫn",
    "nay",
    "khi",
    "ấy",
    "lúc",
    "đó",
    "đã",
    "trước",
    "đây",
    ",",
}
HELD = {"giữ", "làm", "bầu", "bổ", "được", "bị", "trở", "trúng", "đảm", "nhận", "kiêm", "phân"}
ROLE_VERBS = {"là", "làm", "chức", "vụ", "danh", "trò", "vị", "cử", "thành", "nhiệm", "kiêm"}


@cache
def before_names() -> Phrases:
    """Read what may stand directly before a name."""
    return phrases(rows("before_names.tsv"))


@dataclass(frozen=True, slots=True)
class Held:
    """The positions that a person holds, from word `first` on."""

    first: int
    chain: tuple[Post, ...]
    who: Person


@remembered
def held(here: Scene) -> tuple[Held, ...]:
    """Read every position of the article that is somebody's, in the order of the text."""
    found: list[Held] = []
    begins = [i for i, low in enumerate(here.words.low) if low in first_words()]
    done = 0
    for i in begins:
        chain = chain_at(here, i) if i >= done else []
        who = holder(here, i, chain) if chain else None
        if who:
            found.append(Held(i, tuple(chain), who))
        done = chain[-1].end if chain else done
    return tuple(found)


def holder(here: Scene, i: int, chain: list[Post]) -> Person | None:
    """Find the person who holds the positions from word `i` on.

    The person named after them, unless a comma stands between and one is named before them (the next of a list).
    """
    end = chain[-1].end
    after, before = _after(here, end), _before(here, i)
    if after and (before is None or here.words.low[end] != ","):
        return after
    return before or after or _subject(here, i)


def _after(here: Scene, i: int) -> Person | None:
    """Find the person named directly after word `i`, an honorific, a comma, a dash or `là` between at most."""
    words = here.words
    if i >= len(words) or i in here.stops:
        return None
    at = i + 1 if words.low[i] in {",", ":", "là", *DASHES} else i
    last = here.person.get(_over_honorifics(words, at))
    return here.ends[last] if last else None


def _over_honorifics(words: Words, i: int) -> int:
    """Skip honorifics, ranks and degrees."""
    while found := longest(before_names(), words, i):
        i = found[0]
        if found[1] == ("degree",) and i < len(words) and words.low[i] == ".":
            i += 1
    return i


def _before(here: Scene, i: int) -> Person | None:
    """Find the person named before word `i`, a separator and remarks (age, rank, nickname) between."""
    words, at, parted = here.words, i - 1, False
    while at >= 0 and i - at < REMARK:
        if at + 1 in here.ends and at + 1 != i:
            return here.ends[at + 1] if parted else None
        if words.low[at] in {",", "(", *DASHES}:
            parted = True
        elif words.low[at] == ")":
            at = _opening(words, at)
        elif not (words.low[at] in REMARKS or words.low[at].isdigit()):
            return None
        at -= 1
    return None


def _opening(words: Words, i: int) -> int:
    """Go back from a closing bracket to the opening one."""
    at = i
    while at > 0 and i - at < REMARK and words.low[at] != "(":
        at -= 1
    return at


def _subject(here: Scene, i: int) -> Person | None:
    """Find the subject of `giữ chức`, `làm`, `là` before the position: the nearest person of the sentence, no owner."""
    words = here.words
    if i == 0 or words.low[i - 1] not in ROLE_VERBS:
        return None
    at = i - 1
    while at > 0 and i - at < SENTENCE and at not in here.stops and not words.breaks(at):
        if words.low[at] == ")":
            at = _opening(words, at)
        if at in here.ends and not _owner(here, here.ends[at]):
            return here.ends[at] if _appointed(words.low[at:i]) else None
        at -= 1
    return None


def _owner(here: Scene, person: Person) -> bool:
    """Say whether a person is named as someone's relation or an owner (`bạn của ông Tập`)."""
    before = here.words.low[max(0, person.first - OWNER) : person.first]
    return "của" in before


def _appointed(between: tuple[str, ...]) -> bool:
    """Say whether the words from a person to a position say that he has or had it, not that he may get it.

    >>> _appointed(("được", "bầu", "giữ", "chức")), _appointed(("được", "giới", "thiệu", "để", "bầu", "giữ", "chức"))
    (True, False)
    >>> _appointed(("hiện", "là")), _appointed(("cho", "rằng", "người", "đứng", "đơn", "là"))
    (True, False)
    """
    if PROPOSED & set(between):
        return False
    if between[-1] == "là":
        return between[-2:-1] in PAST or set(between) <= LINKING
    return bool(HELD & set(between)) and len(between) <= APPOINTED
