"""The unit of work: a shard of pages in, a finished part of every table out. Knows no engine."""

from __future__ import annotations

import signal
import threading
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow

from solieu import nlp
from solieu.clean import clean
from solieu.clean.sitemodel import SiteModel, without_repeats
from solieu.errors import PageError
from solieu.pages import Raw, read_page
from solieu.records import Article, Skip
from solieu.run.parts import is_finished, write_part
from solieu.tables import Findings, arrow_tables

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass(frozen=True, slots=True)
class Shard:
    """Some pages in corpus order and where their part goes.

    `doomed` names sources that killed a process before; `models` is what each site repeats, where that was asked for.
    """

    pages: tuple[Raw | Skip, ...]
    target: Path
    page_seconds: int = 60
    doomed: frozenset[str] = frozenset()
    models: dict[str, SiteModel] = field(default_factory=dict)


@dataclass(slots=True)
class Work:
    """What a shard has come to so far: what was found, what was skipped, seconds by stage, tracebacks of crashes."""

    found: list[Findings] = field(default_factory=list)
    skipped: list[Skip] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)
    crashes: list[str] = field(default_factory=list)

    @contextmanager
    def timed(self, stage: str) -> Iterator[None]:
        """Add the time its block takes to `stage`."""
        begin = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[stage] = self.seconds.get(stage, 0.0) + time.perf_counter() - begin


def run_shard(shard: Shard) -> Path:
    """Work through a shard's pages and write its part; a finished part is left alone. Gives the part's folder."""
    if is_finished(shard.target):
        return shard.target
    pyarrow.set_memory_pool(pyarrow.system_memory_pool())  # Arrow's own keeps 30 MB of what it once had
    work = Work()
    with pipeline().memory_zone():  # else spaCy keeps every word it ever met
        for page in shard.pages:
            run_page(page, work, shard)
    with work.timed("tables"):
        tables = arrow_tables(work.found, work.skipped)
    write_part(shard.target, tables, {"seconds": work.seconds, "crashes": work.crashes})
    return shard.target


def run_page(page: Raw | Skip, work: Work, shard: Shard) -> None:
    """Put one page into `work`, as an article with its facts or as a skip: never both, never neither."""
    if isinstance(page, Skip):
        work.skipped.append(page)
        return
    if page.source in shard.doomed:
        detail = "the process died on this page, most likely for want of memory; leave it out or run it alone"
        work.skipped.append(Skip(page.source, "run", "killed", detail))
        return
    try:
        with _deadline(shard.page_seconds):
            work.found.append(find(page, work, shard.models))
    except PageError as error:
        work.skipped.append(Skip(page.source, work_stage(error), error.code, str(error)))
    except TimeoutError:
        detail = f"took longer than {shard.page_seconds} seconds; a page like this is seldom an article"
        work.skipped.append(Skip(page.source, "run", "too_slow", detail))
    except Exception as error:  # noqa: BLE001  # our bug: the one place that files it and goes on
        work.crashes.append(f"{page.source}\n{traceback.format_exc()}")
        detail = f"{type(error).__name__}: {error}; a bug of solieu's, please report it with this page"
        work.skipped.append(Skip(page.source, "run", "crash", detail))


def find(raw: Raw, work: Work, models: dict[str, SiteModel]) -> Findings:
    """Read, clean and analyse one page; raises `PageError` where there is no article in it."""
    with work.timed("read"):
        page = read_page(raw)
    with work.timed("clean"):
        article = without_repeats(clean(page), models)
    with work.timed("nlp"):
        return read_article(article)


def read_article(article: Article) -> Findings:
    """Find the names and facts of an article."""
    doc = nlp.read(pipeline(), article)
    return Findings(article, doc.user_data["sentences"], doc._.names, doc._.facts)


@cache
def pipeline() -> Language:
    """Load the spaCy pipeline, once a process."""
    return nlp.load()


def work_stage(error: PageError) -> str:
    """Tell which stage refused the page, by the function that raised."""
    last = traceback.extract_tb(error.__traceback__)[1:]
    return "read" if any(frame.name == "read_page" for frame in last) else "clean"


@contextmanager
def _deadline(seconds: int) -> Iterator[None]:
    """Raise `TimeoutError` in its block after so many seconds, where the system has alarms and this is the main thread."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
