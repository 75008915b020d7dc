"""Pages to articles: real pages keep their scores, real articles every line, damaged pages their five paragraphs."""

import importlib.util
import json
import re
import time
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from shared import ROOT, SHARED
from solieu.clean import clean
from solieu.clean.canonical import canonical
from solieu.errors import PageError
from solieu.pages import Raw, find_pages, read_page
from solieu.records import Page

SKIPPED = (
    *(("01", "empty"), ("02", "empty"), ("03", "not_text"), ("04", "not_text"), ("05", "too_large"), ("18", "no_article")),
    *(("19", "no_article"), ("26", "too_large"), ("41", "too_large"), ("44", "too_large")),
)
TEXTS = ("text", "train_text", "train_portal_text")
DUMP = """跳转到内容
Thứ hai, 20 Tháng 05 Năm 2024

User Online: 12,715
Total visited: 17,275,259
Trang chủ | Giới thiệu | Liên hệ

Phú Thạnh khởi công tuyến đường liên xã

|
Lượt xem: 102
20/05/2024 08:47
Đọc bài viết

Sáng 20/5, UBND huyện Phú Thạnh tổ chức lễ khởi công tuyến đường nối xã Tân Lễ với thị trấn, tổng vốn 86 tỷ đồng.

Tuyến đường dài 7,2 km, đi qua 3 xã, dự kiến hoàn thành trong quý II năm 2025, phục vụ hơn 12.000 người dân.

Trần Văn An

Tin liên quan
Nông dân Phú Thạnh vào vụ sen
Bản quyền thuộc về UBND huyện Phú Thạnh
Đang truy cập: 31
"""


def tool(name):
    spec = importlib.util.spec_from_file_location(name, SHARED / "tools" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def words(text):
    return Counter(re.findall(r"\w+|%", unicodedata.normalize("NFC", text).casefold()))


def body_f1(article, paragraphs):
    found, gold = words(article.text.partition("\n\n")[2]), words("\n".join(paragraphs))
    return 2 * sum((found & gold).values()) / (sum(found.values()) + sum(gold.values()))


def cleaned(folder):
    for raw in find_pages(folder):
        try:
            yield raw.source, clean(read_page(raw))
        except PageError as error:
            yield raw.source, error


def scores(folder, gold):
    """Score the pages of a folder as `score_pages.py` does: body F1, title, date, authors."""
    articles = {Path(source).name.partition(".html")[0]: article for source, article in cleaned(folder)}
    rows = []
    for path in sorted(set(gold.glob("*.json")) - {gold / "floors.json"}):
        expected, article = json.loads(path.read_text("utf-8")), articles[path.stem]
        dates = {(date or "")[:10] for date in (expected["published"], *expected.get("published_also", ()))}
        rows.append((
            body_f1(article, expected["paragraphs"]),
            article.title.casefold() == expected["title"].casefold(),
            (article.published or "")[:10] in dates,
            {name.casefold() for name in article.authors} == {name.casefold() for name in expected["authors"]},
        ))  # fmt: skip
    return [sum(column) / len(rows) for column in zip(*rows, strict=True)]


def test_real_pages_keep_their_scores(shared):
    body, title, published, authors = scores(shared / "real" / "html", shared / "real" / "html_gold")
    assert body >= 0.995
    assert (title, published) == (1, 1)
    assert authors >= 0.95


def test_own_pages_keep_their_scores():
    body, title, published, authors = scores(ROOT / "corpus" / "raw", ROOT / "corpus" / "gold")
    assert body >= 0.99
    assert min(title, published, authors) >= 0.96


def test_no_real_article_loses_a_line(shared):
    agreed = tool("ann").canonical
    for folder in TEXTS:
        for path in sorted((shared / "real" / folder).glob("*.txt")):
            text = path.read_text("utf-8")
            article = clean(read_page(Raw(path.name, "text", path=path)))
            assert canonical(text) == agreed(text)[0]
            assert (article.text, article.cuts) == (canonical(text), ())
            assert clean(Page(path.name, "key", text=article.text)).text == article.text


def test_the_seed_page_is_cleaned_as_annotated(shared):
    gold, *_ = tool("ann").parse(shared / "seed" / "page.clean.ann")
    article = clean(read_page(Raw("page.txt", "text", path=shared / "seed" / "page.txt")))
    assert article.text == canonical(gold)
    assert article.authors == ("Nguyễn Phương",)
    assert article.published is None
    assert {"counter", "clock", "skin", "tool"} == set(article.chrome)


def test_a_dump_loses_its_chrome_alone():
    article = clean(Page("x.txt", "key", text=DUMP))
    assert article.title == "Phú Thạnh khởi công tuyến đường liên xã"
    assert [text[:12] for text in article.text.split("\n")[2:]] == ["Sáng 20/5, U", "Tuyến đường ", "Trần Văn An"]
    assert (article.published, article.authors) == ("2024-05-20T08:47", ("Trần Văn An",))
    assert {"counter", "clock", "menu", "related", "footer"} <= set(article.chrome)


@pytest.mark.usefixtures("shared")
def test_damaged_pages_give_their_paragraphs_or_a_reason(tmp_path):
    damaged = tool("damaged_pages")
    for name, data in damaged.b.items():
        (tmp_path / f"{name}.html").write_bytes(data)
    paragraphs = [unicodedata.normalize("NFC", text) for text in damaged.P]
    skipped = {}
    for raw in find_pages(tmp_path):
        start = time.process_time()
        try:
            text = clean(read_page(raw)).text
        except PageError as error:
            skipped[raw.source[:2]] = error.code
            continue
        finally:
            assert time.process_time() - start < 10
        if raw.source[:2] not in {"35", "17"}:
            assert [part[:40] for part in paragraphs if part not in text] == [], raw.source
        for chrome in ("User Online", "Total visited", "Chuyên mục", "Bài liên quan", "Bản quyền", "Giấy phép"):
            assert chrome not in text, raw.source
    assert skipped == dict(SKIPPED)


def test_an_article_is_named_by_its_source_and_bytes():
    one = clean(Page("a.txt", "key", text="Tiêu đề\n\nMột đoạn."))
    assert one.id == clean(Page("a.txt", "key", text="Tiêu đề\n\nMột đoạn.")).id
    assert one.id != clean(Page("b.txt", "key", text="Tiêu đề\n\nMột đoạn.")).id
    assert one.id != clean(Page("a.txt", "other", text="Tiêu đề\n\nMột đoạn.")).id


def test_what_the_container_says_is_preferred():
    page = Page(
        "a#1",
        "key",
        text="Một đoạn văn.",
        url="https://www.example.vn/a",
        title="Tiêu đề",
        published="2024-05-20",
        authors=("An",),
    )
    article = clean(page)
    assert article.text == "Tiêu đề\n\nMột đoạn văn."
    assert (article.site, article.published, article.authors) == ("example.vn", "2024-05-20", ("An",))


def test_a_text_of_spaces_is_empty():
    with pytest.raises(PageError) as caught:
        clean(Page("a.txt", "key", text=" \n\t\u200b\n"))
    assert caught.value.code == "empty"
