"""The article's region as BeautifulSoup sees it: chrome stripped by name, the rest as blocks of text in page order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement, Tag
from lxml import etree

from solieu.clean.canonical import line
from solieu.clean.chrome import TAGS, kind_of_names
from solieu.clean.elsewhere import CUT
from solieu.clean.parse import Tree
from solieu.clean.region import NAMING, is_believed
from solieu.records import Cut

BREAKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "div", "dl", "dt"),
        *("fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html"),
        *("legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th"),
        *("thead", "tr", "ul"),
    )
)
BOLD = frozenset(("b", "strong", "h1", "h2", "h3", "h4", "h5", "h6"))
ASKED = NAMING | {"style", "hidden", "align"}  # attributes by which an element is stripped
MIN_ROWS = 2  # with more than one cell filled: a table of figures
MAX_CELL = 200  # characters of a cell in a table of figures: longer ones lay the page out
MAX_PIECES = 400  # characters of a block that can be several lines of chrome side by side
ENDS = BREAKS | {CUT}
RIGHT = re.compile(r"^right\b|text-align: ?right|(?:text|rte|align)-?right")
MAX_RIGHT = 80  # characters of a line asked whether it is set to the right: signatures are short
LEVELS = 3  # elements around a line within which it is set to the right
NEAR = 12  # elements and spaces between a picture and its caption
CELL_SEP = " | "


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text between two breaks, canonical, with how much of it is linked or bold and where it stands.

    `path` numbers the elements around it from the outermost; `pictured` tells that a picture stands right above it, `right`
    that it is set to the right. Where an element was cut stands a block without text, its tag `cut`, its name the kind.
    """

    text: str
    link: float
    bold: float
    tag: str
    names: str
    pieces: tuple[str, ...] = ()
    path: tuple[int, ...] = ()
    pictured: bool = False
    right: bool = False


def soup_of(parts: Iterable[Tree]) -> BeautifulSoup:
    """Hand elements that are parsed already to BeautifulSoup, each in a section of its own, with the attributes asked for."""
    soup = BeautifulSoup("", "lxml")
    for part in parts:
        soup.handle_starttag("section", None, None, {})
        for event, node in etree.iterwalk(part, events=("start", "end")):
            if event == "start":
                soup.handle_starttag(node.tag, None, None, {key: value for key, value in node.items() if key in ASKED})
            else:
                soup.handle_endtag(node.tag)
            text = node.text if event == "start" else node.tail
            if text and (event == "start" or node is not part):
                soup.handle_data(text)
        soup.handle_endtag("section")
    return soup


def strip(soup: BeautifulSoup) -> list[Cut]:
    """Take the elements out that say by tag, name or style that they are chrome; return what was cut."""
    whole = len(soup.get_text())
    cuts = []
    gone: set[int] = set()
    for node in tags(soup):
        if id(node) in gone:
            continue
        kind, rule = reason(node)
        if kind and is_believed(kind, len(node.get_text()), whole):
            cuts.append(Cut(kind, rule, line(node.get_text(" "))))
            gone.update(map(id, tags(node)))  # to ask a cut element whether it is costs a search through its tree
            if node.name in BREAKS or node.name in TAGS:
                node.insert_before(soup.new_tag(CUT, attrs={"class": kind}))
            node.decompose()
    return [cut for cut in cuts if cut.text]


def reason(node: Tag) -> tuple[str | None, str]:
    """Name the kind of chrome an element is and the rule that says so."""
    if node.name in TAGS:
        return TAGS[node.name], f"<{node.name}>"
    names = names_of(node)
    if names and (kind := kind_of_names(names)):
        return kind, f"named {names}"
    style = str(node.get("style", "")).replace(" ", "").lower()
    hidden = "display:none" in style or "visibility:hidden" in style or node.has_attr("hidden")
    return ("hidden", "not displayed") if hidden else (None, "")


def names_of(node: Tag) -> str:
    """Join what an element calls itself: class, id, role, type."""
    named = node.get("class")
    words = [named] if isinstance(named, str) else list(named or ())
    return " ".join([*words, *(str(node[key]) for key in ("id", "role", "type", "data-role") if node.has_attr(key))])


def read_blocks(soup: BeautifulSoup) -> list[Block]:
    """List the blocks of a region; a row of a table of figures is one block."""
    for table in inner_tables(soup):
        join_rows(table)
    found = tags(soup)
    linked = strings_in(node for node in found if node.name == "a")
    bold = strings_in(node for node in found if node.name in BOLD)
    blocks = (block_of(run, linked=linked, bold=bold) for run in runs(soup))
    return [block for block in blocks if block.text or block.tag == CUT]


