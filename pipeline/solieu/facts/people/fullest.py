"""The fullest name that a short one stands for in an article: `ông Tuấn` is Phạm Anh Tuấn."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from solieu.facts.words import SYLLABLE, Words, cut

FEWEST = 2  # words of a name that is no given or family name alone
CALLED = {"ông": "man", "ngài": "man", "bà": "woman", "chị": "woman", "cô": "woman"}
FAMILY = {("phu", "nhân"), ("con", "gái"), ("em", "gái"), ("chị", "gái")}  # of a leader, whose family name they share
OTHERS = {"": {"family"}, "man": {"woman", "family"}, "woman": {"man"}, "family": {"man"}}


@dataclass(frozen=True, slots=True)
class Called:
    """A mention of a person: the name as written, and how it is called (see `called`)."""

    name: str
    how: str


def called(words: Words, first: int, last: int) -> str:
    """Say whether a name is called a man's, a woman's or a leader's wife's or daughter's, "" where none of these.

    Only foreigners: Vietnamese go by their given names, which no family shares.

    >>> called(cut("phu nhân Melania Trump"), 2, 4), called(cut("con gái Lê Thị Hoa"), 2, 5), called(cut("cô Hoa"), 1, 2)
    ('family', '', 'woman')
    """
    if first == 0 or words.breaks(first):
        return ""
    if words.low[max(0, first - 2) : first] in FAMILY and SYLLABLE.fullmatch(words.low[last - 1]) is None:
        return "family"
    return CALLED.get(words.low[first - 1], "")


def fullest(mentions: Sequence[Called]) -> list[str]:
    """Give for each mention, in the order of the text, the fullest name: of several the last one before it, or else the next.

    `ông Trump` and `Tổng thống Trump` are not `phu nhân Melania Trump`.

    >>> fullest([Called("Donald Trump", ""), Called("Melania Trump", "family"), Called("Trump", "")])
    ['Donald Trump', 'Melania Trump', 'Donald Trump']
    """
    places: dict[str, list[int]] = defaultdict(list)
    for k, mention in enumerate(mentions):
        places[mention.name].append(k)
    fuller = _fuller(places)
    ways = {name: {mentions[k].how for k in some} for name, some in places.items()}
    known: dict[Called, list[int]] = {}
    found = []
    for k, mention in enumerate(mentions):
        full = mention
        while fuller[full.name]:
            if full not in known:
                own = [name for name in fuller[full.name] if ways[name].isdisjoint(OTHERS[full.how])]
                known[full] = sorted(j for name in own for j in places[name])
            if not known[full]:
                break
            full = Called(mentions[_near(known[full], k)].name, mention.how)
        found.append(full.name)
    return found


def _near(places: list[int], k: int) -> int:
    """Choose the last of some mentions before the `k`-th, or else the next after it."""
    return places[max(0, bisect_left(places, k) - 1)]


def _fuller(names: Iterable[str]) -> dict[str, list[str]]:
    """List for each name those it is a short form of: by its last words, or else by the first, or without the middle.

    >>> _fuller(["Tuấn", "Phạm", "Phạm Anh Tuấn"])
    {'Phạm': ['Phạm Anh Tuấn'], 'Phạm Anh Tuấn': [], 'Tuấn': ['Phạm Anh Tuấn']}
    """
    parts = {name: cut(name).low for name in sorted(names)}
    sizes = sorted({len(words) for words in parts.values()})
    ending, beginning, around = defaultdict(list), defaultdict(list), defaultdict(list)
    for name, words in parts.items():
        for size in sizes[: bisect_left(sizes, len(words))]:
            ending[words[-size:]].append(name)
        if len(words) > 1:
            beginning[words[:1]].append(name)
            around[words[0], words[-1]].append(name)
    return {
        name: ending[short]
        or beginning[short]
        or [full for full in around[short[0], short[-1]] if _leaves_out(short, parts[full])]
        for name, short in parts.items()
    }


def _leaves_out(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Say whether a foreign name is another without its middle (`Donald Trump` of Donald J. Trump).

    >>> _leaves_out(("bashar", "assad"), ("bashar", "al", "-", "assad")), _leaves_out(("lê", "hà"), ("lê", "thị", "hà"))
    (True, False)
    """
    if not FEWEST <= len(short) < len(full) or (short[0], short[-1]) != (full[0], full[-1]) or not set(short) <= set(full):
        return False
    return SYLLABLE.fullmatch(short[0]) is None or SYLLABLE.fullmatch(short[-1]) is None
