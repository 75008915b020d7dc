"""What an amount measures, word for word."""

from __future__ import annotations

from solieu.records import Reading, Span


def subject_of(reading: Reading, span: Span) -> tuple[int, int] | None:
    """Find the phrase an amount is about: for now, the last name before it."""
    before = [entity for entity in reading.entities if entity.end <= span.start]
    return (before[-1].start, before[-1].end) if before else None
