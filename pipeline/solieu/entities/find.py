"""From the text of an article to its entities."""

from __future__ import annotations

from functools import cache

from solieu.entities.features import Offsets
from solieu.entities.norm import norms
from solieu.entities.places import places
from solieu.entities.tagger import Tagger, tagger
from solieu.records import Entity
from solieu.trained import trained

WEIGHTS = "solieu_entities/weights.npz"


def find_entities(text: str, sentences: tuple[Offsets, ...], published: str | None = None) -> tuple[Entity, ...]:
    """Find the persons, organisations and places of an article, in order.

    `sentences` are character offsets of `text`; `published` is the article's ISO date, which decides the list of
    administrative units. The same arguments give the same entities, whatever was read before.
    """
    found = _shipped().find(text, sentences)
    units = places(text, found, published)
    return tuple(
        Entity(start, end, text[start:end], label, norm=norm, place=unit, score=round(score, 4))
        for (start, end, label, score), norm, unit in zip(found, norms(text, found, units), units, strict=True)
    )


@cache
def _shipped() -> Tagger:
    return tagger(trained(WEIGHTS))
