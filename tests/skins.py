# ruff: noqa: E501  pages are easier to read unbroken, and HTML has quotes of its own
"""One article in the skins of many content systems: newspapers, portals, blogs, old pages. Written for this project."""

TITLE = "Xã Tân Lễ hoàn thành dồn điền đổi thửa 312 ha đất lúa"
LEAD = "Sau hai năm vận động, 1.240 hộ dân xã Tân Lễ đã nhận ruộng mới, bình quân mỗi hộ còn 1,6 thửa so với 5,8 thửa trước đây."
ONE = "Theo UBND xã Tân Lễ, toàn bộ 312 ha đất lúa của 7 thôn đã được giao ngoài thực địa, đạt 100% kế hoạch huyện giao."
CAPTION = "Nông dân thôn Đông nhận ruộng mới. Ảnh: Minh An"
TWO = "Ông Trần Văn Lực, Chủ tịch UBND xã, cho biết địa phương đã đắp 18,5 km bờ vùng, bờ thửa, kinh phí hơn 4,2 tỷ đồng."
HEAD = "Máy móc thay sức người"
THREE = "Trên ruộng mới, máy cấy và máy gặt đập liên hợp làm trọn 95% diện tích, giảm chi phí khoảng 220.000 đồng mỗi sào."
FOUR = "“Trước kia nhà tôi có 7 mảnh ruộng ở 5 cánh đồng, nay còn 2 mảnh liền nhau”, bà Phạm Thị Hòa, người dân thôn Đông, nói."
FIVE = "Xã đặt mục tiêu đến hết năm 2025 hình thành 3 vùng lúa chất lượng cao, mỗi vùng từ 50 ha trở lên, có hợp đồng bao tiêu."
SIGNED = "Thu Trang"
BODY = (LEAD, ONE, CAPTION, TWO, HEAD, THREE, FOUR, FIVE)
MENU = (
    "<ul>"
    + "".join(
        f'<li><a href="/{i}">{name}</a></li>' for i, name in enumerate(("Trang chủ", "Thời sự", "Kinh tế", "Xã hội", "Văn hóa"))
    )
    + "</ul>"
)
OTHERS = (
    "Khởi công cầu bắc qua sông Trà nối hai xã ven đê",
    "Học sinh vùng bãi tựu trường sớm để phòng mưa lũ",
    "Hợp tác xã rau sạch xuất lô hàng đầu tiên sang Nhật",
)
TEASER = "Công trình dài 186 m, tổng vốn 74 tỷ đồng, dự kiến thông xe vào cuối năm sau để bà con hai xã đi lại thuận tiện hơn."
LINKS = "<ul>" + "".join(f'<li><a href="/b{i}">{text}</a></li>' for i, text in enumerate(OTHERS)) + "</ul>"
CARDS = "".join(
    f'<div class="item"><h3><a href="/b{i}">{text}</a></h3><p>{TEASER.replace("186", str(i))}</p></div>'
    for i, text in enumerate(OTHERS)
)
COMMENT = "Tôi thấy chủ trương này rất đúng, quê tôi cũng làm từ lâu rồi, ruộng liền khoảnh thì máy xuống đồng mới dễ, mong xã nào cũng làm được như vậy để bà con đỡ vất vả hơn trước. "
FOOT = "Cơ quan chủ quản: UBND huyện Phú Thạnh. Chịu trách nhiệm nội dung: Ông Lê Văn Mẫu, Chánh Văn phòng. Giấy phép số 12/GP-STTTT ngày 3/2/2018."


def page(body, title=f"{TITLE} - Báo Mẫu", head=""):
    return f'<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{title}</title>{head}</head><body>{body}</body></html>'


def ps(*texts, tag="p", attrs=""):
    return "".join(f"<{tag}{attrs}>{text}</{tag}>" for text in texts)


FIGURE = f'<figure><img src="/a.jpg"><figcaption>{CAPTION}</figcaption></figure>'
INNER = ps(ONE) + FIGURE + ps(TWO) + f"<h2>{HEAD}</h2>" + ps(THREE, FOUR, FIVE)
PICTURE = f'<table class="picture"><tr><td class="pic"><img src="/a.jpg"></td></tr><tr><td class="pCaption caption">{CAPTION}</td></tr></table>'

