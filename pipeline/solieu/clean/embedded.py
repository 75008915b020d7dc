"""Pages filled in by scripts: the article out of the JSON that the page carries for them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import Any

from solieu.clean.canonical import lines
from solieu.clean.declared import ARTICLE_TYPES, loads
from solieu.clean.parse import Tree

# `__NEXT_DATA__` and its like: a script of type JSON, or one that assigns a state to a variable.
STATE = re.compile(r"\s{0,20}(?:window\.|self\.|var |let |const )?[\w.$]{2,60}(?:\[[\"'\w]{1,40}\])?\s?=\s?(?=[{\[])")
TITLES = ("title", "headline", "name")
LEADS = ("lead", "sapo", "summary", "description", "excerpt", "intro", "introtext", "teaser")
DATES = (
    *("datePublished", "publishedAt", "published_at", "publishDate", "publish_date", "publishedDate", "publishTime"),
    *("published", "pubDate", "date"),
)
AUTHORS = ("authors", "author", "byline", "writer", "creator")
NAMES = ("name", "fullName", "full_name", "displayName", "penName")
MIN_BODY = 150  # characters of text that can be an article's body
MIN_SENTENCES = 2
MARKED_UP = 1.25  # worth of a body that has its headings and captions over a plain one
MAX_JSON = 8 * 2**20
SENTENCE = re.compile(r"[.!?…][\"”’]?(?:\s|<|$)")
TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class Embedded:
    """An article found in a page's JSON: its body as HTML, and what stands beside that."""

    html: str
    size: int
    title: str | None
    published: str | None
    authors: tuple[str, ...]
    trusted: bool
    marked_up: bool


def read_scripts(tree: Tree) -> tuple[str, ...]:
    """Take the texts of the scripts that can carry data."""
    found = ((node.text or "", node.get("type") or "") for node in tree.iter("script"))
    sized = ((text, kind) for text, kind in found if MIN_BODY < len(text) < MAX_JSON)
    return tuple(text for text, kind in sized if "json" in kind or STATE.match(text))


def find_embedded(scripts: tuple[str, ...]) -> Embedded | None:
    """Find the longest body in the data of a page, a body marked up as HTML before one that is plain text."""
    found = [article for text in scripts for item in objects(data_of(text)) if (article := article_of(item))]
    return max(found, key=lambda article: article.size * (MARKED_UP if article.marked_up else 1), default=None)


def data_of(text: str) -> Any:  # noqa: ANN401  JSON is what it is
    """Read a script's data: JSON, or the value a state is assigned."""
    state = STATE.match(text)
    if state is None:
        return loads(text)
    try:
        return json.JSONDecoder(strict=False).raw_decode(text, state.end())[0]
    except (ValueError, RecursionError):
        return None


def objects(data: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401  JSON is what it is
    """Yield every object inside some data, however deep."""
    stack = [data]
    while stack:
        item = stack.pop()
        if isinstance(item, dict):
            yield item
            stack.extend(item.values())
        elif isinstance(item, list):
            stack.extend(item)


def article_of(item: dict[str, Any]) -> Embedded | None:
    """Read an object that holds a body of text, with the title, lead, date and authors beside it."""
    body, size = max((body_of(value) for value in item.values()), key=lambda found: found[1], default=("", 0))
    if size < MIN_BODY:
        return None
    lead = first_text(item, LEADS)
    if lead and line_in(lead, body):
        lead = None
    return Embedded(
        (f"<p>{escape(lead)}</p>" if lead else "") + body,
        size,
        first_text(item, TITLES),
        first_text(item, DATES),
        tuple(names(next((item[key] for key in AUTHORS if item.get(key)), None))),
        item.get("@type") in ARTICLE_TYPES if isinstance(item.get("@type"), str) else False,
        any(isinstance(value, str) and "</" in value for value in item.values()),
    )


def body_of(value: object) -> tuple[str, int]:
    """Return a value as HTML with the length of its text, if it is a body: sentences, marked up, plain or in blocks."""
    if isinstance(value, list):
        value = "\n".join(text for block in value if isinstance(block, dict) and (text := block_text(block)))
    if not isinstance(value, str) or len(value) < MIN_BODY:
        return "", 0
    text = TAG.sub(" ", value)
    if len(SENTENCE.findall(text)) < MIN_SENTENCES or " " not in text[:40]:
        return "", 0
    return value if "</" in value else "".join(f"<p>{escape(part)}</p>" for part in lines(value)), len(text)


def block_text(block: dict[str, Any]) -> str:
    """Return the text of one block of an editor's list of blocks."""
    data = block.get("data")
    inner = data if isinstance(data, dict) else block
    return next((inner[key] for key in ("text", "content", "html", "value") if isinstance(inner.get(key), str)), "")


def line_in(lead: str, body: str) -> bool:
    """Tell whether a lead is the body's beginning already."""
    return lead[:40] in TAG.sub("", body)[: 2 * len(lead) + 200]


def first_text(item: dict[str, Any], keys: tuple[str, ...]) -> str | None:
    """Return the first of some fields that is a text."""
    return next((item[key] for key in keys if isinstance(item.get(key), str) and item[key].strip()), None)


def names(value: object) -> Iterator[str]:
    """Yield the names in a field of authors: a text, an object, a list of either."""
    for item in value if isinstance(value, list) else [value]:
        name = first_text(item, NAMES) if isinstance(item, dict) else item
        if isinstance(name, str) and name.strip():
            yield name
