"""Where the article ends: what follows its signature or the first chrome behind its last sentence is no longer the article's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from solieu.clean.authors import UPPER, has_surname, is_signature, read_authors
from solieu.clean.blocks import BOLD, Block

CONTAINED = 0.7  # share of the prose from which the innermost element that holds it is the body's own
PASSED = 0.6  # share of the prose above a heading of comments: what follows are comments, however long
MIN_SENTENCE = 25  # characters of a sentence of the body; a shorter line is a label
MAX_SOURCE = 80
MAX_LINK = 0.5
PROSE = 80  # characters from which a text is prose
EVERY = 200  # characters of a text in which a sentence has a comma or a full stop
CLOSED = (".", ";", "!", "?", "…", "”", '"', "/.", ")")
# `Theo Lan Anh`, `Theo báo Mẫu`, `Nguồn: Đài Truyền thanh`; `Theo bạn, …` is none.
FROM = r"(?:theo|nguồn(?: tin)?|trích(?: từ)?|lược dịch|nguồn dẫn)"
SOURCE = re.compile(rf"\(?{FROM}\s?(?::\s?|\s)(?=(?-i:[{UPPER}])|báo|đài|cổng|trang|tạp chí|kênh)", re.IGNORECASE)
WORK = r"(?:ảnh|bài|nội dung|thiết kế|đồ họa|trình bày|thực hiện|kỹ thuật|video|clip|tác giả|biên tập|dịch)"
CREDIT = re.compile(rf"{WORK}[^:]{{0,30}}:", re.IGNORECASE)
NOTE = re.compile(r"\(?\*+\)?[ :]|\(\d\)|ghi chú|chú thích", re.IGNORECASE)  # what an author adds below the signature
COMMENTS = re.compile(r"bình luận|phản hồi|ý kiến (?:bạn|độc giả|của bạn)", re.IGNORECASE)
# Kinds of chrome that can stand among the paragraphs and end nothing.
INNER = frozenset(("headline", "repeat", "byline", "skin", "clock", "hidden"))


@dataclass(frozen=True, slots=True)
class Judged:
    """A block with the kind of chrome it is and the rule; `kind` is None for the article's."""

    block: Block
    kind: str | None
    rule: str


def is_prose(text: str) -> bool:
    """Tell whether a text reads like sentences: long, with a comma or a full stop every so often."""
    return len(text) >= PROSE and sum(map(text.count, ".,;:")) * EVERY >= len(text)


def cut_behind(judged: Sequence[Judged]) -> list[Judged]:
    """Mark what follows the article's end as chrome; signatures, sources and notes right behind it stay."""
    end = end_of(judged)
    while end > 0 and (judged[end - 1].kind is not None or is_bare(judged, end - 1)):
        end -= 1
    signing = True
    marked = list(judged[:end])
    for at, one in enumerate(judged[end:], end):
        if one.kind is None:
            signing = signing and is_closing(judged, at)
        marked.append(one if one.kind or signing else Judged(one.block, "other", "behind the article's end"))
    return marked


def is_bare(judged: Sequence[Judged], at: int) -> bool:
    """Tell whether a block is a heading that would have nothing below it; one with a full stop is a paragraph."""
    block = judged[at].block
    return block.tag in BOLD and len(block.text) < PROSE and not block.text.endswith(CLOSED) and not signs(judged, at)


def end_of(judged: Sequence[Judged]) -> int:
    """Return the number of the first block behind the article, that of all blocks where nothing marks an end.

    An end is chrome or a signature with no sentence of the body's own element and no two paragraphs in a row behind it,
    or the heading of the comments. A signature ends nothing where any prose follows, unless it is set to the right.
    """
    box = container(judged)
    sizes = [len(one.block.text) if is_paragraph(one) else 0 for one in judged]
    last = max((at for at, one in enumerate(judged) if is_own(one, box) or is_running(sizes, at)), default=-1)
    prose = max((at for at, size in enumerate(sizes) if size), default=-1)
    early = PASSED * sum(sizes)
    for at, (one, passed) in enumerate(zip(judged, accumulate(sizes), strict=True)):
        if passed < early:
            continue
        if is_comments(one) or (at > last and ends(one, signed=is_end(judged, at) and (at > prose or one.block.right))):
            return at
    return len(judged)


