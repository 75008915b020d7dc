"""Date, authors and address of an article: what the head says against what the page shows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from solieu.clean.authors import is_signature, read_authors
from solieu.clean.canonical import line
from solieu.clean.chrome import kind_of_names
from solieu.clean.dates import read_date
from solieu.clean.page import Extract
from solieu.clean.parse import Tree
from solieu.clean.region import before, names_of

DATED = re.compile(r"(?<![a-z])(?:date\w*|time\w*|pub\w*|ngay\w*|post(?:ed)?|meta|info)(?![a-z])")
SIGNED = re.compile(r"(?<![a-z])(?:authors?\w*|byline|tac-?gia|writer|nguoi-?viet|pen-?name|but-?danh)(?![a-z])")
SHORT = etree.XPath("descendant-or-self::*[not(*) or not(*[not(self::a or self::span or self::b or self::strong or self::i or self::em)])]")
MAX_DATE_LINE = 90
MAX_ABOVE = 25  # elements above the headline among which a date line may stand


def url_of(found: Extract) -> str | None:
    """Return the page's own address: canonical, else og:url."""
    return next((url for url in found.declared.urls if url.startswith(("http://", "https://"))), None)


def published_of(found: Extract) -> str | None:
    """Return the date the page declares, else the one it shows by its headline."""
    declared = (read_date(text) for text in found.declared.dates)
    shown = (read_date(text) for text in date_lines(found))
    return next(filter(None, declared), None) or next(filter(None, shown), None)


def date_lines(found: Extract) -> Iterator[str]:
    """Yield the short texts near the headline, nearest first, that can be the date line."""
    anchor = found.headline.node
    anchor = found.region if anchor is None else anchor
    for node in (*before(found.region, anchor), *above(anchor), *top_of(found.region)):
        for part in SHORT(node):
            text = line("".join(part.itertext()))
            if 8 <= len(text) <= MAX_DATE_LINE and kind_of_names(names_of(part)) in {None, "tool"}:
                yield text


def above(anchor: Tree) -> Iterator[Tree]:
    """Yield the elements before the headline, nearest first, as far as a date line can stand."""
    count = 0
    for around in (anchor, *anchor.iterancestors()):
        for sibling in around.itersiblings(preceding=True):
            count += 1
            if count > MAX_ABOVE or around.tag == "body" or len(list(sibling.iter())) > MAX_ABOVE:
                return
            yield sibling


def top_of(region: Tree) -> list[Tree]:
    """List the region's first elements."""
    return list(region)[:6]


def authors_of(found: Extract) -> tuple[str, ...]:
    """Return who wrote it: bylines the page shows, then the head, then the closing signature."""
    sites = found.declared.site_names
    for names in found.declared.authors:
        people = tuple(name for text in names for part in text.split(";") for name in read_authors(line(part), sites=sites))
        if people:
            return people
    last = found.paragraphs[-1]
    return read_authors(last, sites=sites) if is_signature(last) else ()
