"""What a site repeats on many pages is cut in a second pass; bylines, sources and small sites are left alone."""

from solieu.clean.sitemodel import learn, without_repeats
from solieu.records import Article

SLOGAN = "Toàn dân đoàn kết xây dựng nông thôn mới nâng cao"
SOURCE = "Theo Báo Mẫu điện tử"


def articles(number, published="2024-05-20T08:47+07:00"):
    return [
        Article(
            str(i), f"{i}.html", f"Tin {i}", f"Tin {i}\n\n{SLOGAN}\nĐoạn văn số {i}.\n{SOURCE}", site="a.vn", published=published
        )
        for i in range(number)
    ]


def test_a_repeated_line_is_cut():
    pages = articles(6)
    cleaned = [without_repeats(page, learn(pages)) for page in pages]
    assert [page.text for page in cleaned] == [f"Tin {i}\n\nĐoạn văn số {i}.\n{SOURCE}" for i in range(6)]
    assert cleaned[0].cuts[0].rule == "on 6 of 6 pages of a.vn"
    assert cleaned[0].chrome == ["repeat"]


def test_the_same_minute_on_most_pages_is_no_date():
    pages = articles(6)
    assert without_repeats(pages[0], learn(pages)).published is None
    dated = [*articles(1, "2024-05-21T10:00"), *articles(6, "2024-05-22")[1:]]
    assert [without_repeats(page, learn(dated)).published for page in dated[:2]] == ["2024-05-21T10:00", "2024-05-22"]


def test_a_site_of_four_pages_is_left_alone():
    pages = articles(4)
    assert [without_repeats(page, learn(pages)) for page in pages] == pages


def test_copies_of_one_article_repeat_nothing():
    pages = articles(1) * 9
    assert without_repeats(pages[0], learn(pages)) == pages[0]


def test_the_order_of_pages_does_not_matter():
    pages = articles(8)
    assert learn(pages) == learn(pages[::-1])
