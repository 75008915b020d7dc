"""What the command line shows on a terminal: one sentence's finds, one page's cut, a table of scores, progress."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd
from rich.console import Console
from rich.text import Text

if TYPE_CHECKING:
    from solieu.evaluate import Evaluation
    from solieu.records import Article
    from solieu.tables import Tables

STYLES = {
    "PER": "bold magenta",
    "ORG": "bold blue",
    "LOC": "bold green",
    "quantities": "bold yellow",
    "officials": "underline",
    "statements": "italic",
}
HIDDEN = {
    "article_id",
    "start",
    "end",
    "sentence",
    "base_low",
    "base_high",
    "base_unit",
    "subject_start",
    "subject_end",
    "score",
    "ambiguous",
}
CUT_SHOWN = 160  # characters of a cut part
SEEN = (
    "the shipped models have learned names, subjects and modality from corpus/gold and the development set (shared/real/ann, "
    "html_gold): there the scores of entity, subject and modality say nothing, see the model card"
)

console = Console(highlight=False, soft_wrap=True)


def show_text(text: str) -> None:
    """Print a text with what was found in it, coloured, and the rows of each table."""
    from solieu.run.single import extract_plain

    tables = extract_plain(text)
    console.print(painted(text, tables))
    for name, table in tables.items():
        if name not in {"articles", "skipped"} and len(table):
            console.print(*grid(name, table), sep="\n")


def painted(text: str, tables: Tables) -> Text:
    """Colour a text by what was found in it."""
    shown = Text(text)
    for name, table in tables.items():
        if name in {"entities", *STYLES}:
            for label, start, end in zip(table.get("label", [name] * len(table)), table["start"], table["end"], strict=True):
                shown.stylize(STYLES[label], int(start), int(end))
    return shown


def grid(name: str, table: pd.DataFrame) -> Iterator[Text]:
    """Lay out a table's rows for reading: a line a row, empty cells left out."""
    yield Text(f"\n{name}", style="bold")
    columns = [column for column in table.columns if column not in HIDDEN]
    for row in table[columns].astype(object).itertuples(index=False):
        cells = [(column, _cell(cell)) for column, cell in zip(columns, row, strict=True)]
        told = [part for column, cell in cells if cell for part in ((f"  {column} ", "dim"), (cell, STYLES.get(cell, "")))]
        yield Text.assemble(*told)


def _cell(cell: object) -> str:
    if cell is None or pd.isna(cell):  # type: ignore[call-overload]  # any cell
        return ""
    return f"{cell:,.10g}" if isinstance(cell, float) else str(cell)


def show_article(page: Path, *, explain: bool) -> None:
    """Print the article of a page, its metadata, and what was cut and by which rule."""
    from solieu.run.single import clean_file

    article = clean_file(page)
    for line in _explained(article) if explain else _article(article):
        console.print(line)


def _article(article: Article) -> Iterator[Text]:
    for name in ("title", "published", "url"):
        yield Text(f"{name}: {getattr(article, name) or '(none found)'}", style="bold")
    yield Text(f"authors: {'; '.join(article.authors) or '(none found)'}\n", style="bold")
    yield Text(article.text + "\n")
    yield Text(f"cut: {len(article.cuts)} parts ({', '.join(article.chrome) or 'none'})", style="dim")


def _explained(article: Article) -> Iterator[Text]:
    yield from _article(article)
    for cut in article.cuts:
        words = " ".join(cut.text.split())
        shortened = words if len(words) <= CUT_SHOWN else words[:CUT_SHOWN] + f"… ({len(words)} characters)"
        yield Text.assemble(("− ", "red"), (f"{cut.kind} ", "bold"), (f"[{cut.rule}] ", "cyan"), (shortened, "dim"))


def show_scores(gold: Path, tables: Path, *, as_json: bool, errors: int, floors: Path | None) -> bool:
    """Print the scores; gives False if one is below its floor."""
    from solieu.evaluate import below_floors, evaluate

    told = evaluate(gold, tables)
    low = below_floors(told, floors) if floors else []
    if as_json:
        console.out(
            json.dumps({**asdict(told), "errors": told.errors[:errors], "below_floors": low}, ensure_ascii=False, indent=1)
        )
    else:
        for line in (*_scores(told), *(f"{article}\t{what}\t{where}" for article, what, where in told.errors[:errors]), *low):
            console.out(line)
    return not low


def _scores(told: Evaluation) -> Iterator[str]:
    yield from (f"! {problem}" for problem in told.problems)
    yield f"{'':34}{'P':>8}{'R':>8}{'F1':>8}{'gold':>7}  95 % interval"
    for score in told.scores:
        parts = f"{'':16}" if score.precision is None else f"{score.precision:8.4f}{score.recall:8.4f}"
        yield f"{score.name:34}{parts}{score.value:8.4f}{score.n:7}  {score.low:.4f}–{score.high:.4f}"
    yield f"! {SEEN}"
