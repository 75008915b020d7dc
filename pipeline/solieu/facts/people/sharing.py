"""Organisations told elsewhere than after the position: before or after its holder, or with the next person's position."""

from __future__ import annotations

from dataclasses import replace

from solieu.facts.people.names import honorific_before
from solieu.facts.people.people import Person
from solieu.facts.people.posts import Post
from solieu.facts.people.scene import Scene

JOINED = {"và", ","}


def before_holder(here: Scene, first: int, post: Post) -> Post:
    """Give a position the organisation named before its holder, whose name begins at word `first`: `X do ông A làm giám đốc`."""
    if post.body is not None or post.family != "lead":
        return post
    at = honorific_before(here.words, first)
    do = (first if at is None else at) - 1
    if do <= 0 or here.words.low[do] != "do":
        return post
    body = next(((start, end) for start, end in here.body.items() if end == do and start in here.organisations), None)
    return replace(post, body=body) if body else post


def after_holder(here: Scene, post: Post, who: Person) -> Post:
    """Give a position the country or body named after its holder: `Tổng thống Vladimir Putin của Nga`."""
    first = who.last + 1
    if post.body is not None or who.first < post.end or here.words.low[who.last : first] != ("của",) or first not in here.body:
        return post
    return replace(post, body=(first, here.body[first]))


def with_next(here: Scene, post: Post, after: Post, first: int) -> Post:
    """Give a position the organisation of the next person's: `ông A, Chủ tịch và ông B, Phó Chủ tịch UBND huyện`.

    `first` is the word at which the next person's name begins.
    """
    words = here.words
    if post.body is not None or after.body is None or not post.family == after.family == "lead":
        return post
    at = honorific_before(words, first)
    near = (first if at is None else at) == post.end + 1 and words.low[post.end] in JOINED
    return replace(post, body=after.body) if near else post
