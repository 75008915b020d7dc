"""The settings of a run, read by the command line only and handed on as values."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

SHARD_PAGES = 32  # pages a part; a constant, since parts must not depend on the workers
COLLECT_EVERY = 10_000  # new objects: with Python's 700 a start looks through all it has loaded again and again


@dataclass(frozen=True, slots=True)
class Config:
    """What `solieu run` was asked to do; `max_skipped` is a share, 0 to 1, None for no limit.

    `page_seconds` is the longest a page may take before it is filed under `skipped` as `too_slow`.
    `site_model` asks for a first pass that learns what each site repeats on many pages.
    """

    corpus: Path
    out: Path
    csv: bool = False
    workers: int = 1
    max_skipped: float | None = None
    page_seconds: int = 60
    site_model: bool = False
