"""What a run found, read back from its tables for scoring."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

import pandas as pd

from solieu.errors import ConfigError
from solieu.evaluate.gold import Amount, Annotated, Mention, Post, Saying
from solieu.evaluate.pages import Cleaned, cleaned

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Found:
    """An article as the tables have it: its facts, and its page as it was cleaned."""

    facts: Annotated
    page: Cleaned


def read_tables(folder: Path) -> dict[str, Found]:
    """Read the scored columns of a folder of tables, by the stem of each article's source."""
    articles = _read(folder, "articles")
    names, amounts, posts, sayings = (
        _by_article(_read(folder, name)) for name in ("entities", "quantities", "officials", "statements")
    )
    return {
        stem_of(row["source"]): Found(
            Annotated(
                stem_of(row["source"]),
                row["text"],
                tuple(Mention(x["label"], x["start"], x["end"]) for x in names.get(row["article_id"], ())),
                tuple(Amount(**{key: _value(x[key]) for key in Amount.__slots__}) for x in amounts.get(row["article_id"], ())),
                tuple(Post(x["name"], _value(x["title"]), _value(x["organisation"])) for x in posts.get(row["article_id"], ())),
                tuple(Saying(**{key: x[key] for key in Saying.__slots__}) for x in sayings.get(row["article_id"], ())),
            ),
            cleaned(row),
        )
        for row in _rows(articles)
    }


def stem_of(source: str) -> str:
    """Name an article by its source, without folders and the last ending.

    >>> stem_of("bao/tin-01.html")
    'tin-01'
    """
    return PurePosixPath(source).name.rsplit(".", 1)[0]


def _read(folder: Path, name: str) -> pd.DataFrame:
    for file, read in ((folder / f"{name}.parquet", pd.read_parquet), (folder / f"{name}.csv", _read_csv)):
        if file.exists():
            try:
                return read(file)
            except (OSError, ValueError) as error:
                raise ConfigError(f"{file} is damaged, run `solieu run` again: {error}") from error
    raise ConfigError(f"no {name}.parquet or {name}.csv in {folder}")


def _read_csv(file: Path) -> pd.DataFrame:
    return pd.read_csv(file, dtype={"as_of": str})  # a column of years is no numbers


def _rows(table: pd.DataFrame) -> list[Row]:
    return [{str(key): value for key, value in row.items()} for row in table.to_dict("records")]


def _by_article(table: pd.DataFrame) -> dict[str, list[Row]]:
    of: dict[str, list[Row]] = {}
    for row in _rows(table):
        of.setdefault(row["article_id"], []).append(row)
    return of


def _value(cell: Any) -> Any:  # noqa: ANN401  # a cell of any column
    return None if pd.isna(cell) else cell
