"""Runs that go wrong: a page that hangs, one that kills its process, one that meets a bug, and runs cut short."""

import json
import os
import signal
import time
from dataclasses import replace

import pandas as pd
import pytest

from solieu.config import Config
from solieu.errors import ConfigError
from solieu.pages import find_pages
from solieu.run import shard as shards
from solieu.run.corpus import _Counted, _shards, run_corpus
from solieu.run.engines import processes, run_alone, serial
from solieu.run.parts import read_account, read_rows
from solieu.run.shard import Shard, Work, run_page, run_shard

TEXT = "Tin số {0}\n\nDự án số {0} rộng {0} ha, tổng vốn {0} tỷ đồng.\n"


@pytest.fixture
def corpus(tmp_path):
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(1, 8):
        (folder / f"{number}.txt").write_text(TEXT.format(number), encoding="utf-8")
    return folder


def shard_of(corpus, target):
    return Shard(tuple(find_pages(corpus)), target)


def skipped_in(part):
    table = read_rows(part, "skipped").to_pandas()
    return dict(zip(table["source"], table["reason"], strict=True))


class Deadly:
    """A page whose reading kills the process or hangs it, as a broken C library would."""

    def __init__(self, raw, deed):
        self.source, self.raw, self.deed = raw.source, raw, deed

    @property
    def data(self):
        if self.deed == "hang":
            time.sleep(60)
        if self.deed == "bug":
            raise ZeroDivisionError("a bug of ours")
        os.kill(os.getpid(), signal.SIGKILL)


def test_a_page_that_takes_too_long_is_skipped_and_said_so(corpus, tmp_path):
    pages = list(find_pages(corpus))
    work = Work()
    run_page(Deadly(pages[0], "hang"), work, Shard((), tmp_path, page_seconds=1))
    assert [(skip.source, skip.reason) for skip in work.skipped] == [("1.txt", "too_slow")]


def test_a_bug_of_ours_is_filed_with_its_traceback_and_the_rest_goes_on(corpus, tmp_path):
    pages = list(find_pages(corpus))
    part = run_shard(Shard((pages[0], Deadly(pages[1], "bug"), pages[2]), tmp_path / "part"))
    assert skipped_in(part) == {"2.txt": "crash"}
    assert "ZeroDivisionError" in read_account(part)["crashes"][0]
    assert read_rows(part, "articles")["source"].to_pylist() == ["1.txt", "3.txt"]


@pytest.mark.parametrize("workers", [2])
def test_a_page_that_kills_its_process_takes_no_other_with_it(corpus, tmp_path, workers):
    pages = list(find_pages(corpus))
    first = Shard((pages[0], Deadly(pages[1], "kill"), pages[2]), tmp_path / "a")
    second = Shard(tuple(pages[3:]), tmp_path / "b")
    parts = list(processes([first, second], workers))
    assert [skipped_in(part) for part in parts] == [{"2.txt": "killed"}, {}]
    assert sum(len(read_rows(part, "articles")) for part in parts) == 6


def test_a_page_on_its_own_starts_no_other_process(corpus, tmp_path, monkeypatch):
    monkeypatch.setattr("solieu.run.engines._pool", None)
    page = next(iter(find_pages(corpus)))
    assert [skipped_in(part) for part in processes([Shard((page,), tmp_path / "a")], workers=2)] == [{}]


def test_a_shard_run_alone_gives_the_part_it_gives_in_company(corpus, tmp_path):
    one, other = run_alone(shard_of(corpus, tmp_path / "a")), next(iter(serial([shard_of(corpus, tmp_path / "b")])))
    assert (one / "quantities.arrow").read_bytes() == (other / "quantities.arrow").read_bytes()


def test_a_finished_part_is_left_alone(corpus, tmp_path):
    shard = shard_of(corpus, tmp_path / "part")
    part = run_shard(shard)
    before = (part / "articles.arrow").stat().st_mtime_ns
    run_shard(replace(shard, pages=()))
    assert (part / "articles.arrow").stat().st_mtime_ns == before


def test_a_repeated_body_is_marked_with_the_first_article_that_has_it(corpus, tmp_path):
    (corpus / "9.txt").write_text(TEXT.format(3).replace("Tin số", "Tin lại số"), encoding="utf-8")
    run_corpus(Config(corpus, tmp_path / "out"))
    articles = pd.read_parquet(tmp_path / "out" / "articles.parquet").set_index("source")
    assert articles.loc["9.txt", "duplicate_of"] == articles.loc["3.txt", "article_id"]
    assert articles["duplicate_of"].notna().sum() == 1


