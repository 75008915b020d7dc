"""Tables scored against gold annotations: precision, recall, F1 and 95 % intervals over articles."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from solieu.errors import ConfigError
from solieu.evaluate.align import carry
from solieu.evaluate.compare import Tally, compare
from solieu.evaluate.found import Found, read_tables
from solieu.evaluate.gold import Annotated, read_gold
from solieu.evaluate.pages import compare_page, read_pages
from solieu.evaluate.scores import Score, scores


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All scores, the errors as (article, what, where), and what could not be compared as it stands."""

    scores: tuple[Score, ...]
    errors: tuple[tuple[str, str, str], ...]
    problems: tuple[str, ...]


def evaluate(gold_path: Path, tables: Path) -> Evaluation:
    """Score the tables in a folder against gold; articles are matched by the stem of their `source`.

    A folder of gold may hold `NAME.json` beside `NAME.ann`: then the cleaning of the pages is scored too.
    """
    found, pages = read_tables(tables), read_pages(gold_path) if gold_path.is_dir() else {}
    tallies: list[Tally] = []
    problems: list[str] = []
    for gold in read_gold(gold_path):
        ours = found.get(gold.id)
        tally, problem = _article(gold, ours)
        if gold.id in pages:
            tally.join(compare_page(pages[gold.id], ours.page if ours else None))
        problems += [f"{gold.id}: {problem}"] if problem else []
        tallies.append(tally)
    errors = tuple((tally.article, what, where) for tally in tallies for what, where in tally.errors)
    return Evaluation(tuple(scores(tallies)), errors, tuple(problems))


def below_floors(evaluation: Evaluation, floors: Path) -> list[str]:
    """Name every score that is below its floor, or that a floor names and nothing scores.

    Raises ConfigError where the file of floors cannot be read.
    """
    told = {score.name: score.value for score in evaluation.scores}
    try:
        wanted = {str(name): float(floor) for name, floor in json.loads(floors.read_text(encoding="utf-8")).items()}
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise ConfigError(f'{floors} is no file of floors, such as {{"money.full": 0.9}}: {error}') from error
    return [
        f"{name} {told.get(name, 0.0):.4f} is below its floor {floor:.4f}"
        for name, floor in wanted.items()
        if told.get(name, 0.0) < floor
    ]


def _article(gold: Annotated, ours: Found | None) -> tuple[Tally, str | None]:
    if ours is None:
        return compare(gold, Annotated(gold.id, "", (), (), ())), "no such article in the tables"
    if ours.facts.text == gold.text:
        return compare(gold, ours.facts), None
    return compare(carry(gold, ours.facts.text), ours.facts), "text differs from gold, spans carried over"
