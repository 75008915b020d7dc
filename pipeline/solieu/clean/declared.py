"""What a page says about itself in its head: JSON-LD, OpenGraph, microdata, meta."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from lxml import etree

from solieu.clean.canonical import line
from solieu.clean.parse import Tree

ARTICLE_TYPES = frozenset(
    (
        *("Article", "NewsArticle", "BlogPosting", "ReportageNewsArticle", "AnalysisNewsArticle"),
        *("OpinionNewsArticle", "LiveBlogPosting", "TechArticle"),
    )
)
TITLE_KEYS = ("og:title", "twitter:title", "title", "headline", "dc.title", "its_title", "name")
DATE_KEYS = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "published_time",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "dc:created",
    "dc:date",
    "schema:datepublished",
    "article:published",
    "date",
)
AUTHOR_KEYS = ("dable:author", "article:author", "dc.creator", "author", "twitter:creator", "sailthru.author")
DESCRIPTION_KEYS = ("og:description", "description", "twitter:description")
URL_KEYS = ("og:url",)
STATED = etree.XPath("//@property/parent::*[@content][not(self::meta)]")  # RDFa
MAX_JSON = 5 * 2**20


@dataclass(frozen=True, slots=True)
class Declared:
    """What the head of a page says: candidates for each field, most trusted first, as written."""

    titles: tuple[str, ...] = ()
    page_title: str = ""
    dates: tuple[str, ...] = ()
    authors: tuple[tuple[str, ...], ...] = ()
    descriptions: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    site_names: tuple[str, ...] = ()
    kinds: frozenset[str] = frozenset()


def read_declared(tree: Tree) -> Declared:
    """Read a page's metadata, before scripts are taken out of the tree."""
    meta = read_meta(tree)
    items = list(linked_data(tree))
    linked = [item for item in items if not ARTICLE_TYPES.isdisjoint(types(item))]
    return Declared(
        titles=(*texts(linked, "headline"), *picked(meta, TITLE_KEYS)),
        page_title=title_of(tree),
        dates=(*texts(linked, "datePublished"), *picked(meta, DATE_KEYS), *texts(linked, "dateCreated")),
        authors=(*(names for item in linked if (names := tuple(people(item.get("author"))))), *listed(meta)),
        descriptions=(*picked(meta, DESCRIPTION_KEYS), *texts(linked, "description")),
        urls=(*canonical_links(tree), *picked(meta, URL_KEYS)),
        bodies=tuple(texts(linked, "articleBody")),
        site_names=picked(meta, ("og:site_name", "application-name", "twitter:site", "generator", "copyright", "source")),
        kinds=frozenset(map(str.lower, (*picked(meta, ("og:type",)), *(name for item in items for name in types(item))))),
    )


def title_of(tree: Tree) -> str:
    """Read <title>, cut at markup: an unclosed one has swallowed scripts."""
    node = tree.find(".//title")
    return line((node.text or "").partition("<")[0]) if node is not None else ""


def read_meta(tree: Tree) -> dict[str, list[str]]:
    """Collect `meta` contents by their name, property or itemprop, lower case."""
    found: dict[str, list[str]] = {}
    for node in tree.iter("meta"):
        add_stated(found, node)
    if found.keys().isdisjoint(DATE_KEYS):
        for node in STATED(tree):
            add_stated(found, node)
    return found


def add_stated(found: dict[str, list[str]], node: Tree) -> None:
    """Add what an element says of the page to the contents found, by name."""
    content = line(unescape(node.get("content") or node.get("value") or ""))
    for key in ("property", "name", "itemprop"):
        for name in (node.get(key) or "").lower().split() if content else ():
            found.setdefault(name, []).append(content)


def picked(meta: dict[str, list[str]], keys: tuple[str, ...]) -> tuple[str, ...]:
    """Take the contents of some names, in the order of the names."""
    return tuple(content for key in keys for content in meta.get(key, ()))


def listed(meta: dict[str, list[str]]) -> list[tuple[str, ...]]:
    """Take the authors that each `meta` names."""
    return [tuple(meta[key]) for key in AUTHOR_KEYS if key in meta]


def canonical_links(tree: Tree) -> list[str]:
    """Take the page's address from `link rel=canonical`."""
    return [node.get("href") for node in tree.iter("link") if (node.get("rel") or "").lower() == "canonical" and node.get("href")]


def linked_data(tree: Tree) -> Iterator[dict[str, Any]]:
    """Yield the objects of a page's JSON-LD."""
    for node in tree.iter("script"):
        if "ld+json" in (node.get("type") or "") and node.text and len(node.text) < MAX_JSON:
            yield from walk(loads(node.text))


def types(item: dict[str, Any]) -> list[str]:
    """List what a JSON-LD object says it is."""
    kind = item.get("@type")
    return [name for name in (kind if isinstance(kind, list) else [kind]) if isinstance(name, str)]


def loads(text: str) -> Any:  # noqa: ANN401  JSON is what it is
    """Read JSON as pages write it: raw line feeds in strings, a comment around it, a trailing semicolon."""
    text = text.strip().removeprefix("<![CDATA[").removeprefix("//<![CDATA[").rstrip(";").strip()
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def walk(data: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401  JSON is what it is
    """Yield every object of a JSON-LD document that can be an item: alone, in a list, in `@graph`."""
    stack = [data]
    while stack:
        item = stack.pop(0)
        if isinstance(item, list):
            stack.extend(item)
        elif isinstance(item, dict):
            yield item
            inner = (item.get(key) for key in ("@graph", "mainEntity", "mainEntityOfPage"))
            stack.extend(part for part in inner if isinstance(part, list | dict))


def texts(items: list[dict[str, Any]], key: str) -> list[str]:
    """Take a text field of some objects; JSON-LD is often escaped twice."""
    return [line(unescape(unescape(item[key]))) for item in items if isinstance(item.get(key), str) and item[key].strip()]


def people(author: object) -> Iterator[str]:
    """Yield the names of persons in a JSON-LD `author`; an organisation there is the site itself."""
    for item in author if isinstance(author, list) else [author]:
        if isinstance(item, str):
            yield line(unescape(item))
        elif isinstance(item, dict) and item.get("@type") != "Organization":
            for name in item["name"] if isinstance(item.get("name"), list) else [item.get("name")]:
                if isinstance(name, str) and name.strip():
                    yield line(unescape(unescape(name)))
