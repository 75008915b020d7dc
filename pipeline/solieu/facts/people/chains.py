"""Several positions in a row: `Chủ tịch HĐQT kiêm Tổng giám đốc Công ty X`."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from solieu.facts.memo import remembered
from solieu.facts.people.posts import Post, post_at
from solieu.facts.people.roles import listed
from solieu.facts.people.scene import Scene
from solieu.facts.people.titles import first_words, head_at
from solieu.facts.words import DASHES, Phrases, Words, longest, phrases

BETWEEN = {",", "kiêm", "nhiệm", "và", "đồng", "thời", *DASHES}  # words between two positions of one person
LONGEST_TIE = 3
NOW = ("nay là", "hiện là", "hiện nay là", "nay giữ chức", "hiện giữ chức")
MARKS = (",", ";", "và", *DASHES)
UNION = ("công", "đòan")  # folded


@remembered
def titles_at(scene: Scene) -> tuple[int, ...]:
    """List the words of an article at which a title may begin."""
    heads = first_words()
    words = scene.words
    return tuple([i for i, low in enumerate(words.low) if low in heads and head_at(words, i)])


def chain_at(scene: Scene, i: int) -> list[Post]:
    """Read the row of positions that begins at word `i`; one without organisation may share the next one's."""
    posts: list[Post] = []
    ties: list[str] = []
    post = post_at(scene, i)
    while post:
        posts.append(post)
        at, how = _tie(scene.words, post.end, BETWEEN | {";"} if listed(scene.words, i) else BETWEEN)
        if how.endswith(NOW):
            posts = [replace(held, status="former") if held.status == "current" else held for held in posts]
        ties.append(how)
        post = None if (how == "và" and post.body) or (not how and scene.words.breaks(at)) else post_at(scene, at)
    for k in range(len(posts) - 2, -1, -1):
        if _shares(posts[k], posts[k + 1], ties[k]) and not (ties[k] == "," and _union(scene.words, posts[k + 1])):
            posts[k] = replace(posts[k], body=posts[k + 1].body)
    return posts


def _tie(words: Words, i: int, between: set[str]) -> tuple[int, str]:
    """Read what may stand between two positions of one person: nothing, a comma, a dash, `kiêm`, `, nay là`."""
    now = longest(_now(), words, i)
    if now:
        return now[0], " ".join(words.low[i : now[0]])
    at = i
    while at < len(words) and at < i + LONGEST_TIE and words.low[at] in between:
        at += 1
    return at, " ".join(words.low[i:at])


@cache
def _now() -> Phrases:
    """List the ways to say that the next position is the one held now."""
    return phrases([f"{mark} {now}"] for mark in MARKS for now in NOW)


def _union(words: Words, post: Post) -> bool:
    """Say whether a position is one in a trade union: `hiệu trưởng, chủ tịch Công đoàn trường` heads the school, too."""
    return post.body is not None and words.low[post.body[0] : post.body[0] + len(UNION)] == UNION


def _shares(post: Post, after: Post, how: str) -> bool:
    """Say whether a position has the organisation of the one after it."""
    if post.body is not None or after.body is None:
        return False
    return post.family == "lead" and (after.family == "lead" or "kiêm" in how or "và" in how)
