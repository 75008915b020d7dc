"""The first words of a position: `[nguyên] [phó] chủ tịch [HĐQT]`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from solieu.facts.words import Phrases, Words, longest, phrases
from solieu.gazetteer.table import rows

MOST_DEPUTIES = 2  # phó phó …
NO_TITLE = {  # words that are no title after the word given: chính quyền, nhiệm vụ, tăng trưởng
    "quyền": {"chính", "thẩm", "chủ", "bản", "độc", "nhân", "có", "tác"},
    "vụ": {"chức", "nhiệm", "dịch", "nghiệp"},
    "trưởng": {"sát", "tăng", "sinh", "hội", "bộ", "thứ", "quốc"},
    "tân": {"tối", "canh"},
    "thường": {"ban", "bình"},
    "bí": {"ban"},
    "chỉ": {"bộ", "ban"},
    "đại": {"tác", "đòan", "của", "viên", "tổ", "kiến"},  # folded: đoàn
    "cố": {"sự", "củng", "ban", "đồng"},
    "kế": {"thiết"},
    "nguyên": {"tây", "tài", "thái", "bình", "khôi"},
    "phó": {"cấp", "ứng", "đối"},
}
NO_PRESIDENT = {"phủ", "dinh", "cử", "viên", "ghế", "đua", "gái", "trai"}  # bầu cử tổng thống


@dataclass(frozen=True, slots=True)
class Head:
    """The words of a title up to, without, word `end`, and what follows such a title (see `titles.tsv`)."""

    end: int
    family: str
    status: str


@cache
def titles() -> dict[str, Phrases]:
    """Read the words of titles, by role."""
    by_role: dict[str, list[list[str]]] = {}
    for form, role, family in rows("titles.tsv"):
        by_role.setdefault(role, []).append([form, family])
    return {role: phrases(entries) for role, entries in by_role.items()}


@cache
def first_words() -> frozenset[str]:
    """List the words a title may begin with."""
    return frozenset(word for role in ("status", "deputy", "head") for word in titles()[role].sizes)


def head_at(words: Words, i: int) -> Head | None:
    """Read the first words of the title that begins at word `i`, if one does.

    >>> from solieu.facts.words import cut
    >>> head_at(cut("nguyên phó giám đốc"), 0)
    Head(end=4, family='lead', status='former')
    >>> head_at(cut("chính quyền tổng thống"), 1) is None
    True
    """
    if i >= len(words) or words.low[i] not in first_words() or _no_title(words, i):
        return None
    status = longest(titles()["status"], words, i)
    ranked = _ranked(words, status[0]) if status else None
    if status and ranked:
        return Head(ranked[0], ranked[1], status[1][0])
    plain = _ranked(words, i)
    return Head(plain[0], plain[1], "current") if plain else None


def title_at(words: Words, i: int) -> Head | None:
    """Read the first words of the title that begins at word `i`, if they can hardly be part of another phrase."""
    found = head_at(words, i) if i < len(words) and words.low[i] in first_words() else None
    return None if found is None or found.family in ("bare", "staff", "never") else found


def is_head(words: Words, i: int) -> bool:
    """Say whether the word of a post stands at word `i`, one that can hardly be part of another phrase."""
    return title_at(words, i) is not None


def _no_title(words: Words, i: int) -> bool:
    """Say whether the word before shows that no title begins at word `i`: `ứng viên tổng thống`."""
    if i == 0:
        return False
    before = words.low[i - 1]
    if before in NO_PRESIDENT and words.low[i : i + 2] == ("tổng", "thống"):
        return True
    return before in NO_TITLE.get(words.low[i], ())


def _ranked(words: Words, i: int) -> tuple[int, str] | None:
    """Read the word of the post, deputies before it: the word after it, and its family."""
    at = i
    while at - i < MOST_DEPUTIES and (deputy := longest(titles()["deputy"], words, at)):
        at = deputy[0]
    whole = longest(titles()["head"], words, i)
    last = longest(titles()["head"], words, at) if at > i else None
    best = last if last and not (whole and whole[0] >= last[0]) else whole
    if best is None:
        return (at, "bare") if at > i else None
    return best[0], best[1][0]