def test_two_pages_of_one_line_are_no_duplicates(corpus, tmp_path):
    for number in (1, 2):
        (corpus / f"line{number}.jsonl").write_text(json.dumps({"text": f"Huyện thu {number} tỷ đồng."}), encoding="utf-8")
    run_corpus(Config(corpus, tmp_path / "out"))
    assert pd.read_parquet(tmp_path / "out" / "articles.parquet")["duplicate_of"].isna().all()


def test_another_model_or_another_limit_makes_the_parts_anew(corpus, tmp_path, monkeypatch):
    def parts(seconds=60):
        return [
            shard.target for shard in _shards(_Counted(find_pages(corpus)), Config(corpus, tmp_path, page_seconds=seconds), {})
        ]

    before = parts()
    assert parts() == before != parts(seconds=5)
    other = tmp_path / "subject.npz"
    other.write_bytes(b"another model")
    monkeypatch.setattr("solieu.run.corpus.trained_files", lambda: [other])
    assert parts() != before


def test_a_date_that_came_with_the_page_is_iso_or_none(corpus, tmp_path):
    for name, published in (("a", "12/05/2024 10:30"), ("b", "rác"), ("c", "2024-05-12T10:30:00+07:00")):
        told = {"text": f"Tin {name}\n\nHuyện thu 5 tỷ đồng.", "published": published}
        (corpus / f"{name}.jsonl").write_text(json.dumps(told), encoding="utf-8")
    run_corpus(Config(corpus, tmp_path / "out"))
    dates = pd.read_parquet(tmp_path / "out" / "articles.parquet").set_index("source")["published"]
    assert [dates[f"{name}.jsonl#1"] for name in "ac"] == ["2024-05-12T10:30", "2024-05-12T10:30:00+07:00"]
    assert pd.isna(dates["b.jsonl#1"])


def test_an_article_keeps_its_id_whatever_lies_beside_it(corpus, tmp_path):
    run_corpus(Config(corpus, tmp_path / "a"))
    (corpus / "0.txt").write_text(TEXT.format(100), encoding="utf-8")
    run_corpus(Config(corpus, tmp_path / "b"))
    one, other = (pd.read_parquet(tmp_path / name / "articles.parquet").set_index("source")["article_id"] for name in "ab")
    assert (other[one.index] == one).all()


def test_tables_hold_more_rows_than_one_group(tmp_path, monkeypatch, corpus):
    monkeypatch.setattr("solieu.run.store.GROUP_ROWS", 2)
    run_corpus(Config(corpus, tmp_path / "out"))
    assert list(pd.read_parquet(tmp_path / "out" / "articles.parquet")["source"]) == [f"{n}.txt" for n in range(1, 8)]


def test_an_output_that_is_a_file_is_wrong_use(corpus, tmp_path):
    (tmp_path / "out").write_text("")
    with pytest.raises(ConfigError, match="is a file"):
        run_corpus(Config(corpus, tmp_path / "out"))


def test_a_run_without_csv_leaves_no_stale_csv(corpus, tmp_path):
    run_corpus(Config(corpus, tmp_path / "out", csv=True))
    run_corpus(Config(corpus, tmp_path / "out"))
    assert not list((tmp_path / "out").glob("*.csv"))


def test_the_pipeline_is_loaded_once_a_process():
    assert shards.pipeline() is shards.pipeline()


def test_what_a_site_repeats_is_cut_in_a_second_pass_where_that_is_asked_for(tmp_path):
    folder = tmp_path / "pages" / "bao.example.vn"
    folder.mkdir(parents=True)
    for number in range(1, 7):
        slogan = "Chung tay xây dựng quê hương giàu đẹp, văn minh.\n"
        (folder / f"{number}.txt").write_text(TEXT.format(number) + slogan, encoding="utf-8")
    for name, site_model in (("plain", False), ("model", True)):
        run_corpus(Config(tmp_path / "pages", tmp_path / name, site_model=site_model))
    plain, model = (pd.read_parquet(tmp_path / name / "articles.parquet") for name in ("plain", "model"))
    assert plain["text"].str.contains("Chung tay").all()
    assert not model["text"].str.contains("Chung tay").any()
    assert [list(kinds) for kinds in model["chrome"]] == [["repeat"]] * 6
    assert list(model["article_id"]) == list(plain["article_id"])
