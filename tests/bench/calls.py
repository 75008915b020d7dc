"""How many function calls each stage makes on the project's own pages: the same on every machine, whatever else it does.

Usage: calls.py [--renew]

Calls of Python functions and of C functions from Python (cProfile), each stage's second round, so that memos are warm and
imports done. `tests/test_bench.py` fails where a stage makes a fifth more than `calls.tsv` says. What the measure does not
see: how long a call takes. An array operation, a regular expression or a parser is one call however much it does, so a stage
that does the same calls on larger arrays, or scans a text with a slower pattern, passes; `make bench` tells the time.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import sys
from collections.abc import Callable
from pathlib import Path

from bench import html_pages, works

COUNTS = Path(__file__).with_name("calls.tsv")


def calls(work: Callable[[], object]) -> int:
    """Count the calls that a piece of work makes once it is warm."""
    work()
    profile = cProfile.Profile()
    profile.runcall(work)
    return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]  # pstats documents it, typeshed leaves it out


def counted() -> dict[str, int]:
    """Count each stage's calls a page."""
    pages = html_pages()["own pages"]
    return {stage: round(calls(work) / len(pages)) for stage, work in works(pages).items()}


def main() -> None:
    """Print the counts, or keep them as those to compare with."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--renew", action="store_true", help=f"write {COUNTS.name}")
    told = "".join(f"{stage}\t{number}\n" for stage, number in counted().items())
    if ask.parse_args().renew:
        COUNTS.write_text(f"stage\tcalls a page\n{told}", encoding="utf-8")
    sys.stdout.write(told)


if __name__ == "__main__":
    main()
