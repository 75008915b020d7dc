"""Which blocks of the region are the article's: each is judged by its words, its links and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from solieu.clean.authors import LEAD, is_office, is_signature, read_authors
from solieu.clean.blocks import Block
from solieu.clean.chrome import kind_of_line
from solieu.clean.dates import read_date
from solieu.clean.elsewhere import CUT
from solieu.clean.ending import PROSE, Judged, cut_behind, is_prose
from solieu.clean.titles import fold, is_site_name
from solieu.records import Cut

MIN_LINK = 0.3  # share of a block's characters in links from which its words can point to them
MAX_LINK = 0.75  # share of a block's characters in links from which it is a pointer and no paragraph
TRUSTED_LINKS = 0.5  # share of the prose in linked blocks above which links say nothing: an unclosed <a>
MAX_TITLE = 150  # characters of the headline of another article, `Xem thêm:` before it
MIN_REPEAT = 20  # characters of a block that is cut where it stands a second time
# Words in the names of what stands between headline and body and is no text of the article.
TOP = re.compile(
    r"(?<![a-z])(?:author\w*|by-?line|tac-?gia|meta|post-?meta|entry-?meta|cate\w*|chuyen-?muc|date\w*|time\w*|pub\w*|ngay\w*|foldertitle)(?![a-z])"
)
SIGNED = re.compile(r"(?:tác giả|người viết|đăng bởi|người đăng|biên tập|viết bởi|phóng viên|by)\s?:", re.IGNORECASE)
BOTTOM = re.compile(r"(?<![a-z])author")  # signed outside of the text: the byline is metadata there
POINTER = re.compile(r"[>»*+• ]{0,5}(?:xem|đọc|tham khảo|tìm hiểu) (?:thêm|tiếp) ?:", re.IGNORECASE)
BESIDE = "beside the date, above the body"
# How portals list their other articles: a day, with its hour or in brackets, before or behind the link.
STAMP = re.compile(
    r"[(\[]?(?:\d{1,2}[:h]\d{2},? ?)?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?(?:,? ?\d{1,2}[:h]\d{2})?[)\]]?(?: ?[-–|:])?"
)
DATED = re.compile(r"\(\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?\)$")


def prune(blocks: list[Block], headline: str) -> tuple[list[str], list[Cut]]:
    """Split blocks into the article's paragraphs and what is cut."""
    folded = fold(headline)
    blocks = list(below_headline(blocks, folded))
    prose = [block for block in blocks if is_prose(block.text)]
    trusts_links = size([block for block in prose if block.link > MAX_LINK]) < TRUSTED_LINKS * max(size(prose), 1)
    judged = cut_behind(cut_beside_date(judge_all(blocks, folded, links=trusts_links)))
    return (
        [one.block.text for one in judged if one.kind is None],
        [Cut(one.kind, one.rule, one.block.text) for one in judged if one.kind is not None and one.block.text],
    )


def judge_all(blocks: list[Block], folded: str, *, links: bool) -> list[Judged]:
    """Judge blocks in page order: what a block is depends on those above it."""
    judged: list[Judged] = []
    seen: set[str] = set()
    listing = False
    body = False
    for block in blocks:
        if block.tag == CUT:
            judged.append(Judged(block, block.names, "cut before"))
            continue
        kind, rule = judge(block, folded, body=body, listing=listing, links=links)
        if kind is None and block.text in seen and len(block.text) >= MIN_REPEAT:
            kind, rule = "repeat", "stands above word for word"
        listing = kind == "related"
        body = body or (kind is None and len(block.text) >= PROSE)
        if kind is None:
            seen.add(block.text)
        judged.append(Judged(block, kind, rule))
    return judged


def size(blocks: list[Block]) -> int:
    """Count the characters of some blocks."""
    return sum(len(block.text) for block in blocks)


def below_headline(blocks: list[Block], folded: str) -> Iterator[Block]:
    """Drop the blocks above the headline, given as its words, where it stands in the first half of the region."""
    at = next((index for index, block in enumerate(blocks) if is_same(block.text, folded)), -1)
    yield from blocks[at + 1 :] if size(blocks[: at + 1]) * 2 < size(blocks) else blocks


