"""The headline, chosen by evidence: what the page says about itself, where it stands, how it is marked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from solieu.clean.canonical import line
from solieu.clean.chrome import kind_of_line
from solieu.clean.parse import Tree
from solieu.clean.region import names_of

HEADINGS = frozenset(("h1", "h2", "h3", "h4"))
# Elements that are headlines by name in content systems that have no headings (SharePoint: `<p class="Title">`).
NAMEABLE = frozenset(("p", "div", "span", "td", "strong", "b", "a", "header"))
NAMED = re.compile(r"(?<![a-z])(?:title|tieu[-_]?de|headline|heading)(?![a-z])", re.IGNORECASE)
WORDS = re.compile(r"\w+")
SEPARATOR = re.compile(r"\s+[-|–—:»]\s+|\s*\|\s*")
# How portals and papers name themselves: such a text is no headline, however large it stands.
SITE = re.compile(
    r"(?:(?:cổng|trang|kênh|website)\s(?:thông\s)?tin|cổng\sttđt|trang\sttđt|tttđt|(?:báo|tạp\schí|đài|hệ\sthống)\s.*(?:điện\stử|online)$"
    r"|(?:ủy|uỷ)\sban\snhân\sdân\s(?:tỉnh|thành|huyện|thị|quận|xã|phường|tp)|ubnd\s(?:tỉnh|tp|thành|huyện|thị|quận|xã|phường)|trang\schủ$|home$)",
    re.IGNORECASE,
)
MIN_CHARS = 8
MAX_CHARS = 300
# Points of evidence. Agreement with what the page says of itself outweighs a tag, a tag outweighs a class name:
# district portals put their own name in an <h1>, and nothing but the class on the headline.
SAYS = 6.0
TITLE_PART = 4.0
TAG = {"h1": 3.0, "h2": 1.5, "h3": 1.0, "h4": 0.5}
CLASS = 2.0
NEAR = 2.5
SHARED = 2.0  # for all its words standing in the body, in part for a part
LINKED = -2.0
IS_SITE = -6.0


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline and the element that shows it; None where only the page's head tells it."""

    text: str
    node: Tree | None


def find_headline(tree: Tree, region: Tree, says: Sequence[str], page_title: str) -> Headline:
    """Choose the headline.

    `says` are the titles that the page's metadata give, best first; `page_title` is its <title>.
    """
    start, end, size, shown = survey(tree, region)
    body = frozenset(fold("".join(region.itertext())).split())
    best, points = None, 0.0
    for at, node, text in shown:
        if at > (start + end) / 2:
            continue
        score = evidence(node, text, says=says, page_title=page_title, body=body) + NEAR * nearness(at, start, size)
        if score > points:
            best, points = Headline(text, node), score
    if best and points >= CLASS + 1:
        return best
    return Headline(declared(says, page_title), None)


def survey(tree: Tree, region: Tree) -> tuple[int, int, int, list[tuple[int, Tree, str]]]:
    """Number the page's elements; return where the region begins and ends, how many there are, and what can be a headline."""
    start = size = 0
    found = []
    for size, node in enumerate(tree.iter()):
        if node is region:
            start = size
        if (node.tag in HEADINGS or may_be_headline(node)) and (text := shown(node)):
            found.append((size, node, text))
    return start, start + sum(1 for _ in region.iter()), size, found


def may_be_headline(node: Tree) -> bool:
    """Tell whether an element without a heading's tag is named as a headline."""
    if node.tag not in NAMEABLE or not node.attrib:
        return False
    return node.get("itemprop") == "headline" or bool(NAMED.search(names_of(node)))


def shown(node: Tree) -> str | None:
    """Return an element's text where it can be a headline."""
    text = line("".join(node.itertext()))
    return text if MIN_CHARS <= len(text) <= MAX_CHARS and not kind_of_line(text) else None


def nearness(at: int, start: int, size: int) -> float:
    """Say how near an element stands to the region's start: 1 at it, 0 a page away."""
    return max(0.0, 1 - abs(start - at) / max(size, 1) * 3)


def evidence(node: Tree, text: str, *, says: Sequence[str], page_title: str, body: frozenset[str]) -> float:
    """Add up the points for one element; `body` are the words of the region."""
    words = fold(text).split()
    points = TAG.get(node.tag, 0.0)
    points += CLASS if may_be_headline(node) or NAMED.search(names_of(node)) else 0.0
    points += SHARED * sum(word in body for word in words) / max(len(words), 1)
    if SITE.match(text):
        return points + IS_SITE
    points += agreement(" ".join(words), says, page_title)
    inner = "".join(part for link in node.iter("a") for part in link.itertext())
    return points + (LINKED if len(line(inner)) > 0.8 * len(text) else 0.0)


def agreement(folded: str, says: Sequence[str], page_title: str) -> float:
    """Give points for being what the metadata or <title> say."""
    whole = fold(page_title)
    in_title = bool(folded) and folded in whole and len(folded) > 0.3 * len(whole)
    return (SAYS if any(fold(said) == folded for said in says) else 0.0) + (TITLE_PART if in_title else 0.0)


def fold(text: str) -> str:
    """Fold a text to its words, for comparing."""
    return " ".join(WORDS.findall(text.casefold()))


def declared(says: Sequence[str], page_title: str) -> str:
    """Return what the metadata say, or the part of <title> that is no site name: the longest."""
    for said in says:
        if MIN_CHARS <= len(said) <= MAX_CHARS and not SITE.match(said):
            return said
    parts = [part.strip() for part in SEPARATOR.split(page_title) if not SITE.match(part.strip())]
    return max(parts, key=len, default="")