# name: (page, authors it must find, whether the signature closes the text)
SKINS = {
    "vietnamnet": (
        page(
            f'<header>{MENU}</header><div class="container"><div class="bread-crumb-detail"><ul><li><a href="/x">Kinh doanh</a></li></ul><div class="bread-crumb-detail__time">Thứ Hai, 20/05/2024 - 08:47</div></div><h1 class="content-detail-title">{TITLE}</h1><div class="article-detail-author"><span class="name"><a href="/tg">Thu Trang</a></span></div><h2 class="content-detail-sapo">{LEAD}</h2><div class="maincontent main-content">{INNER}<div class="insert-wiki-content"><a href="/b1">{OTHERS[0]}</a><p>{TEASER}</p></div></div><div class="vnn-share-news">Chia sẻ</div></div><div class="sublist">{CARDS}</div><footer>{FOOT}</footer>'
        ),
        ["Thu Trang"],
        False,
    ),
    "epi": (
        page(
            f'<div class="l-header">{MENU}</div><div class="l-content"><h1 class="article__title cms-title">{TITLE}</h1><div class="article__meta"><time class="time">20/05/2024 08:47 GMT+7</time></div><div class="article__sapo cms-desc">{LEAD}</div><div class="article__social">Zalo Facebook</div><div class="article__body zce-content-body cms-body">{ps(ONE)}{PICTURE}{ps(TWO)}<p><strong>{HEAD}</strong></p>{ps(THREE)}<div class="cms-relate"><article class="story"><h2><a href="/b">{OTHERS[1]}</a></h2></article></div>{ps(FOUR, FIVE)}</div><div class="article__author"><span class="name">Thu Trang</span></div><div class="article__tag">Từ khóa: <a>đất lúa</a></div></div><div class="l-sidebar">{CARDS}</div><div class="l-footer">{FOOT}</div>'
        ),
        ["Thu Trang"],
        False,
    ),
    "laodong": (
        page(
            f'<div class="top">{MENU}</div><div class="main-article"><ul class="breadcrumbs"><li><a>Kinh tế</a></li></ul><h1 class="title">{TITLE}</h1><div class="meta"><span class="author">Thu Trang</span><span class="sep">|</span><span class="time">Thứ hai, 20/05/2024 08:47 (GMT+7)</span></div><div class="art-body"><div class="chappeau"><p>{LEAD}</p></div>{INNER}<div class="article-related"><div class="title">Tin liên quan</div>{LINKS}</div></div><div class="tags">Từ khóa</div></div><div class="wrp-comment">{COMMENT * 3}</div>'
        ),
        ["Thu Trang"],
        False,
    ),
    "zing": (
        page(
            f'<nav>{MENU}</nav><article class="main" role="main"><header class="the-article-header"><p class="the-article-category"><a>Kinh doanh</a></p><h1 class="the-article-title">{TITLE}</h1><ul class="the-article-meta"><li class="the-article-author"><a>Thu Trang</a></li><li class="the-article-publish">Thứ hai, 20/5/2024 08:47 (GMT+7)</li></ul></header><section class="main"><p class="the-article-summary">{LEAD}</p><div class="the-article-body">{ps(ONE)}{PICTURE}{ps(TWO)}<h3>{HEAD}</h3>{ps(THREE, FOUR, FIVE)}</div><p class="the-article-tags"><a>Đất lúa</a></p></section></article><section class="recommendation">{CARDS}</section>'
        ),
        ["Thu Trang"],
        False,
    ),
    "wordpress": (
        page(
            f'<div id="page"><header>{MENU}</header><article class="post type-post"><h1 class="entry-title">{TITLE}</h1><div class="entry-meta"><span class="posted-on">Posted on <time datetime="2024-05-20T08:47:00+07:00">20/05/2024</time></span> by <span class="author vcard"><a>admin</a></span></div><div class="entry-content">{ps(LEAD)}{INNER}{ps(SIGNED, attrs=" style=text-align:right")}<div class="sharedaddy sd-sharing-enabled"><h3>Chia sẻ:</h3><ul><li><a>Facebook</a></li></ul></div><div class="jp-relatedposts"><h3>Related</h3>{LINKS}</div></div></article><div class="author-box"><p>Thu Trang là cộng tác viên của trang, viết về nông nghiệp và đời sống nông thôn từ nhiều năm nay.</p></div><div id="comments"><h3>2 bình luận</h3><p>{COMMENT}</p></div></div>'
        ),
        ["Thu Trang"],
        True,
    ),
    "joomla": (
        page(
            f'<div id="menu">{MENU}</div><div class="item-page" itemscope><div class="page-header"><h2 itemprop="name">{TITLE}</h2></div><dl class="article-info muted"><dt class="article-info-term">Chi tiết</dt><dd class="published">Ngày đăng: Thứ hai, 20 Tháng 5 2024 08:47</dd><dd class="hits">Lượt xem: 215</dd></dl><div itemprop="articleBody">{ps(LEAD)}{INNER}{ps(f"<em>{SIGNED}</em>")}</div><ul class="pager pagenav"><li><a>Trước</a></li><li><a>Tiếp</a></li></ul></div><div id="right">{LINKS}<p>Hôm nay: 204</p></div>',
            title="Trang thông tin điện tử xã Tân Lễ",
        ),
        ["Thu Trang"],
        True,
    ),
    "liferay": (
        page(
            f'<h1 class="site-title"><a href="/">Cổng thông tin điện tử huyện Phú Thạnh</a></h1><div id="navigation">{MENU}</div><div class="portlet-body"><div class="taglib-header"><h3 class="header-title"><span>{TITLE}</span></h3></div><div class="metadata-entry metadata-publish-date">20/05/2024</div><div class="asset-content"><div class="journal-content-article"><div class="sapo-wrapper"><p class="sapo"><strong>{LEAD}</strong></p></div>{INNER}<p align="right"><b>{SIGNED}</b></p></div><div class="asset-ratings">Đánh giá bài viết: 0/5</div></div></div><div class="portlet-other"><p>Tin đã đưa</p>{LINKS}</div><div id="footer">{FOOT}</div>',
            title="Cổng thông tin điện tử huyện Phú Thạnh - Chi tiết",
        ),
        ["Thu Trang"],
        True,
    ),
    "layout_table": (
        page(
            f'<table width="960"><tr><td class="left">{MENU}<p>Liên kết web</p></td><td class="mid"><table><tr><td class="TieuDe">{TITLE}</td></tr><tr><td class="ngaydang">(20/05/2024 08:47)</td></tr><tr><td class="trichdan"><b>{LEAD}</b></td></tr><tr><td class="noidung"><div style="text-align:justify">{ONE}</div><div style="text-align:center"><img src="data:image/jpeg;base64,{"Q" * 5000}"></div><div style="text-align:center"><i>{CAPTION}</i></div><div style="text-align:justify">{TWO}</div><div>&nbsp;</div><div><b>{HEAD}</b></div><div>{THREE}</div><div>{FOUR}</div><div>{FIVE}</div><div style="text-align:right"><b>{SIGNED}</b></div></td></tr><tr><td class="tinkhac">Các tin khác{LINKS}</td></tr></table></td><td class="right"><p>Số lượt truy cập: 1.204.331</p></td></tr></table><div>{FOOT}</div>',
            title="UBND huyện Phú Thạnh",
        ),
        ["Thu Trang"],
        True,
    ),
    "br_only": (
        page(
            f'<table><tr><td>{MENU}</td></tr></table><div class="content"><span class="tieude_baiviet">{TITLE}</span><br><i>Cập nhật lúc 08:47 ngày 20/05/2024</i><br><br><b>{LEAD}</b><br><br>{ONE}<br><br><center><img src="a.jpg"><br>{CAPTION}</center><br>{TWO}<br><br><b>{HEAD}</b><br><br>{THREE}<br><br>{FOUR}<br><br>{FIVE}<br><br><div align="right">{SIGNED}</div></div><hr>{FOOT}',
            title=TITLE,
        ),
        ["Thu Trang"],
        True,
    ),
    "split_sections": (
        page(
            f'<nav>{MENU}</nav><main><section class="hero"><h1>{TITLE}</h1><p class="meta"><span>20.05.2024</span></p><p class="intro">{LEAD}</p></section><section class="block">{ps(ONE)}{FIGURE}{ps(TWO)}</section><div class="ad-slot">Quảng cáo</div><section class="block"><h2>{HEAD}</h2>{ps(THREE, FOUR)}</section><section class="block">{ps(FIVE)}<p><em>{SIGNED}</em></p></section></main><aside>{CARDS}</aside><footer>{FOOT}</footer>'
        ),
        ["Thu Trang"],
        True,
    ),
    "long_comments": (
        page(
            f'<nav>{MENU}</nav><div class="detail"><h1>{TITLE}</h1><span class="date">20/05/2024 08:47</span><p class="desc">{LEAD}</p><div class="body-content">{INNER}</div></div><div class="box_comment" id="cmt_list"><h4>Ý kiến bạn đọc (5)</h4>'
            + ps(*[f"{COMMENT}{i} {COMMENT}" for i in range(8)])
            + "</div>"
        ),
        [],
        False,
    ),
    "sidebar_teasers": (
        page(
            f'<div class="wrap"><div class="col-left"><h1 class="title">{TITLE}</h1><div class="time">Thứ hai, 20/05/2024</div><div class="summary">{LEAD}</div><div class="text">{INNER}</div></div><div class="col-right"><div class="cat">Đọc nhiều</div>{CARDS * 3}</div></div><div>{FOOT}</div>'
        ),
        [],
        False,
    ),
    "amp": (
        page(
            f'<amp-sidebar id="sb">{MENU}</amp-sidebar><main><h1>{TITLE}</h1><p class="date">20/05/2024 08:47</p><h2 class="sapo">{LEAD}</h2><div class="content">{ps(ONE)}<amp-img src="a.jpg" width=1 height=1></amp-img><p class="caption">{CAPTION}</p>{ps(TWO)}<h3>{HEAD}</h3>{ps(THREE, FOUR, FIVE)}</div><amp-social-share></amp-social-share></main><div class="more">Tin mới{LINKS}</div>'
        ),
        [],
        False,
    ),
    "print_page": (
        page(
            f'<div class="logo">Báo Mẫu</div><h1>{TITLE}</h1><div>20/05/2024 08:47 GMT+7</div><div id="print-content">{ps(LEAD)}{INNER}</div><p>Link: https://example.vn/tan-le-don-dien-a1.html</p><button onclick="print()">In trang này</button>'
        ),
        [],
        False,
    ),
    "inline_pointers": (
        page(
            f'<nav>{MENU}</nav><article><h1>{TITLE}</h1><time datetime="2024-05-20T08:47">20/5/2024</time><div class="lead">{LEAD}</div>{ps(ONE)}<p>&gt;&gt; <a href="/b0">{OTHERS[0]}</a></p>{FIGURE}{ps(TWO)}<p><strong>Xem thêm:</strong> <a href="/b1">{OTHERS[1]}</a></p><h3>{HEAD}</h3>{ps(THREE, FOUR)}<p><i>Mời bạn đọc xem thêm:</i></p><p><a href="/b2">{OTHERS[2]}</a></p>{ps(FIVE)}</article><footer>{FOOT}</footer>'
        ),
        [],
        False,
    ),
    "vccorp": (
        page(
            f'<div class="header">{MENU}</div><div class="main"><h1 data-role="title" class="detail-title">{TITLE}</h1><div data-role="publishdate">20/05/2024 08:47 GMT+7</div><h2 data-role="sapo" class="detail-sapo">{LEAD}</h2><div data-role="content" class="detail-content afcbc-body">{INNER}<div class="VCSortableInPreviewMode" type="RelatedNewsBox"><a href="/b">{OTHERS[0]}</a><p>{TEASER}</p></div><div style="display:none"><p>{TEASER}</p></div></div><div class="detail-author-bot">Thu Trang</div></div>',
            head='<meta name="author" content="Báo Mẫu"><meta property="article:author" content="Thu Trang"><meta property="article:published_time" content="2024-05-20T08:47:00+07:00">',
        ),
        ["Thu Trang"],
        False,
    ),
    "hidden_copy": (
        page(
            f'<nav>{MENU}</nav><div class="print-version" style="display:none"><h1>{TITLE}</h1>{ps(LEAD)}{INNER}</div><div class="view"><h1>{TITLE}</h1><span class="pub">20/05/2024</span>{ps(LEAD)}{INNER}</div><div>{FOOT}</div>'
        ),
        [],
        False,
    ),
    "contact_below": (
        page(
            f'<div>{MENU}</div><div id="main"><h2 class="news_title">{TITLE}</h2><p class="news_date">Ngày 20/5/2024</p><div class="news_body">{ps(LEAD)}{INNER}</div><div class="viewcount">Số lượt xem: 1204</div><div><p>Tin liên quan</p>{LINKS}</div><div class="b"><p>TRANG THÔNG TIN ĐIỆN TỬ XÃ TÂN LỄ</p><p>{FOOT}</p><p>Điện thoại: 0227 3999 999 - Email: tanle@example.vn</p></div></div>',
            title="Trang thông tin điện tử xã Tân Lễ",
        ),
        [],
        False,
    ),
    "plain_byline": (
        page(
            f'<div>{MENU}</div><div id="main"><h1>{TITLE}</h1><div>Thu Trang - 20/05/2024 08:47</div><div>{ps(LEAD)}{INNER}</div></div><div>{FOOT}</div>'
        ),
        ["Thu Trang"],
        False,
    ),
    "utc": (
        page(
            f'<div>{MENU}</div><div id="main"><h1>{TITLE}</h1><p>Tác giả: Thu Trang</p><div>{ps(LEAD)}{INNER}</div></div><div>{FOOT}</div>',
            head='<meta property="article:published_time" content="2024-05-19T23:10:00Z">',
        ),
        ["Thu Trang"],
        False,
    ),
}
