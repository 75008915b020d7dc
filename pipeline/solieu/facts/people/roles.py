"""Who holds a position as the subject of its sentence: `ông Hà được bầu làm chủ tịch`, `khi còn là đại biểu`."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from solieu.facts.people.people import Person
from solieu.facts.people.scene import Scene
from solieu.facts.words import Words

SENTENCE = 30  # words between a subject and its position
REMARK = 16  # words that may stand in brackets
REFERRED = 90  # words between a name and `ông`
OWNER = 2  # words between `của` and a name
APPOINTED = 25  # words between a name and its position
ROLE_VERBS = {"là", "làm", "chức", "vụ", "danh", "trò", "vị", "trí", "cách", "cử", "thành", "nhiệm", "kiêm", "như"}
CAPACITIES = {("cương", "vị"), ("vai", "trò"), ("tư", "cách")}
ABOUT = {("trên",), ("với",), ("trong",), ("ở",), ("cạnh",)}
RELATIVES = {"trai", "gái", "vợ", "chồng", "con", "cháu", "rể", "dâu", "ruột", "cha", "bố", "mẹ"}
HONORIFICS = {"ông", "bà", "anh", "chị"}  # alone, too, for a name
NOW = {"hiện", "nay", "đang", "vừa", "mới", "sẽ", "tiếp", "bầu", "bổ", "sang", "xuống", ".", ";"}
LEFT = {("từ", "chức"), ("mất", "chức"), ("thôi", "chức")}
ENDED = LEFT | {("cách", "chức"), ("miễn", "nhiệm"), ("bãi", "nhiệm"), ("thôi", "giữ")}
THEN = {"khi", "thời"}  # khi ông còn làm
OPENING = {",", "khi", "lúc"}  # năm 2010, ông được bầu làm …
POSTS = {("chức", "vụ"), ("vị", "trí"), ("chức", "danh"), ("cương", "vị")}
INTRODUCED = 20  # words between `chức vụ` and the colon
PROPOSED = {"xin", "không", "chưa", "muốn", "mong", "nếu", "thay", "cùng", "nhờ", "giả"}
PROPOSALS = {("giới", "thiệu"), ("đề", "nghị"), ("đề", "cử"), ("đề", "xuất"), ("dự", "kiến"), ("ứng", "cử")}
PAST = {("từng",), ("còn",), ("và",), ("hiện",), ("đang",), ("vốn",), ("nguyên",)}  # khi còn là, và là
HELD = {"giữ", "làm", "bầu", "bổ", "được", "bị", "trở", "trúng", "đảm", "nhận", "kiêm", "phân", "trải", "đắc"}
FORMERLY = ("nguyên", "là")
PASSIVE = {"được", "bị"}
LINKING = frozenset("là hiện cũng từng đang nguyên vốn vẫn nay khi ấy lúc đó đã trước đây nhiều năm , - – —".split())  # noqa: SIM905  # one glance


def subject(here: Scene, i: int) -> Person | None:
    """Find the subject of `giữ chức`, `làm`, `là` before a position: the nearest person of the sentence, no owner."""
    words = here.words
    said = words.low[i : i + 2] == FORMERLY
    if i == 0 or not (said or words.low[i - 1] in ROLE_VERBS or listed(words, i)):
        return None
    at, end = (i, i + len(FORMERLY)) if said else (i - 1, i)
    pronoun = 0
    while at > 0 and i - at < SENTENCE and at not in here.stops and not words.breaks(at):
        if words.low[at] == ")":
            at = opening(words, at)
        if at in here.ends and not _owner(here, here.ends[at]):
            if _appointed(words.low[at:end]):
                return here.ends[at]
            break
        pronoun = pronoun or (at if words.low[at] in HONORIFICS and words.low[at - 1] in OPENING else 0)
        at -= 1
    pronoun = pronoun or (at if words.low[at] in HONORIFICS else 0)
    return _only_one_before(here, pronoun) if pronoun and _appointed(words.low[pronoun + 1 : end]) else None


def listed(words: Words, i: int) -> bool:
    """Say whether a list of positions begins at word `i`: `từng giữ các chức vụ: …`."""
    if i == 0 or words.low[i - 1] not in (":", "như"):
        return False
    return not POSTS.isdisjoint(pairwise(words.low[max(0, i - INTRODUCED) : i]))


def _only_one_before(here: Scene, i: int) -> Person | None:
    """Give the person whom `ông` at the head of a clause means: the only one of the nearest sentence before that names any."""
    last = bisect_left(here.people, i, key=_first) - 1
    at = first = here.people[last].first if last >= 0 else -REFERRED
    while at > 0 and i - at < REFERRED and at not in here.stops and not here.words.breaks(at):
        at -= 1
    named = here.people[bisect_left(here.people, at, key=_first) : last + 1]
    return named[-1] if i - first < REFERRED and len({person.name for person in named}) == 1 else None


def _first(person: Person) -> int:
    return person.first


def opening(words: Words, i: int) -> int:
    """Go back from a closing bracket to the opening one."""
    at = i
    while at > 0 and i - at < REMARK and words.low[at] != "(":
        at -= 1
    return at


def _owner(here: Scene, person: Person) -> bool:
    """Say whether a person is named as someone's relation, an owner, a partner (`bạn của ông Tập`, `điện đàm với bà Thái`)."""
    before = here.words.low[max(0, person.first - OWNER) : person.first]
    if before[-1:] and before[-1] in HONORIFICS and before[0] in RELATIVES:  # em trai ông Hà
        return True
    if before and before[0] in PASSIVE and before[-1] in HONORIFICS:  # người được ông Hà chọn làm giám đốc
        return True
    return "của" in before or ("với" in before and "đối" not in before)


