"""Files of data under a page's name: what a scraper's interface answered, or a table exported beside the pages."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from contextlib import suppress
from io import StringIO
from itertools import islice

BRACKET = re.compile(r"\s*[\[{]")
FIRST_LINES = 2  # looked at
DELIMITERS = ",;\t|"
ROWS = 100  # looked at
MIN_ROWS, MIN_COLUMNS = 3, 3
ALIKE = 0.9  # share of the rows with as many cells as the first
SPACED = 0.1  # share of cells that begin with a space: behind a comma of prose all do


def is_json(text: str) -> bool:
    r"""Tell whether a text is JSON, one object or list of them, or an object a line.

    >>> is_json('{"title": "Tin"}'), is_json('{"id": 1}\n{"id": 2}')
    (True, True)
    >>> is_json("[Ảnh] Lễ khởi công"), is_json("[1]\nĐề án"), is_json('{"page": 1}\n<html><p>Lễ khởi công</p></html>')
    (False, False, False)
    """
    if not BRACKET.match(text):
        return False
    whole = text.strip()
    lines = whole.split("\n", FIRST_LINES)[:FIRST_LINES]
    return isinstance(_read(whole), (dict, list)) or all(isinstance(_read(line), dict) for line in lines)


def _read(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def is_table(text: str) -> bool:
    r"""Tell whether a text is a table of delimited values: names of columns, then rows of as many cells.

    >>> is_table("xã,diện tích,dân số\nTân Lễ,512,8400\nYên Thọ,430,7100"), is_table("Vui, khỏe, đẹp\nXuân, hạ, thu\nĐi, về, ở")
    (True, False)
    """
    return any(_are_rows(list(islice(_rows(text, delimiter), ROWS))) for delimiter in DELIMITERS)


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    with suppress(csv.Error):  # a cell longer than any table has
        yield from filter(None, csv.reader(StringIO(text), delimiter=delimiter))


def _are_rows(rows: list[list[str]]) -> bool:
    names = rows[0] if rows else []
    if len(rows) < MIN_ROWS or len(names) < MIN_COLUMNS or any(name[:1].isdigit() for name in names):
        return False  # a digit behind a comma is a fraction's, in a title
    cells = [cell for row in rows for cell in row]
    alike = sum(len(row) == len(names) for row in rows)
    return alike >= ALIKE * len(rows) and sum(cell.startswith(" ") for cell in cells) < SPACED * len(cells)
