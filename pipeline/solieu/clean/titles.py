"""What titles are compared by, their words; and the names of sites, which are no titles."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import unquote

WORDS = re.compile(r"\w+")
# How portals and papers name themselves: such a text is no headline, however large it stands.
SITE = re.compile(
    r"(?:(?:cổng|trang|kênh|website)\s(?:thông\s)?tin|cổng\sttđt|trang\sttđt|tttđt|(?:báo|tạp\schí|đài|hệ\sthống)\s.*(?:điện\stử|online)$"
    r"|(?:ủy|uỷ)\sban\snhân\sdân\s(?:tỉnh|thành|huyện|thị|quận|xã|phường|tp)|ubnd\s(?:tỉnh|tp|thành|huyện|thị|quận|xã|phường)|trang\schủ$|home$"
    r"|(?:báo|tạp\schí|đài)\s(?!cáo|động|chí|hiệu|đáp)[\w-]+(?:\s[\w-]+){0,4}$)",
    re.IGNORECASE,
)
LETTERS = re.compile(r"[^\W\d_]+")
# The words of such names that have small letters; any other shows that the line says something.
OFFICE_WORDS = frozenset(
    (
        *("thông", "tin", "điện", "tử", "tổng", "hợp", "của", "và", "ủy", "uỷ", "ban", "nhân", "dân", "tỉnh", "thành", "phố"),
        *("huyện", "thị", "xã", "quận", "phường", "trấn", "trang", "cổng", "báo", "tạp", "chí", "đài", "online", "chủ", "web"),
    )
)
MARK = re.compile("[\u0300-\u036f]")
SLUG_WORD = re.compile(r"[a-z]+")
MIN_WORDS = 5  # of a line that nothing but its place makes a headline, and of an address that tells one
MIN_SHARE = 0.6  # of its words that stand in the body
MIN_LIKE = 0.5  # words of line and address in common, of all words of both, from which one is the other's


def fold(text: str) -> str:
    """Fold a text to its words, for comparing."""
    return " ".join(WORDS.findall(text.casefold()))


def is_site_name(text: str) -> bool:
    """Tell whether a text is what a portal or a paper calls itself: names and words of office, no verb.

    >>> is_site_name("Cổng thông tin điện tử huyện Ea Sơn"), is_site_name("UBND tỉnh họp báo quý I")
    (True, False)
    >>> is_site_name("Báo Đắk Nông"), is_site_name("Báo cáo tình hình kinh tế")
    (True, False)
    """
    return SITE.match(text) is not None and all(word[0].isupper() or word in OFFICE_WORDS for word in LETTERS.findall(text))


def share(text: str, body: frozenset[str]) -> float:
    """Say how many of a line's words stand in the body, 0 for a line of a few words."""
    words = fold(text).split()
    return sum(word in body for word in words) / len(words) if len(words) >= MIN_WORDS else 0.0


def shares(text: str, body: frozenset[str]) -> bool:
    """Tell whether a text of some words has most of them in the body."""
    return share(text, body) >= MIN_SHARE


def plain_words(text: str) -> frozenset[str]:
    """Collect the words of a text as addresses write them, without marks and numbers.

    >>> sorted(plain_words("Đắk R’lấp: 41,71% là rừng"))
    ['dak', 'la', 'lap', 'r', 'rung']
    """
    bare = MARK.sub("", unicodedata.normalize("NFD", text.casefold().replace("đ", "d")))
    return frozenset(SLUG_WORD.findall(bare))


def address_words(address: str) -> frozenset[str]:
    """Collect the words of the last part of an address or a path; none where there are too few to tell a headline.

    >>> sorted(address_words("https://example.vn/xa-hoi/tin-lua-duoc-mua-d123.html")), address_words("bai/12.html")
    (['d', 'duoc', 'lua', 'mua', 'tin'], frozenset())
    """
    path = re.split(r"[?#]", address, maxsplit=1)[0].rstrip("/")
    words = plain_words(unquote(path[path.rfind("/") + 1 :]).partition(".htm")[0])
    return words if len(words) >= MIN_WORDS else frozenset()


def likeness(text: str, address: frozenset[str]) -> float:
    """Say how much of a line and of an address's words is common to both, 0 where that is less than half."""
    if not address:
        return 0.0
    words = plain_words(text)
    common = len(words & address) / len(words | address)
    return common if common >= MIN_LIKE else 0.0
