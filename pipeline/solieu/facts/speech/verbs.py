"""The verb of saying after a speaker, adverbs and moods between."""

from __future__ import annotations

from solieu.facts.people.scene import Scene
from solieu.facts.saying import cue_verbs
from solieu.facts.words import longest

LONGEST_ADVERB = 8  # words between a speaker and the verb
ADVERBS = {
    *("cũng", "đã", "vừa", "còn", "liền", "thẳng", "thắn", "tiếp", "tục", "mới", "đều", "từng", "lại", "sau", "đó", "thì", ","),
    *("đây", "nhiều", "lần", "lên", "tiếng", "thời", "điểm", "đồng"),  # mới đây, đã nhiều lần, lên tiếng, thời điểm đó
}
TIMES = {"ngày", "sáng", "chiều", "tối", "trưa", "hôm", "nay", "qua", "tháng", "năm", "/", "-", "."}
LONGEST_MOOD = 5  # words
OTHERS = {"ông", "bà", "anh", "chị", "cô", "em", "họ", "người", "và"}  # someone else speaks
SPOKEN = {(":",), (".",)}
MORE = ("thêm",)


def cue_after(here: Scene, i: int) -> tuple[tuple[int, int], str] | None:
    """Find the verb of saying at word `i` or a few adverbs later: its words, and what may follow it."""
    words, at = here.words, i
    while at < min(i + LONGEST_ADVERB, len(words)) and at not in here.stops and not words.breaks(at):
        found = longest(cue_verbs(), words, at)
        if found and not words.capital(at):
            end = found[0] + (words.low[found[0] : found[0] + 1] == MORE)
            return ((at, end), found[1][0]) if found[1][0] != "act" else None
        if words.low[at] not in ADVERBS | TIMES and not words.low[at].isdigit():
            return _moved(here, at)
        at += 1
    return None


def _moved(here: Scene, i: int) -> tuple[tuple[int, int], str] | None:
    """Find a verb that ends its clause, a few words on: how it was said stands between (`nghẹn ngào kể: …`)."""
    words = here.words
    if words.low[i - 1] == ",":
        return None
    for at in range(i, min(i + LONGEST_MOOD, len(words))):
        if at in here.stops or words.breaks(at) or words.capital(at) or not words.low[at].isalpha() or words.low[at] in OTHERS:
            return None
        found = longest(cue_verbs(), words, at)
        if found and found[1][0] != "act" and at > i and words.low[found[0] : found[0] + 1] in SPOKEN:
            return (at, found[0]), found[1][0]
    return None
