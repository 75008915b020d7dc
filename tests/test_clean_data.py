"""JSON and CSV under a page's name are refused with a reason; texts that look a little like them are read."""

import json

import pytest

from solieu.clean import clean
from solieu.errors import PageError
from solieu.records import Page

BODY = "Dự án đường liên xã Tân Lễ dài 7,2 km, tổng vốn 86 tỷ đồng, do UBND huyện Phú Thạnh làm chủ đầu tư."
TABLE = [("STT", "Tên xã", "Diện tích (ha)"), ("1", "Tân Lễ", "512,5"), ("2", "Yên Thọ", "430"), ("3", "Phú Mỹ, khu A", "98,1")]
DATA = {
    "object": json.dumps({"title": "Khởi công", "content": BODY}),
    "object with markup": json.dumps({"title": "Khởi công", "content": f"<h1>Khởi công</h1><p>{BODY * 4}</p>"}),
    "list": "\n [" + json.dumps({"title": "Tin", "content": BODY}, ensure_ascii=False, indent=1) + "]\n",
    "object a line": "\n".join(json.dumps({"id": n, "text": BODY}) for n in range(3)),
    "comma": "\n".join(",".join(f'"{cell}"' for cell in row) for row in TABLE),
    "semicolon": "\r\n".join(";".join(row) for row in TABLE),
    "tab": "\n".join("\t".join(row) for row in TABLE),
}
TEXTS = {
    "brackets": f"[Ảnh] Khởi công đường liên xã\n\n{BODY}",
    "a number in brackets": f"[1]\n\n{BODY}",
    "braces": "{{ title }}\n\n" + BODY,
    "as many commas in each line": f"Phú Thạnh, Tân Lễ, Yên Thọ khởi công\n\n{BODY}\n{BODY}\n{BODY}",
    "prices": "Giá vàng 1,2,3 giờ\n\nMua 1,5; bán 2,5\nMua 1,6; bán 2,6",
}


@pytest.mark.parametrize("name", DATA)
def test_data_is_no_page(name):
    with pytest.raises(PageError) as caught:
        clean(Page(f"{name}.html", "key", html=DATA[name]))
    assert caught.value.code == "not_html"


@pytest.mark.parametrize("name", TEXTS)
def test_text_is_read(name):
    assert clean(Page(f"{name}.html", "key", html=TEXTS[name])).text.startswith(TEXTS[name].partition("\n")[0])


@pytest.mark.parametrize("html", ["[" * 10**6, '{"a":' * 200_000, "," * 10**6, '"' + "a" * 10**6, "a,b,c\n" * 200_000])
def test_hostile_data(html):
    with pytest.raises(PageError) as caught:
        clean(Page("x.html", "key", html=html))
    assert caught.value.code in {"not_html", "no_article", "too_large"}
