"""The headline, chosen by evidence: what the page says about itself, where it stands, how it is marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from solieu.clean.canonical import line
from solieu.clean.chrome import kind_of_line
from solieu.clean.parse import Tree
from solieu.clean.region import names_of

# Elements that are headlines: headings, and the ones a content system names so (SharePoint: `<p class="Title">`).
CANDIDATES = etree.XPath(
    "descendant::h1|descendant::h2|descendant::h3|descendant::h4|descendant::*[@itemprop='headline']"
    "|descendant::*[self::p or self::div or self::span or self::td or self::strong or self::b or self::a]"
    "[contains(translate(concat(@class,' ',@id,' ',@data-role),'TILEUDHANO','tileudhano'),'title')"
    " or contains(translate(concat(@class,' ',@id),'TIEUDHANL','tieudhanl'),'tieude')"
    " or contains(translate(concat(@class,' ',@id),'TIEUDHANL','tieudhanl'),'tieu-de')"
    " or contains(translate(concat(@class,' ',@id),'HEADLINE','headline'),'headline')]"
)
NAMED = re.compile(r"(?<![a-z])(?:title|tieu-?de|headline|heading)(?![a-z])")
WORDS = re.compile(r"\w+")
SEPARATOR = re.compile(r"\s+[-|–—:»]\s+|\s*\|\s*")
MIN_CHARS = 8
MAX_CHARS = 300
# Points of evidence. Agreement with what the page says of itself outweighs a tag, a tag outweighs a class name:
# district portals put their own name in an <h1>, and nothing but the class on the headline.
SAYS = 6.0
TITLE_PART = 4.0
TAG = {"h1": 3.0, "h2": 1.5, "h3": 1.0, "h4": 0.5}
CLASS = 2.0
NEAR = 2.5
LINKED = -2.0


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline and the element that shows it; None where only the page's head tells it."""

    text: str
    node: Tree | None


def find_headline(tree: Tree, region: Tree, says: Sequence[str], page_title: str) -> Headline:
    """Choose the headline.

    `says` are the titles that the page's metadata give, best first; `page_title` is its <title>.
    """
    order = {node: index for index, node in enumerate(tree.iter())}
    start = order[region]
    best, points = None, 0.0
    for node, text in shown(tree):
        if order[node] > start and not inside_top(node, region, order):
            continue
        score = evidence(node, text, says=says, page_title=page_title) + NEAR * nearness(order[node], start, len(order))
        if score > points:
            best, points = Headline(text, node), score
    if best and points >= CLASS + 1:
        return best
    return Headline(declared(says, page_title), None)


def shown(tree: Tree) -> Iterator[tuple[Tree, str]]:
    """Yield the elements that can show a headline, with their text."""
    for node in CANDIDATES(tree):
        text = line("".join(node.itertext()))
        if MIN_CHARS <= len(text) <= MAX_CHARS and not kind_of_line(text):
            yield node, text


def inside_top(node: Tree, region: Tree, order: dict[Tree, int]) -> bool:
    """Tell whether an element stands in the region's first half."""
    size = sum(1 for _ in region.iter())
    return order[node] < order[region] + size / 2 and region in node.iterancestors()


def nearness(at: int, start: int, size: int) -> float:
    """Say how near an element stands to the region's start: 1 at it, 0 a page away."""
    return max(0.0, 1 - abs(start - at) / max(size, 1) * 3)


def evidence(node: Tree, text: str, *, says: Sequence[str], page_title: str) -> float:
    """Add up the points for one element."""
    folded = fold(text)
    points = TAG.get(node.tag, 0.0)
    points += CLASS if NAMED.search(names_of(node).lower().replace("_", "-")) or node.get("itemprop") == "headline" else 0.0
    points += SAYS if any(fold(said) == folded for said in says) else 0.0
    points += TITLE_PART if folded and folded in fold(page_title) and len(folded) > 0.3 * len(fold(page_title)) else 0.0
    inner = "".join(part for link in node.iter("a") for part in link.itertext())
    return points + (LINKED if len(line(inner)) > 0.8 * len(text) and node.tag != "h1" else 0.0)


def fold(text: str) -> str:
    """Fold a text to its words, for comparing."""
    return " ".join(WORDS.findall(text.casefold()))


def declared(says: Sequence[str], page_title: str) -> str:
    """Return what the metadata say, or the part of <title> that is no site name: the longest."""
    for said in says:
        if MIN_CHARS <= len(said) <= MAX_CHARS:
            return said
    return max(SEPARATOR.split(page_title), key=len, default="").strip()
