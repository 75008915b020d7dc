"""Pages broken at random are read or refused, and what is read is canonical."""

import random

from no_article_pages import PAGES
from skins import SKINS
from solieu.clean import clean
from solieu.clean.canonical import canonical
from solieu.errors import PageError
from solieu.records import Page

BASE = [html for html, _, _ in SKINS.values()] + list(PAGES.values())
SCRAPS = (
    *("<", ">", "<div>", "</div>", "<p>", "<a href=x>", "</a>", "<table><tr><td>", "<!--", "<script>", "&#", '"', "'"),
    *("\0", "\u200b", "<br>", "\ud800", "</html>", "<title>", "<select>", "</body>", "<svg>", "<template>", "<h1>", "{"),
)


def broken(dice):
    html = dice.choice(BASE)
    for _ in range(dice.randint(1, 6)):
        at, to = dice.randrange(len(html) + 1), dice.randrange(len(html) + 1)
        size = dice.choice((1, 10, 100, 1000))
        changed = (
            html[:at] + html[at + size :],
            html[:at] + html[at : at + size] * 3 + html[at + size :],
            html[:at] + dice.choice(SCRAPS) + html[at:],
            html[:at] + html[to : to + size] + html[at:],
            html[:at],
        )
        html = dice.choice(changed) or "x"
    return html


def test_no_broken_page_is_a_crash():
    dice = random.Random(20)
    texts, codes = [], set()
    for number in range(500):
        try:
            texts.append(clean(Page(f"{number}.html", "key", html=broken(dice))).text)
        except PageError as error:
            codes.add(error.code)
    assert len(texts) > 100
    assert codes <= {"no_article", "empty"}
    assert texts == [canonical(text) for text in texts]


def test_what_follows_the_end_of_the_page_is_read_too():
    html = SKINS["amp"][0].replace("<main>", "</body></html><html><body><main>")
    assert clean(Page("x.html", "key", html=html)).text == clean(Page("x.html", "key", html=SKINS["amp"][0])).text
