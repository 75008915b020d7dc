"""The command line, driven as a user drives it."""

import csv
import filecmp
import gzip
import json
import os
import subprocess
import sys
import time

import pandas as pd
import pyarrow.parquet
import pytest

from shared import ROOT
from solieu.schema import TABLES
from solieu.tables import check, typed

RAW = ROOT / "corpus" / "raw"
ARTICLE = (
    "Mở rộng cụm công nghiệp Đông Thọ\n\n"
    "Cụm công nghiệp Đông Thọ có tổng diện tích gần 50 ha, tỷ lệ lấp đầy đạt hơn 80%.\n"
    "Ông Trần Văn Lâm, Phó Chủ tịch UBND huyện Yên Phong, cho biết: Huyện đã chi 12 tỷ đồng.\n"
)
SOLIEU = [sys.executable, "-c", "from solieu.cli import main; main()"]


def solieu(*arguments, **settings):
    return subprocess.run(
        [*SOLIEU, *map(str, arguments)], capture_output=True, text=True, check=False, encoding="utf-8", **settings
    )


@pytest.fixture(scope="module")
def dataset(tmp_path_factory):
    """The sample corpus, run with one worker and CSV."""
    out = tmp_path_factory.mktemp("dataset")
    done = solieu("run", RAW, "--out", out, "--csv", "--workers", "1")
    assert done.returncode == 0, done.stderr
    return out, done.stdout


@pytest.fixture
def corpus(tmp_path):
    """A small corpus of one good page and three bad ones."""
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "b.html").write_bytes(b"")
    (folder / "c.jsonl").write_text("{not json\n", encoding="utf-8")
    (folder / "d.html.gz").write_bytes(gzip.compress(b"<html><body><a href=/>Trang chu</a></body></html>"))
    return folder


def test_the_last_line_reconciles(dataset):
    out, printed = dataset
    told = json.loads((out / "run.json").read_text(encoding="utf-8"))
    pages = sum(1 for path in RAW.rglob("*") if path.is_file())
    assert told["pages"] == pages == told["rows"]["articles"] + told["rows"]["skipped"]
    last = printed.strip().splitlines()[-1]
    assert last.startswith(f"{pages} pages = {told['rows']['articles']} articles + {told['rows']['skipped']} skipped; ")


def test_every_page_is_an_article_or_skipped_never_both(dataset):
    out, _ = dataset
    articles, skipped = (set(pd.read_parquet(out / f"{name}.parquet")["source"]) for name in ("articles", "skipped"))
    assert not articles & skipped
    assert articles | skipped == {path.relative_to(RAW).as_posix() for path in RAW.rglob("*") if path.is_file()}


def test_the_pages_without_an_article_are_those_the_gold_names(dataset):
    out, _ = dataset
    gold = pd.read_csv(ROOT / "corpus" / "gold" / "skipped.tsv", sep="\t")
    wanted = set(zip(gold["source"], gold["reason"], strict=True))
    skipped = pd.read_parquet(out / "skipped.parquet")
    assert set(zip(skipped["source"], skipped["reason"], strict=True)) == wanted


def test_every_table_keeps_its_schema_and_its_evidence(dataset):
    out, _ = dataset
    for name in TABLES:
        check(name, pyarrow.parquet.read_table(out / f"{name}.parquet"))
    tables = {name: typed(name, pd.read_parquet(out / f"{name}.parquet")) for name in TABLES}
    text = dict(zip(tables["articles"]["article_id"], tables["articles"]["text"], strict=True))
    for name in ("entities", "quantities", "statements"):
        assert len(tables[name])
        for row in tables[name].to_dict("records"):
            assert text[row["article_id"]][row["start"] : row["end"]] == row["text"]
    for row in tables["quantities"].dropna(subset=["subject"]).to_dict("records"):
        assert text[row["article_id"]][row["subject_start"] : row["subject_end"]] == row["subject"]
    for row in [*tables["quantities"].to_dict("records"), *tables["officials"].to_dict("records")]:
        assert row["sentence"] in text[row["article_id"]]


def test_rows_are_sorted_by_source_then_start(dataset):
    out, _ = dataset
    articles = pd.read_parquet(out / "articles.parquet")
    assert articles["source"].is_monotonic_increasing
    order = {article_id: number for number, article_id in enumerate(articles["article_id"])}
    for name in ("entities", "quantities", "officials", "statements"):
        table = pd.read_parquet(out / f"{name}.parquet")
        places = list(zip(table["article_id"].map(order), table["start"], strict=True))
        assert places == sorted(places)


@pytest.mark.parametrize("workers", [1, 2])
def test_the_same_bytes_again_whatever_the_workers(dataset, tmp_path, workers):
    out, _ = dataset
    assert solieu("run", RAW, "--out", tmp_path, "--csv", "--workers", workers).returncode == 0
    files = [f"{name}.{ending}" for name in TABLES for ending in ("parquet", "csv")]
    assert filecmp.cmpfiles(out, tmp_path, files, shallow=False) == (files, [], [])


def test_csv_says_what_parquet_says(dataset):
    out, _ = dataset
    for name in TABLES:
        rows = list(csv.reader((out / f"{name}.csv").open(encoding="utf-8-sig", newline="")))
        parquet = pd.read_parquet(out / f"{name}.parquet")
        assert rows[0] == list(parquet.columns)
        assert len(rows) - 1 == len(parquet)


