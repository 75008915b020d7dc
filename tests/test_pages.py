"""A corpus folder to pages: every container, every encoding, every way a file can be broken."""

import gzip
import io
import json
import os
import pickle
import unicodedata

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from solieu.encoding import can_be_legacy, decode
from solieu.errors import ConfigError, PageError
from solieu.legacy import MARKERS, TCVN3, VISCII, VNI_ALL
from solieu.pages import MAX_BYTES, Raw, find_pages, read_page
from solieu.records import Skip

TEXT = "Huyện Hiệp Hòa đã thành lập được 9 cụm công nghiệp, với tổng diện tích gần 527 ha; người dân phấn khởi về việc này."
HTML = f"<html><head><title>Tin tức</title></head><body><p>{TEXT}</p></body></html>"


def to_cp1258(text):
    """Write Windows-1258: letters with their shape, tone marks behind them."""
    out = []
    for letter in unicodedata.normalize("NFC", text):
        base, *marks = unicodedata.normalize("NFD", letter)
        tones = "".join(mark for mark in marks if mark in "\u0300\u0301\u0303\u0309\u0323")
        out.append(unicodedata.normalize("NFC", base + "".join(m for m in marks if m not in tones)) + tones)
    return "".join(out).encode("cp1258")


def by_table(table, text):
    back = {letter: code for code, letter in table.items()}
    return bytes(back.get(letter, ord(letter) if letter.isascii() else 63) for letter in text)


def to_vni(text):
    back = {new: old for old, new in VNI_ALL.items()}
    return "".join(back.get(letter, letter) for letter in text)


@pytest.mark.parametrize(
    "data",
    [
        HTML.encode(),
        HTML.encode("utf-8-sig"),
        HTML.encode("utf-16"),
        HTML.encode("utf-16-le"),
        HTML.replace("<head>", '<head><meta charset="windows-1258">').encode(),
        HTML.replace("<head>", '<head><meta charset="iso-8859-1">').encode(),
        unicodedata.normalize("NFD", HTML).encode(),
        to_cp1258(HTML),
        by_table(TCVN3, HTML),
        by_table(VISCII, HTML),
        to_vni(HTML).encode("cp1252"),
        by_table(TCVN3, HTML).decode("latin-1").encode(),
        to_vni(HTML).encode(),
        HTML.encode().decode("latin-1").encode(),
    ],
    ids=(
        *("utf8", "bom", "utf16", "utf16-bare", "said-1258", "said-latin1", "nfd", "cp1258", "tcvn3", "viscii", "vni"),
        *("tcvn3-in-utf8", "vni-in-utf8", "utf8-in-utf8"),
    ),
)
def test_every_encoding_gives_the_same_text(data):
    assert TEXT in decode(data)


def test_a_pasted_paragraph_in_an_old_font_is_repaired_alone():
    old = by_table(TCVN3, TEXT).decode("latin-1")
    text = decode(f"<p>Cổng thông tin xã Cà Mau</p><p>{old}</p><p>{old}</p>".encode())
    assert text == f"<p>Cổng thông tin xã Cà Mau</p><p>{TEXT}</p><p>{TEXT}</p>"


@pytest.mark.parametrize(
    "text", ["Diện tích 50 m² đất, giá 3 triệu đồng/m²", "Café « Été » naïve, Zoë", "Windows® 10, Coca-Cola®", ""]
)
def test_modern_text_is_left_alone(text):
    assert decode(text.encode()) == text


def test_no_marker_of_a_legacy_encoding_is_overlooked():
    texts = (
        a + sign + z for a in "ao7 " for sign in map(chr, range(0x80, 0x100)) for z in "a ,7\x91\x83\xa1\xb0\xba\u2018\u0192"
    )
    marked = [text for text in texts if MARKERS.search(text)]
    assert marked
    assert all(map(can_be_legacy, marked))


def test_marks_are_joined_in_every_line():
    text = unicodedata.normalize("NFD", HTML.replace("><", ">\n<"))
    assert decode(f"{text}\n\u0301\n\n".encode()) == unicodedata.normalize("NFC", f"{text}\n\u0301\n\n")


def test_chinese_is_decoded_as_declared():
    data = "<meta charset=gb18030><p>越南的经济在今年上半年继续增长</p>".encode("gb18030")
    assert "越南的经济" in decode(data)


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, bytes(range(256)) * 100, b"PK\x03\x04" + b"\x00\x01\x02" * 900]
)
def test_no_text_is_said_so(data):
    with pytest.raises(PageError) as caught:
        decode(data)
    assert caught.value.code == "not_text"


def write_warc(path):
    with gzip.open(path, "wb") as stream:
        writer = WARCWriter(stream, gzip=False)
        for number, kind in enumerate(("text/html; charset=windows-1258", "image/png", "text/html")):
            data = to_cp1258(HTML) if "1258" in kind else HTML.encode()
            headers = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.1")
            url = f"https://example.vn/{number}"
            writer.write_record(writer.create_warc_record(url, "response", payload=io.BytesIO(data), http_headers=headers))


