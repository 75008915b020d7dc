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
