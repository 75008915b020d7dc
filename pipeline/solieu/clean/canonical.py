"""The canonical form of a text: what `article.text` is made of, and what no later stage may change."""

from __future__ import annotations

import re
import unicodedata

# Soft hyphen, zero-width and bidi marks, BOM, control codes but tab and line feed: SPEC.md, `tools/ann.py`.
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\x00-\x08\x0b-\x1f\x7f]")
LINE_END = re.compile("[\n\u2028\u2029]")


def line(text: str) -> str:
    r"""Put one line in canonical form: NFC, nothing invisible, white space of any kind folded to one space.

    >>> line(" Tổng\u00a0diện tích\n 50\u200b ha ")
    'Tổng diện tích 50 ha'
    """
    return " ".join(unicodedata.normalize("NFC", INVISIBLE.sub("", text)).split())


def lines(text: str) -> list[str]:
    """Split a text into its canonical lines, without the blank ones."""
    return [found for part in LINE_END.split(text) if (found := line(part))]


def join(title: str, paragraphs: list[str]) -> str:
    """Lay out an article: the title, a blank line, one paragraph a line; all of them canonical lines."""
    return title + "\n\n" + "\n".join(paragraphs) if paragraphs else title


def canonical(text: str) -> str:
    r"""Put an article's text, its first line being the title, in canonical form.

    >>> canonical("Tiêu đề\n\n\nĐoạn  một.\r\n\nĐoạn hai.")
    'Tiêu đề\n\nĐoạn một.\nĐoạn hai.'
    """
    title, *paragraphs = lines(text) or [""]
    return join(title, paragraphs)
