"""How much text stands below an element and how much of it is linked: read in C, for every part of a page is asked."""

from __future__ import annotations

from lxml import etree

from solieu.clean.canonical import line
from solieu.clean.parse import Tree

LENGTH = etree.XPath("string-length(normalize-space(.))")
ELEMENTS = etree.XPath("count(descendant-or-self::*)")
TEXTS = etree.XPath("descendant::text()", smart_strings=False)
LINKED = etree.XPath("descendant::text()[ancestor::a]", smart_strings=False)  # `a//text()` is quadratic


def text_of(node: Tree) -> str:
    """Return an element's text as one canonical line, a space between its parts."""
    return line(" ".join(TEXTS(node)))


def linked_length(node: Tree) -> int:
    """Count the characters of an element's links, without the spaces around their parts."""
    return sum(map(len, map(str.strip, LINKED(node))))


def short_text(node: Tree, limit: int) -> str | None:
    """Return an element's text, a space between its parts; None where it is longer than `limit` characters."""
    parts = []
    size = 0
    for part in node.itertext():
        size += len(part.strip())
        if size > limit:
            return None
        parts.append(part)
    return line(" ".join(parts))
