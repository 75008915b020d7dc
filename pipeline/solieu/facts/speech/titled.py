"""Speakers named by their position alone, where the article gives it to one person: `Thủ tướng nhấn mạnh`."""

from __future__ import annotations

from solieu.facts.memo import remembered
from solieu.facts.people.chains import chain_at, titles_at
from solieu.facts.people.holders import held
from solieu.facts.people.merging import position_words, tells
from solieu.facts.people.posts import Post
from solieu.facts.people.scene import Scene
from solieu.facts.speech.speakers import Speaker
from solieu.facts.speech.verbs import cue_after


def titled(here: Scene) -> list[Speaker]:
    """List the positions that speak without a name, with the name of the one person of the article who holds them."""
    posts = held(here)
    taken = {i for post in posts for i in range(post.first, post.chain[-1].end)}
    found: list[Speaker] = []
    done = 0
    for i in titles_at(here):
        if i in taken or i < done:
            continue
        chain = chain_at(here, i)
        if not chain:
            continue
        done = chain[-1].end
        theo = i > 0 and here.words.low[i - 1] == "theo"
        name = _only_holder(here, chain[0]) if len(chain) == 1 and (theo or cue_after(here, done)) else ""
        if name:
            found.append(Speaker(i, done + (here.words.low[done : done + 1] == (",",)), name, ""))
    return found


def _only_holder(here: Scene, post: Post) -> str:
    """Name the one person who holds a position that tells no less than this one."""
    wanted = _words(here, post)
    names = {name for name, known in _known(here) if wanted <= known and tells(wanted, known)}
    return names.pop() if len(names) == 1 else ""


@remembered
def _known(here: Scene) -> frozenset[tuple[str, frozenset[str]]]:
    """List who holds which positions, each by its words."""
    return frozenset((one.who.name, _words(here, post)) for one in held(here) for post in one.chain)


def _words(here: Scene, post: Post) -> frozenset[str]:
    body = here.words.low[slice(*post.body)] if post.body else ()
    return position_words((*here.words.low[slice(*post.title)], *body))
