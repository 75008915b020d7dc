"""Find the part of a page that holds the article: the subtree with the most prose for the least of anything else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count, islice, pairwise

from lxml import etree

from solieu.clean.canonical import line
from solieu.clean.chrome import MAX_LINE, TAGS, kind_of_line, kind_of_names
from solieu.clean.elsewhere import teaser_of
from solieu.clean.measure import ELEMENTS, LENGTH, short_text
from solieu.clean.parse import NO_TEXT, Tree

# Text nodes that read like sentences. XPath finds them in C: a page has a thousand elements and some thirty of these.
PROSE = etree.XPath("descendant::body/descendant::text()[string-length(.) > 50][not(ancestor::a)]", smart_strings=True)
MIN_WORDS = 9  # of a text node that counts as prose; menus and buttons have fewer
HEADINGS = frozenset(("h1", "h2", "h3", "h4"))
FIRST = 8  # elements with prose among which a body begins
GAP = 15  # elements between two paragraphs of a body
NAMING = frozenset(("class", "id", "role", "type", "data-role"))  # attributes in which an element says what it is
NOISE = 0.5  # what a character that is no prose costs: a lead and a caption pay, a menu does not
MAX_NOISE = 500
MIN_LEFT = 400  # characters of prose outside of the comments from which that is the article
CHROME_WEIGHT = 0.2  # of prose inside elements that call themselves comments, related news, footer …
MAX_CHROME = 0.4  # share of the page's prose above which such a name is not believed: an unclosed <nav> holds the article


@dataclass(frozen=True, slots=True)
class Places:
    """A page with its region found: each element's number in page order, and where the region's prose is.

    `start` and `last` are the numbers of the region's first and last element, `prose` those of its elements with prose,
    `opening` that of its first paragraph; `worth` tells how many characters of prose stand below each element that has any.
    """

    tree: Tree
    region: Tree
    order: dict[Tree, int]
    start: int
    prose: tuple[int, ...]
    last: int
    opening: int
    worth: dict[Tree, float]


def drop_no_text(tree: Tree) -> None:
    """Take scripts, styles and form lists out of a tree, the text behind them kept."""
    etree.strip_elements(tree, *NO_TEXT, with_tail=False)


def find_region(tree: Tree) -> Places | None:
    """Find the element that holds the article's body; None where a page has no prose."""
    worth = weigh(tree)
    if not worth:
        return None
    order = dict(zip(tree.iter(), count()))
    noise = count_noise(worth, order)
    region = max(worth, key=lambda node: worth[node] - NOISE * noise[node])
    start = order[region]
    last = start + int(ELEMENTS(region)) - 1
    inner = sorted((node for node in worth if start <= order[node] <= last and is_innermost(node, worth)), key=order.__getitem__)
    return Places(tree, region, order, start, tuple(map(order.__getitem__, inner)), last, opening_of(inner, order), worth)


def opening_of(prose: list[Tree], order: dict[Tree, int]) -> int:
    """Return where the body begins: the first prose that has more close behind it; a slogan above has none, a heading is none."""
    paragraphs = [node for node in prose[:FIRST] if node.tag not in HEADINGS and not is_chrome_line(node)] or prose
    places = [order[node] for node in paragraphs]
    return next((one for one, two in pairwise(places) if two - one <= GAP), places[0])


def is_chrome_line(node: Tree) -> bool:
    """Tell whether an element, or the text behind an empty one, is a line of chrome by its words."""
    text = short_text(node, MAX_LINE)
    return text is not None and kind_of_line(text or line(node.tail or "")) is not None


def count_noise(worth: dict[Tree, float], order: dict[Tree, int]) -> dict[Tree, float]:
    """Count the characters below each element that are no prose, a part without any prose at `MAX_NOISE` at most.

    Such a part, however long, is cut whole: a list of a thousand links costs the body around it no more than a short one.
    """
    noise: dict[Tree, float] = {}
    for node in sorted(worth, key=order.__getitem__, reverse=True):  # inner elements stand behind those around them
        own = len((node.text or "").strip())
        inner = 0.0
        for child in node:
            own += len((child.tail or "").strip())
            if child in worth:
                inner += noise[child]
            elif child.text or len(child):
                inner += min(LENGTH(child), MAX_NOISE)
        noise[node] = inner + max(own - worth[node], 0)
    return noise


