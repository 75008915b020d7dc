"""A whole corpus: pages into shards, shards through an engine, parts into the store, and the account of it all."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from hashlib import sha256
from itertools import islice
from pathlib import Path

import solieu
from solieu.clean import clean
from solieu.clean.sitemodel import SiteModel, learn
from solieu.config import SHARD_PAGES, Config
from solieu.errors import ConfigError, PageError
from solieu.pages import Raw, find_pages, read_page
from solieu.records import Article, Skip
from solieu.run.engines import engine_for
from solieu.run.shard import Shard
from solieu.run.store import Store
from solieu.trained import trained_files

PACKAGE = Path(solieu.__file__).parent
CRASHES = "crashes.txt"
PARTS = ".parts"


@dataclass(frozen=True, slots=True)
class Summary:
    """The account of a run: `pages == rows["articles"] + rows["skipped"]`; `reasons` counts the skipped."""

    pages: int
    rows: dict[str, int]
    reasons: dict[str, int]
    seconds: float
    stage_seconds: dict[str, float]
    crashed: int


def run_corpus(config: Config, on_pages: Callable[[int], None] = lambda _: None) -> Summary:
    """Build the dataset of a corpus in `config.out`; `on_pages` is told how many pages are done so far.

    Raises `ConfigError` for a corpus that is not there, has no page, or an output folder inside the corpus.
    """
    _check(config)
    begin = time.perf_counter()
    models = learn(_articles(config.corpus)) if config.site_model else {}
    pages = _Counted(find_pages(config.corpus))
    with Store(config.out, with_csv=config.csv) as store:
        for part in engine_for(config.workers)(_shards(pages, config, models)):
            store.add(part)
            on_pages(store.rows["articles"] + store.rows["skipped"])
        if not pages.count:
            raise ConfigError(f"no pages in {config.corpus}: solieu reads .html .htm .txt .jsonl .warc, also .gz")
        store.finish()
    shutil.rmtree(config.out / PARTS, ignore_errors=True)
    summary = Summary(
        pages=pages.count,
        rows=dict(store.rows),
        reasons=dict(sorted(store.reasons.items())),
        seconds=time.perf_counter() - begin,
        stage_seconds={stage: round(seconds, 3) for stage, seconds in sorted(store.seconds.items())},
        crashed=len(store.crashes),
    )
    _tell(config, summary, store.crashes)
    return summary


class _Counted:
    """Pages counted as they pass."""

    def __init__(self, pages: Iterator[Raw | Skip]) -> None:
        self.count = 0
        self._pages = pages

    def __iter__(self) -> Iterator[Raw | Skip]:
        for page in self._pages:
            self.count += 1
            yield page


def _check(config: Config) -> None:
    if not config.corpus.exists():
        raise ConfigError(f"no such corpus: {config.corpus}")
    corpus, out = config.corpus.resolve(), config.out.resolve()
    if out == corpus or corpus in out.parents:
        raise ConfigError(f"{config.out} lies inside the corpus, which is never written to; choose another --out")
    if config.out.exists() and not config.out.is_dir():
        raise ConfigError(f"{config.out} is a file; --out takes a folder")
    config.out.mkdir(parents=True, exist_ok=True)


def _articles(corpus: Path) -> Iterator[Article]:
    """Clean every page once, for what the sites repeat; what cannot be cleaned is told of in the run itself."""
    for raw in find_pages(corpus):
        with suppress(PageError):
            if isinstance(raw, Raw):
                yield clean(read_page(raw))


def _shards(pages: _Counted, config: Config, models: dict[str, SiteModel]) -> Iterator[Shard]:
    told = {site: (model.paragraphs, sorted(model.stamps)) for site, model in models.items()}
    made_by = f"{code_digest()} {model_digest()} {config.page_seconds} {json.dumps(told, sort_keys=True)}"
    for number, batch in enumerate(_batches(pages)):
        digest = sha256("\n".join([made_by, *map(_identity, batch)]).encode("utf-8", "surrogateescape")).hexdigest()
        yield Shard(batch, config.out / PARTS / f"{number:06d}-{digest[:16]}", config.page_seconds, models=models)


def _batches(pages: _Counted) -> Iterator[tuple[Raw | Skip, ...]]:
    waiting = iter(pages)
    while batch := tuple(islice(waiting, SHARD_PAGES)):
        yield batch


def _identity(page: Raw | Skip) -> str:
    """Name a page and its bytes, so that an unfinished run goes on only where nothing has changed."""
    if isinstance(page, Raw) and page.path:
        told = page.path.stat()
        return f"{page.source} {told.st_size} {told.st_mtime_ns}"
    return sha256(repr(page).encode("utf-8", "surrogateescape")).hexdigest()


def code_digest() -> str:
    """Digest the package's own code and word lists: parts made by another version are made again."""
    return _digest(file for file in sorted(PACKAGE.rglob("*")) if file.is_file() and file.suffix != ".pyc")


def model_digest() -> str:
    """Digest the trained parts, wherever they lie: parts made with another model are made again."""
    return _digest(trained_files())


def _digest(files: Iterable[Path]) -> str:
    digest = sha256()
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _tell(config: Config, summary: Summary, crashes: list[str]) -> None:
    told = {
        "solieu": solieu.__version__,
        "code_sha256": code_digest(),
        "model_sha256": model_digest(),
        "corpus": str(config.corpus),
        "config": {key: getattr(config, key) for key in ("csv", "page_seconds", "site_model", "workers")},
        **asdict(summary),
    }
    (config.out / "run.json").write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    log = config.out / CRASHES
    log.unlink(missing_ok=True)
    if crashes:
        log.write_text("\n".join(crashes), encoding="utf-8")
