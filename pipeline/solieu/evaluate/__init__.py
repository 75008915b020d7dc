"""Tables scored against gold annotations: precision, recall, F1 and 95 % intervals over articles."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

import pandas as pd

from solieu.errors import ConfigError
from solieu.evaluate.align import carry
from solieu.evaluate.compare import Tally, compare
from solieu.evaluate.gold import Amount, Annotated, Mention, Post, read_gold
from solieu.evaluate.scores import Score, scores

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All scores, the errors as (article, what, where), and what could not be compared as it stands."""

    scores: tuple[Score, ...]
    errors: tuple[tuple[str, str, str], ...]
    problems: tuple[str, ...]


def evaluate(gold_path: Path, tables: Path) -> Evaluation:
    """Score the tables in a folder against gold; articles are matched by the stem of their `source`."""
    found = read_tables(tables)
    tallies: list[Tally] = []
    problems: list[str] = []
    errors: list[tuple[str, str, str]] = []
    for gold in read_gold(gold_path):
        ours = found.get(gold.id, Annotated(gold.id, "", (), (), ()))
        if gold.id not in found:
            problems.append(f"{gold.id}: no such article in the tables")
        elif ours.text != gold.text:
            problems.append(f"{gold.id}: text differs from gold, spans carried over")
            gold = carry(gold, ours.text)  # noqa: PLW2901  # the same gold on the other text
        tally = compare(gold, ours)
        tallies.append(tally)
        errors.extend((gold.id, what, where) for what, where in tally.errors)
    return Evaluation(tuple(scores(tallies)), tuple(errors), tuple(problems))


def read_tables(folder: Path) -> dict[str, Annotated]:
    """Read the scored columns of a folder of tables, by the stem of each article's source."""
    articles, entities, quantities, officials = (
        _read(folder, name) for name in ("articles", "entities", "quantities", "officials")
    )
    names, amounts, posts = _by_article(entities), _by_article(quantities), _by_article(officials)
    return {
        stem_of(row["source"]): Annotated(
            stem_of(row["source"]),
            row["text"],
            tuple(Mention(x["label"], x["start"], x["end"]) for x in names.get(row["article_id"], ())),
            tuple(Amount(**{key: _value(x[key]) for key in Amount.__slots__}) for x in amounts.get(row["article_id"], ())),
            tuple(Post(x["name"], _value(x["title"]), _value(x["organisation"])) for x in posts.get(row["article_id"], ())),
        )
        for row in _rows(articles)
    }


def stem_of(source: str) -> str:
    """Name an article by its source, without folders and the last ending.

    >>> stem_of("bao/tin-01.html")
    'tin-01'
    """
    return PurePosixPath(source).name.rsplit(".", 1)[0]


def below_floors(evaluation: Evaluation, floors: Path) -> list[str]:
    """Name every score that is below its floor, or that a floor names and nothing scores."""
    told = {score.name: score.value for score in evaluation.scores}
    wanted = json.loads(floors.read_text(encoding="utf-8"))
    return [
        f"{name} {told.get(name, 0.0):.4f} is below its floor {floor:.4f}"
        for name, floor in wanted.items()
        if told.get(name, 0.0) < floor
    ]


def _read(folder: Path, name: str) -> pd.DataFrame:
    if (folder / f"{name}.parquet").exists():
        return pd.read_parquet(folder / f"{name}.parquet")
    if (folder / f"{name}.csv").exists():
        return pd.read_csv(folder / f"{name}.csv")
    raise ConfigError(f"no {name}.parquet or {name}.csv in {folder}")


def _rows(table: pd.DataFrame) -> list[Row]:
    return [{str(key): value for key, value in row.items()} for row in table.to_dict("records")]


def _by_article(table: pd.DataFrame) -> dict[str, list[Row]]:
    of: dict[str, list[Row]] = {}
    for row in _rows(table):
        of.setdefault(row["article_id"], []).append(row)
    return of


def _value(cell: Any) -> Any:  # noqa: ANN401  # a cell of any column
    return None if pd.isna(cell) else cell
