"""An engine is a `map`: it runs shards and gives their parts in the order of the shards."""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from itertools import chain, islice
from multiprocessing import get_context
from pathlib import Path

from solieu.config import COLLECT_EVERY
from solieu.run.shard import Shard, run_shard

Engine = Callable[[Iterable[Shard]], Iterator[Path]]

AHEAD = 2  # shards waiting for each worker: enough to keep it busy, few enough to keep memory flat


def engine_for(workers: int) -> Engine:
    """Choose the engine for so many workers: one runs in this process, more in processes of their own."""
    return serial if workers == 1 else lambda shards: processes(shards, workers)


def serial(shards: Iterable[Shard]) -> Iterator[Path]:
    """Run shard after shard in this process."""
    return map(run_shard, shards)


def processes(shards: Iterable[Shard], workers: int) -> Iterator[Path]:
    """Run shards in `workers` processes; one that dies takes only its own page with it.

    A page that is the only one is run in this process: another takes two seconds to start, and has no others to save.
    """
    coming = iter(shards)
    first = list(islice(coming, 2))
    if [len(shard.pages) for shard in first] == [1]:
        return serial(first)
    return _in_pool(chain(first, coming), workers)


def _in_pool(shards: Iterable[Shard], workers: int) -> Iterator[Path]:
    waiting: deque[tuple[Shard, Future[Path] | None]] = deque()
    pool = _pool(workers)
    try:
        for shard in shards:
            waiting.append((shard, _submit(pool, shard)))
            if len(waiting) > AHEAD * workers:
                yield _result(*waiting.popleft())
                pool = _mended(pool, workers)
        while waiting:
            yield _result(*waiting.popleft())
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=gc.set_threshold, initargs=(COLLECT_EVERY,))


def _mended(pool: ProcessPoolExecutor, workers: int) -> ProcessPoolExecutor:
    broken: object = getattr(pool, "_broken", False)
    return _pool(workers) if broken else pool


def _submit(pool: ProcessPoolExecutor, shard: Shard) -> Future[Path] | None:
    try:
        return pool.submit(run_shard, shard)
    except BrokenProcessPool:
        return None


def _result(shard: Shard, future: Future[Path] | None) -> Path:
    try:
        return future.result() if future else run_alone(shard)
    except BrokenProcessPool:
        return run_alone(shard)


def run_alone(shard: Shard) -> Path:
    """Run a shard whose process may have died on it: in a process of its own, then without the pages that kill it."""
    if _survives(shard):
        return run_shard(shard)  # finished: only its folder is wanted
    probe = shard.target.with_name(shard.target.name + ".probe")
    killers = {page.source for page in shard.pages if not _survives(replace(shard, pages=(page,), target=probe / page.source))}
    return run_shard(replace(shard, doomed=frozenset(killers)))


def _survives(shard: Shard) -> bool:
    with _pool(1) as pool:
        try:
            pool.submit(run_shard, shard).result()
        except BrokenProcessPool:
            return False
    return True
