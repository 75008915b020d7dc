"""Cleaning beside the general extractors, on the same pages with the same gold.

Usage: cleaners.py [HTML_DIR GOLD_DIR]      (default: this project's pages, then the real ones beside the checkout)
"""

from __future__ import annotations

import importlib
import sys
import time
from collections.abc import Callable
from pathlib import Path

from solieu.clean import clean
from solieu.errors import PageError
from solieu.evaluate.pages import Cleaned, cleaned, compare_page, read_pages
from solieu.pages import find_pages, read_page

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
MARKS = ("body", "kept", "clean", "title", "published", "authors")
Cleaner = Callable[[Path], Cleaned | None]


def page(title: str | None, body: str | None, published: str | None = None, authors: str | None = None) -> Cleaned:
    """Put what an extractor gives into the form that is scored."""
    names = authors.split("; ") if authors else []
    return cleaned({"title": title or "", "text": f"\n\n{body or ''}", "published": published, "authors": names})


def html_of(path: Path) -> str:
    """Decode a page as this project does, so that only the extraction is compared."""
    return read_page(next(find_pages(path))).html or ""


def ours(path: Path) -> Cleaned | None:
    """Clean a page with this project."""
    try:
        article = clean(read_page(next(find_pages(path))))
    except PageError:
        return None
    row = {"title": article.title, "text": article.text, "published": article.published, "authors": list(article.authors)}
    return cleaned(row)


def trafilatura() -> Cleaner:
    """Make trafilatura's extraction, as its documentation recommends it."""
    tool = importlib.import_module("trafilatura")

    def run(path: Path) -> Cleaned:
        found = tool.bare_extraction(html_of(path), with_metadata=True)
        return page(found.title, found.text, found.date, found.author) if found else page(None, None)

    return run


def resiliparse() -> Cleaner:
    """Make resiliparse's main-content text; it reads no metadata but the title element."""
    tool, tree = importlib.import_module("resiliparse.extract.html2text"), importlib.import_module("resiliparse.parse.html")

    def run(path: Path) -> Cleaned:
        parsed = tree.HTMLTree.parse(html_of(path))
        return page(parsed.title, tool.extract_plain_text(parsed, main_content=True))

    return run


def readability() -> Cleaner:
    """Make readability-lxml's summary."""
    tool, soup = importlib.import_module("readability"), importlib.import_module("bs4").BeautifulSoup

    def run(path: Path) -> Cleaned:
        document = tool.Document(html_of(path))
        return page(document.short_title(), soup(document.summary(), "lxml").get_text("\n"))

    return run


def measure(cleaner: Cleaner, html: Path, gold: Path) -> str:
    """Give one line of the table: the mean of each mark over the pages with gold, and the CPU time."""
    pages = read_pages(gold)
    where = {path.stem: path for path in html.rglob("*.html")}
    begin = time.process_time()
    found = {name: cleaner(where[name]) for name in pages}
    took = 1000 * (time.process_time() - begin) / len(pages)
    tallies = [compare_page(pages[name], found[name]) for name in pages]
    means = [sum(tally.marks[f"page.{mark}"][0] for tally in tallies) / len(tallies) for mark in MARKS]
    return "".join(f"{mean:11.4f}" for mean in means) + f"{took:11.1f}"


def main() -> None:
    """Print a table for each set of pages."""
    given = [(Path(sys.argv[1]), Path(sys.argv[2]))] if len(sys.argv) > 2 else []
    sets = given or [(ROOT / "corpus/raw", ROOT / "corpus/gold"), (SHARED / "real/html", SHARED / "real/html_gold")]
    for html, gold in sets:
        if not html.is_dir():
            continue
        sys.stdout.write(f"\n{html}\n{'':16}" + "".join(f"{mark:>11}" for mark in (*MARKS, "CPU ms")) + "\n")
        for name, make in (
            ("solieu", lambda: ours),
            *((tool.__name__, tool) for tool in (trafilatura, resiliparse, readability)),
        ):
            try:
                sys.stdout.write(f"{name:16}" + measure(make(), html, gold) + "\n")
            except ImportError as error:
                sys.stdout.write(f"{name:16}left out ({error}); `make bench` installs it\n")


if __name__ == "__main__":
    main()
