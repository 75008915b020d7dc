"""Gold annotations: JSONL, or `.ann` files with inline tags, as the annotation guidelines say."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from solieu.clean.canonical import canonical
from solieu.errors import ConfigError

TAG = re.compile(r"\[\[(PER|ORG|LOC|AREA|PCT|MONEY):(.+?)\]\]")
KINDS = {"AREA": "area", "PCT": "percent", "MONEY": "money"}
NOTHING = "-"


@dataclass(frozen=True, slots=True)
class Mention:
    """A labelled stretch of a text; `start` is below 0 where the text lacks its words."""

    label: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity as gold or as found, with what is scored of it."""

    kind: str
    start: int
    end: int
    low: float
    high: float
    unit: str
    comparator: str
    change: str
    modality: str
    subject: str | None
    as_of: str | None = None
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Post:
    """A person's position, as gold or as found."""

    name: str
    title: str | None
    organisation: str | None


@dataclass(frozen=True, slots=True)
class Saying:
    """What a person is reported to say, as gold or as found."""

    start: int
    end: int
    speaker: str
    cue: str
    direct: bool


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article's text with all that stands in it, as gold or as found.

    `statements` is None in gold that does not tell who says what, nor when and by whose word an amount holds.
    """

    id: str
    text: str
    entities: tuple[Mention, ...]
    quantities: tuple[Amount, ...]
    officials: tuple[Post, ...]
    statements: tuple[Saying, ...] | None = None


def read_gold(path: Path) -> list[Annotated]:
    """Read gold from a JSONL file or a folder of `.ann` files, sorted by id; `ConfigError` names what cannot be read."""
    if path.is_dir():
        gold = [read_ann(file) for file in sorted(path.glob("*.ann"))]
    elif path.exists():
        gold = list(_read_jsonl(path))
    else:
        raise ConfigError(f"no such gold: {path}")
    if not gold:
        raise ConfigError(f"no gold articles in {path}: give a JSONL file or a folder of .ann files")
    return gold


def read_ann(path: Path) -> Annotated:
    """Read one `.ann` file, with the `.told` file beside it if there is one; its offsets are in the canonical text."""
    body, _, rest = path.read_text(encoding="utf-8").partition("\n=== QUANTITIES")
    amounts, _, posts = rest.partition("\n=== OFFICIALS")
    text, mentions = _untagged(body)
    rows = iter(_rows(amounts, 9, path))
    quantities = [_amount(mention, next(rows, None), path) for mention in mentions if mention.label in KINDS]
    officials = [Post(name, _said(title), _said(organisation)) for name, title, organisation in _rows(posts, 3, path)]
    entities = tuple(mention for mention in mentions if mention.label not in KINDS)
    article = Annotated(path.stem, text, entities, tuple(quantities), tuple(officials))
    told = path.with_suffix(".told")
    return _add_told(article, told) if told.exists() else article


def _add_told(article: Annotated, path: Path) -> Annotated:
    """Add when each amount holds and by whose word, and the statements."""
    amounts, _, statements = path.read_text(encoding="utf-8").removeprefix("=== QUANTITIES").partition("\n=== STATEMENTS")
    rows = list(_rows(amounts, 3, path))
    if [row[0] for row in rows] != [article.text[amount.start : amount.end] for amount in article.quantities]:
        raise ConfigError(f"{path}: its QUANTITIES lines are not the amounts of {article.id}.ann")
    quantities = tuple(
        replace(amount, as_of=_said(as_of), speaker=_said(speaker))
        for amount, (_, as_of, speaker) in zip(article.quantities, rows, strict=True)
    )
    return replace(article, quantities=quantities, statements=tuple(_sayings(article.text, statements, path)))


def _sayings(text: str, table: str, path: Path) -> Iterator[Saying]:
    """Find the words of each statement in the text, one after the other."""
    at = 0
    for speaker, cue, how, words in _rows(table, 4, path):
        start = text.find(words, at)
        if start < 0:
            raise ConfigError(f"{path}: not in the text, or not in its order: {words!r}")
        at = start + len(words)
        yield Saying(start, at, speaker, cue, how == "direct")


def _untagged(body: str) -> tuple[str, list[Mention]]:
    """Take the tags out and make the text canonical, the spans moved along."""
    body = unicodedata.normalize("NFC", body)
    raw, spans, at = "", [], 0
    for tag in TAG.finditer(body):
        raw += body[at : tag.start()]
        spans.append(Mention(tag[1], len(raw), len(raw) + len(tag[2])))
        raw += tag[2]
        at = tag.end()
    raw += body[at:]
    text = canonical(raw)
    where = _moved(raw, text)
    return text, [replace(span, start=where[span.start], end=where[span.end - 1] + 1) for span in spans]


def _moved(raw: str, text: str) -> dict[int, int]:
    """Tell where each visible character of `raw` (in NFC) stands in its canonical form: only white space is moved."""
    where: dict[int, int] = {}
    at = 0
    for index, char in enumerate(raw):
        if char.isspace():
            continue
        while at < len(text) and text[at].isspace():
            at += 1
        if text.startswith(char, at):  # else it is an invisible character, dropped
            where[index] = at
            at += 1
    return where


def _rows(table: str, width: int, path: Path) -> Iterator[list[str]]:
    for line in table.strip("\n").split("\n"):
        if line.strip():
            cells = [cell.strip() for cell in line.split("|")]
            if len(cells) != width:
                raise ConfigError(f"{path}: a line needs {width} fields: {line!r}")
            yield cells


def _amount(mention: Mention, row: list[str] | None, path: Path) -> Amount:
    if row is None:
        raise ConfigError(f"{path}: fewer QUANTITIES lines than tags")
    _, kind, low, high, unit, comparator, change, modality, subject = row
    numbers = float(low.replace(" ", "")), float(high.replace(" ", ""))
    return Amount(kind, mention.start, mention.end, *numbers, unit, comparator, change, modality, _said(subject))


def _said(cell: str) -> str | None:
    return None if cell == NOTHING else cell


def _read_jsonl(path: Path) -> Iterator[Annotated]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            yield _article(json.loads(line))
        except (ValueError, KeyError, TypeError) as error:
            raise ConfigError(f"{path}, line {number} is no gold article ({type(error).__name__}: {error})") from error


def _article(told: dict[str, Any]) -> Annotated:
    entities = tuple(Mention(x["label"], x["start"], x["end"]) for x in told["entities"])
    amounts = tuple(Amount(**{key: x[key] for key in Amount.__slots__ if key in x}) for x in told["quantities"])
    posts = tuple(Post(x["name"], x["title"], x["organisation"]) for x in told["officials"])
    said = told.get("statements")
    sayings = None if said is None else tuple(Saying(**{key: x[key] for key in Saying.__slots__}) for x in said)
    return Annotated(told["id"], told["text"], entities, amounts, posts, sayings)
