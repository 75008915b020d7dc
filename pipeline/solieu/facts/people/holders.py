"""Who holds a position: the person named after it, before it, or as the subject of its sentence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from solieu.facts.memo import remembered
from solieu.facts.people.chains import chain_at, titles_at
from solieu.facts.people.gaps import PARTING, closing, named_before, over_gap, plural
from solieu.facts.people.names import honorific_before, over_honorifics
from solieu.facts.people.people import Person
from solieu.facts.people.posts import Post
from solieu.facts.people.roles import ROLE_VERBS, ended, subject
from solieu.facts.people.scene import Scene
from solieu.facts.people.sharing import after_holder, before_holder, with_next
from solieu.facts.words import DASHES, Phrases, longest, phrases

ALL = ("đều", "là")
LISTING = {":", "gồm", "là"}  # các phó chủ tịch gồm
TAKEN = {"làm", "chức", "vụ", "danh", "thành"}  # ông A làm chủ tịch, ông B làm phó
INSTEAD = ("thay", "thay cho", "thay thế", "thay thế cho")
AIDES = {("thư", "ký"), ("trợ", "lý")}  # thư ký ông Hà: somebody else
NEAR = 4  # words


@dataclass(frozen=True, slots=True)
class Held:
    """The positions that a person holds, from word `first` on."""

    first: int
    chain: tuple[Post, ...]
    who: Person


@remembered
def held(here: Scene) -> tuple[Held, ...]:
    """Read every position of the article that is somebody's, in the order of the text.

    >>> from solieu.facts.people.scene import scene
    >>> from solieu.records import Entity, Reading
    >>> text = "Ông Lê Văn An, chủ tịch UBND huyện Phú Thạnh, dự họp; giám đốc sở vắng mặt."
    >>> who = Entity(4, 13, "Lê Văn An", "PER", norm="Lê Văn An")
    >>> here = scene(Reading(text, ((0, len(text)),), (who,)))
    >>> [(one.who.name, [here.words.span(*post.title) for post in one.chain]) for one in held(here)]
    [('Lê Văn An', ['chủ tịch'])]
    """
    found: list[Held] = []
    done = 0
    for i in titles_at(here):
        chain = chain_at(here, i) if i >= done else []
        if chain:
            found.extend(_held(here, i, chain))
            done = chain[-1].end
    return tuple(_shared(here, found))


def _shared(here: Scene, found: list[Held]) -> list[Held]:
    """Give positions that name no organisation the one told before their holder, or with the next person's position."""
    for k, one in enumerate(found):
        last = one.chain[-1]
        if last.body is None:
            last = before_holder(here, one.who.first, last) if one.who.last <= one.first else last
            last = after_holder(here, last, one.who)
            if k + 1 < len(found) and found[k + 1].who.first > last.end:
                last = with_next(here, last, found[k + 1].chain[0], found[k + 1].who.first)
            found[k] = replace(one, chain=(*one.chain[:-1], last))
    return found


def _held(here: Scene, i: int, chain: list[Post]) -> list[Held]:
    """Give the positions of a row to whom they belong: `ông A, chủ tịch X, bộ trưởng B` names two people."""
    last = chain[-1]
    before = named_before(here, i, last.end) if len(chain) > 1 else None
    if len(chain) > 1 and before is None and _taken(here, i):
        before = subject(here, i)
    if before and last.end in here.person:
        return [Held(i, tuple(chain[:-1]), before), Held(last.title[0], (last,), here.ends[here.person[last.end]])]
    return [Held(i, _timed(here, i, chain, who), who) for who in holders(here, i, chain)] + _replaced(here, last)


def _timed(here: Scene, i: int, chain: list[Post], who: Person) -> tuple[Post, ...]:
    """Mark the positions from word `i` on as former where the words before them say so: `ông A từng giữ chức …`."""
    after = who.first > i
    if i == 0 or (after and len(chain) > 1) or here.words.low[i - 1] not in ROLE_VERBS | {":"}:
        return tuple(chain)
    if ended(here.words, i - NEAR if after else who.last, i):
        return tuple(replace(post, status="former") if post.status == "current" else post for post in chain)
    return tuple(chain)


def _replaced(here: Scene, post: Post) -> list[Held]:
    """Give a position to whom another takes it from as well: `ông A được bầu làm chủ tịch X thay ông B`."""
    found = longest(_instead(), here.words, post.end)
    name = over_honorifics(here.words, found[0]) if found else 0
    if found is None or name not in here.person or name == found[0]:
        return []
    return [Held(post.title[0], (replace(post, status="former"),), here.ends[here.person[name]])]


def holders(here: Scene, i: int, chain: list[Post]) -> list[Person]:
    """Find who holds the positions from word `i` on: one person, or several after `là các ông`.

    The person named after them, unless a comma or a line break stands between and one is named before them.
    """
    end = chain[-1].end
    if here.words.low[max(0, i - len(ALL)) : i] == ALL:
        return _row_before(here, i - len(ALL))
    after, before = _after(here, i, end), named_before(here, i, end)
    body = chain[-1].body
    named = body is not None and body[0] in here.organisations
    own = named and i - 1 in here.ends and here.words.low[i - 1] in DASHES  # ông A - trưởng khoa Bệnh viện B
    parted = here.words.low[end : end + 1] == (",",)
    if after and not (parted and _taken(here, i)) and (before is None or not (own or parted or here.words.breaks(end))):
        return after
    who = before or (None if after and not parted else subject(here, i))
    return [who] if who else after


def _taken(here: Scene, i: int) -> bool:
    """Say whether the word before a position says that somebody takes or holds it: `ông A làm | chủ tịch`."""
    return i > 0 and here.words.low[i - 1] in TAKEN


def _after(here: Scene, i: int, end: int) -> list[Person]:
    """Find the person named directly after word `end`, an honorific, a comma, a dash or `là` between at most."""
    words = here.words
    if end >= len(words) or (end in here.stops and not (words.breaks(end) and words.breaks(i))):
        return []
    at = over_gap(here, i, end)
    name = over_honorifics(words, at)
    if plural(here, at + 1) or (plural(here, i) and words.low[end] in LISTING):
        return _list(here, name)
    another = (at > end and plural(here, i)) or (name > at == end and words.low[end - 2 : end] in AIDES)
    return [] if another or name not in here.person else [here.ends[here.person[name]]]


@cache
def _instead() -> Phrases:
    """List the words between a position and the one who held it before."""
    return phrases([form] for form in INSTEAD)


def _list(here: Scene, i: int) -> list[Person]:
    """Read the names from word `i` on, with `và`, commas, honorifics and brackets between."""
    words, at = here.words, i
    found: list[Person] = []
    while at in here.person:
        at = here.person[at]
        found.append(here.ends[at])
        if at < len(words) and words.low[at] == "(":
            at = closing(here, at)
        if at < len(words) and words.low[at] in {"và", ","}:
            at = over_honorifics(words, at + 1)
    return found


def _row_before(here: Scene, i: int) -> list[Person]:
    """Read the names of a row that ends before word `i`: `A, B và C (đều là …)`."""
    words, at = here.words, i - 1
    found: list[Person] = []
    while at > 0 and (words.low[at] in PARTING or words.low[at] == "và") and at in here.ends:
        found.insert(0, here.ends[at])
        start = honorific_before(words, here.ends[at].first)
        at = (here.ends[at].first if start is None else start) - 1
    return found
