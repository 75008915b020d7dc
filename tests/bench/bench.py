"""What each stage costs, beside what a user would otherwise run: the same pages, one process, CPU time.

Usage: bench.py [--articles N] [--only stages|peers|growth]

Pages are this project's own, and the real ones beside the checkout where there are any. Peers that are not installed
(`make bench` installs them) are left out and named.
"""

from __future__ import annotations

import argparse
import importlib
import json
import lzma
import re
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path

from solieu import nlp
from solieu.clean import clean
from solieu.clean.canonical import canonical
from solieu.config import Config
from solieu.entities import find_entities
from solieu.errors import PageError
from solieu.evaluate.gold import read_gold
from solieu.facts import facts_in
from solieu.pages import find_pages, read_page
from solieu.records import Article, Reading
from solieu.run.corpus import run_corpus
from solieu.run.shard import pipeline
from solieu.tables import Findings, build_tables
from solieu.tokens import sentences

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
AMOUNT = re.compile(r"(\d[\d.,]*)\s*(ha|m2|%|tỷ đồng|triệu đồng)")
ROUNDS = 3


def cpu(work: Callable[[], object]) -> float:
    """Give the CPU seconds of the quickest of some rounds."""
    took = []
    for _ in range(ROUNDS):
        begin = time.process_time()
        work()
        took.append(time.process_time() - begin)
    return min(took)


def html_pages() -> dict[str, list[Path]]:
    """List the pages to measure on, by where they come from."""
    groups = {
        "own pages": sorted((ROOT / "corpus" / "raw").rglob("*.html")),
        "real pages": sorted(SHARED.glob("real/html/*.html")),
    }
    return {name: pages for name, pages in groups.items() if pages}


def texts() -> list[str]:
    """Give the articles to measure text on: real ones where there are any, else the project's own gold."""
    real = sorted(SHARED.glob("real/text/*.txt"))
    return [canonical(path.read_text(encoding="utf-8")) for path in real] or [
        one.text for one in read_gold(ROOT / "corpus" / "gold")
    ]


def stages(pages: list[Path]) -> dict[str, float]:
    """Give the CPU milliseconds a page of each stage, in the order of the pipeline."""
    return {stage: 1000 * cpu(work) / len(pages) for stage, work in works(pages).items()}


def works(pages: list[Path]) -> dict[str, Callable[[], object]]:
    """Give the work of each stage on all the pages, in the order of the pipeline; what it needs is made here."""
    raws = [raw for path in pages for raw in find_pages(path)]
    read = [read_page(raw) for raw in raws]

    def articles() -> Iterator[Article]:
        for page in read:
            try:
                yield clean(page)
            except PageError:
                continue

    cleaned = list(articles())
    pipe = nlp.load()
    split = [sentences(one.text) for one in cleaned]
    names = [find_entities(one.text, some, one.published) for one, some in zip(cleaned, split, strict=True)]
    readings = [Reading(one.text, some, found, one.published) for one, some, found in zip(cleaned, split, names, strict=True)]
    facts = [tuple(facts_in(reading)) for reading in readings]
    found = [Findings(*one) for one in zip(cleaned, split, names, facts, strict=True)]
    return {
        "read": lambda: [read_page(raw) for raw in raws],
        "clean": lambda: list(articles()),
        "words": lambda: [pipe.make_doc(one.text) for one in cleaned],
        "names": lambda: [find_entities(one.text, some, one.published) for one, some in zip(cleaned, split, strict=True)],
        "facts": lambda: [facts_in(reading) for reading in readings],
        "tables": lambda: build_tables(found),
    }


def peers() -> dict[str, Callable[[str], object]]:
    """Give what users glue together today, each from a page's HTML; those not installed are left out."""
    made: dict[str, Callable[[str], object]] = {}
    for name, make in (
        ("trafilatura + underthesea.ner + regexes", glued),
        ("BeautifulSoup + word_tokenize", soup),
        ("floor: lexbor + one regex", floor),
    ):
        try:
            made[name] = make()
        except ImportError as error:
            sys.stdout.write(f"left out: {name} ({error})\n")
    return made


def glued() -> Callable[[str], object]:
    """Make the pipeline people glue today."""
    trafilatura = importlib.import_module("trafilatura")
    underthesea = importlib.import_module("underthesea")

    def run(html: str) -> object:
        text = trafilatura.extract(html) or ""
        return [(underthesea.ner(line), AMOUNT.findall(line)) for line in text.split("\n") if line.strip()]

    return run


