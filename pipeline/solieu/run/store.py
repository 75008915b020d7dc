"""The output folder: finished parts become the tables, in order and in the same bytes whatever made them."""

from __future__ import annotations

import csv
import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pyarrow
import pyarrow.parquet

from solieu.run.parts import read_account, read_rows
from solieu.schema import TABLES, arrow_schema
from solieu.tables import check

GROUP_ROWS = 20_000  # rows a Parquet row group: large enough to compress, small enough to keep memory flat
GROUP_BYTES = 4 << 20  # likewise, of rows as wide as an article's
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what makes a spreadsheet run a cell (OWASP, CSV injection)


class Store:
    """The tables of a run while they grow: parts are added in corpus order, `finish` puts the files in place.

    Nothing stands under a table's name before it is whole; an earlier run's files stay until then.
    """

    def __init__(self, out: Path, *, with_csv: bool) -> None:
        self.out = out
        self.rows: Counter[str] = Counter(dict.fromkeys(TABLES, 0))
        self.seconds: Counter[str] = Counter()
        self.reasons: Counter[str] = Counter()
        self.crashes: list[str] = []
        self._building = out / ".building"
        self._first: dict[bytes, str] = {}
        self._with_csv = with_csv
        self._open = ExitStack()

    def __enter__(self) -> Self:
        shutil.rmtree(self._building, ignore_errors=True)
        self._building.mkdir(parents=True)
        pyarrow.set_memory_pool(pyarrow.system_memory_pool())  # as in `run_shard`
        self._writers = {name: TableWriter(self._building / name, name, with_csv=self._with_csv) for name in TABLES}
        for writer in self._writers.values():
            self._open.callback(writer.close)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._open.close()
        shutil.rmtree(self._building, ignore_errors=True)

    def add(self, part: Path) -> None:
        """Append one part's rows to every table."""
        account = read_account(part)
        self.seconds.update(account["seconds"])
        self.crashes.extend(account["crashes"])
        for name, writer in self._writers.items():
            table = read_rows(part, name)
            if name == "articles":
                table = self._with_duplicates(table)
            if name == "skipped":
                self.reasons.update(table["reason"].to_pylist())
            self.rows[name] += len(table)
            writer.add(table)

    def finish(self) -> None:
        """Close the tables and move them to where they belong."""
        self._open.close()
        for file in sorted(self._building.iterdir()):
            file.replace(self.out / file.name)
        for stale in [] if self._with_csv else TABLES:
            (self.out / f"{stale}.csv").unlink(missing_ok=True)  # of an earlier run: it would belie the Parquet

    def _with_duplicates(self, articles: pyarrow.Table) -> pyarrow.Table:
        ids, texts = articles["article_id"].to_pylist(), articles["text"].to_pylist()
        known = [self._first_of(article_id, text) for article_id, text in zip(ids, texts, strict=True)]
        at = articles.schema.get_field_index("duplicate_of")
        return articles.set_column(at, articles.field(at), pyarrow.array(known, pyarrow.string()))

    def _first_of(self, article_id: str, text: str) -> str | None:
        """Give the first article of this body, if it is another one."""
        body = sha256((text.partition("\n\n")[2] or text).encode()).digest()  # a page of one line is its title
        first = self._first.setdefault(body, article_id)
        return None if first == article_id else first


class TableWriter:
    """One table's Parquet file, and its CSV where wanted, written in groups of rows that depend on the rows alone."""

    def __init__(self, stem: Path, name: str, *, with_csv: bool) -> None:
        self._name, self._schema = name, arrow_schema(name)
        self._parquet = pyarrow.parquet.ParquetWriter(stem.with_name(f"{name}.parquet"), self._schema, compression="zstd")
        self._csv = stem.with_name(f"{name}.csv") if with_csv else None
        self._waiting: list[pyarrow.Table] = []
        if self._csv:
            self._csv.write_text(",".join(self._schema.names) + "\n", encoding="utf-8-sig")  # Excel reads UTF-8 by its BOM

    def add(self, table: pyarrow.Table) -> None:
        """Append rows."""
        self._waiting.append(table)
        if self._csv:
            with self._csv.open("a", encoding="utf-8", newline="") as stream:
                csv.writer(stream, lineterminator="\n").writerows(for_csv(table))
        if sum(map(len, self._waiting)) >= GROUP_ROWS or sum(rows.nbytes for rows in self._waiting) >= GROUP_BYTES:
            self._flush()

    def close(self) -> None:
        """Write what waits and the file's end."""
        if self._parquet.is_open:
            self._flush()
            self._parquet.close()

    def _flush(self) -> None:
        rows = pyarrow.concat_tables([*self._waiting, self._schema.empty_table()])
        if len(rows) or not self._parquet.is_open:
            check(self._name, rows)
            self._parquet.write_table(rows, row_group_size=len(rows))
        self._waiting.clear()


def for_csv(table: pyarrow.Table) -> Iterator[list[Any]]:
    """Give a table's rows safe to open in a spreadsheet: lists joined, no cell a formula.

    >>> list(for_csv(pyarrow.table({"title": ["=1+1", "Tin"], "authors": [["A", "B"], []]})))
    [["'=1+1", 'A; B'], ['Tin', '']]
    """
    return ([_cell(value) for value in row.values()] for row in table.to_pylist())


def _cell(value: Any) -> Any:  # noqa: ANN401  # a cell of any column
    value = "; ".join(value) if isinstance(value, list) else value
    return "'" + value if isinstance(value, str) and value.startswith(FORMULA) else value
