"""One article comes out of every skin word for word, with its headline, date and author."""

import pytest

from skins import BODY, FOUR, INNER, LEAD, MENU, ONE, OTHERS, SIGNED, SKINS, THREE, TITLE, TWO, page, ps
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


def test_an_address_made_of_the_headline_tells_it():
    other = "Toàn bộ hộ dân xã Tân Lễ đã nhận ruộng mới ngoài thực địa"
    html = page(
        f"<div>{MENU}</div><h3>{TITLE}</h3><div>20/05/2024</div><h2>{other}</h2><div>{ps(LEAD)}{INNER}</div>", title="Báo Mẫu"
    )
    assert clean(Page("x.html", "key", html=html, url="https://example.vn/123.html")).title == other
    slug = "https://example.vn/xa-hoi/xa-tan-le-hoan-thanh-don-dien-doi-thua-312-ha-dat-lua-d91.html"
    assert clean(Page("x.html", "key", html=html, url=slug)).title == TITLE


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("<div>Thu Trang</div><div>20/05/2024 08:47</div>", ("Thu Trang",)),
        ("<span>20/05/2024</span> <b>Thu Trang</b>", ("Thu Trang",)),
        ("<div>Xã hội</div><div>20/05/2024 08:47</div>", ()),
        ("<div>Kinh Tế</div><div>20/05/2024 08:47</div>", ()),
        ("<div>Quảng Bình</div><div>20/05/2024 08:47</div>", ()),
        ("<div>Liên Quan</div><div>20/05/2024 08:47</div>", ()),
        ("<div>20/05/2024 08:47</div><div>Chia sẻ</div><div>Ngô Thị Trang, Lê An</div>", ("Ngô Thị Trang", "Lê An")),
        ('<div><a href="/tac-gia/thu-trang-12.html">Thu Trang</a></div><div>Cập nhật 20/05/2024</div>', ("Thu Trang",)),
    ],
)
def test_a_name_beside_the_date_is_the_author(byline, authors):
    html = page(f"<div>{MENU}</div><h1>{TITLE}</h1>{byline}<div>{ps(LEAD)}{INNER}</div>")
    article = clean(Page("x.html", "key", html=html))
    assert article.authors == authors
    assert (article.published or "")[:10] == "2024-05-20"


def test_words_that_point_to_another_article_are_cut():
    pointer = f'<p>&gt;&gt; Xem thêm: một bài <a href="/b1">{OTHERS[0]}</a></p>'
    html = page(f"<h1>{TITLE}</h1><div>{ps(LEAD, ONE)}{pointer}{ps(TWO, THREE, FOUR)}</div>")
    article = clean(Page("x.html", "key", html=html))
    assert OTHERS[0] not in article.text
    assert (
        "Xem thêm: hai ví dụ ở dưới đây" in clean(Page("x", "k", html=html.replace("một bài", "hai ví dụ ở dưới đây. " * 9))).text
    )


def test_a_slogan_that_reads_like_prose_begins_no_body():
    slogan = "Nhiệt liệt chào mừng kỷ niệm 75 năm ngày truyền thống ngành nông nghiệp tỉnh nhà và đại hội thi đua các cấp"
    html = page(f"<div>{slogan}</div>{MENU * 3}<div>{TITLE}</div><p>20/05/2024</p>{ps(LEAD)}{INNER}", title="Báo Mẫu")
    assert clean(Page("x.html", "key", html=html)).title == TITLE
    assert clean(Page("x.html", "key", html=html.replace(f"<div>{TITLE}</div>", f"<h2>{TITLE}</h2>"))).title == TITLE


MODULES = f"<h3>Menu chính</h3>{MENU}<h1>Tin hoạt động</h1><h3>Ai đang trực tuyến</h3><p>Hiện có 14 khách trực tuyến</p>"


@pytest.mark.parametrize("names", ["contentheading", "titlenews", "news-title", "TieuDeTin", "post_title"])
def test_headings_of_boxes_are_no_headlines(names):
    html = page(
        f'{MODULES}<div class="{names}">{TITLE}</div><span>20/05/2024</span><div>{ps(LEAD)}{INNER}</div>', title="Huyện Phú Thạnh"
    )
    assert clean(Page("x.html", "key", html=html)).title == TITLE


def test_a_form_below_the_body_is_cut():
    form = (
        '<form action="/gui"><p>Họ tên</p><input><p>Mã xác nhận 7K2M</p><p>Ý kiến của bạn sẽ được đăng sau khi duyệt</p></form>'
    )
    html = page(f"<h1>{TITLE}</h1><div>{ps(LEAD)}{INNER}{form}</div>")
    article = clean(Page("x.html", "key", html=html))
    assert article.text.split("\n")[2:] == list(BODY)
    assert "tool" in article.chrome
    whole = page(f'<form id="aspnetForm">{MENU}<h1>{TITLE}</h1><div>{ps(LEAD)}{INNER}</div></form>')
    assert clean(Page("x.html", "key", html=whole)).text.split("\n")[2:] == list(BODY)


