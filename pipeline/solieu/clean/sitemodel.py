"""A second pass over a corpus: what stands word for word on many pages of one site is the site's and no article's."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from solieu.clean.authors import is_signature
from solieu.clean.canonical import join
from solieu.clean.metadata import SOURCE
from solieu.records import Article, Cut

MIN_PAGES = 5  # of a site, below which repetition says nothing
MIN_REPEATS = 3  # pages on which a paragraph stands
MIN_SHARE = 0.2  # of the site's pages: a slogan stands on all, a quotation on two or three
STAMP_SHARE = 0.5  # of the site's pages that bear the same minute: a server's clock or the day of a move
MIN_CHARS = 12  # of a paragraph: shorter ones are numbers, `Kết quả:`, headings of series
HOUR = len("2024-05-20T08:47")


@dataclass(frozen=True, slots=True)
class SiteModel:
    """What a site repeats: paragraphs with the number of their pages, and the minutes that are build stamps."""

    pages: int
    paragraphs: dict[str, int]
    stamps: frozenset[str]


def learn(articles: Iterable[Article]) -> dict[str, SiteModel]:
    """Count what each site repeats; articles that tell the same text twice count once, so the order does not matter."""
    by_site: dict[str, dict[str, Article]] = defaultdict(dict)
    for article in articles:
        by_site[site_of(article)].setdefault(article.text, article)
    return {site: model_of(list(found.values())) for site, found in sorted(by_site.items()) if len(found) >= MIN_PAGES}


def site_of(article: Article) -> str:
    """Return an article's site, or the folder its page lies in where the page does not say."""
    return article.site or article.source.rpartition("/")[0]


def model_of(articles: list[Article]) -> SiteModel:
    """Count what the different articles of one site repeat."""
    counts = Counter(text for article in articles for text in set(paragraphs_of(article)) if can_repeat(text))
    stamps = Counter(article.published[:HOUR] for article in articles if article.published and "T" in article.published)
    limit = max(MIN_REPEATS, MIN_SHARE * len(articles))
    return SiteModel(
        len(articles),
        {text: count for text, count in sorted(counts.items()) if count >= limit},
        frozenset(stamp for stamp, count in stamps.items() if count >= max(MIN_REPEATS, STAMP_SHARE * len(articles))),
    )


def paragraphs_of(article: Article) -> list[str]:
    """Split an article's body into its paragraphs."""
    return article.text.partition("\n\n")[2].split("\n")


def can_repeat(text: str) -> bool:
    """Tell whether a paragraph's repetition says that it is chrome: bylines and sources are the article's each time."""
    return len(text) >= MIN_CHARS and not is_signature(text) and not SOURCE.match(text)


def without_repeats(article: Article, models: dict[str, SiteModel]) -> Article:
    """Cut from an article what its site repeats, and its date if that is the site's; an article keeps one paragraph."""
    model = models.get(site_of(article))
    if model is None:
        return article
    kept = [text for text in paragraphs_of(article) if text not in model.paragraphs]
    if not kept:
        return article
    cuts = tuple(
        Cut("repeat", f"on {model.paragraphs[text]} of {model.pages} pages of {site_of(article)}", text)
        for text in paragraphs_of(article)
        if text in model.paragraphs
    )
    stamped = (article.published or "")[:HOUR] in model.stamps
    published = None if stamped else article.published
    return replace(article, text=join(article.title, kept), cuts=(*article.cuts, *cuts), published=published)
