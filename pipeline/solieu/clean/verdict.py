"""Whether there is an article at all: lists, errors, forms and videos are told by how little, or by what, they say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from solieu.clean.blocks import Block

MIN_BODY = 150  # characters of the kept paragraphs: the shortest real item seen has 300, an error page 100
MIN_PARAGRAPH = 40  # characters: shorter blocks do not tell an article from a form
MIN_PROSE = 80  # characters of at least one paragraph
MIN_LINK = 0.75  # share of a block in links from which it is the heading of another article
MIN_HEADING = 18  # characters of such a heading: shorter ones are sections
MAX_TEASER = 420  # characters of a text below such a heading; articles have longer paragraphs among theirs
FEW = 4  # teasers below which every one must have its heading
MOST = 0.65
SHORT = 700  # characters of a message or of what stands below a video
NOTICE = 350  # characters of a message that only its first sentence tells
MESSAGE_WORDS = 5
# Headings and first sentences of pages that say what went wrong or ask for something.
MESSAGES = (
    *("404", "403", "500", "50[23]", "error", "lỗi", "không tìm thấy", "không tồn tại", "trang không", "page not found"),
    *("not found", "forbidden", "access denied", "bảo trì", "đăng nhập", "đăng ký", "login", "sign in", "quên mật khẩu"),
    *("rất tiếc", "xin lỗi", "sorry", "oops", "just a moment", "attention required", "một chút thôi", "xác minh", "captcha"),
    *("kết quả tìm kiếm", "tìm kiếm", "search", "thông báo lỗi", "hệ thống đang", "website đang", "phiên làm việc"),
    *("truy cập bị", "liên kết (?:không|đã)", r"trang (?:bạn|này|web) (?:\w+ ){0,4}không"),
)
MESSAGE = re.compile(rf"\W*(?:{'|'.join(MESSAGES)})(?!\w)", re.IGNORECASE)
LISTS = frozenset(("collectionpage", "searchresultspage", "itemlist", "profilepage", "imagegallery"))
VIDEOS = frozenset(("videoobject", "video.other", "video", "video.episode", "video.movie"))
ARTICLES = frozenset(("newsarticle", "article", "blogposting", "reportagenewsarticle"))


def why_none(blocks: Sequence[Block], kept: Sequence[str], *, titles: Sequence[str], kinds: frozenset[str]) -> str | None:
    """Say why a page is no article, or None where it is one.

    `blocks` are the region's, links and all, `kept` its paragraphs; `titles` are headline and <title>;
    `kinds` are what the page declares itself to be, lower case.
    """
    size = sum(len(text) for text in kept if len(text) >= MIN_PARAGRAPH)
    if size < MIN_BODY or max(map(len, kept)) < MIN_PROSE:
        return "no paragraph of an article: a list, a form or an error message"
    if size < SHORT and (any(map(is_message, titles)) or (size < NOTICE and MESSAGE.match(kept[0]))):
        return f"a message and no article: {kept[0][:60]!r}"
    if size < SHORT and kinds & VIDEOS and not kinds & ARTICLES:
        return "a video with a line below it"
    if is_listing(blocks, kept, sure=bool(kinds & LISTS)):
        return "a list of other articles with their leads"
    return None


def is_message(title: str) -> bool:
    """Tell whether a title is a message: `Tìm kiếm nạn nhân vụ lật thuyền` is none."""
    return len(title.split()) <= MESSAGE_WORDS and MESSAGE.match(title) is not None


def is_listing(blocks: Sequence[Block], kept: Sequence[str], *, sure: bool) -> bool:
    """Tell whether the paragraphs are teasers: short, each below a heading that links elsewhere."""
    prose = [text for text in kept if len(text) >= MIN_PROSE]
    if max(map(len, prose)) > MAX_TEASER:
        return False
    content = [block for block in blocks if len(block.text) >= MIN_HEADING or block.link > MIN_LINK]
    below = sum(heads(one) and len(two.text) >= MIN_PROSE and not heads(two) for one, two in pairwise(content))
    share = below / len(prose)
    if len(prose) == 1 and not sure:
        return False
    return share == 1 if len(prose) < FEW and not sure else share >= MOST * (0.5 if sure else 1)


def heads(block: Block) -> bool:
    """Tell whether a block is the linked heading of another article."""
    return block.link > MIN_LINK and len(block.text) >= MIN_HEADING
