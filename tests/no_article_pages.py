# ruff: noqa: E501  pages are easier to read unbroken, and HTML has quotes of its own
"""Forty pages without an article, in four shells: lists, errors, forms, videos, empty frames. Written for this project."""

TITLES = (
    "Huyện Phú Thạnh khởi công tuyến đường liên xã dài 7,2 km",
    "Nông dân Phú Thạnh phấn khởi vào vụ thu hoạch sen sớm",
    "Bàn giao 12 căn nhà đại đoàn kết cho hộ nghèo xã Tân Lễ",
    "Phú Thạnh thu hồi 3,4 ha đất công bị lấn chiếm",
    "Trường THCS Tân Lễ đón bằng đạt chuẩn quốc gia mức độ 2",
    "Chợ đêm thị trấn hoạt động trở lại từ cuối tuần này",
)
LEADS = (
    "Sáng 12/3, UBND huyện Phú Thạnh tổ chức lễ khởi công tuyến đường nối xã Tân Lễ với thị trấn, tổng vốn 86 tỷ đồng.",
    "Giá sen tươi tại ruộng đang ở mức 18.000 đồng/kg, cao hơn cùng kỳ năm trước khoảng 20%, người trồng có lãi khá.",
    "Mỗi căn nhà rộng 40 m2, được hỗ trợ 60 triệu đồng từ Quỹ Vì người nghèo, phần còn lại do gia đình và dòng họ góp.",
    "Đoàn kiểm tra lập biên bản 17 trường hợp dựng nhà tạm, trồng cây trên đất do UBND xã quản lý dọc bờ kênh Ba Thôn.",
    "Nhà trường có 22 lớp với 860 học sinh, 100% giáo viên đạt chuẩn, cơ sở vật chất được đầu tư hơn 15 tỷ đồng.",
    "Hơn 80 gian hàng ẩm thực, thủ công mỹ nghệ sẽ mở cửa từ 17h đến 23h các ngày thứ sáu, thứ bảy và chủ nhật hằng tuần.",
)
MENU = "".join(
    f'<li><a href="/c{i}">{name}</a></li>' for i, name in enumerate(("Trang chủ", "Giới thiệu", "Tin tức", "Văn bản", "Liên hệ"))
)


def portal(content, title="Cổng thông tin điện tử huyện Phú Thạnh", head=""):
    """A district portal with counters and a legal footer."""
    return (
        f'<html><head><meta charset="utf-8"><title>{title}</title>{head}</head><body><form id="aspnetForm"><div class="banner">UBND HUYỆN PHÚ THẠNH'
        f'</div><ul class="menu">{MENU}</ul><div id="content">{content}</div><div class="thongke">Đang truy cập: 31<br>Hôm nay: 1.204</div>'
        '<div class="footer">Chịu trách nhiệm nội dung: Ông Lê Văn Mẫu, Chánh Văn phòng HĐND và UBND huyện. Giấy phép số 07/GP-STTTT</div></form></body></html>'
    )


def paper(content, title="Báo Thời Sự Mẫu - Tin tức 24h", head=""):
    """A newspaper of today."""
    return (
        f'<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{title}</title>{head}</head><body><header><nav>{MENU}</nav></header>'
        f'<main class="container">{content}</main><footer><p>Tổng biên tập: Trần Thị Mẫu. Tòa soạn: 12 đường Mẫu, Hà Nội. Ghi rõ nguồn khi phát hành lại '
        "thông tin từ website này.</p></footer></body></html>"
    )


def teasers(number, item='<div class="item"><h3><a href="/b{i}">{title}</a></h3><p>{lead}</p></div>'):
    """List articles with their leads."""
    return "".join(item.format(i=i, title=TITLES[i % 6], lead=LEADS[i % 6]) for i in range(number))


