"""Pages without an article are refused with a reason."""

import pytest

from no_article_pages import PAGES
from solieu.clean import clean
from solieu.errors import PageError
from solieu.records import Page


def test_there_are_forty():
    assert len(PAGES) == 40


@pytest.mark.parametrize("name", PAGES)
def test_no_article(name):
    with pytest.raises(PageError) as caught:
        clean(Page(name, "key", html=PAGES[name]))
    assert caught.value.code in {"no_article", "empty"}
    assert len(str(caught.value)) > 20
