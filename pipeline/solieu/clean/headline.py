"""The headline, chosen by evidence: what the page says about itself, where it stands, how it is marked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from solieu.clean.canonical import line
from solieu.clean.chrome import kind_of_line
from solieu.clean.declared import Declared
from solieu.clean.measure import TEXTS, short_text
from solieu.clean.parse import Tree
from solieu.clean.region import HEADINGS, Places, chrome_kind, names_of
from solieu.clean.titles import MIN_WORDS, WORDS, address_words, fold, is_site_name, likeness, shares
from solieu.clean.unmarked import find_unmarked

# Elements that are headlines by name in content systems that have no headings (SharePoint: `<p class="Title">`).
NAMEABLE = frozenset(
    ("p", "div", "span", "td", "strong", "b", "a", "header", "font", "center", "big", "em", "i", "u", "li", "h5")
)
START = 12  # characters by which an element without a name is compared with what the head says
MIN_PART = 0.3  # of <title> that is the headline; the rest is section and site
ITEM = r"(?:news|article|content|detail|post|entry|main|art|tin|bai-?viet|bai)"
NAMED = re.compile(rf"(?<![a-z])(?:{ITEM}[-_]?)?(?:title|tieu[-_]?de|headline|heading)(?:[-_]?{ITEM})?(?![a-z])", re.IGNORECASE)
SEPARATOR = re.compile(r"\s+[-|–—:»]\s+|\s*\|\s*")
MIN_CHARS = 8
MAX_CHARS = 300
# Points of evidence. Agreement with what the page says of itself outweighs a tag, a tag outweighs a class name:
# district portals put their own name in an <h1>, and nothing but the class on the headline.
SAYS = 6.0
TITLE_PART = 4.0
TAG = {"h1": 3.0, "h2": 1.5, "h3": 1.0, "h4": 0.5}
CLASS = 2.0
ADDRESS = 3.0  # for all its words standing in the page's address, in part for half of them or more
NEAR = 2.5
REACH = 200  # elements above the body among which a headline can stand that only its name marks
SHARED = 2.0  # for all its words standing in the body, in part for a part
LINKED = -2.0
FEW_WORDS = -1.5  # of 60,000 newspaper headlines one in 2,000 has four words or fewer, names of sections and boxes have
SENTENCE = -3.0  # it ends like a sentence or is longer than headlines are: a lead set as a heading
ENOUGH = 3.0
LONG = 180
MAX_LINK = 0.8
IS_SITE = -6.0


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline and the element that shows it; None where only the page's head tells it."""

    text: str
    node: Tree | None


@dataclass(frozen=True, slots=True)
class Said:
    """What a page is called: the titles of the metadata and <title>, folded to words, how they begin; its address's words."""

    titles: frozenset[str]
    whole: str
    starts: frozenset[str]
    address: frozenset[str]


def said_by(declared: Declared, address: str) -> Said:
    """Fold what the head says once for all candidates."""
    parts = [*declared.titles, declared.page_title, *SEPARATOR.split(declared.page_title)]
    starts = frozenset(part[:START].casefold() for part in parts if part)
    return Said(frozenset(map(fold, declared.titles)), fold(declared.page_title), starts, address_words(address))


def find_headline(found: Places, declared: Declared, address: str) -> Headline:
    """Choose the headline among what stands above the first paragraph; what the page declares may stand below it too."""
    said = said_by(declared, address)
    body = frozenset(WORDS.findall("".join(TEXTS(found.region)).casefold()))
    best, points = None, 0.0
    for node, text, agrees in candidates(found, said):
        at = found.order[node]
        if at > found.opening and not (agrees and at < found.last):
            continue
        score = (
            evidence(node, text, body=body, agrees=agrees) + NEAR * nearness(at, found) + ADDRESS * likeness(text, said.address)
        )
        if score > points:
            best, points = Headline(text, node), score
    if best and points >= ENOUGH:
        return best
    if told := from_head(declared, body):
        return Headline(told, None)
    node, text = find_unmarked(found, body, said.address) or (None, last_resort(declared))
    return Headline(text, node)


