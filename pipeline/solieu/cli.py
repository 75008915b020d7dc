"""The command line: read arguments, one call, one line of output."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from solieu import __version__
from solieu.config import COLLECT_EVERY, Config
from solieu.errors import ConfigError, PageError

if TYPE_CHECKING:
    from solieu.run.corpus import Summary

NOT_AS_WANTED = 1
WRONG_USE = 2

app = typer.Typer(
    name="solieu",
    help="solieu (số liệu): facts a researcher can cite, out of scraped Vietnamese news pages.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help in half the time
    context_settings={"help_option_names": ["-h", "--help"]},
)

Corpus = Annotated[
    Path, typer.Argument(help="Folder of pages (or one file): .html .htm .txt .jsonl .warc, also .gz.", show_default=False)
]
Out = Annotated[Path, typer.Option("--out", "-o", help="Folder for the tables.")]
Csv = Annotated[bool, typer.Option("--csv", help="Write each table as CSV too.")]
Workers = Annotated[
    Optional[int],
    typer.Option(
        "--workers", "-w", min=1, help="Processes; the tables are the same whatever the number.", show_default="one a core"
    ),
]
MaxSkipped = Annotated[
    Optional[str],
    typer.Option("--max-skipped", help="Exit 1 if more than this share of pages was skipped, e.g. 5%; without it, if all were."),
]
PageSeconds = Annotated[int, typer.Option("--page-seconds", min=1, help="Skip a page that takes longer.")]
SiteModelFlag = Annotated[
    bool, typer.Option("--site-model", help="Read the corpus twice: what a site of five pages or more repeats is cut.")
]
PageFile = Annotated[Path, typer.Argument(help="One page: .html .htm .txt, also .gz.", show_default=False)]
Version = Annotated[bool, typer.Option("--version", help="Print the version and exit.", is_eager=True)]


@app.callback(invoke_without_command=True)
def solieu(*, version: Version = False) -> None:
    """Read the one option that needs no verb."""
    if version:
        typer.echo(f"solieu {__version__}")
        raise typer.Exit


@app.command()
def run(
    corpus: Corpus,
    out: Out = Path("build/dataset"),
    *,
    csv: Csv = False,
    workers: Workers = None,
    max_skipped: MaxSkipped = None,
    page_seconds: PageSeconds = 60,
    site_model: SiteModelFlag = False,
) -> None:
    """Build the dataset: every table, from a folder of pages."""
    limit = share(max_skipped)
    from solieu.progress import Progress  # late: --help stays quick
    from solieu.run.corpus import run_corpus

    config = Config(
        corpus,
        out,
        csv=csv,
        workers=workers or cores(),
        max_skipped=limit,
        page_seconds=page_seconds,
        site_model=site_model,
    )
    with Progress() as progress:
        summary = run_corpus(config, progress.tell)
    tell(summary, out)
    if wrong := list(complaints(summary, out, limit)):
        typer.echo("\n".join(wrong), err=True)
        raise typer.Exit(NOT_AS_WANTED)


@app.command()
def show(sentence: Annotated[str, typer.Argument(help="A sentence or a short text, in quotes.", show_default=False)]) -> None:
    """Show what is found in one sentence: the way to try a rule."""
    from solieu.console import show_text

    show_text(sentence)


@app.command()
def clean(
    page: PageFile,
    *,
    explain: Annotated[bool, typer.Option("--explain", help="Behind the article also what was cut, each with its rule.")] = False,
) -> None:
    """Show the article of one page as text, with what was cut and why."""
    from solieu.console import show_article

    show_article(page, explain=explain)


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(help="Gold as JSONL, or a folder of .ann files.", show_default=False)],
    tables: Annotated[Path, typer.Argument(help="Folder of tables that `solieu run` wrote.", show_default=False)],
    *,
    json: Annotated[bool, typer.Option("--json", help="The scores as JSON.")] = False,
    errors: Annotated[int, typer.Option("--errors", min=0, help="Also list the first N errors.")] = 0,
    floors: Annotated[
        Optional[Path],
        typer.Option("--floors", help="Exit 1 if a score is below its floor in this JSON file.", show_default=False),
    ] = None,
) -> None:
    """Score tables against gold annotations, with 95 % intervals."""
    from solieu.console import show_scores

    if not show_scores(gold, tables, as_json=json, errors=errors, floors=floors):
        raise typer.Exit(1)


@app.command()
def codebook() -> None:
    """Print the codebook: every table and column, in Vietnamese and English."""
    from solieu.codebook import codebook as write_codebook

    typer.echo(write_codebook(), nl=False)


def share(text: str | None) -> float | None:
    """Read a share, `5%` or `0.05`.

    >>> share("5%"), share("0.05"), share(None)
    (0.05, 0.05, None)
    """
    if text is None:
        return None
    try:
        value = float(text.removesuffix("%")) / (100 if text.endswith("%") else 1)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise ConfigError(f"--max-skipped takes a share such as 5% or 0.05, not {text!r}")
    return value


def cores() -> int:
    """Count the cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def tell(summary: Summary, out: Path) -> None:
    """Print the reconciling line, and the reasons of what was skipped above it."""
    if summary.reasons:
        typer.echo("skipped: " + ", ".join(f"{count} {reason}" for reason, count in summary.reasons.items()))
    facts = ", ".join(counted(count, name) for name, count in summary.rows.items() if name not in {"articles", "skipped"})
    articles, skipped = summary.rows["articles"], summary.rows["skipped"]
    typer.echo(
        f"{counted(summary.pages, 'pages')} = {counted(articles, 'articles')} + {skipped} skipped; {facts}; "
        f"{summary.seconds:.1f} s, {summary.pages / summary.seconds:.1f} pages/s; tables in {out}"
    )


def counted(number: int, things: str) -> str:
    """Write a number of things; one thing without its plural.

    >>> counted(2, "pages"), counted(1, "pages"), counted(1, "entities")
    ('2 pages', '1 page', '1 entity')
    """
    one = things.removesuffix("ies") + "y" if things.endswith("ies") else things.removesuffix("s")
    return f"{number} {things if number != 1 else one}"


def complaints(summary: Summary, out: Path, limit: float | None) -> Iterator[str]:
    """Say what of a finished run is not as wanted: too few pages are articles, or some met a bug of ours."""
    skipped, why = summary.rows["skipped"] / summary.pages, out / "skipped.parquet"
    if limit is None and skipped == 1:
        yield f"no article in {counted(summary.pages, 'pages')}: {why} says why; with --max-skipped 100% that is no failure"
    if limit is not None and skipped > limit:
        yield f"{skipped:.1%} of the pages were skipped, more than the {limit:.1%} allowed; see {why}"
    if summary.crashed:
        yield f"{counted(summary.crashed, 'pages')} crashed, our bug: {out / 'crashes.txt'} tells where"


def main() -> None:
    """Run the command line; what the user can mend is one sentence and exit code 2."""
    gc.set_threshold(COLLECT_EVERY)
    try:
        app()
    except (ConfigError, PageError) as error:
        typer.echo(f"solieu: {error}", err=True)
        sys.exit(WRONG_USE)
    except KeyboardInterrupt:
        typer.echo("solieu: stopped; the same command goes on from the parts that are finished", err=True)
        sys.exit(130)
