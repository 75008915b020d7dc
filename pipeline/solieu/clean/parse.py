"""HTML text to an lxml tree that has lost nothing: repairs for what the parser would drop, swallow or choke on."""

from __future__ import annotations

import re
from typing import TypeAlias

from lxml import etree

from solieu.errors import PageError

Tree: TypeAlias = etree._Element  # noqa: SLF001  lxml's public functions return it, it has no public name

MAX_CHARS = 16 * 2**20  # after pictures are taken out: lxml and BeautifulSoup stay under 1 GiB and 10 s
MAX_TAG = 20_000  # characters of one tag: libxml2 compares each attribute with all others (100,000 take 90 s)
MAX_DEPTH = 200  # elements inside each other, kept when a page has more than libxml2's 2,048
NO_TEXT = ("script", "style", "noscript", "template", "svg", "math", "iframe", "object", "select", "textarea")
PICTURE = re.compile(r"data:[a-z]{1,20}/[^\"'\s<>)]{200,}")
LONG_TAG = re.compile(rf"<([a-zA-Z][\w:-]{{0,40}})[^<>]{{{MAX_TAG},}}>")
TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)[^<>]*>")
# Elements whose content is raw text up to their end tag; unclosed they swallow the rest of the page.
RAW = re.compile(r"<(/?(?:script|style|title|textarea|noscript|iframe))\b", re.IGNORECASE)
GOES_ON = re.compile(r"</(?:body|p)\b", re.IGNORECASE)


def parse(html: str) -> Tree:
    """Parse a page. Raises PageError `empty` or `too_large`."""
    html = slim(html)
    if not html.strip():
        raise PageError("empty", "the page has no characters but spaces")
    if len(html) > MAX_CHARS:
        raise PageError("too_large", f"{len(html) >> 20} MB of HTML without its pictures, more than {MAX_CHARS >> 20}")
    tree, too_deep = build(html)
    return build(flatten(html))[0] if too_deep else tree


def slim(html: str) -> str:
    """Take out pictures written into the page, floods of attributes, NULs and openings that nothing closes."""
    html = html.replace("\0", "")
    if "data:" in html:
        html = PICTURE.sub("data:,", html)
    if max(map(len, html.split(">"))) > MAX_TAG:
        html = LONG_TAG.sub(r"<\1>", html)
    return close_raw(close_comments(html))


def close_comments(html: str) -> str:
    """Drop comment openings after the last comment's end: unclosed, the first hides the rest of the page."""
    end = html.rfind("-->") + 1
    return html[:end] + html[end:].replace("<!--", "") if "<!--" in html[end:] else html


def close_raw(html: str) -> str:
    """Drop openings of raw-text elements after the last such end tag, where the page itself goes on behind them."""
    last = {found[1].lower(): found for found in RAW.finditer(html)}
    for name, found in last.items():
        if not name.startswith("/"):
            end = last["/" + name].end() if "/" + name in last else 0
            start = html.lower().find(f"<{name}", end) if found.start() > end else -1
            if start >= 0 and GOES_ON.search(html, start):
                html = html[:start] + re.sub(rf"<{name}\b[^<>]*>", "", html[start:], flags=re.IGNORECASE)
    return html


def build(html: str) -> tuple[Tree, bool]:
    """Parse with libxml2; tell whether it dropped what stood too deep."""
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        tree = etree.fromstring(html.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise PageError("empty", f"nothing a parser can read: {error}") from error
    if tree is None:
        raise PageError("empty", "nothing a parser can read")
    for other in list(tree.itersiblings()):
        tree.append(other)  # what follows an </html> comes as a second root
    return tree, any("depth" in error.message for error in parser.error_log)


def flatten(html: str) -> str:
    """Drop the tags that stand deeper than `MAX_DEPTH`, with their ends, but paragraphs and headings.

    Text is kept; one linear pass, for the rare page that nests a thousand elements.
    """
    depth = 0
    kept: list[str] = []
    at = 0
    for tag in TAG.finditer(html):
        closing, name = tag[1], tag[2].lower()
        if name not in NESTING:
            continue
        depth += -1 if closing else 1
        if depth + bool(closing) > MAX_DEPTH:
            kept.append(html[at : tag.start()])
            at = tag.end()
    return "".join(kept) + html[at:]


NESTING = frozenset(
    (
        *("div", "span", "b", "i", "u", "em", "strong", "font", "center", "section", "blockquote", "table", "tbody", "tr"),
        *("td", "ul", "ol", "li"),
    )
)
