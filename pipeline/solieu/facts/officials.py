"""Named people with their positions, one row for each."""

from __future__ import annotations

from solieu.facts.kind import FactType
from solieu.facts.memo import remembered
from solieu.facts.people.countries import retold
from solieu.facts.people.holders import held
from solieu.facts.people.merging import merged
from solieu.facts.people.people import Person
from solieu.facts.people.places import place_of
from solieu.facts.people.posts import Post
from solieu.facts.people.scene import Scene, scene
from solieu.records import Official, Reading, Span


def find(reading: Reading) -> list[Span]:
    """List the mentions that give a named person a position, one for each row; the label is the title."""
    return [Span(row.start, row.end, row.title) for row in rows_of(reading)]


def normalize(reading: Reading, span: Span) -> Official | None:
    """Read the position a mention gives."""
    return _by_span(reading).get(span)


@remembered
def _by_span(reading: Reading) -> dict[Span, Official]:
    rows = reversed(rows_of(reading))  # of two with one span the first stays
    return {Span(row.start, row.end, row.title): row for row in rows}


@remembered
def rows_of(reading: Reading) -> tuple[Official, ...]:
    """Read every position of the article, the same one told twice as one row."""
    here = scene(reading)
    return merged([_row(here, post.who, position) for post in [*held(here), *retold(here)] for position in post.chain])


def _row(here: Scene, who: Person, post: Post) -> Official:
    """Write one row; the mention runs from the name or the title, whichever comes first, to the end of the other."""
    words = here.words
    first = min(who.first, post.title[0], post.body[0] if post.body else who.first)
    last = max(who.last, post.title[1], post.body[1] if post.body else 0)
    return Official(
        start=words.start[first],
        end=words.end[last - 1],
        name=who.name,
        title=words.span(*post.title),
        organisation=words.span(*post.body) if post.body else None,
        place=place_of(here, post.body),
        status=post.status,
    )


OFFICIAL = FactType("official", "officials", find, normalize)
