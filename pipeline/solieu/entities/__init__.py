"""Named persons, organisations and places: found by a trained tagger, joined by name, resolved to their unit."""

from solieu.entities.find import find_entities

__all__ = ["find_entities"]
