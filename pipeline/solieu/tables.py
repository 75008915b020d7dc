"""Articles and their facts become one DataFrame per table, in the columns of the schema."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import pyarrow
import pyarrow.compute

from solieu.facts import FACTS
from solieu.facts.kind import Fact
from solieu.nlp import kind_of
from solieu.records import Article, Entity, Skip
from solieu.schema import TABLES, Column, arrow_schema

if TYPE_CHECKING:
    import pandas as pd

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Tables:
    """One DataFrame per table of the dataset, sorted by source, then start; an attribute for each name in `TABLES`."""

    articles: pd.DataFrame
    entities: pd.DataFrame
    quantities: pd.DataFrame
    officials: pd.DataFrame
    statements: pd.DataFrame
    skipped: pd.DataFrame

    def items(self) -> Iterator[tuple[str, pd.DataFrame]]:
        """Give each table's name and frame, in the order of the schema."""
        return ((field.name, getattr(self, field.name)) for field in fields(self))


@dataclass(frozen=True, slots=True)
class Findings:
    """An article and all that was read from it; `sentences` in characters of its text."""

    article: Article
    sentences: tuple[tuple[int, int], ...]
    entities: tuple[Entity, ...]
    facts: tuple[Fact, ...]


def build_tables(found: Iterable[Findings], skipped: Iterable[Skip] = ()) -> Tables:
    """Lay out what was found as DataFrames, in the order given."""
    return Tables(**{name: typed(name, table.to_pandas()) for name, table in arrow_tables(found, skipped).items()})


def arrow_tables(found: Iterable[Findings], skipped: Iterable[Skip] = ()) -> dict[str, pyarrow.Table]:
    """Lay out what was found as Arrow tables, in the order given; `duplicate_of` is known only of the whole corpus."""
    rows: dict[str, list[Row]] = {name: [] for name in TABLES}
    for one in found:
        rows["articles"].append(_article_row(one.article))
        rows["entities"].extend({"article_id": one.article.id, **_told(entity)} for entity in one.entities)
        for fact in one.facts:
            rows[FACTS[kind_of(fact)].table].append(_fact_row(one, fact))
    rows["skipped"] = [_told(skip) for skip in skipped]
    return {name: pyarrow.Table.from_pylist(content, schema=arrow_schema(name)) for name, content in rows.items()}


def typed(name: str, table: pd.DataFrame) -> pd.DataFrame:
    """Give every column of a table the type its schema says (nullable integers, lists rather than arrays)."""
    dtypes: dict[str, Any] = {key: column.dtype for key, column in TABLES[name].columns.items()}
    for key, dtype in dtypes.items():
        table[key] = table[key].map(list) if dtype == "list" else table[key].astype(dtype)
    return table


def check(name: str, table: pyarrow.Table) -> None:
    """Hold a table against its schema; raises `ValueError` that names every column at fault."""
    if not table.schema.equals(arrow_schema(name)):
        raise ValueError(f"{name} has other columns than its schema: {table.schema.names}")
    faults = [f"{name}.{key}: {fault}" for key, column in TABLES[name].columns.items() for fault in _faults(column, table[key])]
    if faults:
        raise ValueError("; ".join(faults))


def _faults(column: Column, values: pyarrow.ChunkedArray) -> Iterator[str]:
    if not column.nullable and pyarrow.compute.any(pyarrow.compute.is_null(values, nan_is_null=True)).as_py():
        yield "a cell is empty"
    if column.among and (strange := set(values.unique().to_pylist()) - {None, *column.among}):
        yield f"{sorted(strange)} are none of {column.among}"
    if column.low is not None and pyarrow.compute.any(pyarrow.compute.less(values, column.low)).as_py():
        yield f"below {column.low}"
    if column.unique and len(values.unique()) < len(values):
        yield "a value stands twice"


def _told(record: Entity | Fact | Skip) -> Row:
    """Give a record's fields by name; its values are plain, so that nothing need be copied as `asdict` does."""
    kind: type = type(record)
    names, values = _fields(kind)
    return dict(zip(names, values(record), strict=True))


@cache
def _fields(kind: type) -> tuple[tuple[str, ...], Callable[[object], tuple[object, ...]]]:
    names = tuple(field.name for field in fields(kind))
    return names, attrgetter(*names)


def _article_row(article: Article) -> Row:
    row = {field.name: getattr(article, field.name) for field in fields(article) if field.name not in {"id", "cuts"}}
    return {**row, "article_id": article.id, "authors": list(article.authors), "chrome": article.chrome}


def _fact_row(one: Findings, fact: Fact) -> Row:
    return {"article_id": one.article.id, **_told(fact), "sentence": _sentence(one, fact.start)}


def _sentence(one: Findings, at: int) -> str:
    nearest = bisect_right(one.sentences, (at, len(one.article.text))) - 1
    start, end = one.sentences[max(nearest, 0)]
    return one.article.text[start:end]
