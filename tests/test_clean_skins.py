"""One article comes out of every skin word for word, with its headline, date and author."""

import pytest

from skins import BODY, SIGNED, SKINS, TITLE
from solieu.clean import clean
from solieu.records import Page


@pytest.mark.parametrize("name", SKINS)
def test_skin(name):
    html, authors, signed = SKINS[name]
    article = clean(Page(f"{name}.html", "key", html=html))
    assert article.title == TITLE
    assert article.text.partition("\n\n")[2].split("\n") == [*BODY, *([SIGNED] if signed else [])]
    assert (article.published or "")[:10] == "2024-05-20"
    assert list(article.authors) == authors


def test_what_stands_around_the_article_is_named():
    article = clean(Page("joomla.html", "key", html=SKINS["joomla"][0]))
    assert {"menu", "counter", "related", "clock"} <= set(article.chrome)
    assert [cut.text for cut in article.cuts if cut.kind == "counter"] == ["Lượt xem: 215"]
    assert all(cut.rule and cut.text for cut in article.cuts)


def test_a_headline_that_begins_with_an_office_is_one():
    headline = "UBND huyện Phú Thạnh họp phiên thường kỳ tháng 5"
    html = SKINS["liferay"][0].replace(TITLE, headline)
    assert clean(Page("x.html", "key", html=html)).title == headline
