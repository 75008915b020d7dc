"""Annotated sentences of texts that may not be copied: article, offsets and names, without a word of the text."""

from __future__ import annotations

import json
import lzma
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

from solieu.entities.learn import Example, Name
from solieu.errors import ConfigError


def read(path: Path, texts: Path, canonical: Callable[[str], str]) -> list[Example]:
    """Read a table of annotated sentences (`article, start, end, crc, names`) and lay it on the articles of `texts`.

    `texts` is JSONL, xz-compressed, with `id`, `title` and `text`; offsets count characters of the canonical article;
    names are `start-end-label` within the sentence. Raises `ConfigError` where a sentence is not the one annotated.
    """
    lines = [line.split("\t") for line in path.read_text(encoding="utf-8").split("\n")[1:] if line and line[0] != "#"]
    articles = dict(_articles(texts, {line[0] for line in lines}, canonical))
    return [_example(line, articles.get(line[0], "")) for line in lines]


def _articles(texts: Path, wanted: set[str], canonical: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    with lzma.open(texts, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.split('"', 4)[3] in wanted:  # most are not: no need to read them
                row = json.loads(line)
                yield row["id"], canonical(row["title"] + "\n\n" + row["text"])


def _example(line: list[str], article: str) -> Example:
    name, start, end, crc, marked = line
    text = article[int(start) : int(end)]
    if zlib.crc32(text.encode()) != int(crc):
        raise ConfigError(f"{name}: characters {start} to {end} are not the sentence that was annotated")
    return Example(f"{name}-{start}", text, ((0, len(text)),), tuple(_name(one) for one in marked.split()))


def _name(marked: str) -> Name:
    start, end, label = marked.split("-")
    return int(start), int(end), label
