"""Who wrote an article, read from a byline or a closing signature; photographers and newspapers are left out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from solieu.gazetteer.table import rows

MAX_NAMES = 4
MAX_BYLINE = 120
MAX_NAME = 40
MAX_SIGNATURE = 80
LEVELS = 2  # of the codes of places: province, district, commune
UPPER = "A-ZÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
# A person or a pen name: words with a capital, `Nguyễn Phương`, `NGHI VŨ`, `T.Hà`, `K’Choi`, `N.V`.
NAME = re.compile(rf"[{UPPER}][\w’'.]*(?:[ -][{UPPER}][\w’'.]*){{0,5}}")
# What a byline begins with: one or more kinds of work, a colon or none.
WORK = (
    r"(?:tin|bài viết|bài|nội dung|clip|video|ảnh|hình ảnh|đồ họa|thực hiện|tác giả|người viết|biên soạn|biên tập|tổng hợp"
    r"|phóng viên|nhóm phóng viên|nhóm pv|pv|nhà báo|cộng tác viên|ctv|viết bởi|đăng bởi|người đăng|theo|by)"
)
LEAD = re.compile(rf"{WORK}(?:(?: ?[,&/+–-] ?| và | ){WORK}){{0,3}}(?: ?: ?| )", re.IGNORECASE)
PHOTO = re.compile(r"(?:(?:nguồn )?(?:ảnh|hình ảnh|hình|đồ họa|photo|video|clip)(?: minh họa)?|trong ảnh) ?:", re.IGNORECASE)
# What follows the names: `(tổng hợp)`, `/ Báo Mẫu`, `- Ảnh: Minh An`, a full stop.
TAIL = re.compile(r" ?(?:\([^()]{1,60}\)|[-–,;|.]? ?(?:ảnh|hình ảnh|video|clip|đồ họa|nguồn|theo) ?:.*|/.*|\.)$", re.IGNORECASE)
# The office behind a name: `Minh An – Đài Truyền thanh xã`. `Trường`, `Ban`, `Hội` alone are names too.
SEATS = (
    *("công chức", "cán bộ", "phòng", "trung tâm", "văn phòng", "vp", "ubnd", "công an", "sở", "chi cục", "trạm", "hạt"),
    *("ban (?:tuyên|biên|quản|chỉ|dân|tổ|nội)", "hội (?:nông|phụ|cựu|chữ|nhà|đồng|làm|khuyến|liên)", "đài (?:tt|truyền|phát|pt)"),
    *("trường (?:học|thcs|thpt|tiểu|mầm|mn|th|đại|cao|trung|chính)", "đoàn (?:tn|thanh|đbqh|đại|xã|phường|trường)"),
)
ROLE = re.compile(rf"(?<=\w) ?[-–] ?(?:{'|'.join(SEATS)}).*$", re.IGNORECASE)
BETWEEN = re.compile(r" ?[,;&|+/] ?| [-–—] ?|[–—]| và ", re.IGNORECASE)
# Names of papers, offices and accounts: their first words, and words that no person's name has anywhere.
# `Trang`, `Ban`, `Hội` alone are names too (`Thu Trang`), so they count in front or with what follows.
OFFICES = (
    *("báo", "đài", "cổng", "sở", "phòng", "hội", "trang (?:thông )?tin", "trang web", "ban (?!mai)", "cục", "bộ", "xã"),
    *("phường", "huyện", "tỉnh", "tin", "bài", "ảnh", "viện", "trường", "đoàn", "đội", "tổ"),
)
NO_NAMES = (
    *("ubnd", "hđnd", "ủy ban", "uỷ ban", "online", "điện tử", "ttxvn", r"vov\w*", r"vtv\w*", "vtc", "tạp chí", "thông tấn"),
    *("thông tin", "công an", "thị trấn", "thành phố", "tp", "trung tâm", "văn phòng", "công ty", "tập đoàn", "chi cục"),
    *(r"vietnam\w*", "dân trí", "tuổi trẻ", "thanh niên", "pháp luật", "lao động", "tiền phong", "chính phủ", r"admin\w*"),
    *("editor", "biên tập", "toà soạn", "tòa soạn", "nguồn", "nguon", "source", "internet", "facebook", "tác giả", "việt nam"),
    *("hà nội", r"\w+\.(?:vn|com|net|org|gov)", "văn bản", "thông báo", "âm lịch", "thăm dò", "thời tiết", "liên kết"),
)
# Offices that sign: `Ban Văn hóa xã`, `Nhóm phóng viên`, `Phòng Đăng ký đầu tư`.
SIGNING = re.compile(
    r"nhóm (?:phóng viên|pv|tác giả)"
    r"|(?:ban|phòng|văn phòng|trung tâm|đài|tổ) (?:(?-i:[A-ZĐ])|biên tập|tuyên|truyền|phát thanh)[\w ,&-]+",
    re.IGNORECASE,
)
MAX_OFFICE = 60  # characters of an office that signs
OFFICE = re.compile(rf"(?:{'|'.join(OFFICES)})(?!\w)", re.IGNORECASE)
NO_NAME = re.compile(rf"(?<!\w)(?:{'|'.join(NO_NAMES)})(?!\w)", re.IGNORECASE)


def read_authors(text: str, *, sites: Iterable[str] = ()) -> tuple[str, ...]:
    """Read the persons of a byline; empty where it names a paper, an office, a photographer or nobody.

    >>> read_authors("Tin, ảnh: Ngô Thị Tâm – Thanh Tiên"), read_authors("Theo Báo Đắk Nông điện tử")
    (('Ngô Thị Tâm', 'Thanh Tiên'), ())
    >>> read_authors("Hà Thu (tổng hợp)"), read_authors("Theo Hồ Hương / Đại Đoàn kết"), read_authors("Ảnh: Minh An")
    (('Hà Thu',), ('Hồ Hương',), ())
    >>> read_authors("Ngô Thị Tâm – Phòng Văn hóa và Thông tin")
    ('Ngô Thị Tâm',)
    """
    if len(text) > MAX_BYLINE or PHOTO.match(text) or "http" in text or "@" in text:
        return ()
    lead = LEAD.match(text)
    rest = ROLE.sub("", TAIL.sub("", text[lead.end() :] if lead else text))
    names = [name.strip(" .,:–|-") for name in BETWEEN.split(rest)]
    known = {bare(site) for site in sites}
    if len(names) > MAX_NAMES or not all(is_person(name) and bare(name) not in known for name in names):
        return ()
    return tuple(dict.fromkeys(names))


def is_person(name: str) -> bool:
    """Tell whether a text is the name or pen name of a person, not of a paper or an office."""
    return len(name) <= MAX_NAME and NAME.fullmatch(name) is not None and not OFFICE.match(name) and not NO_NAME.search(name)


def is_office(text: str) -> bool:
    """Tell whether a line is an office that signs, and nothing else.

    >>> is_office("Nhóm phóng viên"), is_office("Phòng Nội vụ"), is_office("Phòng cháy hơn chữa cháy."), is_office("Hà Thu")
    (True, True, False, False)
    """
    return len(text) <= MAX_OFFICE and SIGNING.fullmatch(text) is not None


def bare(text: str) -> str:
    """Fold a name to its letters without marks: `Nhật Báo Mới` and `NHATBAOMOI` are one."""
    letters = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(letter for letter in letters if letter.isalnum())


def is_signature(text: str) -> bool:
    """Tell whether a closing paragraph is a signature: two words at least, nothing but names and what stands around them."""
    return len(text) <= MAX_SIGNATURE and " " in text and bool(read_authors(text))


@cache
def surnames() -> frozenset[str]:
    """Return the family names, lower case."""
    return frozenset(name for name, *_ in rows("surnames.tsv"))


@cache
def districts() -> frozenset[str]:
    """Return the names of provinces and districts, lower case."""
    return frozenset(name.casefold() for code, _, name, *_ in rows("places.tsv") if code.count(".") < LEVELS)


def has_surname(name: str) -> bool:
    """Tell whether a name of several words begins with a family name.

    >>> has_surname("Ngô Thị Tâm"), has_surname("Kinh Tế"), has_surname("Tâm")
    (True, False, False)
    """
    first, _, rest = name.casefold().partition(" ")
    return bool(rest) and first in surnames()


def can_be_author(name: str) -> bool:
    """Tell whether a line that nothing but its place makes a byline can be one: two words at least, and no place.

    >>> can_be_author("Thu Trang"), can_be_author("Quảng Bình"), can_be_author("Video")
    (True, False, False)
    """
    return " " in name and name.casefold() not in districts()
