"""Whose head of state a person is, where the article tells it only without the name: `Tổng thống Pháp nói`."""

from __future__ import annotations

from collections import defaultdict

from solieu.facts.memo import remembered
from solieu.facts.people.chains import titles_at
from solieu.facts.people.holders import Held, held
from solieu.facts.people.people import Person
from solieu.facts.people.posts import Post
from solieu.facts.people.scene import Scene
from solieu.facts.people.seats import LONGEST_COUNTRY, countries
from solieu.facts.words import fold, longest

HEADS = ("tổng thống", "phó tổng thống", "thủ tướng", "phó thủ tướng", "ngoại trưởng", "chủ tịch", "quốc vương", "thái tử")
OF_STATES = frozenset(map(fold, HEADS))
FORMER = "cựu "
LEADERS = {"cấp", "đạo"}  # người đồng cấp, nhà lãnh đạo
OTHERS = {(word,) for word in ("phó", "cựu", "nguyên", "tân", "quyền", "các", "những", "vị", "đời", "nhiều", "mọi")}


def retold(here: Scene) -> list[Held]:
    """Give a person who beside the name is `Tổng thống` only the one country that the article tells with that title."""
    holders: dict[str, list[tuple[str, Post]]] = defaultdict(list)
    for one in held(here):
        for post in one.chain:
            holders[_low(here, post.title).removeprefix(FORMER)].append((one.who.name, post))
    found = []
    for title in sorted(OF_STATES & holders.keys()):
        name = _only_bare(holders[title])
        taken = {_low(here, post.body) for _, post in holders[title]}
        told = [post for post in _unnamed(here, title) if _low(here, post.body) not in taken] if name else []
        if name and len({_low(here, post.body) for post in told}) == 1:
            first, last = told[0].title[0], told[0].end
            found.append(Held(first, (told[0],), Person(first, last, name)))
    return found


def _only_bare(told: list[tuple[str, Post]]) -> str | None:
    """Name the one person who holds a title and no country with it, now, not formerly."""
    bare = {name for name, post in told if post.body is None} - {
        name for name, post in told if post.body or post.status == "former"
    }
    return bare.pop() if len(bare) == 1 else None


def _low(here: Scene, span: tuple[int, int] | None) -> str:
    return " ".join(here.words.low[slice(*span)]) if span else ""


def _unnamed(here: Scene, title: str) -> list[Post]:
    """List where a title stands with a country and without a name."""
    found = []
    for i in titles_at(here):
        end = i + len(title.split())
        if _low(here, (i, end)) == title and end in here.body and here.words.low[i - 1 : i] not in OTHERS:
            country = longest(countries(), here.words, end)
            if country and country[0] not in here.person and here.words.low[slice(end, country[0])] not in _led(here):
                found.append(Post((i, end), (end, country[0]), country[0], "current", "post"))
    return found


@remembered
def _led(here: Scene) -> frozenset[tuple[str, ...]]:
    """List the words before somebody who is told of as the leader of what they name: `người đồng cấp | Nga | Karl Weber`."""
    low = here.words.low
    sized = ((first - size, first) for first in here.person for size in range(1, LONGEST_COUNTRY + 1))
    return frozenset(low[start:first] for start, first in sized if start > 0 and low[start - 1] in LEADERS)