def test_each_bad_file_is_a_row_with_a_code_and_a_sentence(corpus, tmp_path):
    done = solieu("run", corpus, "--out", tmp_path / "out", "--workers", "1")
    assert done.returncode == 0
    assert "4 pages = 1 article + 3 skipped" in done.stdout
    skipped = pd.read_parquet(tmp_path / "out" / "skipped.parquet")
    assert list(skipped["source"]) == ["b.html", "c.jsonl#1", "d.html.gz"]
    assert all(reason.replace("_", "").isalpha() for reason in skipped["reason"])
    assert all(len(detail) > 10 for detail in skipped["detail"])


@pytest.mark.parametrize(("limit", "code"), [("80%", 0), ("0.75", 0), ("5%", 1), ("0", 1)])
def test_more_skipped_than_allowed_exits_one(corpus, tmp_path, limit, code):
    done = solieu("run", corpus, "--out", tmp_path / "out", "--workers", "1", "--max-skipped", limit)
    assert done.returncode == code
    assert ("75.0% of the pages were skipped" in done.stderr) == bool(code)


@pytest.mark.parametrize(("limit", "code"), [((), 1), (("--max-skipped", "100%"), 0)])
def test_a_run_without_any_article_exits_one_unless_that_is_allowed(corpus, tmp_path, limit, code):
    done = solieu("run", corpus / "b.html", "--out", tmp_path / "out", "--workers", "1", *limit)
    assert done.returncode == code
    assert "skipped: 1 empty" in done.stdout
    assert "1 page = 0 articles + 1 skipped" in done.stdout
    assert ("no article in 1 page" in done.stderr) == bool(code)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["run", "no/such/folder"], "no/such/folder"),
        (["run", "tests", "--max-skipped", "many"], "many"),
        (["run", "corpus", "--out", "corpus/out"], "inside the corpus"),
        (["run", "corpus", "--workers", "0"], "--workers"),
        (["frobnicate"], "frobnicate"),
        (["clean", "no-such.html"], "no-such.html"),
        (["evaluate", "no-gold.jsonl", "build"], "build"),
    ],
)
def test_wrong_use_is_one_clear_sentence_and_exit_two(arguments, said):
    done = solieu(*arguments, cwd=ROOT)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_an_empty_corpus_is_wrong_use_and_writes_no_table(tmp_path):
    (tmp_path / "pages").mkdir()
    done = solieu("run", tmp_path / "pages", "--out", tmp_path / "out")
    assert (done.returncode, "no pages" in done.stderr) == (2, True)
    assert not list((tmp_path / "out").glob("*.parquet"))


def test_no_cell_of_a_csv_is_a_formula(tmp_path):
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "=1+1.txt").write_text('=HYPERLINK("http://x.example","Tin")\n\n@Dự án rộng 20 ha.\n', encoding="utf-8")
    assert solieu("run", tmp_path / "pages", "--out", tmp_path / "out", "--csv", "--workers", "1").returncode == 0
    for file in (tmp_path / "out").glob("*.csv"):
        cells = [cell for row in csv.reader(file.open(encoding="utf-8-sig", newline="")) for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_the_corpus_is_never_written_to(corpus, tmp_path):
    before = {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in corpus.rglob("*")}
    solieu("run", corpus, "--out", tmp_path / "out", "--workers", "1")
    assert {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in corpus.rglob("*")} == before


def test_an_interrupted_run_goes_on_and_ends_in_the_same_bytes(dataset, tmp_path):
    out, _ = dataset
    started = subprocess.Popen([*SOLIEU, "run", str(RAW), "--out", str(tmp_path), "--csv", "--workers", "1"])
    parts = tmp_path / ".parts"
    while started.poll() is None and not list(parts.glob("*/part.json")):
        time.sleep(0.05)
    started.kill()
    started.wait()
    assert solieu("run", RAW, "--out", tmp_path, "--csv", "--workers", "1").returncode == 0
    assert filecmp.cmpfiles(out, tmp_path, [f"{name}.csv" for name in TABLES], shallow=False)[1:] == ([], [])
    assert not parts.exists()


def test_evaluate_tells_which_scores_say_nothing(dataset):
    done = solieu("evaluate", ROOT / "corpus" / "gold", dataset[0])
    assert done.returncode == 0
    assert "learned names, subjects and modality from corpus/gold and the development set" in done.stdout.splitlines()[-1]


def test_show_marks_what_is_found():
    done = solieu("show", "Cụm công nghiệp Đông Thọ rộng gần 50 ha.")
    assert done.returncode == 0
    assert "50 ha" in done.stdout
    assert "<~" in done.stdout


def test_clean_shows_the_article_and_what_was_cut():
    page = next(RAW.rglob("hiepthanh-tin-dung*.html"))
    plain, explained = solieu("clean", page), solieu("clean", page, "--explain")
    assert plain.returncode == explained.returncode == 0
    assert "Total visited" not in plain.stdout.split("cut:")[0]
    assert "counter" in explained.stdout


def test_clean_of_a_page_without_an_article_says_so():
    done = solieu("clean", next(RAW.rglob("hiepthanh-danh-sach*.html")))
    assert done.returncode == 2
    assert done.stderr.startswith("solieu: ")


def test_codebook_names_every_column():
    printed = solieu("codebook").stdout
    for name, schema in TABLES.items():
        assert f"## {name}" in printed
        assert all(f"| `{column}` |" in printed for column in schema.columns)


def test_the_codebook_in_docs_is_the_one_printed():
    assert (ROOT / "corpus" / "CODEBOOK.md").read_text(encoding="utf-8") == solieu("codebook").stdout


def test_help_is_quick_and_names_every_verb():
    took = []
    for _ in range(3):
        begin = time.perf_counter()
        done = solieu("--help", env={**os.environ, "COLUMNS": "120"})
        took.append(time.perf_counter() - begin)
    assert all(verb in done.stdout for verb in ("run", "show", "clean", "evaluate", "codebook"))
    assert min(took) < 0.5
