"""What the lists of chrome owe to one skin: each skin's pages cleaned without the entries that no other skin uses.

Usage: leave_one_skin_out.py      (this project's pages: a folder of corpus/raw is a skin)
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from pathlib import Path

from solieu.clean import chrome, clean
from solieu.errors import PageError
from solieu.evaluate.pages import Cleaned, cleaned, compare_page, read_pages
from solieu.pages import find_pages, read_page
from solieu.records import Page

ROOT = Path(__file__).parents[2]
MARKS = ("body", "title", "published", "authors")
LINES, WHOLE, BEGINNINGS = chrome.LINES, chrome.WHOLE, chrome.BEGINNINGS


def skins() -> dict[str, list[Page]]:
    """Read the pages of each skin."""
    found: dict[str, list[Page]] = defaultdict(list)
    for raw in find_pages(ROOT / "corpus" / "raw"):
        found[raw.source.partition("/")[0]].append(read_page(raw))
    return dict(found)


def leave_out(entries: set[str]) -> None:
    """Make the lists anew without some of their entries."""
    chrome.LINES = tuple(line for line in LINES if line.pattern not in entries)
    chrome.ANY = re.compile("|".join(f"(?:{line.pattern})" for line in chrome.LINES))
    chrome.WHOLE = {word: kind for word, kind in WHOLE.items() if word not in entries}
    chrome.BEGINNINGS = {start: kind for start, kind in BEGINNINGS.items() if start + "*" not in entries}
    chrome.BEGINS = tuple(chrome.BEGINNINGS)
    for cached in (chrome.kind_of_short_line, chrome.strong_kind_of_short_line, chrome.kind_of_names):
        cached.cache_clear()


def used(pages: list[Page]) -> set[str]:
    """Collect the entries that some pages use."""
    asked: set[str] = set()
    matched, kind_of_word = chrome.matched, chrome.kind_of_word

    def matched_noted(text: str, *, strong_only: bool) -> str | None:
        low = text.lower()
        asked.update(line.pattern for line in chrome.LINES if len(text) <= chrome.MAX_LINE and re.fullmatch(line.pattern, low))
        return matched(text, strong_only=strong_only)

    def kind_noted(word: str) -> str | None:
        asked.update({word} & chrome.WHOLE.keys())
        asked.update(start + "*" for start in chrome.BEGINNINGS if word.startswith(start))
        return kind_of_word(word)

    chrome.matched, chrome.kind_of_word = matched_noted, kind_noted
    leave_out(set())
    for page in pages:
        score_of(page, {})
    chrome.matched, chrome.kind_of_word = matched, kind_of_word
    return asked


def score_of(page: Page, gold: dict[str, Cleaned]) -> list[float] | None:
    """Clean a page and give its marks; None for one without gold."""
    try:
        article = clean(page)
    except PageError:
        article = None
    told = gold.get(Path(page.source).stem)
    if told is None:
        return None
    row = article and {
        "title": article.title,
        "text": article.text,
        "published": article.published,
        "authors": list(article.authors),
    }
    tally = compare_page(told, cleaned(row) if row else None)
    return [tally.marks[f"page.{mark}"][0] for mark in MARKS]


def means(pages: list[Page], gold: dict[str, Cleaned]) -> list[float]:
    """Give the mean of each mark over some pages."""
    scored = [marks for page in pages if (marks := score_of(page, gold))]
    return [sum(column) / len(scored) for column in zip(*scored, strict=True)]


def main() -> None:
    """Print a row for each skin: what only it uses, and its marks without that."""
    gold, by_skin = read_pages(ROOT / "corpus" / "gold"), skins()
    uses = {skin: used(pages) for skin, pages in by_skin.items()}
    sys.stdout.write(f"{'skin':28}{'entries used':>14}{'by it alone':>13}" + "".join(f"{mark:>11}" for mark in MARKS) + "\n")
    for skin, pages in by_skin.items():
        own = uses[skin] - set().union(*(entries for other, entries in uses.items() if other != skin))
        leave_out(own)
        row = "".join(f"{mark:11.4f}" for mark in means(pages, gold))
        sys.stdout.write(f"{skin:28}{len(uses[skin]):14}{len(own):13}{row}\n")
    leave_out(set().union(*uses.values()))
    row = "".join(f"{mark:11.4f}" for mark in means([page for pages in by_skin.values() for page in pages], gold))
    sys.stdout.write(f"{'all, without any entry used':55}{row}\n")


if __name__ == "__main__":
    main()
