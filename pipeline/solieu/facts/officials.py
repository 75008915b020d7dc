"""Named people with their positions, one row for each."""

from __future__ import annotations

from functools import lru_cache

from solieu.facts.holders import holder
from solieu.facts.kind import FactType
from solieu.facts.merging import merged
from solieu.facts.people import Person
from solieu.facts.posts import Post, chain_at
from solieu.facts.scene import Scene, scene
from solieu.records import Official, Reading, Span


def find(reading: Reading) -> list[Span]:
    """List the mentions that give a named person a position, one for each row; the label is the title."""
    return [Span(row.start, row.end, row.title) for row in rows_of(reading)]


def normalize(reading: Reading, span: Span) -> Official | None:
    """Read the position a mention gives."""
    same = (row for row in rows_of(reading) if Span(row.start, row.end, row.title) == span)
    return next(same, None)


@lru_cache(maxsize=1)  # `normalize` is asked for one row at a time, and a row depends on the whole article
def rows_of(reading: Reading) -> tuple[Official, ...]:
    """Read every position of the article, the same one told twice as one row."""
    here = scene(reading)
    return merged(claims(here))


def claims(here: Scene) -> list[Official]:
    """Read every position a sentence of the article gives a person, in the order of the text."""
    found: list[Official] = []
    i = 0
    while i < len(here.words):
        chain = chain_at(here, i)
        who = holder(here, i, chain) if chain else None
        if who:
            found.extend(_row(here, who, post) for post in chain)
        i = chain[-1].end if chain else i + 1
    return found


def _row(here: Scene, who: Person, post: Post) -> Official:
    """Write one row; the mention runs from the name or the title, whichever comes first, to the end of the other."""
    words = here.words
    first = min(who.first, post.title[0])
    last = max(who.last, post.title[1], post.body[1] if post.body else 0)
    return Official(
        start=words.start[first],
        end=words.end[last - 1],
        name=who.name,
        title=words.span(*post.title),
        organisation=words.span(*post.body) if post.body else None,
        status=post.status,
    )


OFFICIAL = FactType("official", "officials", find, normalize)
