"""A page that came as text: an article already cleaned, or a dump with its chrome, cut on strong evidence only."""

from __future__ import annotations

from dataclasses import dataclass

from solieu.clean.authors import is_signature, read_authors
from solieu.clean.canonical import lines
from solieu.clean.chrome import kind_of_line, kind_of_strong_line
from solieu.clean.dates import read_date
from solieu.records import Cut

MIN_STRONG = 2  # lines of chrome beyond doubt from which a text is a dump: an article may quote one
MIN_PROSE = 80  # characters from which a line is the body's; in dumps menus, headlines and captions are shorter
MAX_TITLE = 250


@dataclass(frozen=True, slots=True)
class TextPage:
    """What a page's text holds: canonical lines, and what its own lines say of date and authors."""

    title: str
    paragraphs: list[str]
    published: str | None
    authors: tuple[str, ...]
    cuts: tuple[Cut, ...]


def read_text(text: str) -> TextPage:
    r"""Read an article out of a text: its first line is the title, unless chrome stands around it.

    >>> read_text("Tiêu đề\n\nĐoạn một.\nTrần Văn An").authors
    ('Trần Văn An',)
    """
    found = lines(text)
    if sum(kind_of_strong_line(line) is not None for line in found) < MIN_STRONG:
        return article(found, cuts=())
    return undumped(found)


def article(found: list[str], *, cuts: tuple[Cut, ...], published: str | None = None) -> TextPage:
    """Lay out lines that are an article: title first, signature last."""
    title, *paragraphs = found or [""]
    last = paragraphs[-1] if paragraphs else ""
    authors = read_authors(last) if is_signature(last) else ()
    return TextPage(title, paragraphs, published, authors, cuts)


def undumped(found: list[str]) -> TextPage:
    """Cut the chrome of a dump: around the headline by where it stands, in the body only what is chrome beyond doubt."""
    first = next((at for at, line in enumerate(found) if is_prose(line)), len(found))
    head = headline(found, first)
    end = tail(found, first)
    kept: list[str] = [found[head]]
    cuts: list[Cut] = []
    published = None
    for at, line in enumerate(found):
        if at == head:
            continue
        kind = outside(line, at, head=head, first=first, end=end)
        if kind == "clock" and head < at < first:
            published = published or read_date(line)
        if kind:
            cuts.append(Cut(kind, "text dump", line))
        else:
            kept.append(line)
    return article(kept, cuts=tuple(cuts), published=published)


def is_prose(line: str) -> bool:
    """Tell whether a line is a sentence of an article's body."""
    return len(line) >= MIN_PROSE and kind_of_line(line) is None


def headline(found: list[str], first: int) -> int:
    """Find the headline: the last line above the body that is no chrome, else the body's first line."""
    above = [at for at in range(first) if kind_of_line(found[at]) is None and len(found[at]) <= MAX_TITLE]
    return above[-1] if above else min(first, len(found) - 1)


def tail(found: list[str], first: int) -> int:
    """Find where the article ends: the first line of chrome beyond doubt after the last one of the body."""
    last = max((at for at in range(first, len(found)) if is_prose(found[at])), default=first)
    related = (at for at in range(first, last) if kind_of_strong_line(found[at]) in {"related", "footer"})
    start = next(related, last)
    return next((at for at in range(start, len(found)) if kind_of_strong_line(found[at])), len(found))


def outside(line: str, at: int, *, head: int, first: int, end: int) -> str | None:
    """Name the kind of chrome a line of a dump is, or None where it is the article's."""
    if at < head:
        return kind_of_line(line) or "menu"
    if at >= end:
        return kind_of_line(line) or "related"
    return kind_of_line(line) if at < first else kind_of_strong_line(line)
