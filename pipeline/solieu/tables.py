"""Articles and their facts become one DataFrame per table, in the columns of the schema."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from functools import cache
from operator import attrgetter
from typing import Any

import pandas as pd
import pyarrow

from solieu.facts import FACTS
from solieu.facts.kind import Fact
from solieu.nlp import kind_of
from solieu.records import Article, Entity, Skip
from solieu.schema import TABLES, arrow_schema

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
class Found:
    """An article and all that was read from it; `sentences` in characters of its text."""

    article: Article
    sentences: tuple[tuple[int, int], ...]
    entities: tuple[Entity, ...]
    facts: tuple[Fact, ...]


def build_tables(found: Iterable[Found], skipped: Iterable[Skip] = ()) -> Tables:
    """Lay out what was found as tables, in the order given; `duplicate_of` is known only of the whole corpus."""
    rows: dict[str, list[Row]] = {name: [] for name in TABLES}
    for one in found:
        rows["articles"].append(_article_row(one.article))
        rows["entities"].extend({"article_id": one.article.id, **_told(entity)} for entity in one.entities)
        for fact in one.facts:
            rows[FACTS[kind_of(fact)].table].append(_fact_row(one, fact))
    rows["skipped"] = [_told(skip) for skip in skipped]
    return Tables(**{name: frame(name, content) for name, content in rows.items()})


def frame(name: str, rows: list[Row]) -> pd.DataFrame:
    """Make a table's DataFrame from its rows, with the types of the schema also where it is empty."""
    schema = arrow_schema(name)
    table = pyarrow.Table.from_pydict({key: [row.get(key) for row in rows] for key in schema.names}, schema=schema)
    return typed(name, table.to_pandas())


def typed(name: str, table: pd.DataFrame) -> pd.DataFrame:
    """Give every column of a table the type its schema says (nullable integers, lists rather than arrays)."""
    schema = TABLES[name]
    for key, column in schema.columns.items():
        dtype = str(column.dtype)
        table[key] = table[key].map(list) if dtype == "object" else table[key].astype(dtype)
    return table


def validate(name: str, table: pd.DataFrame) -> pd.DataFrame:
    """Check a table against its schema; pandera's `SchemaErrors` names every column and row at fault."""
    return TABLES[name].validate(table, lazy=True)


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


def _fact_row(one: Found, fact: Fact) -> Row:
    return {"article_id": one.article.id, **_told(fact), "sentence": _sentence(one, fact.start)}


def _sentence(one: Found, at: int) -> str:
    nearest = bisect_right(one.sentences, (at, len(one.article.text))) - 1
    start, end = one.sentences[max(nearest, 0)]
    return one.article.text[start:end]
