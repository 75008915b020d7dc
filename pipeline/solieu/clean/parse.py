"""HTML text to an lxml tree that has lost nothing: repairs for what the parser would drop, swallow or choke on."""

from __future__ import annotations

import re
from typing import TypeAlias

from lxml import etree

from solieu.errors import PageError

Tree: TypeAlias = etree._Element  # noqa: SLF001  lxml's public functions return it, it has no public name

MAX_BYTES = 16 * 2**20  # of UTF-8 after pictures are taken out: lxml and BeautifulSoup stay under 1 GiB and 10 s
MAX_TAG = 20_000  # bytes of one tag: libxml2 compares each attribute with all others (100,000 take 90 s)
MAX_DEPTH = 200  # elements inside each other, kept when a page has more than libxml2's 2,048
NO_TEXT = ("script", "style", "noscript", "template", "svg", "math", "iframe", "object", "select", "textarea")
PICTURE = re.compile(rb"data:[a-z]{1,20}/[^\"'\s<>)]{200,}")
LONG_TAG = re.compile(rb"<([a-zA-Z][\w:-]{0,40}+)[^<>]{%d,}+>" % MAX_TAG)
TAG = re.compile(rb"<(/?)([a-zA-Z][\w:-]*)[^<>]*>")
# Elements whose content is raw text up to their end tag; unclosed they swallow the rest of the page.
RAW = re.compile(rb"<(/?(?:script|style|title|textarea|noscript|iframe))\b")
GOES_ON = re.compile(rb"</(?:body|p)\b", re.IGNORECASE)


def parse(html: str) -> Tree:
    """Parse a page. Raises PageError `empty` or `too_large`."""
    if not html or html.isspace():
        raise PageError("empty", "the page has no characters but spaces")
    data = slim(html.encode("utf-8", "replace"))  # bytes are searched several times as fast
    if len(data) > MAX_BYTES:
        raise PageError("too_large", f"{len(data) >> 20} MB of HTML without its pictures, more than {MAX_BYTES >> 20}")
    tree, too_deep = build(data)
    return build(flatten(data))[0] if too_deep else tree


def slim(html: bytes) -> bytes:
    """Take out pictures written into the page, floods of attributes, NULs and openings that nothing closes."""
    html = html.replace(b"\0", b"")
    if b"data:" in html:
        html = PICTURE.sub(b"data:,", html)
    if has_long_tag(html):
        html = LONG_TAG.sub(rb"<\1>", html)
    return close_raw(close_comments(html))


def has_long_tag(html: bytes) -> bool:
    """Tell whether there is a tag over the limit: an opening bracket with no other bracket for so long."""
    at = 0
    while at + MAX_TAG < len(html):
        last = max(html.rfind(bracket, at, at + MAX_TAG) for bracket in (b"<", b">"))
        if last < 0 and html[at - 1 : at] == b"<":
            return True
        at = last + 1 if last >= 0 else at + MAX_TAG
    return False


def close_comments(html: bytes) -> bytes:
    """Drop comment openings after the last comment's end: unclosed, the first hides the rest of the page."""
    end = html.rfind(b"-->") + 1
    return html[:end] + html[end:].replace(b"<!--", b"") if html.find(b"<!--", end) >= 0 else html


def close_raw(html: bytes) -> bytes:
    """Drop openings of raw-text elements after the last such end tag, where the page itself goes on behind them."""
    low = html.lower()
    last = {found[1]: found.start() for found in RAW.finditer(low)}
    for name, opened in last.items():
        closed = last.get(b"/" + name, -1)
        if not name.startswith(b"/") and opened > closed and GOES_ON.search(html, start := low.find(b"<" + name, closed + 1)):
            html = html[:start] + re.sub(rb"<%s\b[^<>]*>" % name, b"", html[start:], flags=re.IGNORECASE)
            low = html.lower()
    return html


def build(html: bytes) -> tuple[Tree, bool]:
    """Parse with libxml2; tell whether it dropped what stood too deep."""
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, huge_tree=True)
    try:
        tree = etree.fromstring(html, parser)
    except etree.XMLSyntaxError as error:
        raise PageError("empty", f"nothing a parser can read: {error}") from error
    if tree is None:
        raise PageError("empty", "nothing a parser can read")
    for other in list(tree.itersiblings()):
        tree.append(other)  # what follows an </html> comes as a second root
    return tree, any("depth" in error.message for error in parser.error_log)


def flatten(html: bytes) -> bytes:
    """Drop the tags that stand deeper than `MAX_DEPTH`, with their ends, but paragraphs and headings.

    Text is kept; one linear pass, for the rare page that nests a thousand elements.
    """
    depth = 0
    kept: list[bytes] = []
    at = 0
    for tag in TAG.finditer(html):
        closing, name = tag[1], tag[2].lower()
        if name not in NESTING:
            continue
        depth += -1 if closing else 1
        if depth + bool(closing) > MAX_DEPTH:
            kept.append(html[at : tag.start()])
            at = tag.end()
    return b"".join(kept) + html[at:]


NESTING = frozenset(
    (
        *(b"div", b"span", b"b", b"i", b"u", b"em", b"strong", b"font", b"center", b"section", b"blockquote", b"table"),
        *(b"tbody", b"tr", b"td", b"ul", b"ol", b"li"),
    )
)