def is_paragraph(one: Judged) -> bool:
    """Tell whether a block is prose of the article."""
    return one.kind is None and is_prose(one.block.text)


def is_running(sizes: Sequence[int], at: int) -> bool:
    """Tell whether a paragraph follows another: leads of other articles have a heading each."""
    return at > 0 and sizes[at] > 0 and sizes[at - 1] > 0


def is_comments(one: Judged) -> bool:
    """Tell whether a line is the heading of the readers' comments."""
    return one.kind == "comment" and COMMENTS.search(one.block.text) is not None


def ends(one: Judged, *, signed: bool) -> bool:
    """Tell whether a block behind the last sentence is an end: chrome of a kind that stands around articles, or a signature."""
    return one.kind not in INNER if one.kind else signed


def container(judged: Sequence[Judged]) -> int:
    """Return the innermost element that holds most of the prose, the one around it where that is a single paragraph."""
    prose = [one.block for one in judged if is_paragraph(one)]
    sizes: Counter[int] = Counter()
    for block in prose:
        sizes.update(dict.fromkeys(block.path, len(block.text)))
    whole = sum(len(block.text) for block in prose)
    depth = {node: at for block in prose for at, node in enumerate(block.path) if sizes[node] >= CONTAINED * whole}
    path = sorted(depth, key=depth.__getitem__)
    alone = bool(path) and sum(path[-1] in block.path for block in prose) == 1
    return path[-2 if alone and len(path) > 1 else -1] if path else 0


def is_own(one: Judged, box: int) -> bool:
    """Tell whether a block is a sentence, a caption or a paragraph in the body's own element."""
    block = one.block
    if one.kind is not None or box not in block.path or block.link > MAX_LINK:
        return False
    if is_prose(block.text) or block.pictured:
        return True
    return len(block.text) >= MIN_SENTENCE and (block.text.endswith(CLOSED) or (block.tag == "p" and block.path[-2] == box))


def is_end(judged: Sequence[Judged], at: int) -> bool:
    """Tell whether a line signs the article: no caption, no item of a list, none that a colon announces or names stand above."""
    block = judged[at].block
    above = judged[at - 1].block.text if at > 0 else ""
    listed = block.tag == "li" or above.endswith(":") or is_signature(above)
    return not listed and not block.pictured and (is_source(block.text) or signs(judged, at))


def signs(judged: Sequence[Judged], at: int) -> bool:
    """Tell whether a line is names and nothing else; as a heading or in capitals, like titles of boxes, by one more sign."""
    block = judged[at].block
    if not is_signature(block.text):
        return False
    before = judged[at - 1] if at > 0 else None
    below = before is not None and before.kind is None and before.block.path[:-1] == block.path[:-1]
    plain = block.tag not in BOLD and (below or not block.text.isupper())
    return plain or block.right or all(map(has_surname, read_authors(block.text)))


def is_source(text: str) -> bool:
    """Tell whether a line says where an article comes from.

    >>> is_source("Nguồn: Đài Truyền thanh huyện"), is_source("Theo quy định, hồ sơ gồm hai bản.")
    (True, False)
    """
    return len(text) <= MAX_SOURCE and SOURCE.match(text) is not None and not text.endswith((".", ":", ";", ",", "?"))


def is_credit(text: str) -> bool:
    """Tell whether a line says who did a part of the work: `Thiết kế: Minh An`."""
    return len(text) <= MAX_SOURCE and CREDIT.match(text) is not None


def is_closing(judged: Sequence[Judged], at: int) -> bool:
    """Tell whether a line behind the end is still the article's: a signature, a source, a note, the caption of a picture."""
    block = judged[at].block
    named = signs(judged, at) or is_source(block.text) or is_credit(block.text)
    return named or block.pictured or NOTE.match(block.text) is not None
