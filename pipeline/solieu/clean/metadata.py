"""Date, authors and address of an article: what the head says, what the page shows, and which of it to believe."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import urlsplit

from solieu.clean.authors import MAX_OFFICE, can_be_author, has_surname, is_office, is_signature, read_authors
from solieu.clean.canonical import line
from solieu.clean.chrome import PART, WEEKDAY, kind_of_line, kind_of_names
from solieu.clean.dates import is_stamp, read_date, to_local
from solieu.clean.measure import ELEMENTS, short_text, text_of
from solieu.clean.page import Extract
from solieu.clean.parse import Tree
from solieu.clean.prune import BESIDE
from solieu.clean.region import lines_in, names_of
from solieu.clean.titles import fold

YEAR = re.compile(r"19|20")
MAX_TEXT = 120  # characters of a text node with the date line
DATED = re.compile(r"(?<![a-z])(?:p?date\w*|time\w*|pub\w*|ngay\w*|posted|meta)(?![a-z])", re.IGNORECASE)
SIGNED = re.compile(
    r"(?<![a-z])(?:author(?:s|name)?|by-?line|tac[-_]?gia|writer|nguoi[-_]?viet|pen[-_]?name|but[-_]?danh)(?![a-z])",
    re.IGNORECASE,
)
AUTHOR_PAGE = re.compile(r"/(?:tac-?gia|authors?|phong-?vien|but-?danh|nha-?bao)/")
BYLINE_TAGS = frozenset(("p", "div", "span", "a", "strong", "b", "em", "h3", "h4", "h5", "td", "li", "dd", "address"))
SOURCE = re.compile(r"(?:theo|nguồn|ảnh|source)(?!\w)", re.IGNORECASE)
MAX_BYLINE = 300  # characters of an element named as the author's: longer ones hold a portrait
# `An - 20/05/2024`, `An - Thứ hai, 20/05/2024 08:47`
DATE = re.compile(
    rf"[-–|,•]?\s?(?:\d{{1,2}}[:h]\d{{2}}\s?[-–|,]?\s?)?(?:{WEEKDAY},?\s)?(?:ngày\s)?\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{4}}.*$",
    re.IGNORECASE,
)
AGO = re.compile(r" ?[·•|,–-] ?\d{1,2} (?:giây|phút|giờ|ngày|tuần|tháng) trước$", re.IGNORECASE)
DAY = len("2024-05-20")
MAX_LINE = 90  # characters of a date line
ABOVE = 25  # elements before the headline within which its date line stands; a clock stands in the page's header
ABOVE_RANK = 100  # rank of a date above the headline, after those below it
BEHIND = 200  # rank of a date behind the body: one alone can be the article's, several are other articles'
BELOW = 15  # elements behind the body within which a date line or a byline stands
MENUS = frozenset(("menu", "clock", "footer", "related", "comment", "counter"))


def url_of(found: Extract) -> str | None:
    """Return the page's own address: canonical, else og:url."""
    return next((url for url in found.declared.urls if url.startswith(("http://", "https://"))), None)


def published_of(found: Extract) -> str | None:
    """Return the date the page declares, else the one it shows nearest to its headline."""
    declared = next(filter(None, map(read_date, found.declared.dates)), None)
    local = to_local(declared) if declared else None
    if declared is not None and local == declared:
        return declared
    shown = next(filter(None, map(read_date, date_lines(found))), None)
    if declared is None or shown is None:
        return local or shown
    return declared if declared[:DAY] == shown[:DAY] else local


def date_lines(found: Extract) -> list[str]:
    """List the lines that can be the date line, the likeliest first: between headline and body, above, behind the body."""
    ranked = []
    for place, inner, text in near_texts(found):
        node, shown = widest(inner, text)
        timed = place < ABOVE_RANK and "T" in (read_date(shown) or "")
        if (any(map(is_stamp, PART.split(shown))) or timed or named(node, DATED)) and not is_chrome(node):
            ranked.append((place, shown))
    behind = sum(place >= BEHIND for place, _ in ranked)
    return [shown for place, shown in sorted(ranked) if place < BEHIND or behind == 1]


def near_texts(found: Extract) -> Iterator[tuple[int, Tree, str]]:
    """Yield the short texts with a year around the body, each with its distance and the element it stands in or behind."""
    head, first, last = around = around_body(found)
    start = max(head - ABOVE, 0)
    for at, node in enumerate(islice(found.places.order, start, last + BELOW + 1), start):
        if first < at < last:
            continue
        texts = [text for text in (node.text, node.tail) if text and len(text) < MAX_TEXT and YEAR.search(text)]
        if not texts or next(node.iterancestors("body"), None) is None:
            continue
        place = distance(at, around, found)
        if place is not None:
            yield from ((place, node, text) for text in texts)


def widest(inner: Tree, text: str) -> tuple[Tree, str]:
    """Return the widest element around a text that is still nothing but a date: day and hour may stand in spans of their own."""
    node, shown = inner, line(text)
    for around in (inner, *inner.iterancestors()):
        whole = short_text(around, MAX_LINE)
        if whole is None:
            break
        if is_stamp(whole):
            node, shown = around, whole
    return node, shown


