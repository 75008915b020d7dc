"""Who wrote an article: bylines, metadata and the closing signature, photographers and newspapers left out."""

from __future__ import annotations

import re
from collections.abc import Iterable

MAX_NAMES = 4
UPPER = "A-ZÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝĂĐĨŨƠƯẠ-Ỹ"
# A capital, small letters; or all capitals; pen names have a dot or a hyphen: `T.Hà`, `N.V.`, `K’Choi`
NAME_WORD = rf"(?:[{UPPER}][\w’'.-]*)"
NAME = re.compile(rf"{NAME_WORD}(?: {NAME_WORD}){{0,5}}")
# `Tin, ảnh:`, `Bài:`, `Theo`, `PV`, `Tác giả:`, `Thực hiện:`
LEAD = re.compile(
    r"(?:(?:tin|bài|bài viết|nội dung|clip|video|thực hiện|tác giả|người viết|biên soạn|tổng hợp|phóng viên|pv|nhóm pv|nhà báo|theo|by|bởi|viết bởi|đăng bởi|người đăng)"
    r"(?:\s?(?:[,-–/&+]|và)\s?(?:tin|bài|ảnh|hình ảnh|clip|video|đồ họa))*\s?:?\s+|(?:tin|bài)\s?[,-–]?\s?(?:ảnh)\s?:?\s+|tác giả\s?:\s?|(?:tin|bài|by)\s?:\s?)",
    re.IGNORECASE,
)
# What follows the names and is none: `(tổng hợp)`, `/ Báo Đắk Nông`, `- Ảnh: Minh`, `(TTXVN)`
TAIL = re.compile(r"\s*(?:\((?:[^()]{0,60})\)\s*\.?$|[-–/|,;]?\s*(?:ảnh|hình ảnh|video|clip|đồ họa|nguồn|theo)\s?:.*$|/\s?.*$)", re.IGNORECASE)
BETWEEN = re.compile(r"\s*(?:[,;&/|+]|\s[-–—]\s|–|—|\s+và\s+)\s*")
# Names of papers, offices and places, not of persons.
NOT_PERSON = re.compile(
    r"(?<!\w)(?:báo|đài|cổng|trang|sở|phòng|ban|ubnd|hđnd|ủy ban|uỷ ban|online|điện tử|ttxvn|vov|vtv|vtc|tạp chí|thông tấn|công an|bộ|tỉnh|huyện"
    r"|thành phố|trung tâm|văn phòng|công ty|tập đoàn|hội|chi cục|cục|vnexpress|vietnamnet|vietnam|dân trí|tuổi trẻ|thanh niên|tto|plo|chính phủ|admin\w*"
    r"|administrator|editor|ban biên tập|toà soạn|tòa soạn|nguồn|nguon|source|internet|facebook|\w+\.(?:vn|com|net|org|gov))(?!\w)",
    re.IGNORECASE,
)
SOURCE = re.compile(r"(?:theo|nguồn)\s?:?\s", re.IGNORECASE)
PHOTO = re.compile(r"(?:ảnh|hình ảnh|photo|đồ họa|nguồn ảnh)\s?(?:minh họa)?\s?:", re.IGNORECASE)


def read_authors(text: str, *, sites: Iterable[str] = ()) -> tuple[str, ...]:
    """Read the persons of a byline; empty where it names a paper, an office, or no name at all.

    >>> read_authors("Tin, ảnh: Ngô Thị Tâm – Thanh Tiên"), read_authors("Theo Báo Đắk Nông điện tử")
    (('Ngô Thị Tâm', 'Thanh Tiên'), ())
    >>> read_authors("Hà Thu (tổng hợp)"), read_authors("Theo Hồ Hương / Đại Đoàn kết")
    (('Hà Thu',), ('Hồ Hương',))
    """
    if len(text) > 160 or PHOTO.match(text) or "http" in text or "@" in text:
        return ()
    rest = LEAD.sub("", TAIL.sub("", text.strip()), count=1) if LEAD.match(text) else TAIL.sub("", text.strip())
    known = {site.casefold() for site in sites}
    names = [name.strip(" .,:-–|") for name in BETWEEN.split(rest)]
    if not names or len(names) > MAX_NAMES or not all(is_person(name, known) for name in names):
        return ()
    return tuple(dict.fromkeys(names))


def is_person(name: str, sites: set[str]) -> bool:
    """Tell whether a text is a person's name or pen name and no paper's or office's."""
    return bool(NAME.fullmatch(name)) and len(name) <= 40 and not NOT_PERSON.search(name) and name.casefold() not in sites


def is_signature(text: str) -> bool:
    """Tell whether a closing paragraph is a signature: short, nothing but names and what leads or follows them."""
    return len(text) <= 80 and bool(read_authors(text)) and (" " in text) and not text.endswith((":", "?", "!"))