@pytest.fixture
def corpus(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "page.html").write_text(HTML, "utf-8")
    (tmp_path / "a.htm.gz").write_bytes(gzip.compress(HTML.encode()))
    (tmp_path / "c.txt").write_text(TEXT, "utf-8")
    said = json.dumps({"text": TEXT, "title": "Tít", "url": "https://example.vn/1", "authors": ["An"]})
    (tmp_path / "d.jsonl").write_text(f"{said}\n\n{{broken\n{json.dumps({'html': HTML})}\n[]\n", "utf-8")
    write_warc(tmp_path / "e.warc.gz")
    (tmp_path / "f.pdf").write_bytes(b"%PDF-1.4")
    (tmp_path / ".DS_Store").write_bytes(b"x")
    (tmp_path / "g.html").write_text(HTML, "utf-8")
    (tmp_path / "g_files").mkdir()
    (tmp_path / "g_files" / "frame.html").write_text("x", "utf-8")
    return tmp_path


def test_a_folder_gives_its_pages_in_order(corpus):
    found = list(find_pages(corpus))
    assert [item.source for item in found] == [
        *("a.htm.gz", "b/page.html", "c.txt", "d.jsonl#1", "d.jsonl#3", "d.jsonl#4", "d.jsonl#5"),
        *("e.warc.gz#1", "e.warc.gz#2", "f.pdf", "g.html"),
    ]
    assert [item.reason for item in found if isinstance(item, Skip)] == ["unknown_type"]
    assert found == list(find_pages(corpus))
    assert pickle.loads(pickle.dumps(found)) == found


def test_every_page_is_read(corpus):
    pages, codes = [], []
    for raw in find_pages(corpus):
        if isinstance(raw, Raw):
            try:
                pages.append(read_page(raw))
            except PageError as error:
                codes.append((raw.source, error.code))
    assert codes == [("d.jsonl#3", "bad_json"), ("d.jsonl#5", "bad_json")]
    assert all(TEXT in (page.html or page.text) for page in pages)
    assert len({page.key for page in pages if page.source in {"a.htm.gz", "b/page.html", "g.html"}}) == 1
    line = next(page for page in pages if page.source == "d.jsonl#1")
    assert (line.title, line.url, line.authors) == ("Tít", "https://example.vn/1", ("An",))
    assert next(page for page in pages if page.source == "e.warc.gz#1").url == "https://example.vn/0"


def test_one_file_is_a_corpus(corpus):
    assert [raw.source for raw in find_pages(corpus / "b" / "page.html")] == ["page.html"]


def test_no_such_folder(tmp_path):
    with pytest.raises(ConfigError, match="no such file"):
        list(find_pages(tmp_path / "none"))


def test_a_cut_off_container_gives_what_it_has(tmp_path):
    lines = "".join(json.dumps({"text": f"{TEXT} {number} {os.urandom(200).hex()}"}) + "\n" for number in range(200))
    packed = gzip.compress(lines.encode())
    (tmp_path / "x.jsonl.gz").write_bytes(packed[: len(packed) // 2])
    found = list(find_pages(tmp_path))
    assert isinstance(found[-1], Skip)
    assert found[-1].reason == "damaged_container"
    assert len(found) > 20


def test_a_record_has_the_number_of_its_line(tmp_path, monkeypatch):
    monkeypatch.setattr("solieu.pages.MAX_BYTES", 40)
    lines = ['{"text": "Một"}', "", "  ", "không", '{"text": "' + "dài " * 40 + '"}', '{"text": "Hai"}']
    (tmp_path / "p.jsonl").write_text("\n".join(lines), encoding="utf-8")
    told = {}
    for raw in find_pages(tmp_path):
        try:
            told[raw.source] = read_page(raw).text
        except PageError as error:
            told[raw.source] = error.code
    assert told == {"p.jsonl#1": "Một", "p.jsonl#4": "bad_json", "p.jsonl#5": "too_large", "p.jsonl#6": "Hai"}


def test_symbolic_links_do_not_lead_out(tmp_path):
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "x.html").write_text(HTML, "utf-8")
    home = tmp_path / "home"
    home.mkdir()
    (home / "in.html").write_text(HTML, "utf-8")
    (home / "out.html").symlink_to(tmp_path / "outside" / "x.html")
    (home / "folder").symlink_to(tmp_path / "outside")
    (home / "loop").symlink_to(home)
    assert [raw.source for raw in find_pages(home)] == ["in.html"]


def test_a_name_that_is_no_utf8(tmp_path):
    (tmp_path / os.fsdecode(b"tin-\xff\xfe.html")).write_text(HTML, "utf-8")
    (raw,) = find_pages(tmp_path)
    assert raw.source == r"tin-\xff\xfe.html"
    assert TEXT in read_page(raw).html


def test_a_file_that_went_away(tmp_path):
    with pytest.raises(PageError) as caught:
        read_page(Raw("x.html", "html", path=tmp_path / "x.html"))
    assert caught.value.code == "unreadable"


def test_a_gzip_bomb_stops_at_the_limit():
    with pytest.raises(PageError) as caught:
        read_page(Raw("x", "html", data=gzip.compress(b"0" * (MAX_BYTES + 10))))
    assert caught.value.code == "too_large"


def test_damaged_gzip():
    with pytest.raises(PageError) as caught:
        read_page(Raw("x", "html", data=b"\x1f\x8b\x08\x00garbage"))
    assert caught.value.code == "damaged"