def distance(at: int, around: tuple[int, int, int], found: Extract) -> int | None:
    """Count the elements from the headline to one near it; None for one too far, or inside the body."""
    head, first, last = around
    if head <= at <= first:
        return at - head
    if 0 < head - at <= ABOVE and not menu_between(at, head, found):
        return ABOVE_RANK + head - at
    return BEHIND + at - last if last <= at <= last + BELOW else None


def around_body(found: Extract) -> tuple[int, int, int]:
    """Return the numbers of the headline, of the first prose and of the body's last element."""
    places = found.places
    shown = found.headline.node
    head, end = places.start, places.start
    if shown is not None:
        head = places.order[shown]
        end = head + int(ELEMENTS(shown)) - 1
    first = next((at for at in places.prose if at > end), places.prose[-1])
    return head, first, places.last


def menu_between(start: int, end: int, found: Extract) -> bool:
    """Tell whether a menu stands between two places: then what is before it belongs to the page's header."""
    return any(start < found.places.order.get(node, 0) < end for node in found.places.tree.iter("nav"))


def is_chrome(node: Tree) -> bool:
    """Tell whether an element stands in a clock, a menu, a list of related articles."""
    path = (node, *node.iterancestors())
    return node.find(".//a") is not None or any(at.tag == "a" or kind_of_names(names_of(at)) in MENUS for at in path)


def named(node: Tree, names: re.Pattern[str]) -> bool:
    """Tell whether an element or the one around it is named so."""
    parent = node.getparent()
    return bool(names.search(names_of(node))) or (parent is not None and bool(names.search(names_of(parent))))


def authors_of(found: Extract) -> tuple[str, ...]:
    """Return who wrote it: the bylines the page shows, then the persons its head names, then the closing signature."""
    sites = (*found.declared.site_names, *hosts(found))
    named = tuple(bylines(found))
    lines = (*named, *(cut.text for cut in found.cuts if cut.kind == "byline" and cut.rule != BESIDE))
    shown = tuple(dict.fromkeys(name for text in lines for name in read_authors(DATE.sub("", text), sites=sites)))
    if shown:
        return shown
    for names in found.declared.authors:
        people = tuple(name for text in names for part in text.split(";") for name in read_authors(line(part), sites=sites))
        if people:
            return people
    last = next((text for text in reversed(found.paragraphs[-3:]) if is_signature(text)), "")
    return read_authors(last, sites=sites) or unnamed_byline(found, sites) or office_of(found, named)


def office_of(found: Extract, named: tuple[str, ...]) -> tuple[str, ...]:
    """Return the office that signs an article: its last paragraph, or a line that the page names as the author's."""
    last = found.paragraphs[-1]
    lines = [DATE.sub("", text).strip(" |-–") for text in named]
    signed = len(last) <= MAX_OFFICE and not SOURCE.match(last) and (last in lines or is_office(last))
    return (last,) if signed else tuple(text for text in lines if is_office(text))[:1]


def hosts(found: Extract) -> Iterator[str]:
    """Yield the names by which the page's host is known: `vnexpress.net`, `vnexpress`."""
    host = (urlsplit(url_of(found) or "").hostname or "").removeprefix("www.")
    yield from (host, host.split(".")[0]) if host else ()


def bylines(found: Extract) -> Iterator[str]:
    """Yield the texts of elements named as the author's, near the headline or behind the body, innermost ones alone."""
    head, first, last = around_body(found)
    end = found.places.prose[-1]
    start = max(head - ABOVE, 0)
    for at, node in enumerate(islice(found.places.order, start, last + BELOW), start):
        near = (start < at < first or end < at) and node.tag in BYLINE_TAGS
        if near and is_signed(node):
            yield from leaves(node)


def is_signed(node: Tree) -> bool:
    """Tell whether an element says that an author is named in it: by its own name or by where it links to."""
    told = node.get("rel") == "author" or node.get("itemprop") == "author" or AUTHOR_PAGE.search(node.get("href") or "")
    return bool(told or SIGNED.search(names_of(node)))


def unnamed_byline(found: Extract, sites: tuple[str, ...]) -> tuple[str, ...]:
    """Return the persons of a line between headline and body, for a page that names its byline nowhere.

    They stand beside the date or have family names, and are no place and no section of the page's menu.
    """
    head, first, _ = around_body(found)
    lines = [text for _, text in lines_in(found.places, head + 1, first, limit=MAX_LINE)]
    dated = {at + step for at, text in enumerate(lines) if is_stamp(text) for step in (-1, 1)}
    for at, text in enumerate(lines):
        rest = AGO.sub("", text)
        names = read_authors(rest, sites=sites)
        if (
            names
            and (at in dated or rest != text or all(map(has_surname, names)))
            and all(map(can_be_author, names))
            and not kind_of_line(text)
        ):
            links = (link for link in found.places.tree.iter("a") if found.places.order[link] < head)
            return () if {fold(name) for name in names} & {fold(text_of(link)) for link in links} else names
    return ()


def leaves(node: Tree) -> Iterator[str]:
    """Yield an element's text if it is a byline as it stands, else those of the texts inside it."""
    if short_text(node, MAX_BYLINE) is not None:
        parts = [part for text in node.itertext() if (part := line(text))]
        whole = " | ".join(parts)
        yield from [whole] if read_authors(whole) else (part for part in parts if kind_of_line(part) is None)
