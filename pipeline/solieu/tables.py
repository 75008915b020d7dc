"""Articles and their facts become one DataFrame per table, in the columns of the schema."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, fields
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
        rows["entities"].extend({"article_id": one.article.id, **asdict(entity)} for entity in one.entities)
        for fact in one.facts:
            rows[FACTS[kind_of(fact)].table].append(_fact_row(one, fact))
    rows["skipped"] = [asdict(skip) for skip in skipped]
    return Tables(**{name: frame(name, content) for name, content in rows.items()})


def frame(name: str, rows: list[Row]) -> pd.DataFrame:
    """Make a table's DataFrame from its rows, with the types of the schema also where it is empty."""
    schema = arrow_schema(name)
    table = pyarrow.Table.from_pylist([{key: row.get(key) for key in schema.names} for row in rows], schema=schema)
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


def _article_row(article: Article) -> Row:
    row = {field.name: getattr(article, field.name) for field in fields(article) if field.name not in {"id", "cuts"}}
    return {**row, "article_id": article.id, "authors": list(article.authors), "chrome": article.chrome}


def _fact_row(one: Found, fact: Fact) -> Row:
    return {"article_id": one.article.id, **asdict(fact), "sentence": _sentence(one, fact.start)}


def _sentence(one: Found, at: int) -> str:
    nearest = bisect_right(one.sentences, (at, len(one.article.text))) - 1
    start, end = one.sentences[max(nearest, 0)]
    return one.article.text[start:end]
