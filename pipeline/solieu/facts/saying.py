"""The verbs of saying."""

from __future__ import annotations

from functools import cache

from solieu.facts.words import Phrases, phrases
from solieu.gazetteer.table import rows


@cache
def cue_verbs() -> Phrases:
    """Read the verbs with which a report hands over to a speaker, each with its use (see `cue_verbs.tsv`)."""
    return phrases(rows("cue_verbs.tsv"))