def soup() -> Callable[[str], object]:
    """Make the smallest use of the two packages the project is built on."""
    bs4 = importlib.import_module("bs4")
    underthesea = importlib.import_module("underthesea")

    def run(html: str) -> object:
        text = bs4.BeautifulSoup(html, "lxml").get_text("\n")
        return [underthesea.word_tokenize(line, use_token_normalize=False) for line in text.split("\n") if line.strip()]

    return run


def floor() -> Callable[[str], object]:
    """Make the least that must be done with a page: parse it, look through its text once."""
    lexbor = importlib.import_module("selectolax.lexbor")
    return lambda html: AMOUNT.findall(lexbor.LexborHTMLParser(html).text())


def articles(number: int) -> Iterator[dict[str, str]]:
    """Give so many articles as JSONL fields: the unlabelled ones where there are any, else own ones again and again."""
    path = SHARED / "real" / "unlabelled.jsonl.xz"
    if not path.exists():
        yield from ({"title": f"Bài {n}", "text": text} for n, text in enumerate(islice(cycle(texts()), number)))
        return
    with lzma.open(path, "rt", encoding="utf-8") as stream:
        yield from (json.loads(line) for line in islice(stream, number))


def growth(sizes: tuple[int, ...]) -> Iterator[tuple[int, float, int]]:
    """Give, for each size, the CPU milliseconds an article of a whole run and the peak memory in MiB so far."""
    pipeline()
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            corpus = Path(folder) / "articles.jsonl"
            with corpus.open("w", encoding="utf-8") as stream:
                stream.writelines(json.dumps(one, ensure_ascii=False) + "\n" for one in articles(size))
            begin = time.process_time()
            run_corpus(Config(corpus, Path(folder) / "out"))
            yield size, 1000 * (time.process_time() - begin) / size, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def tell_stages() -> dict[str, float]:
    """Print each stage's milliseconds and share; give each group's total."""
    totals = {}
    for group, pages in html_pages().items():
        took = stages(pages)
        total = totals[group] = sum(took.values())
        sys.stdout.write(f"\n{group}: {len(pages)}, CPU ms a page\n")
        for stage, ms in took.items():
            sys.stdout.write(f"  {stage:8}{ms:9.2f}{ms / total:8.1%}\n")
        sys.stdout.write(f"  {'all':8}{total:9.2f}  {1000 / total:.1f} pages/s/core from HTML\n")
        from_text = sum(took[stage] for stage in ("words", "names", "facts", "tables"))
        sys.stdout.write(f"  {'text':8}{from_text:9.2f}  {1000 / from_text:.1f} articles/s/core from text\n")
    return totals


def tell_peers(totals: dict[str, float]) -> None:
    """Print what the peers take on the same pages, and how many times this pipeline's time that is."""
    for group, pages in html_pages().items():
        html = [read_page(raw).html or "" for path in pages for raw in find_pages(path)]
        sys.stdout.write(f"\npeers on the same {group}, CPU ms a page\n")
        for name, run in peers().items():
            run(html[0])
            begin = time.process_time()
            for page in html:
                run(page)
            ms = 1000 * (time.process_time() - begin) / len(html)
            sys.stdout.write(f"  {name:42}{ms:9.2f}{ms / totals[group]:8.2f} × solieu\n")


def tell_median_clean() -> None:
    """Print the median time of reading and cleaning one page."""

    def once(path: Path) -> None:
        try:
            clean(read_page(next(find_pages(path))))
        except PageError:
            return

    for group, pages in html_pages().items():
        took = [1000 * cpu(lambda path=path: once(path)) for path in pages]
        sys.stdout.write(f"read + clean of {group}: median {statistics.median(took):.2f} ms, largest {max(took):.2f} ms\n")


def main() -> None:
    """Measure what is asked for."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--articles", type=int, default=10_000, help="the largest run of the growth measurement")
    ask.add_argument("--only", choices=("stages", "peers", "growth"))
    wanted = ask.parse_args()
    totals = tell_stages() if wanted.only != "growth" else {}
    if wanted.only != "growth":
        tell_median_clean()
    if wanted.only in {None, "peers"}:
        tell_peers(totals)
    if wanted.only in {None, "growth"}:
        sys.stdout.write("\ngrowth: articles, CPU ms an article, peak MiB\n")
        for size, ms, peak in growth(tuple(sorted({100, 1_000, wanted.articles}))):
            sys.stdout.write(f"  {size:8,}{ms:9.2f}{peak:8,}\n")


if __name__ == "__main__":
    main()
