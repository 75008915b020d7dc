"""Parts of a page that point to other articles: lists of links, and headings that are links with a lead below them."""

from __future__ import annotations

from itertools import islice, pairwise

from lxml import etree

from solieu.clean.canonical import line
from solieu.clean.measure import LENGTH, linked_length, text_of
from solieu.clean.parse import Tree
from solieu.records import Cut

BOXES = frozenset(("div", "li", "article", "section", "td", "dd", "aside", "blockquote"))
PARTS = ("p", "h1", "h2", "h3", "h4")
MAX_CLIMB = 3  # elements from a lead up to its box
MIN_HEADING = 18  # characters of a headline that links to its article
MAX_TEASER = 420  # characters of a lead; a paragraph below a link of the article itself stands among others
MAX_PARTS = 3  # paragraphs and headings of such a box
MIN_LINKS = 3  # of a list of links
MAX_LINK = 0.75  # share of a list's characters in its links; the rest are dates and numbers
CUT = "cut"  # the element that stands where something was cut
MAX_CUT = 2000  # characters kept of what was cut, to be shown


def cut_elsewhere(region: Tree, worth: dict[Tree, float], *, shown: Tree | None) -> list[Cut]:
    """Take lists of links and teasers of other articles out of the region; `worth` tells which elements
    have prose, `shown` is the element of the headline.
    """
    root = next(reversed(list(region.iterancestors())), region)
    prose = [node for node in region.iter() if node in worth]
    boxes = [box for box in dict.fromkeys(map(teaser_of, prose)) if box is not None and is_other(box, region, shown)]
    bare = (child for node in prose for child in node if child not in worth and isinstance(child.tag, str))
    lists = [child for child in bare if is_link_list(child)]
    cuts = [cut_of(box, "a heading that links elsewhere, with its lead") for box in boxes]
    cuts += [cut_of(part, "a list of links") for part in lists]
    for node in (*boxes, *lists):
        remove(node, root)
    return cuts


def cut_of(node: Tree, rule: str) -> Cut:
    """Describe what is cut, a long list by its beginning."""
    return Cut("related", rule, text_of(node)[:MAX_CUT])


def is_other(box: Tree, region: Tree, shown: Tree | None) -> bool:
    """Tell whether a box stands inside the region and does not hold the headline."""
    return region in box.iterancestors() and (shown is None or not holds(box, shown))


def holds(node: Tree, other: Tree) -> bool:
    """Tell whether an element is another or stands around it."""
    return node is other or node in other.iterancestors()


def is_link_list(node: Tree) -> bool:
    """Tell whether an element is links and little else: three links at least."""
    if next(islice(node.iter("a"), MIN_LINKS - 1, None), None) is None:
        return False
    return bool(linked_length(node) > MAX_LINK * LENGTH(node))


def remove(node: Tree, tree: Tree) -> None:
    """Move an element out of the body, behind it; a mark of the cut and the text that follows it stay in place.

    Taken out of the document altogether, each of its elements would search all the others when it is freed.
    """
    parent = node.getparent()
    mark = etree.Element(CUT, {"class": "related"})
    mark.tail, node.tail = node.tail, None
    parent.replace(node, mark)
    tree.append(node)


def teaser_of(node: Tree) -> Tree | None:
    """Return the box around a prose element that is another article's: its heading, which is a link, and its lead."""
    for around, box in pairwise((node, *islice(node.iterancestors(), MAX_CLIMB))):
        if box.tag not in BOXES:
            return None
        if around.getprevious() is not None and is_teaser(box):
            return box
    return None


def is_teaser(box: Tree) -> bool:
    """Tell whether an element is a linked heading with a short text below it, and nothing else."""
    link = next(box.iter("a"), None)
    if link is None or next(islice(box.iter(*PARTS), MAX_PARTS, None), None) is not None:
        return False
    heading = next((part for part in box.itertext() if part.strip()), "").strip()
    return is_heading(link, heading) and bool(LENGTH(box) - len(heading) <= MAX_TEASER)


def is_heading(link: Tree, heading: str) -> bool:
    """Tell whether a link is the first text of its box and a line of its own."""
    text = line("".join(link.itertext()))
    return len(text) >= MIN_HEADING and text.startswith(line(heading)[:MIN_HEADING]) and not (link.tail or "").strip()