def test_a_list_with_its_days_in_front_is_cut():
    items = "".join(f"<li>1{day}/05/2024 08:30 - {text}</li>" for day, text in enumerate(OTHERS))
    linked = "".join(f'<p>1{day}/05/2024 <a href="/b{day}">{text}</a></p>' for day, text in enumerate(OTHERS))
    for others in (f"<p>Các tin khác</p><ul>{items}</ul>", linked):
        html = page(f"<h1>{TITLE}</h1><div>{ps(LEAD)}{INNER}{others}</div>")
        assert clean(Page("x.html", "key", html=html)).text.split("\n")[2:] == list(BODY)


def test_a_place_set_apart_by_its_style_is_a_word_of_its_own():
    html = page(f"<h1>{TITLE}</h1><div><p><span>Thái Bình</span>{LEAD}</p>{INNER}</div>")
    assert clean(Page("x.html", "key", html=html)).text.split("\n")[2] == f"Thái Bình {LEAD}"


def test_an_unnamed_byline_with_a_weekday_is_read():
    html = page(
        f"<h1>{TITLE}</h1><div><p><span>Thu Trang</span> - <i>Thứ hai, 20/05/2024 08:47 (GMT+7)</i></p>{ps(LEAD)}{INNER}</div>"
    )
    article = clean(Page("x.html", "key", html=html))
    assert (article.authors, article.published) == (("Thu Trang",), "2024-05-20T08:47+07:00")


BOX = "<h4>Văn bản mới</h4><ul><li>Quyết định số 41/QĐ-UBND về giá đất</li></ul><h4>Thời tiết</h4><p>Phú Thạnh 24 - 31 độ</p>"
POLL = "<h3>Bạn nghĩ gì về dồn điền đổi thửa?</h3><div>Nên làm sớm Chưa cần Ý kiến khác</div>"
COMMENTED = "<p>Ý kiến bình luận</p><p>Quê tôi làm việc này từ năm ngoái, ruộng liền bờ nên thuê máy gặt cũng rẻ hơn hẳn.</p>"
OTHER = f"<h4>{OTHERS[0]}</h4><p>Mô hình có 11 hộ tham gia, diện tích 9 ha ngoài đê, dự kiến cho thu 400 triệu đồng mỗi ha...</p>"
SIGN = '<p style="text-align: right"><b>Thu Trang</b></p>'


@pytest.mark.parametrize("tail", [BOX, POLL, COMMENTED, f"<p>Tin liên quan</p>{OTHER}", f"<div>{COMMENTED}</div>{BOX}"])
@pytest.mark.parametrize(
    "around", ["<div>{}</div>{}", "<div><div>{}</div><div>{}</div></div>", "<table><tr><td>{}</td><td>{}</td></tr></table>"]
)
def test_what_follows_the_signature_is_cut(around, tail):
    body = f"<h1>{TITLE}</h1>{ps(LEAD)}{INNER}"
    article = clean(Page("x.html", "key", html=page(around.format(body + SIGN, tail))))
    assert article.text.split("\n")[2:] == [*BODY, "Thu Trang"]
    assert article.authors == ("Thu Trang",)


FIRST = "Đợt một có 40 hộ nhận ruộng, mỗi hộ một thửa; số ruộng còn lại để làm đường, đào mương và xây sân phơi chung."
SECOND = "Đợt hai dự kiến làm xong trước ngày 30/6, theo kế hoạch của UBND xã, với 62 hộ ở hai thôn gần sông."


@pytest.mark.parametrize(
    ("closing", "signed", "authors"),
    [
        ("<div><b>Ngô Thị Trang</b></div>", "Ngô Thị Trang", ("Ngô Thị Trang",)),
        ('<div align="right">Thu Trang</div>', "Thu Trang", ("Thu Trang",)),
        ("<p>Nguồn: Báo Mẫu</p>", "Nguồn: Báo Mẫu", ()),
        ("<p><i>Phòng Nội vụ huyện</i></p>", "Phòng Nội vụ huyện", ("Phòng Nội vụ huyện",)),
        ('<div class="comments"><b>Ngô Thị Trang</b></div>', None, ()),
        ("<h4>Thời Tiết</h4>", None, ()),
    ],
)
def test_a_signature_behind_the_body_is_its_last_line(closing, signed, authors):
    html = page(f"<h1>{TITLE}</h1><div><div>{ps(LEAD)}{INNER}</div></div>{closing}<div>{MENU}</div>")
    article = clean(Page("x.html", "key", html=html))
    assert article.text.split("\n")[2:] == [*BODY, *([signed] if signed else [])]
    assert article.authors == authors


NOTES = ("Ảnh: Minh Khôi", "(*) Tên nhân vật đã được thay đổi")


