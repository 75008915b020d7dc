"""Progress of a long run: a live line on a terminal, a plain line now and then elsewhere."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import Progress as Bar
from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

PLAIN_SECONDS = 10.0  # between two plain lines


class Progress:
    """Tells on standard error how many pages are done; the number to come is not known of a stream."""

    def __init__(self) -> None:
        self._begin = self._last = time.monotonic()
        live = sys.stderr.isatty()
        columns = (
            SpinnerColumn(),
            TextColumn("{task.completed:,.0f} pages"),
            TextColumn("{task.fields[rate]}"),
            TimeElapsedColumn(),
        )
        self._bar = Bar(*columns, console=Console(stderr=True), transient=True) if live else None
        self._task = self._bar.add_task("", rate="") if self._bar else None

    def __enter__(self) -> Self:
        if self._bar:
            self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._bar:
            self._bar.stop()

    def tell(self, pages: int) -> None:
        """Show that so many pages are done."""
        now = time.monotonic()
        rate = f"{pages / max(now - self._begin, 1e-9):.1f} pages/s"
        if self._bar and self._task is not None:
            self._bar.update(self._task, completed=pages, rate=rate)
        elif now - self._last >= PLAIN_SECONDS:
            self._last = now
            sys.stderr.write(f"{pages:,} pages, {rate}\n")
            sys.stderr.flush()
