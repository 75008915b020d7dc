"""Stage one: a page to its article, or the reason why there is none."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from urllib.parse import urlsplit

from solieu.clean.canonical import join, line
from solieu.clean.data import is_json, is_table
from solieu.clean.dates import as_iso
from solieu.clean.dump import read_text
from solieu.clean.metadata import authors_of, published_of, url_of
from solieu.clean.page import MAX_TEXT, read_html
from solieu.errors import PageError
from solieu.records import Article, Page

MARKUP = re.compile(r"<[a-zA-Z!/]")  # a file named .html without any is text


def clean(page: Page) -> Article:
    """Read the article out of a page.

    Raises PageError: `empty`, `no_article`, `not_html`, `too_large`.
    """
    if page.html is not None:
        page = as_written(page, page.html)
    article = from_text(page) if page.html is None else from_html(page)
    if len(article.text) > MAX_TEXT:
        raise PageError("too_large", f"the article has {len(article.text)} characters, more than {MAX_TEXT}")
    return article


def as_written(page: Page, html: str) -> Page:
    """Give a page that came as HTML as what it is: HTML, or text where it has no markup."""
    if is_json(html):
        raise PageError("not_html", "JSON and no HTML: write its pages as .jsonl, one a line, or take it out of the corpus")
    if MARKUP.search(html):
        return page
    if is_table(html):
        raise PageError("not_html", "a table of delimited values and no HTML: take it out of the corpus")
    return replace(page, html=None, text=html)


def from_text(page: Page) -> Article:
    """Read a page that came as text."""
    text = page.text or ""
    found = read_text(f"{page.title}\n\n{text}" if page.title and not starts_with(text, page.title) else text)
    if not found.title:
        raise PageError("empty", "the text has no characters but spaces")
    return Article(
        article_id(page),
        page.source,
        found.title,
        join(found.title, found.paragraphs),
        url=page.url,
        site=site_of(page.url),
        published=as_iso(page.published) or found.published,
        authors=page.authors or found.authors,
        cuts=found.cuts,
    )


def starts_with(text: str, title: str) -> bool:
    """Tell whether a text's first line is its title already."""
    return line(text.lstrip().partition("\n")[0]) == line(title)


def from_html(page: Page) -> Article:
    """Read a page that came as HTML."""
    found = read_html(page.html or "", page.url or page.source)
    title = line(page.title or "") or found.title or found.paragraphs[0]
    url = page.url or url_of(found)
    return Article(
        article_id(page),
        page.source,
        title,
        join(title, found.paragraphs),
        url=url,
        site=site_of(url),
        published=as_iso(page.published) or published_of(found),
        authors=page.authors or authors_of(found),
        cuts=found.cuts,
    )


def article_id(page: Page) -> str:
    """Name an article by its source and its bytes: the same on every machine."""
    return hashlib.sha256(f"{page.source}\0{page.key}".encode()).hexdigest()[:16]


def site_of(url: str | None) -> str | None:
    """Return the host of an address, without `www.`."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
