"""An HTML page to its article: parse, find the region and the headline, strip, judge each block."""

from __future__ import annotations

from dataclasses import dataclass, replace
from html import escape

from solieu.clean.blocks import Block, read_blocks, soup_of, strip
from solieu.clean.canonical import line
from solieu.clean.closing import closing_of
from solieu.clean.declared import Declared, read_declared
from solieu.clean.elsewhere import cut_elsewhere, holds, is_teaser
from solieu.clean.embedded import Embedded, find_embedded, read_scripts
from solieu.clean.headline import Headline, find_headline
from solieu.clean.outside import cuts_around
from solieu.clean.parse import Tree, parse
from solieu.clean.prune import prune
from solieu.clean.region import Places, before, chrome_kind, drop_no_text, find_region
from solieu.clean.verdict import why_none
from solieu.errors import PageError
from solieu.records import Cut

MAX_TEXT = 200_000  # characters: the longest of 105,418 newspaper articles has 12,083; bounds the time of one page
MAX_LINKED = 0.4  # share of such a lead in links
MIN_LEAD = 40  # characters of a lead outside of the body
FULLER = 2  # times the shown text from which the data hold the article and the page a teaser


@dataclass(frozen=True, slots=True)
class Extract:
    """What was read out of an HTML page."""

    title: str
    paragraphs: list[str]
    cuts: tuple[Cut, ...]
    declared: Declared
    places: Places
    headline: Headline


def read_html(html: str, address: str = "") -> Extract:
    """Read the article out of a page, as it is shown or else out of the data it carries for its scripts.

    `address` is where the page was found, an URL or a path: most are made of the headline's words.
    Raises PageError `empty`, `too_large`, `no_article`.
    """
    tree = parse(html)
    declared = read_declared(tree)
    scripts = read_scripts(tree)
    drop_no_text(tree)
    try:
        shown = extract(tree, declared, address)
    except PageError:
        embedded = find_embedded(scripts)
        if embedded is None:
            raise
        return from_data(embedded, declared, address)
    embedded = find_embedded(scripts) if declared.bodies else None
    hidden = embedded is not None and embedded.trusted and embedded.size > FULLER * sum(map(len, shown.paragraphs))
    return from_data(embedded, declared, address) if hidden and embedded else shown


def extract(tree: Tree, declared: Declared, address: str) -> Extract:
    """Read the article that a tree without scripts shows."""
    places = find_region(tree)
    if places is None:
        raise PageError("no_article", "no sentence outside of links: a menu, a form, or a page filled in by scripts")
    if places.worth[places.region] > MAX_TEXT:
        raise PageError("too_large", f"{places.worth[places.region]:.0f} characters of prose, more than {MAX_TEXT}")
    headline = find_headline(places, declared, address)
    if is_teaser(places.region) and (headline.node is None or not holds(places.region, headline.node)):
        raise PageError("no_article", "a list of other articles with their leads")
    leads = [node for node in before(places.region, headline.node) if isinstance(node.tag, str) and is_lead(node)]
    closing = closing_of(places)
    around = cuts_around(places.region, frozenset((*leads, *closing, *([] if headline.node is None else [headline.node]))))
    links = cut_elsewhere(places.region, places.worth, shown=headline.node)
    blocks, cuts = region_blocks((*leads, places.region, *closing))
    kept, pruned = prune(blocks, headline.text)
    if why := why_none(blocks, kept, titles=(headline.text, declared.page_title), kinds=declared.kinds):
        raise PageError("no_article", why)
    return Extract(headline.text, kept, (*around[0], *links, *cuts, *pruned, *around[1]), declared, places, headline)


def from_data(embedded: Embedded, declared: Declared, address: str) -> Extract:
    """Read an article out of a page's data: as a page of its own, with what the head declares."""
    title = f"<h1>{escape(embedded.title)}</h1>" if embedded.title else ""
    tree = parse(f"<html><body>{title}<div>{embedded.html}</div></body></html>")
    drop_no_text(tree)
    dates = (*declared.dates, *filter(None, [embedded.published]))
    return extract(tree, replace(declared, dates=dates, authors=(*declared.authors, embedded.authors)), address)


def region_blocks(parts: tuple[Tree, ...]) -> tuple[list[Block], list[Cut]]:
    """Read the blocks of the region, of the leads above it and the signature behind it, stripped of chrome."""
    soup = soup_of(parts)
    cuts = strip(soup)
    return read_blocks(soup), cuts


def is_lead(node: Tree) -> bool:
    """Tell whether an element between headline and body can hold the lead: a sentence that is no link."""
    text = line("".join(node.itertext()))
    linked = sum(len(part) for link in node.iter("a") for part in link.itertext())
    return len(text) >= MIN_LEAD and linked < MAX_LINKED * len(text) and chrome_kind(node) is None and not is_teaser(node)