LINKS = "<ul>" + "".join(f'<li><a href="/b{i}">{title}</a> (1{i}/03/2024)</li>' for i, title in enumerate(TITLES)) + "</ul>"
CARD = '<article><a href="/b{i}"><img src="/i{i}.jpg"></a><h2 class="title-news"><a href="/b{i}">{title}</a></h2><p class="description">{lead}</p></article>'
DATED = (
    '<tr><td><a href="/b{i}"><b>{title}</b></a><br><span>12/03/2024 08:15</span><br>{lead}<a href="/b{i}">Xem tiếp</a></td></tr>'
)
LINKED = '<li><a href="/b{i}"><h4>{title}</h4><p>{lead}</p></a></li>'
BOTTOM = '<div class="row"><p><a href="/b{i}">{title}</a></p><div class="sapo">{lead}</div><span>3 giờ trước</span></div>'
VIDEO = '<meta property="og:type" content="video.other">'
NEXT = "<h1>Thông báo</h1>"
SORRY = "Rất tiếc, trang bạn tìm kiếm không tồn tại hoặc đã bị gỡ bỏ. Vui lòng kiểm tra lại địa chỉ hoặc quay về trang chủ để xem các tin mới nhất."

PAGES = {
    "home_links": portal(LINKS + LINKS),
    "home_teasers": portal("<h2>TIN NỔI BẬT</h2>" + teasers(6)),
    "home_cards": paper(teasers(12, CARD)),
    "home_two_columns": paper(f'<div class="left">{teasers(6)}</div><div class="right">{LINKS}</div>'),
    "home_linked_cards": paper("<ul>" + teasers(6, LINKED) + "</ul>"),
    "list_table": portal("<h1>Tin tức - Sự kiện</h1><table>" + teasers(6, DATED) + "</table>", title="Tin tức - Sự kiện"),
    "list_paged": portal(
        "<h1>Kinh tế</h1>" + teasers(10) + '<div class="paging"><a href="?p=2">2</a> <a href="?p=3">3</a></div>'
    ),
    "list_bottom": paper(teasers(8, BOTTOM), title="Thời sự"),
    "list_links": portal("<h1>Thông báo</h1>" + LINKS),
    "list_two_items": paper("<h1>Giáo dục</h1>" + teasers(2)),
    "list_three_items": portal("<h1>Văn hóa</h1>" + teasers(3, CARD)),
    "list_declared": paper(
        teasers(5), head='<script type="application/ld+json">{"@type":"CollectionPage","name":"Kinh tế"}</script>'
    ),
    "tag": paper('<h1 class="title-tag">nông thôn mới</h1>' + teasers(7, CARD), title="Tag: nông thôn mới"),
    "tag_cloud": paper("<h1>Từ khóa</h1>" + "".join(f'<a href="/t{i}">từ khóa số {i}</a> ' for i in range(60))),
    "author": paper("<h1>Nguyễn Thị Mẫu</h1><p>Phóng viên ban Kinh tế</p>" + teasers(6, CARD)),
    "search_results": portal("<h1>Kết quả tìm kiếm: đất đai</h1><p>Có 6 kết quả</p>" + teasers(6), title="Tìm kiếm"),
    "search_none": portal(
        "<h1>Tìm kiếm</h1><p>Không tìm thấy kết quả nào phù hợp với từ khóa bạn nhập. Hãy thử lại với từ khóa khác hoặc bỏ bớt dấu.</p>"
    ),
    "search_form": paper(
        "<h1>Tìm kiếm nâng cao</h1><form><label>Từ khóa</label><input><label>Từ ngày</label><input><button>Tìm</button></form>"
    ),
    "login": portal(
        '<h2>Đăng nhập</h2><label>Tên đăng nhập</label><input><label>Mật khẩu</label><input type="password"><a href="/q">Quên mật khẩu?</a>'
    ),
    "login_with_terms": paper(
        "<h1>Đăng nhập</h1><p>Bằng việc đăng nhập, bạn đồng ý với điều khoản sử dụng và chính sách bảo mật thông tin cá nhân của chúng tôi, bao gồm "
        "việc nhận thư giới thiệu tin tức hằng tuần.</p><input><button>Tiếp tục</button>",
        title="Đăng nhập tài khoản",
    ),
    "register": paper(
        "<h1>Đăng ký tài khoản</h1><label>Họ và tên</label><input><label>Email</label><input><button>Đăng ký</button>"
    ),
    "error_404": portal(f"<h1>404</h1><p>{SORRY}</p>", title="Không tìm thấy trang"),
    "error_404_list": paper(f"<h1>Không tìm thấy trang</h1><p>{SORRY}</p>" + teasers(4)),
    "error_500": portal(
        "<h1>Server Error in '/' Application.</h1><h2>Runtime Error</h2><p>An application error occurred on the server.</p>"
    ),
    "error_403": paper("<h1>403 Forbidden</h1><hr><center>nginx</center>", title="403 Forbidden"),
    "error_sharepoint": portal(
        "<h1>Lỗi</h1><div>Đã xảy ra lỗi không mong muốn. Mã tương quan: 8f2c1b7a. Ngày và giờ: 12/03/2024 8:15:00 SA</div>"
    ),
    "maintenance": paper(
        "<h1>Hệ thống đang bảo trì</h1><p>Chúng tôi đang nâng cấp hệ thống để phục vụ bạn đọc tốt hơn, dự kiến hoàn thành trước 6h sáng 13/3. Mong bạn "
        "đọc thông cảm và quay lại sau. Trân trọng cảm ơn.</p>"
    ),
    "captcha": paper(
        "<h1>Một chút thôi...</h1><p>Chúng tôi cần xác minh rằng bạn không phải là robot trước khi tiếp tục truy cập trang web này.</p>"
    ),
    "js_redirect": "<html><head><script>location.href='/vi/home.aspx?x=1'</script></head><body></body></html>",
    "js_shell": '<html><head><title>Tin nhanh</title></head><body><div id="root"></div><script src="/app.js"></script></body></html>',
    "noscript": "<html><body><noscript>Bạn cần bật JavaScript để xem nội dung của trang này, xin vui lòng kiểm tra cài đặt trình duyệt.</noscript></body></html>",
    "frameset": '<html><head><title>Huyện Phú Thạnh</title></head><frameset cols="20%,80%"><frame src="menu.htm"><frame src="tin.htm"></frameset></html>',
    "empty_body": "<html><head><title>Bài viết</title></head><body></body></html>",
    "empty_article": portal('<h1>Huyện Phú Thạnh khởi công tuyến đường liên xã</h1><div class="content"></div>'),
    "video": paper(
        "<h1>Toàn cảnh lễ hội đua ghe ngo</h1><video src='/v.mp4'></video><p>Hơn 30 đội ghe của các phum sóc tranh tài trên sông trong hai ngày, thu hút "
        "hàng chục nghìn người đến cổ vũ dọc hai bờ, theo ban tổ chức.</p>" + LINKS,
        head=VIDEO,
    ),
    "video_list": portal(
        "<h1>Thư viện video</h1>"
        + "".join(f'<div><img src="{i}.jpg"><a href="/v{i}">{t}</a></div>' for i, t in enumerate(TITLES))
    ),
    "gallery": portal(
        "<h1>Thư viện ảnh</h1>" + "".join(f'<div><img src="{i}.jpg"><p>Ảnh {i}: Lễ hội</p></div>' for i in range(12))
    ),
    "poll": portal(
        "<h2>Thăm dò ý kiến</h2><p>Bạn đánh giá thế nào về cổng thông tin?</p><label>Tốt</label><label>Khá</label><button>Biểu quyết</button>"
    ),
    "documents": portal(
        "<h1>Văn bản mới</h1><table>"
        + "".join(
            f'<tr><td>{i}/QĐ-UBND</td><td>12/03/2024</td><td><a href="/vb{i}">Về việc phê duyệt kế hoạch số {i}</a></td></tr>'
            for i in range(20)
        )
        + "</table>"
    ),
    "sitemap": portal("<h1>Sơ đồ cổng</h1>" + "".join(f"<ul>{MENU}</ul>" for _ in range(8))),
}
