"""The codebook: every table and column, in Vietnamese and English, printed from the schema."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from solieu.schema import TABLES

if TYPE_CHECKING:
    import pandera.pandas as pa

TYPES = {
    "object": "list of text",
    "int64": "whole number",
    "Int64": "whole number",
    "float64": "number",
    "bool": "yes/no",
}
CSV_NOTE = (
    "In CSV a text cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return has an apostrophe before it, "
    "so that no spreadsheet runs it as a formula; Parquet holds the text itself."
)


def codebook() -> str:
    """Write the codebook as Markdown.

    >>> print(codebook().splitlines()[0])
    # Codebook · Bảng mã
    """
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# Codebook · Bảng mã"
    yield from ("", "Offsets count Unicode code points of `articles.text`. " + CSV_NOTE)
    for name, schema in TABLES.items():
        yield from ("", f"## {name} · {schema.metadata['vi']}", "", f"{schema.title}.", "")
        yield from ("| column | nhãn | label | type | empty? | meaning |", "|---|---|---|---|---|---|")
        for column_name, column in schema.columns.items():
            yield _row(column_name, column)


def _row(name: str, column: pa.Column) -> str:
    metadata = column.metadata or {}
    among = metadata.get("among")
    meaning = f"{column.description}" + (f" ({', '.join(f'`{value}`' for value in among)})" if among else "")
    cells = (
        f"`{name}`",
        metadata["vi"],
        column.title,
        TYPES.get(str(column.dtype), "text"),
        "yes" if column.nullable else "no",
        meaning,
    )
    return "| " + " | ".join(str(cell).replace("|", "\\|") for cell in cells) + " |"
