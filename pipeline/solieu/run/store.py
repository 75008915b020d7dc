"""The output folder: finished parts become the tables, in order and in the same bytes whatever made them."""

from __future__ import annotations

import csv
import json
import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pandas as pd
import pyarrow
import pyarrow.parquet

from solieu.run.shard import PART
from solieu.schema import TABLES, arrow_schema
from solieu.tables import typed, validate

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
        told = json.loads((part / PART).read_text(encoding="utf-8"))
        self.seconds.update(told["seconds"])
        self.crashes.extend(told["crashes"])
        for name, writer in self._writers.items():
            table = typed(name, pd.read_parquet(part / f"{name}.parquet"))
            if name == "articles":
                table["duplicate_of"] = pd.array(list(self._duplicates(table)), dtype="str")
            if name == "skipped":
                self.reasons.update(table["reason"])
            self.rows[name] += len(table)
            writer.add(table)

    def finish(self) -> None:
        """Close the tables and move them to where they belong."""
        self._open.close()
        for file in sorted(self._building.iterdir()):
            file.replace(self.out / file.name)
        for stale in [] if self._with_csv else TABLES:
            (self.out / f"{stale}.csv").unlink(missing_ok=True)  # of an earlier run: it would belie the Parquet

    def _duplicates(self, articles: pd.DataFrame) -> Iterator[str | None]:
        for article_id, text in zip(articles["article_id"], articles["text"], strict=True):
            body = sha256(text.partition("\n\n")[2].encode()).digest()
            first = self._first.setdefault(body, article_id)
            yield None if first == article_id else first


class TableWriter:
    """One table's Parquet file, and its CSV where wanted, written in groups of rows that depend on the rows alone."""

    def __init__(self, stem: Path, name: str, *, with_csv: bool) -> None:
        self._name, self._schema = name, arrow_schema(name)
        self._parquet = pyarrow.parquet.ParquetWriter(stem.with_name(f"{name}.parquet"), self._schema, compression="zstd")
        self._csv = stem.with_name(f"{name}.csv") if with_csv else None
        self._waiting: list[pyarrow.Table] = []
        if self._csv:
            self._csv.write_text(",".join(self._schema.names) + "\n", encoding="utf-8-sig")  # Excel reads UTF-8 by its BOM

    def add(self, table: pd.DataFrame) -> None:
        """Append rows."""
        self._waiting.append(pyarrow.Table.from_pandas(table, schema=self._schema, preserve_index=False))
        if self._csv:
            for_csv(table).to_csv(self._csv, mode="a", header=False, index=False, quoting=csv.QUOTE_MINIMAL, lineterminator="\n")
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
            validate(self._name, typed(self._name, rows.to_pandas()))  # a group at once: it takes as long for a part
            self._parquet.write_table(rows, row_group_size=len(rows))
        self._waiting.clear()


def for_csv(table: pd.DataFrame) -> pd.DataFrame:
    """Make a table safe to open in a spreadsheet: lists joined, no cell a formula.

    >>> for_csv(pd.DataFrame({"title": ["=1+1", "Tin"], "authors": [["A", "B"], []]})).values.tolist()
    [["'=1+1", 'A; B'], ['Tin', '']]
    """
    safe = table.copy()
    for name in table.columns:
        if table[name].dtype == object or pd.api.types.is_string_dtype(table[name]):
            safe[name] = table[name].map(_cell)
    return safe


def _cell(value: Any) -> Any:  # noqa: ANN401  # a cell of any column
    value = "; ".join(value) if isinstance(value, list) else value
    return "'" + value if isinstance(value, str) and value.startswith(FORMULA) else value
