"""Read the word lists of this folder: tab-separated, a header line, `#` for comments."""

from __future__ import annotations

from importlib.resources import files


def rows(name: str) -> list[list[str]]:
    """Read the rows of a word list, without its header; every row has as many cells as the header.

    >>> rows("number_words.tsv")[0]
    ['không', 'zero', '0']
    """
    text = files("solieu.gazetteer").joinpath(name).read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if line and not line.startswith("#")]
    width = len(lines[0].split("\t"))
    return [(line.split("\t") + [""] * width)[:width] for line in lines[1:]]
