"""The general method needs no class, no id, no metadata, no headings: pages that lost them keep their article."""

import re

import pytest

from shared import ROOT
from skins import BODY, SKINS, TITLE
from solieu.clean import clean
from solieu.errors import PageError
from solieu.evaluate.pages import cleaned, compare_page, read_pages
from solieu.pages import find_pages, read_page
from solieu.records import Page

TAG = re.compile(r"<(?!script|meta|link)[a-zA-Z][^<>]*>")
NAMING = re.compile(r"""\s(?:class|id|role|type|rel|itemprop|datetime|data-[\w-]+)=(?:"[^"]*"|'[^']*'|[^\s>]+)""")


def without_names(html):
    return TAG.sub(lambda tag: NAMING.sub("", tag[0]), html)


def without_headings(html):
    return re.sub(r"<(/?)h[1-6]\b", r"<\1div", html)


def without_head(html):
    html = re.sub(r"<(?:meta|link)\b[^<>]*>", "", html)
    return re.sub(r'<script type="application/ld\+json">.*?</script>', "", html, flags=re.DOTALL)


def named_as_its_site(html):
    return re.sub(r"<title>[^<]*</title>", "<title>Báo Mẫu</title>", html)


def all_of_them(html):
    return named_as_its_site(without_head(without_headings(without_names(html))))


LOSSES = {
    "names": without_names,
    "headings": without_headings,
    "head": without_head,
    "title": named_as_its_site,
    "all": all_of_them,
}


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("name", SKINS)
def test_a_skin_keeps_headline_and_body(name, loss):
    article = clean(Page("x.html", "key", html=LOSSES[loss](SKINS[name][0])))
    assert article.title == TITLE
    paragraphs = article.text.split("\n")
    assert [text for text in BODY if text not in paragraphs] == []


def marks(loss):
    """Score this project's pages after a loss, their file names gone too: mean body F1, headline, date, authors."""
    gold = read_pages(ROOT / "corpus" / "gold")
    tallies = []
    for raw in find_pages(ROOT / "corpus" / "raw"):
        name = raw.source.rpartition("/")[2].removesuffix(".html")
        if name in gold:
            page = read_page(raw)
            try:
                found = clean(Page("x.html", page.key, html=loss(page.html)))
                row = {"title": found.title, "text": found.text, "published": found.published, "authors": list(found.authors)}
                tallies.append(compare_page(gold[name], cleaned(row)))
            except PageError:
                tallies.append(compare_page(gold[name], None))
    kinds = ("body", "title", "published", "authors")
    return [sum(tally.marks[f"page.{kind}"][0] for tally in tallies) / len(tallies) for kind in kinds]


@pytest.mark.parametrize(
    ("loss", "floors"),
    [
        ("names", (0.98, 0.99, 0.99, 0.93)),
        ("headings", (0.99, 0.99, 0.99, 0.99)),
        ("head", (0.99, 0.99, 0.96, 0.99)),
        ("title", (0.99, 0.99, 0.99, 0.99)),
        ("all", (0.98, 0.99, 0.96, 0.89)),
    ],
)
def test_own_pages_keep_their_scores(loss, floors):
    found = marks(LOSSES[loss])
    assert all(mark >= floor for mark, floor in zip(found, floors, strict=True)), found
