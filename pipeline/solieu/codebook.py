"""The codebook: every table and column, in Vietnamese and English, printed from the schema."""

from __future__ import annotations

from collections.abc import Iterator

from solieu.schema import TABLES, Column

TYPES = {
    "list": "list of text",
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
        yield from ("", f"## {name} · {schema.vi}", "", f"{schema.en}.", "")
        yield from ("| column | nhãn | label | type | empty? | meaning |", "|---|---|---|---|---|---|")
        for column_name, column in schema.columns.items():
            yield _row(column_name, column)


def _row(name: str, column: Column) -> str:
    among = f" ({', '.join(f'`{value}`' for value in column.among)})" if column.among else ""
    cells = (
        f"`{name}`",
        column.vi,
        column.en,
        TYPES.get(column.dtype, "text"),
        "yes" if column.nullable else "no",
        column.meaning + among,
    )
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