def _in_role(between: tuple[str, ...]) -> bool:
    """Say whether the words before a position say in which capacity somebody acts: `(sang thăm) trên cương vị`."""
    role = between[:-1] if between[-1:] == ("là",) else between
    return role[-2:] in CAPACITIES and role[-3:-2] in ABOUT


def ended(words: Words, first: int, i: int) -> bool:
    """Say whether the words from word `first` up to a position at word `i` say that it is no longer held.

    >>> from solieu.facts.words import cut
    >>> ended(cut("từng giữ chức"), 0, 3), ended(cut("từng dạy học, hiện là"), 0, 6), ended(cut("bị cách chức"), 0, 3)
    (True, False, True)
    """
    for at in range(i - 1, max(first, i - APPOINTED) - 1, -1):
        if words.low[at] in NOW:
            return False
        then = words.low[at] == "còn" and not THEN.isdisjoint(words.low[max(0, at - 2) : at])
        if then or words.low[at] == "từng" or words.low[at : at + 2] in ENDED:
            return True
    return False


def _appointed(between: tuple[str, ...]) -> bool:
    """Say whether the words from a person to a position say that he has or had it, not that he may get it.

    >>> _appointed(("được", "bầu", "giữ", "chức")), _appointed(("được", "giới", "thiệu", "để", "bầu", "giữ", "chức"))
    (True, False)
    >>> _appointed(("hiện", "là")), _appointed(("cho", "rằng", "người", "đứng", "đơn", "là"))
    (True, False)
    """
    if PROPOSED & set(between) or PROPOSALS & set(pairwise(between)):
        return False
    if between[-3:] == ("vào", "vị", "trí") or between[-2:] in LEFT or _in_role(between):
        return True
    if between[-2:] == ("bổ", "nhiệm") and PASSIVE.isdisjoint(between):  # ông Hà bổ nhiệm giám đốc mới
        return False
    if between[-1] == "là":
        return between[-2:-1] in PAST or set(between) <= LINKING
    return bool(HELD & set(between)) and len(between) <= APPOINTED