def judge(block: Block, folded: str, *, body: bool, listing: bool, links: bool) -> tuple[str | None, str]:
    """Name the kind of chrome a block is and the rule, or None where it is the article's."""
    named = (BOTTOM if body else TOP).search(block.names.lower()) and not (body and block.tag == "p")
    short = len(block.text) < PROSE
    rules = (
        (is_same(block.text, folded), "headline", "the headline again"),
        (kind := kind_of_line(block.text) or kind_of_pieces(block), kind, "the words of the line"),
        (links and block.link > MAX_LINK, "related", "a link and nothing else"),
        (links and block.link > MIN_LINK and is_dated_link(block), "related", "a date and a link"),
        (POINTER.match(block.text) and (block.link > MIN_LINK or is_title(block.text)), "related", "words that point to a link"),
        (links and block.link > MAX_LINK / 2 and is_headed(block), "related", "a heading of related articles or tags with links"),
        (listing and (block.link > MAX_LINK / 2 or is_dated(block.text)), "related", "below a heading of related articles"),
        (short and not body and is_byline(block.text), "byline", "a name or a date with its hour, above the body"),
        (short and not body and is_row(block), "byline", "names beside a date, above the body"),
        (short and named, "byline", f"outside of the body, named {block.names}"),
        (short and body and is_site_name(block.text), "footer", "the site's name behind the body"),
    )
    return next(((kind, rule) for holds, kind, rule in rules if holds), (None, ""))


def is_same(text: str, folded: str) -> bool:
    """Tell whether a text has these words and no others; one twice as long is not looked at."""
    return len(text) <= 2 * len(folded) and fold(text) == folded


def is_title(text: str) -> bool:
    """Tell whether a line ends as headlines do."""
    return len(text) <= MAX_TITLE and not text.endswith((".", ":", ";", ","))


def is_headed(block: Block) -> bool:
    """Tell whether a block begins with the heading of related articles or tags."""
    return bool(block.pieces) and kind_of_line(block.pieces[0]) in {"related", "tag"}


def is_dated(text: str) -> bool:
    """Tell whether a line begins with a day, and is no sentence, or ends with one in brackets."""
    return bool(DATED.search(text) or (STAMP.match(text) and not text.endswith(".")))


def is_dated_link(block: Block) -> bool:
    """Tell whether a block is a link with a date before or behind it: how portals list their other articles."""
    undated = STAMP.sub("", block.text)
    return len(undated) < len(block.text) and block.link * len(block.text) > MAX_LINK * len(undated)


def cut_beside_date(judged: list[Judged]) -> list[Judged]:
    """Mark names and offices above the body that stand beside its date as byline."""
    body = next((at for at, one in enumerate(judged) if one.kind is None and len(one.block.text) >= PROSE), 0)
    dated = {at + step for at in range(body) if judged[at].kind in {"clock", "byline"} for step in (-1, 1)}
    return [
        Judged(one.block, "byline", BESIDE) if at < body and at in dated and one.kind is None and signs(one.block.text) else one
        for at, one in enumerate(judged)
    ]


def signs(text: str) -> bool:
    """Tell whether a line is a person or an office."""
    return is_signature(text) or is_office(text)


def is_row(block: Block) -> bool:
    """Tell whether a line is a row of parts of a byline: a date or an hour, and names, offices, counters, buttons."""
    kinds = [kind_of_line(piece) for piece in block.pieces]
    named = all(kind or signs(piece) for kind, piece in zip(kinds, block.pieces, strict=True))
    return named and "clock" in kinds


def is_byline(text: str) -> bool:
    """Tell whether a short line above the body tells who wrote it, or when to the minute, in its own words."""
    signed = SIGNED.match(text) or (LEAD.match(text) and read_authors(text))
    return bool(signed) or ("T" in (read_date(text) or "") and not text.endswith("."))


def kind_of_pieces(block: Block) -> str | None:
    """Name the kind of a block whose every piece of text is chrome by itself: counters and buttons in one row."""
    kinds = [kind_of_line(piece) for piece in block.pieces]
    return next((kind for kind in kinds if kind != "skin"), "skin") if kinds and all(kinds) else None
