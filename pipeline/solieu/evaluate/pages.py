"""Cleaned pages scored against gold: body, title, date, authors, as the shared yardstick for pages does."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from solieu.evaluate.compare import Tally


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What cleaning says of a page, as gold or as found; `published` holds every date that is right."""

    title: str
    body: str
    published: frozenset[str]
    authors: frozenset[str]


def read_pages(folder: Path) -> dict[str, Cleaned]:
    """Read the gold of pages, a `NAME.json` beside each `NAME.ann`, with title, published, authors, paragraphs."""
    return {
        path.stem: _gold(json.loads(path.read_text(encoding="utf-8")))
        for path in sorted(folder.glob("*.json"))
        if path.with_suffix(".ann").exists()
    }


def compare_page(gold: Cleaned, found: Cleaned | None) -> Tally:
    """Mark one page: `page.body` token F1, `page.kept` gold tokens found, `page.clean` found tokens in gold."""
    tally = Tally()
    wanted, given = _tokens(gold.body), _tokens(found.body if found else "")
    shared = (wanted & given).total()
    tally.mark("page.body", 2 * shared / (wanted.total() + given.total() or 1))
    tally.mark("page.kept", shared / (wanted.total() or 1))
    tally.mark("page.clean", shared / (given.total() or 1))
    tally.mark("page.title", found is not None and _fold(found.title) == _fold(gold.title))
    tally.mark("page.published", found is not None and bool(found.published & gold.published))
    tally.mark("page.authors", found is not None and found.authors == gold.authors)
    tally.errors.extend(_errors(gold, found))
    return tally


def cleaned(row: dict[str, object]) -> Cleaned:
    """Take from a row of `articles` what is scored."""
    title, _, body = str(row["text"]).partition("\n\n")
    authors = row["authors"]
    names = re.split(r";\s*", authors) if isinstance(authors, str) else authors if isinstance(authors, (list, np.ndarray)) else ()
    published = row["published"]
    date = published[:10] if isinstance(published, str) else ""
    return Cleaned(str(row["title"]), body or title, frozenset({date}), frozenset(_fold(str(name)) for name in names))


def _errors(gold: Cleaned, found: Cleaned | None) -> Iterator[tuple[str, str]]:
    if found is None:
        yield "page skipped", gold.title
        return
    if _fold(found.title) != _fold(gold.title):
        yield "title", f"{found.title!r} for {gold.title!r}"
    if not found.published & gold.published:
        yield "published", f"{sorted(found.published)} for {sorted(gold.published)}"
    if found.authors != gold.authors:
        yield "authors", f"{sorted(found.authors)} for {sorted(gold.authors)}"


def _gold(told: dict[str, object]) -> Cleaned:
    dates = [told["published"], *(told.get("published_also") or ())]  # type: ignore[misc]  # a bulk re-stamp may be taken or left
    return Cleaned(
        str(told["title"]),
        "\n".join(told["paragraphs"]),  # type: ignore[arg-type]  # a list of strings, by the format
        frozenset(str(date or "")[:10] for date in dates),
        frozenset(_fold(name) for name in told["authors"]),  # type: ignore[attr-defined]
    )


def _fold(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip().casefold()


def _tokens(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+|%", _fold(text)))
