"""The article's region as BeautifulSoup sees it: chrome stripped by name, the rest as blocks of text in page order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag
from lxml import etree

from solieu.clean.canonical import line
from solieu.clean.chrome import TAGS, kind_of_names
from solieu.clean.elsewhere import CUT
from solieu.clean.parse import Tree
from solieu.clean.region import is_believed
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
ASKED = ("style", "hidden", "align")  # attributes by which an element is stripped or set to the right, beside its names
NAMES = "names"  # the attribute that holds them all: class, id, role, type
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


@dataclass(frozen=True, slots=True)
class Piece:
    """A string with the block element it stands in, and whether it stands in a link or in bold."""

    text: NavigableString
    holder: Tag
    linked: bool
    bold: bool


def soup_of(parts: Iterable[Tree]) -> BeautifulSoup:
    """Hand elements that are parsed already to BeautifulSoup, each in a section of its own, with the attributes asked for."""
    soup = BeautifulSoup("", "html.parser")  # quicker to set up than lxml's builder, and neither parses anything
    for part in parts:
        soup.handle_starttag("section", None, None, {})
        for event, node in etree.iterwalk(part, events=("start", "end")):
            if event == "start":
                soup.handle_starttag(node.tag, None, None, asked(node))
                text = node.text
            else:
                soup.handle_endtag(node.tag)
                text = None if node is part else node.tail
            if text:
                soup.handle_data(text)
        soup.handle_endtag("section")
    return soup


def asked(node: Tree) -> dict[str, str]:
    """Take the attributes an element is asked for, what it calls itself as one text."""
    given = dict(node.items())
    if not given:
        return {}
    words = [*given.get("class", "").split(), *(given[key] for key in ("id", "role", "type", "data-role") if key in given)]
    return {NAMES: " ".join(words), **{key: given[key] for key in ASKED if key in given}}


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
                node.insert_before(soup.new_tag(CUT, attrs={NAMES: kind}))
            node.decompose()
    return [cut for cut in cuts if cut.text]


def reason(node: Tag) -> tuple[str | None, str]:
    """Name the kind of chrome an element is and the rule that says so."""
    if node.name in TAGS:
        return TAGS[node.name], f"<{node.name}>"
    names = names_of(node)
    if names and (kind := kind_of_names(names)):
        return kind, f"named {names}"
    style = str(node.attrs.get("style", "")).replace(" ", "").lower()
    hidden = "display:none" in style or "visibility:hidden" in style or "hidden" in node.attrs
    return ("hidden", "not displayed") if hidden else (None, "")


def names_of(node: Tag) -> str:
    """Return what an element calls itself."""
    return str(node.attrs.get(NAMES, ""))


def read_blocks(soup: BeautifulSoup) -> list[Block]:
    """List the blocks of a region; a row of a table of figures is one block."""
    for table in inner_tables(soup):
        join_rows(table)
    return list(filter(None, map(block_of, runs(soup))))


def tags(soup: Tag) -> list[Tag]:
    """List the elements in page order; `find_all` takes three times as long."""
    return [node for node in soup.descendants if isinstance(node, Tag)]


def inner_tables(soup: BeautifulSoup) -> list[Tag]:
    """List the tables that hold no other table."""
    tables = [node for node in tags(soup) if node.name == "table"]
    outer = {id(parent) for table in tables for parent in table.parents}
    return [table for table in tables if id(table) not in outer]


def runs(soup: BeautifulSoup) -> Iterator[list[Piece] | Tag]:
    """Yield the strings that stand together in one block element with no break between them, and what marks a cut."""
    run: list[Piece] = []
    stands: dict[int, tuple[Tag, bool, bool]] = {id(soup): (soup, False, False)}
    for node in soup.descendants:
        holder, linked, bold = stands[id(node.parent)]
        ends = node.name in ENDS if isinstance(node, Tag) else bool(run) and run[-1].holder is not holder
        if ends and run:
            yield run
            run = []
        if isinstance(node, NavigableString):
            run.append(Piece(node, holder, linked, bold))
        elif isinstance(node, Tag):
            stands[id(node)] = (node if node.name in BREAKS else holder, linked or node.name == "a", bold or node.name in BOLD)
            if node.name == CUT:
                yield node
    if run:
        yield run


def block_of(run: list[Piece] | Tag) -> Block | None:
    """Make a block of the strings of a run, None where they are blank, or of the mark of a cut."""
    if isinstance(run, Tag):
        return Block("", 0, 0, CUT, names_of(run), path=path_of(run))
    text = line(joined([piece.text for piece in run]))
    if not text:
        return None
    whole = max(size_of(run), 1)
    node = run[0].holder
    return Block(
        text,
        size_of(piece for piece in run if piece.linked) / whole,
        size_of(piece for piece in run if piece.bold) / whole,
        node.name,
        names_of(node),
        tuple(filter(None, (line(piece.text) for piece in run))) if len(run) > 1 and len(text) < MAX_PIECES else (),
        path_of(node),
        is_pictured(run[0].text, node),
        len(text) <= MAX_RIGHT and is_right(run[0].text),
    )


def size_of(pieces: Iterable[Piece]) -> int:
    """Count the characters of some strings without the spaces around them."""
    return sum(len(piece.text.strip()) for piece in pieces)


def path_of(node: Tag) -> tuple[int, ...]:
    """Number an element and those around it, the outermost first."""
    return tuple([id(around) for around in (node, *node.parents)])[::-1]


def is_right(text: NavigableString) -> bool:
    """Tell whether a text is set to the right by one of the elements next around it."""
    near = islice(text.parents, LEVELS)
    styles = (f"{node.attrs.get('align')} {node.attrs.get('style', '')} {names_of(node)}".lower() for node in near)
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