def candidates(found: Places, said: Said) -> Iterator[tuple[Tree, str, float]]:
    """Yield the elements down to the body's end that can be a headline, with their text and the points for what the head says."""
    for node, at in islice(found.order.items(), found.last + 1):
        if node.tag not in HEADINGS and node.tag not in NAMEABLE:
            continue
        marked = node.tag in HEADINGS or (0 <= found.opening - at <= REACH and is_named(node))
        if not marked and (not node.text or node.text.lstrip()[:START].casefold() not in said.starts):
            continue
        text = short_text(node, MAX_CHARS) or ""
        agrees = agreement(fold(text), said) if len(text) >= MIN_CHARS else 0.0
        if (agrees or (marked and len(text) >= MIN_CHARS)) and not kind_of_line(text):
            yield node, text, agrees


def is_named(node: Tree) -> bool:
    """Tell whether an element calls itself a headline."""
    names = names_of(node)
    return (bool(names) and is_name(names)) or node.get("itemprop") == "headline"


@lru_cache(maxsize=20_000)
def is_name(names: str) -> bool:
    """Tell whether the names of an element are those of a headline."""
    return NAMED.search(names) is not None


def nearness(at: int, found: Places) -> float:
    """Say how near an element stands to the body's start: 1 at it, 0 a third of the page away."""
    return max(0.0, 1 - 3 * abs(found.start - at) / max(len(found.order), 1))


def evidence(node: Tree, text: str, *, body: frozenset[str], agrees: float) -> float:
    """Add up the points for one element; `body` are the words of the region."""
    words = fold(text).split()
    points = TAG.get(node.tag, 0.0) + (CLASS if is_named(node) else 0.0)
    points += SHARED * sum(word in body for word in words) / max(len(words), 1)
    points += FEW_WORDS * (1 if is_named(node) else 2) if len(words) < MIN_WORDS and agrees < SAYS else 0.0
    points += SENTENCE if text.endswith(".") or len(text) > LONG else 0.0
    if is_site_name(text) or is_section(node):
        return points + IS_SITE
    inner = "".join(part for link in node.iter("a") for part in link.itertext())
    return points + agrees + (LINKED if len(line(inner)) > MAX_LINK * len(text) else 0.0)


def is_section(node: Tree) -> bool:
    """Tell whether an element is the last part of a path: it stands behind a separator, or in an element named so."""
    elder, parent = node.getprevious(), node.getparent()
    before = (elder.tail if elder is not None else parent.text if parent is not None else "") or ""
    if before.rstrip().endswith(("/", "»", "›", ">", "|")):
        return True
    return parent is not None and chrome_kind(parent) == "breadcrumb"


def agreement(folded: str, said: Said) -> float:
    """Give points for being what the metadata or <title> say."""
    in_title = bool(folded) and folded in said.whole and len(folded) > MIN_PART * len(said.whole)
    return (SAYS if folded in said.titles else 0.0) + (TITLE_PART if in_title else 0.0)


def from_head(declared: Declared, body: frozenset[str]) -> str:
    """Return what the metadata say, or the part of <title> that shares its words with the body; empty where there is neither."""
    for said in declared.titles:
        if MIN_CHARS <= len(said) <= MAX_CHARS and not is_site_name(said):
            return said
    sites = set(map(fold, declared.site_names))
    parts = (part.strip() for part in SEPARATOR.split(declared.page_title))
    told = (part for part in parts if shares(part, body) and not is_site_name(part) and fold(part) not in sites)
    return max(told, key=len, default="")


def last_resort(declared: Declared) -> str:
    """Return the longest part of <title> that is no site name, or all of it."""
    parts = [part.strip() for part in SEPARATOR.split(declared.page_title)]
    return declared.page_title if any(map(is_site_name, parts)) else max(parts, key=len)