def tags(soup: Tag) -> list[Tag]:
    """List the elements in page order; `find_all` takes three times as long."""
    return [node for node in soup.descendants if isinstance(node, Tag)]


def strings_in(nodes: Iterable[Tag]) -> set[int]:
    """Collect the identities of the strings inside some elements."""
    return {id(text) for node in nodes for text in node.strings}


def inner_tables(soup: BeautifulSoup) -> list[Tag]:
    """List the tables that hold no other table."""
    tables = [node for node in tags(soup) if node.name == "table"]
    outer = {id(parent) for table in tables for parent in table.parents}
    return [table for table in tables if id(table) not in outer]


def runs(soup: BeautifulSoup) -> Iterator[list[NavigableString] | Tag]:
    """Yield the strings that stand together in one block element with no break between them, and what marks a cut."""
    run: list[NavigableString] = []
    for node in soup.descendants:
        ends = node.name in ENDS if isinstance(node, Tag) else bool(run) and holder(run[-1]) is not holder(node)
        if ends and run:
            yield run
            run = []
        if isinstance(node, NavigableString):
            run.append(node)
        elif isinstance(node, Tag) and node.name == CUT:
            yield node
    if run:
        yield run


def holder(text: PageElement) -> Tag:
    """Return the block element a string stands in."""
    return next(node for node in text.parents if node.name in BREAKS or node.parent is None)


def block_of(run: list[NavigableString] | Tag, *, linked: set[int], bold: set[int]) -> Block:
    """Make a block of the strings of a run, or of the mark of a cut."""
    if isinstance(run, Tag):
        return Block("", 0, 0, CUT, names_of(run), path=path_of(run))
    text = line(joined(run))
    total = max(sum(len(part.strip()) for part in run), 1)
    shares = [sum(len(part.strip()) for part in run if id(part) in ids) / total for ids in (linked, bold)]
    node = holder(run[0])
    pieces = tuple(piece for part in run if (piece := line(part))) if len(run) > 1 and len(text) < MAX_PIECES else ()
    block = Block(text, shares[0], shares[1], node.name, names_of(node), pieces)
    return replace(
        block, path=path_of(node), pictured=is_pictured(run[0], node), right=len(text) <= MAX_RIGHT and is_right(run[0])
    )


def path_of(node: Tag) -> tuple[int, ...]:
    """Number an element and those around it, the outermost first."""
    return tuple(id(around) for around in (node, *node.parents))[::-1]


def is_right(text: NavigableString) -> bool:
    """Tell whether a text is set to the right by one of the elements next around it."""
    near = islice(text.parents, LEVELS)
    styles = (f"{node.get('align')} {node.get('style', '')} {names_of(node)}".lower() for node in near)
    return any(RIGHT.search(style) for style in styles)


def is_pictured(text: NavigableString, node: Tag) -> bool:
    """Tell whether nothing but spaces stands between a text and a picture above it."""
    for before in islice(text.previous_elements, NEAR):
        if isinstance(before, Tag) and before.name == "img":
            return True
        if isinstance(before, NavigableString) and before.strip():
            return False
    return node.name == "figcaption"


def joined(run: list[NavigableString]) -> str:
    """Join strings; a space stands between two words that the page's style alone sets apart."""
    return "".join((*run[:1], *(f" {two}" if is_apart(one, two) else two for one, two in pairwise(run))))


def is_apart(one: str, two: str) -> bool:
    """Tell whether two strings that meet are two words: a small letter and a capital, letters and a number of two digits.

    >>> is_apart("Thái Bình", "Sáng nay"), is_apart("Minh Anh", "08:02"), is_apart("240 m", "2")
    (True, True, False)
    """
    if one[-1:].islower() and two[:1].isupper():
        return True
    return one[-2:].islower() and one[-2:].isalpha() and two[:2].isdigit()


def join_rows(table: Tag) -> None:
    """Make each row of a table of figures one line; tables that lay out the page stay as they are."""
    lines = table.find_all("tr")
    if len(lines) < MIN_ROWS:
        return
    rows = [[cell for cell in row.find_all(["td", "th"]) if cell.get_text(strip=True)] for row in lines]
    wide = sum(len(cells) > 1 for cells in rows)
    if wide < MIN_ROWS or any(len(cell.get_text(strip=True)) > MAX_CELL for cells in rows for cell in cells):
        return
    for row, cells in zip(lines, rows, strict=True):
        text = CELL_SEP.join(line(cell.get_text(" ")) for cell in cells)
        row.clear()
        row.append(text)
