"""Annotated texts to train on: `.ann` folders, JSONL as `ann.py json` or doccano writes it, Label Studio's JSON."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from solieu.entities.features import Offsets
from solieu.entities.learn import Example, Name
from solieu.errors import ConfigError

TAG = re.compile(r"\[\[(PER|ORG|LOC|AREA|PCT|MONEY):(.+?)\]\]")
LABELS = {"PER": "PER", "PERSON": "PER", "ORG": "ORG", "LOC": "LOC", "GPE": "LOC", "LOCATION": "LOC", "ORGANIZATION": "ORG"}

Split = Callable[[str], tuple[Offsets, ...]]


def read(path: Path, split: Split) -> list[Example]:
    """Read the examples of a file, or of all `.ann`, `.jsonl` and `.json` files of a folder, in order of name.

    Raises `ConfigError` where there is nothing to train on, or a file is of another form.
    """
    files = sorted(file for file in path.glob("*.*")) if path.is_dir() else [path]
    anns = [file for file in files if file.suffix == ".ann"]
    texts = [_of_ann(file) for file in anns] or [
        one for file in files if file.suffix in (".jsonl", ".json") for one in _of_json(file)
    ]
    if not texts:
        raise ConfigError(f"nothing to train on in {path}: no .ann, .jsonl or Label Studio .json")
    return [Example(name, text, split(text), names) for name, text, names in texts]


Annotated = tuple[str, str, tuple[Name, ...]]


def _of_ann(file: Path) -> Annotated:
    """Read one article with inline tags (`[[PER:…]]`); the tables after it are not needed here."""
    body = file.read_text(encoding="utf-8").partition("\n=== QUANTITIES")[0]
    text, names, at = "", [], 0
    for tag in TAG.finditer(body):
        text += unicodedata.normalize("NFC", body[at : tag.start()])
        inside = unicodedata.normalize("NFC", tag[2])
        if tag[1] in LABELS:
            names.append((len(text), len(text) + len(inside), tag[1]))
        text, at = text + inside, tag.end()
    return file.stem, text + unicodedata.normalize("NFC", body[at:]), tuple(names)


def _of_json(file: Path) -> Iterator[Annotated]:
    content = file.read_text(encoding="utf-8").strip()
    try:
        rows = json.loads(content) if content.startswith("[") else [json.loads(line) for line in content.split("\n")]
        for at, row in enumerate(rows):
            name = str(row.get("id", f"{file.stem}-{at}"))
            text = row["data"]["text"] if "data" in row else row["text"]
            yield name, text, tuple(sorted(_names(row)))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ConfigError(f"{file} is no annotation that solieu reads ({error!r}): JSONL with text and entities") from error


def _names(row: dict[str, Any]) -> Iterator[Name]:
    """Read the names of a row as the project, doccano (`label`, `entities`) or Label Studio (`annotations`) writes them."""
    marked = row.get("entities") or row.get("label") or row.get("labels") or []
    for done in row.get("annotations", [])[:1]:
        marked = [{**one["value"], "label": one["value"]["labels"][0]} for one in done["result"] if "labels" in one["value"]]
    for one in marked:
        if isinstance(one, dict):
            start, end = one.get("start", one.get("start_offset")), one.get("end", one.get("end_offset"))
            one = (start, end, one["label"])  # noqa: PLW2901  # a list from here on, as doccano writes it
        if one[2] in LABELS:
            yield int(one[0]), int(one[1]), LABELS[one[2]]
