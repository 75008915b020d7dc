"""A case is one line: `[[PER:Lê Hà]], giám đốc [[ORG:Sở Y tế]]`, a tab, the rows expected; `⏎` is a line break."""

import re
from itertools import pairwise
from pathlib import Path

from solieu.records import Entity, Reading

CASES = Path(__file__).parent / "cases"
TAG = re.compile(r"\[\[(PER|ORG|LOC):(.+?)\]\]")
SENTENCE_END = re.compile(r"(?<=[.!?…”])\s+(?=[A-ZĐÔ“])|\n+")


def reading(tagged: str) -> Reading:
    """Read a tagged text: what stands in tags are its entities."""
    tagged = tagged.replace("⏎", "\n")
    entities, text, last = [], "", 0
    for tag in TAG.finditer(tagged):
        text += tagged[last : tag.start()]
        entities.append(Entity(len(text), len(text) + len(tag[2]), tag[2], tag[1], tag[2]))
        text, last = text + tag[2], tag.end()
    text += tagged[last:]
    cuts = [0, *(m.end() for m in SENTENCE_END.finditer(text)), len(text)]
    return Reading(text=text, sentences=tuple(pairwise(cuts)), entities=tuple(entities))


def cases(name: str) -> list[tuple[str, str]]:
    """Read a table of cases: what stands before the tab, and after it."""
    path = CASES / name
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return [(text, expected.strip()) for text, _, expected in (line.partition("\t") for line in lines if line and line[0] != "#")]