def is_innermost(node: Tree, worth: dict[Tree, float]) -> bool:
    """Tell whether none of an element's children has prose of its own."""
    return not any(child in worth for child in node)


def weigh(tree: Tree) -> dict[Tree, float]:
    """Add up the characters of prose below each element that has any, less where the element is named as chrome."""
    seen: set[str] = set()
    found = [(text.getparent(), length) for text in PROSE(tree) if (length := prose_length(text, seen))]
    plain = accumulate(found)
    whole = sum(length for _, length in found)
    chrome = {node for node, length in plain.items() if is_believed(chrome_kind(node), length, whole)}
    weak = {node for node in dict(found) if inside(node, chrome) or teaser_of(node) is not None}
    return accumulate((node, length * (CHROME_WEIGHT if node in weak else 1)) for node, length in found) if weak else plain


def is_believed(kind: str | None, size: float, whole: float) -> bool:
    """Tell whether a name that says chrome is to be believed, by the share of the text that stands under it.

    Comments may be longer than the article: there it is enough that something is left without them.
    """
    return kind is not None and (size < MAX_CHROME * whole or (kind == "comment" and whole - size >= MIN_LEFT))


def prose_length(text: str, seen: set[str]) -> int:
    """Count the characters of a text node that reads like a sentence; 0 for others and for one already in `seen`.

    Pages come with their article twice: as a hidden copy for printing, or saved twice over into one file.
    """
    words = text.split()
    folded = " ".join(words)
    if len(words) < MIN_WORDS or folded in seen:
        return 0
    seen.add(folded)
    return len(folded)


def accumulate(found: Iterable[tuple[Tree, float]]) -> dict[Tree, float]:
    """Add each length to its element and to all elements around that."""
    total: dict[Tree, float] = {}
    for node, length in found:
        for around in (node, *node.iterancestors()):
            total[around] = total.get(around, 0) + length
    return total


def inside(node: Tree, chrome: set[Tree]) -> bool:
    """Tell whether an element or one around it is among `chrome`."""
    return bool(chrome) and (node in chrome or any(around in chrome for around in node.iterancestors()))


def lines_in(found: Places, start: int, end: int, *, limit: int) -> Iterator[tuple[Tree, str]]:
    """Yield the texts of at most `limit` characters among some elements, each once, with the element that holds it."""
    inside = start
    for at, node in enumerate(islice(found.order, start, end + 1), start):
        if at < inside or not has_text(node):
            continue
        text = short_text(node, limit)
        if text:
            inside = at + int(ELEMENTS(node))
            yield node, text


def has_text(node: Tree) -> bool:
    """Tell whether an element has text of its own, not in elements inside."""
    return bool((node.text or "").strip()) or any((child.tail or "").strip() for child in node)


def names_of(node: Tree) -> str:
    """Join what an element calls itself."""
    return " ".join([value for key, value in node.items() if key in NAMING])


def chrome_kind(node: Tree) -> str | None:
    """Name the kind of chrome an element says it is."""
    if not isinstance(node.tag, str):
        return None
    return TAGS.get(node.tag) or kind_of_names(names_of(node))


def before(region: Tree, start: Tree | None) -> Iterator[Tree]:
    """Yield the elements between `start`, which may be far above, and the region, in page order; none where it is inside."""
    path = [region, *region.iterancestors()]
    fork = next((node for node in (start, *start.iterancestors()) if node in path), None) if start is not None else None
    if start is None or fork is None or fork is region:
        return
    if start is not fork:
        yield from after_start(start, fork, path)
    for node in reversed(path[: path.index(fork)]):
        inner = node.getparent()
        if inner is not None and inner is not fork:
            yield from siblings_before(node)


def after_start(start: Tree, fork: Tree, path: list[Tree]) -> Iterator[Tree]:
    """Yield what follows `start` on its way up to the fork, and in the fork up to the region's branch."""
    node = start
    while node is not fork:
        for sibling in node.itersiblings():
            if sibling in path:
                break
            yield sibling
        parent = node.getparent()
        if parent is None:
            return
        node = parent


def siblings_before(node: Tree) -> list[Tree]:
    """List an element's elder siblings, eldest first."""
    return list(node.itersiblings(preceding=True))[::-1]
