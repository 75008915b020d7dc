"""The headline of a page that neither marks nor names it: the likeliest of the lines above the body."""

from __future__ import annotations

import re
from itertools import islice

from solieu.clean.authors import PHOTO
from solieu.clean.chrome import kind_of_line
from solieu.clean.dates import is_stamp, read_date
from solieu.clean.measure import LINKED
from solieu.clean.parse import Tree
from solieu.clean.region import Places, lines_in
from solieu.clean.titles import is_site_name, likeness, share

REACH = 120  # elements above the body among which such a line can stand
MAX_CHARS = 180
MIN_SHARE = 0.4  # of the words of a line that stand in the body
TOLD = 3.0  # for all of them
NEAR = 2.0  # for the last line above the body, less for each line between
LINES = 10  # lines between from which nothing is given
LOUD = 1.5  # bold, or in a larger type
DATED = 1.0  # beside the date line
ADDRESS = 3.0
NUMBERED = re.compile(r"(?:\d{1,2}|[IVX]{1,4})[.)]\s")
BOLD = frozenset(("b", "strong", "big", "h1", "h2", "h3", "h4", "h5", "h6"))
LARGE = re.compile(r"font-size:(?:large|x|[2-9]\d|1[5-9]|1\.[2-9]|[2-9](?:\.\d)?r?em)|font-weight:(?:bold|[6-9]00)")


def find_unmarked(found: Places, body: frozenset[str], address: frozenset[str]) -> tuple[Tree, str] | None:
    """Choose the likeliest of the lines above the body; None where no line can be a headline.

    `body` are the words of the region, `address` those of the page's address.
    """
    lines = list(lines_in(found, max(found.opening - REACH, 0), found.opening, limit=MAX_CHARS))
    best, points = None, 0.0
    for at, (node, text) in enumerate(lines):
        told = share(text, body)
        if told < MIN_SHARE or not can_be_headline(node, text):
            continue
        beside = any(is_stamp(near) for _, near in lines[max(at - 1, 0) : at + 2])
        near = max(0, 1 - (len(lines) - at) / LINES)
        score = TOLD * told + NEAR * near + LOUD * is_loud(node) + DATED * beside + ADDRESS * likeness(text, address)
        if score > points:
            best, points = (node, text), score
    return best


def can_be_headline(node: Tree, text: str) -> bool:
    """Tell whether a line can be one by its words: no sentence, caption, date, link or line of chrome."""
    dated = "T" in (read_date(text) or "")  # section and hour in one row
    if (
        dated
        or is_stamp(text)
        or text.endswith((".", ":", ";"))
        or PHOTO.search(text)
        or NUMBERED.match(text)
        or is_site_name(text)
    ):
        return False
    return kind_of_line(text) is None and not LINKED(node)


def is_loud(node: Tree) -> bool:
    """Tell whether a line is set bold or in a larger type, by itself or by an element around that holds nothing else."""
    around = [node, *(at for at in islice(node.iterancestors(), 2) if len(at) == 1)]
    return any(at.tag in BOLD or at.get("size", " ")[:1] in "+4567" or LARGE.search(style_of(at)) is not None for at in around)


def style_of(node: Tree) -> str:
    """Return an element's own style without spaces, lower case."""
    return (node.get("style") or "").replace(" ", "").lower()
