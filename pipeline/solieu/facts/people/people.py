"""The people an article names: where, and under which full name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from solieu.facts.people.names import honorific_before
from solieu.facts.people.seats import places, provinces
from solieu.facts.people.titles import head_at
from solieu.facts.people.unnamed import missed
from solieu.facts.words import SYLLABLE, Words, cut, fold, longest
from solieu.records import Entity, Reading

DASHES = frozenset("-–—")
FEWEST = 2  # words of a name that is no short form
CENTRAL = {"t.ư", "tư", "t.w", "tw"}  # bệnh viện … T.Ư
CALLED = {"ông": "man", "ngài": "man", "bà": "woman", "chị": "woman", "cô": "wife", "nhân": "wife", "gái": "wife"}  # phu nhân
OTHERS = {"": {"wife"}, "man": {"woman", "wife"}, "woman": {"man"}, "wife": {"man"}}
UNITS = {"xã", "phường", "huyện", "quận", "trấn", "phố", "ủy"}
NAMED_AFTER = {"trường", "thpt", "thcs", "đường", "phố"}
NO_SCHOOL = {"môi", "thị", "nông", "lâm", "công", "thành"}  # môi trường, thành phố


@dataclass(frozen=True, slots=True)
class Person:
    """A mention of a person: the words from `first` up to, without, `last`, and the fullest name in the article."""

    first: int
    last: int
    name: str


def people(reading: Reading, words: Words) -> tuple[Person, ...]:
    """List the mentions of people in the order of the text, each with its fullest name."""
    tagged = [
        _bare(words, entity)
        for entity in reading.entities
        if entity.label == "PER" and not (_central(entity.text) or _place(words, entity))
    ]
    more = [(first, last, words.span(first, last)) for first, last in missed(words, reading.entities)]
    named = sorted(mention for mention in [*tagged, *more] if mention[0] < mention[1])
    fuller = _fuller({name for _, _, name in named})
    called = [_called(words, first) for first, _, _ in named]
    return tuple(Person(first, last, _full_name(named, k, fuller, called)) for k, (first, last, _) in enumerate(named))


def _called(words: Words, i: int) -> str:
    """Say whether the name at word `i` is called a man's, a woman's or a leader's wife's or daughter's, "" where neither."""
    return "" if i == 0 or words.breaks(i) else CALLED.get(words.low[i - 1], "")


def _bare(words: Words, entity: Entity) -> tuple[int, int, str]:
    """Give the words of a name and its full spelling, without what the tagger took in: `ông`, the end of a place."""
    first, last = words.at(entity.start), words.at(entity.end)
    for at in range(first + 1, last):
        if words.low[at] == "(" or _post_follows(words, at):
            return first, at, words.span(first, at)
    if last - first > 1 and (_ends_province(words, first) or _honorific(words, first)):
        return first + 1, last, words.span(first + 1, last)
    return first, last, entity.text


def _post_follows(words: Words, i: int) -> bool:
    """Say whether a dash at word `i` parts a name from a position: `Hà Mơ – UVBTV`."""
    return words.low[i] in DASHES and not words.touches(i) and head_at(words, i + 1) is not None


def _central(name: str) -> bool:
    """Say whether a name is the short form of Trung ương.

    >>> _central("TƯ"), _central("Tư")
    (True, False)
    """
    return name.isupper() and fold(name) in CENTRAL


def _place(words: Words, entity: Entity) -> bool:
    """Say whether what the tagger took for a person is a place or a school named after one (`huyện Trần Văn Thời`)."""
    first = words.at(entity.start)
    if first == 0 or words.breaks(first):
        return False
    before = words.low[first - 1]
    if before in UNITS and (found := longest(places(), words, first)) and found[0] == words.at(entity.end):
        return True
    return before in NAMED_AFTER and words.low[max(0, first - 2)] not in NO_SCHOOL


def _ends_province(words: Words, i: int) -> bool:
    """Say whether word `i` is the last of a province's name: `tỉnh Sơn La Hoàng Quốc Việt`."""
    place = longest(provinces(), words, i - 1) if i else None
    return place is not None and place[0] == i + 1


def _honorific(words: Words, i: int) -> bool:
    """Say whether word `i` is an honorific; Ông is a family name, too."""
    return words.low[i] in ("ông", "bà") and honorific_before(words, i) is None


def _full_name(named: list[tuple[int, int, str]], k: int, fuller: dict[str, list[str]], called: list[str]) -> str:
    """Find the longest name that the `k`-th is a short form of: the last one before it, or else the next after it.

    `ông Trump` and `Tổng thống Trump` are not `phu nhân Melania Trump`.
    """
    name = named[k][2]
    while fuller[name]:
        wanted = set(fuller[name])
        same = [j for j, mention in enumerate(named) if mention[2] in wanted]
        others = {named[j][2] for j in same if called[j] in OTHERS[called[k]]}
        near = min((j for j in same if named[j][2] not in others), key=lambda j: (j > k, abs(j - k)), default=None)
        if near is None:
            break
        name = named[near][2]
    return name


def _fuller(names: Iterable[str]) -> dict[str, list[str]]:
    """List for each name those it is a short form of: by its last words, or else by the first."""
    parts = {name: cut(name).low for name in sorted(names)}
    found = {}
    for name, short in parts.items():
        ends = [full for full, words in parts.items() if _ends_with(short, words)]
        begins = ends or [full for full, words in parts.items() if _begins_with(short, words)]
        found[name] = begins or [full for full, words in parts.items() if _leaves_out(short, words)]
    return found


def _ends_with(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Say whether a name is another's given name (`Tuấn` of Phạm Anh Tuấn) or a foreigner's family name.

    >>> _ends_with(("tuấn",), ("phạm", "anh", "tuấn")), _ends_with(("phạm",), ("phạm", "anh", "tuấn"))
    (True, False)
    """
    return len(short) < len(full) and full[-len(short) :] == short


def _begins_with(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Say whether a name is the first word of another: the family name of a Chinese or a Korean (`Tập`, `Moon`)."""
    return len(short) == 1 and len(full) > 1 and full[0] == short[0]


def _leaves_out(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Say whether a foreign name is another without its middle (`Donald Trump` of Donald J. Trump).

    >>> _leaves_out(("bashar", "assad"), ("bashar", "al", "-", "assad")), _leaves_out(("lê", "hà"), ("lê", "thị", "hà"))
    (True, False)
    """
    if not FEWEST <= len(short) < len(full) or (short[0], short[-1]) != (full[0], full[-1]) or not set(short) <= set(full):
        return False
    return SYLLABLE.fullmatch(short[0]) is None or SYLLABLE.fullmatch(short[-1]) is None
