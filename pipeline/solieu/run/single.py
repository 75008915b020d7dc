"""One page or text at a time, for notebooks, `solieu show` and `solieu clean`."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from solieu.clean import clean
from solieu.errors import ConfigError, PageError
from solieu.pages import Raw, find_pages, read_page
from solieu.records import Article, Page, Skip
from solieu.run.shard import read_article, work_stage
from solieu.tables import Tables, build_tables

SOURCE = "page"


def extract(
    *, html: str | bytes | None = None, text: str | None = None, url: str | None = None, published: str | None = None
) -> Tables:
    """Read one page or text into tables; exactly one of `html` and `text` is given, else `ConfigError`."""
    if (html is None) == (text is None):
        raise ConfigError("give either html=… or text=…, one of the two")
    try:
        page = read_page(Raw(SOURCE, "html", data=html)) if isinstance(html, bytes) else _page(html, text)
        article = clean(replace(page, url=url or page.url, published=published or page.published))
    except PageError as error:
        return build_tables([], [Skip(SOURCE, work_stage(error), error.code, str(error))])
    return build_tables([read_article(article)])


def _page(html: str | None, text: str | None) -> Page:
    return Page(SOURCE, sha256((html or text or "").encode("utf-8", "surrogatepass")).hexdigest(), html=html, text=text)


def extract_plain(text: str) -> Tables:
    """Read a text as it stands, character for character: nothing is cleaned, nothing cut."""
    return build_tables([read_article(Article(SOURCE, SOURCE, "", text))])


def clean_file(path: Path) -> Article:
    """Clean one page's file; raises `PageError` or `ConfigError` where there is no article in it."""
    if not path.is_file():
        raise ConfigError(f"no such page: {path}")
    raw = next(find_pages(path), None)
    if raw is None or isinstance(raw, Skip):
        raise ConfigError(raw.detail if raw else f"no page in {path}")
    return clean(read_page(raw))