@pytest.mark.parametrize(
    "tail",
    [
        ps(*NOTES),
        ps(ONE, TWO),
        "<p><img src=a.jpg></p><p>Nông dân xã Tân Lễ ra đồng</p>",
        f"<table><tr><td>{ps(ONE, TWO)}</td></tr></table>",
        "<p>Thạch Sanh</p><p>Lê Hữu Phước</p>",
    ],
)
def test_what_the_article_adds_below_a_signature_stays(tail):
    tail = tail.replace(ONE, FIRST).replace(TWO, SECOND)
    html = page(f"<h1>{TITLE}</h1><div>{ps(LEAD)}{INNER}{SIGN}{tail}</div>")
    lines = clean(Page("x.html", "key", html=html)).text.split("\n")
    assert lines[2 : len(BODY) + 3] == [*BODY, "Thu Trang"]
    assert len(lines) > len(BODY) + 3


def test_names_that_a_line_announces_are_no_signatures():
    names = ps("Các hộ được khen gồm:", "Ngô Thị Tâm", "Lê Hữu Phước", "và 14 hộ khác")
    html = page(f"<h1>{TITLE}</h1><div>{ps(LEAD)}{INNER}{names}</div>")
    assert clean(Page("x.html", "key", html=html)).text.endswith("và 14 hộ khác")


def test_a_short_line_below_an_inner_link_stays():
    html = page(
        f'<h1>{TITLE}</h1><div>{ps(LEAD)}{INNER}<p><a href="/b1">{OTHERS[0]}</a></p><p>Xã sẽ làm nốt trong tháng 6.</p></div>'
    )
    assert clean(Page("x.html", "key", html=html)).text.endswith("Xã sẽ làm nốt trong tháng 6.")


@pytest.mark.parametrize(
    ("row", "authors"),
    [
        ("<div><span>Thu Trang</span><span>20/05/2024 08:47</span><span>12.408 lượt xem</span></div>", ("Thu Trang",)),
        ("<div><span>Thu Trang</span> · <span>2 giờ trước</span></div>", ("Thu Trang",)),
        (
            "<ul><li>Thu Trang</li><li><time>Tháng Năm 20, 2024</time></li><li>8:00 sáng</li><li>Không có bình luận</li></ul>",
            ("Thu Trang",),
        ),
        ('<p><span class="author">Nhóm phóng viên</span><span>20/05/2024 08:47</span></p>', ("Nhóm phóng viên",)),
        ("<div>Phòng Kinh tế</div><div>20/05/2024 08:47</div>", ()),
    ],
)
def test_a_row_of_name_and_date_is_no_text(row, authors):
    html = page(f"<h1>{TITLE}</h1>{row}<div>{ps(LEAD)}{INNER}</div>")
    article = clean(Page("x.html", "key", html=html))
    assert (article.text.split("\n")[2:], article.authors) == (list(BODY), authors)


def test_a_section_heading_at_the_end_of_a_path_is_no_headline():
    for path in (
        '<div class="duongdan">Tin tức <h1>Xây dựng Đảng - Chính quyền huyện</h1></div>',
        "<div>Tin tức / <h1>Xây dựng Đảng</h1></div>",
    ):
        html = page(
            f"{path}<p class=Title>{TITLE}</p><p>Ngày đăng: 20/5/2024</p><div>{ps(LEAD)}{INNER}</div>", title="Huyện Phú Thạnh"
        )
        assert clean(Page("x.html", "key", html=html)).title == TITLE


def test_a_date_in_the_data_of_an_element_is_read():
    stated = (
        '<span property="dc:date dc:created" content="2024-10-11T10:26:00+07:00">Đăng bởi quantri vào 10/11/2024 - 10:26</span>'
    )
    article = clean(Page("x.html", "key", html=page(f"<h1>{TITLE}</h1>{stated}<div>{ps(LEAD)}{INNER}</div>")))
    assert (article.published, article.authors) == ("2024-10-11T10:26:00+07:00", ())


def test_a_caption_in_small_type_is_no_headline():
    head = f'<div><font size="4"><b>{TITLE}</b></font></div><div>Cập nhật: 20/05/2024</div><div><img src=a.jpg></div>'
    html = page(
        f'{head}<div><font size="1"><i>Hộ dân xã Tân Lễ nhận ruộng mới</i></font></div>{ps(LEAD)}{INNER}', title="Báo Mẫu"
    )
    assert clean(Page("x.html", "key", html=html)).title == TITLE


def test_the_classes_of_sharepoint_text_name_no_chrome():
    html = page(f'<h1>{TITLE}</h1><div>{ps(LEAD)}{INNER}<p><span class="ms-rteFontSize-1">Ảnh: N.U</span></p></div>')
    assert clean(Page("x.html", "key", html=html)).text.endswith("Ảnh: N.U")
