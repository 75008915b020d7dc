"""Annotated amounts to train from: those of `.ann` folders, and of standoff tables laid on the articles they refer to."""

from __future__ import annotations

import argparse
import json
import lzma
import sys
import zlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from solieu.clean.canonical import canonical
from solieu.entities import find_entities
from solieu.evaluate.gold import read_gold
from solieu.records import Reading
from solieu.tokens import sentences

OFTEN = 3  # times an amount of a person's annotation counts: thrice beat once by .011 complete (five folds of the gold)


@dataclass(frozen=True, slots=True)
class Annotated:
    """An amount and what was annotated of it; it is learned from `times` in each epoch. `subject` may be None.

    Of an amount that an encoder read, `phrases` are its likeliest ones, as characters, each with its share of the likelihood.
    """

    kind: str
    start: int
    end: int
    modality: str
    subject: str | None
    times: int = 1
    phrases: dict[tuple[int, int], float] | None = None


def command_line(purpose: str, out: str) -> argparse.Namespace:
    """Read the command line of a training script."""
    parser = argparse.ArgumentParser(description=purpose)
    parser.add_argument("--train", type=Path, nargs="+", required=True, help="folders of .ann files")
    parser.add_argument("--standoff", type=Path, nargs="*", default=[], help="tables of annotated amounts of --texts")
    parser.add_argument(
        "--taught", type=Path, nargs="*", default=[], help="tables of amounts an encoder read: learned, not scored"
    )
    parser.add_argument("--texts", type=Path, help="the articles they refer to, JSONL.xz")
    parser.add_argument("--test", type=Path, nargs="*", default=[], help="folders of .ann files kept apart: scored, not learned")
    parser.add_argument("--folds", type=int, default=5, help="folds of the cross-validation over all articles; 0: none")
    parser.add_argument("--out", type=Path, help=f"file to write, for example models/solieu_vi/solieu_facts/{out}")
    return parser.parse_args()


Article = tuple[str, Reading, list[Annotated]]  # its name, and its amounts


def articles_of(folders: Iterable[Path], tables: Iterable[Path], texts: Path | None) -> Iterator[Article]:
    """Read the annotated articles of `.ann` folders, then those of standoff tables on the articles of `texts`."""
    for folder in folders:
        for article in read_gold(folder):
            amounts = [Annotated(a.kind, a.start, a.end, a.modality, a.subject or None, OFTEN) for a in article.quantities]
            yield article.id, read(article.text), amounts
    wanted: dict[str, list[list[str]]] = {}
    for table in tables:
        for row in _rows(table):
            wanted.setdefault(row[0], []).append(row)
    for name, text in _texts(texts, wanted) if texts else ():
        if {int(row[1]) for row in wanted[name]} != {zlib.crc32(text.encode())}:
            sys.exit(f"{name} is not the article that was annotated")
        yield name, read(text), [_of_row(row, text) for row in wanted[name]]


def read(text: str) -> Reading:
    """Split a text into sentences and find its names."""
    split = sentences(text)
    return Reading(text, split, find_entities(text, split))


def _rows(table: Path) -> Iterator[list[str]]:
    """Give the rows of a table: article, crc, kind, start, end, subject (start-end), modality; `.xz` is unpacked."""
    opened = lzma.open if table.suffix == ".xz" else open
    with opened(table, "rt", encoding="utf-8") as lines:
        next(lines)
        yield from (line.rstrip("\n").split("\t") for line in lines if not line.startswith("#"))


def _of_row(row: Sequence[str], text: str) -> Annotated:
    kind, start, end, modality = row[2], int(row[3]), int(row[4]), row[6]
    if ":" in row[5]:
        shares = {_span(span): int(share) / 100 for span, _, share in (part.partition(":") for part in row[5].split())}
        return Annotated(kind, start, end, modality, text[slice(*next(iter(shares)))], phrases=shares)
    return Annotated(kind, start, end, modality, None if row[5] == "-" else text[slice(*_span(row[5]))])


def _span(text: str) -> tuple[int, int]:
    start, _, end = text.partition("-")
    return int(start), int(end)


def _texts(path: Path, wanted: Collection[str]) -> Iterator[tuple[str, str]]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.split('"', 4)[3] in wanted:  # most are not: no need to read them
                row = json.loads(line)
                yield row["id"], canonical(row["title"] + "\n\n" + row["text"])
