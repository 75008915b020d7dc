"""Evaluation: the same numbers as the shared yardstick, and floors that hold."""

import json
import random
import re
import shutil
import subprocess
import sys
from dataclasses import replace

import pandas as pd
import pytest

from shared import ROOT
from solieu.errors import ConfigError
from solieu.evaluate import Evaluation, below_floors, evaluate
from solieu.evaluate.compare import compare, fold, token_f1
from solieu.evaluate.gold import read_ann, read_gold
from solieu.evaluate.pages import read_pages

GOLD = ROOT / "corpus" / "gold"
OURS = ("page.", "quantity.as_of", "quantity.speaker", "statement.")  # what the yardstick does not score
PAGE = {"title": "Tin", "published": "2024-05-20", "authors": ["Nguyễn Phương"]}


def tables_of(gold, folder, *, seed):
    """Write tables that are the gold with errors in them: dropped, shifted, mislabelled, misread."""
    rng = random.Random(seed)
    rows = {"articles": [], "entities": [], "quantities": [], "officials": [], "statements": []}
    for article in gold:
        told = {"article_id": article.id}
        text = article.text if rng.random() < 0.7 else article.text.replace(". ", ".\n", 3).replace("và", "cùng", 1)
        rows["articles"].append(told | {"source": f"a/{article.id}.html", "text": text, **PAGE})
        rows["entities"] += [told | damaged_entity(x, rng) for x in article.entities if rng.random() < 0.9]
        rows["quantities"] += [told | damaged_quantity(x, rng) for x in article.quantities if rng.random() < 0.95]
        rows["officials"] += [told | damaged_official(x, rng) for x in article.officials]
        rows["statements"] += [told | slots(x) for x in article.statements]
    for name, content in rows.items():
        pd.DataFrame(content).to_parquet(folder / f"{name}.parquet")


def slots(item):
    return {name: getattr(item, name) for name in item.__slots__}


def damaged_entity(item, rng):
    shift = rng.choice([0, 0, 0, 1, 3])
    return {"label": item.label if rng.random() < 0.9 else "LOC", "start": item.start + shift, "end": item.end + shift}


def damaged_quantity(item, rng):
    row = slots(item) | {"text": ""}
    spoilt = rng.choice(["comparator", "change", "modality", "subject", "unit"]) if rng.random() < 0.2 else None
    return row | ({spoilt: "~"} if spoilt else {})


def damaged_official(item, rng):
    title = item.title if rng.random() < 0.8 else f"{item.title} thường trực"
    return {"name": item.name, "title": title, "organisation": item.organisation}


@pytest.mark.parametrize("seed", [1, 2])
def test_the_same_numbers_as_the_yardstick_to_the_last_digit(shared, tmp_path, seed):
    gold = read_gold(GOLD)
    tables_of(gold, tmp_path, seed=seed)
    tools = shared / "tools"
    subprocess.run([sys.executable, tools / "ann.py", "json", GOLD, tmp_path / "gold.jsonl"], check=True, capture_output=True)
    told = tmp_path / "told.json"
    subprocess.run(
        [sys.executable, tools / "score.py", tmp_path / "gold.jsonl", tmp_path, "--json", told], check=True, capture_output=True
    )
    wanted = json.loads(told.read_text(encoding="utf-8"))["scores"]
    for path in (GOLD, tmp_path / "gold.jsonl"):
        ours = {score.name: score for score in evaluate(path, tmp_path).scores}
        assert {name for name in ours if not name.startswith(OURS)} == wanted.keys()
        for name, row in wanted.items():
            assert round(ours[name].value, 4) == row.get("f1", row.get("mean")), name
            assert ours[name].n == row.get("gold", row.get("n"))
            if "p" in row:
                assert (round(ours[name].precision, 4), round(ours[name].recall, 4)) == (row["p"], row["r"])


def test_gold_against_itself_is_perfect_and_its_interval_is_a_point(tmp_path):
    gold = read_gold(GOLD)
    pages = {x.id: json.loads((GOLD / f"{x.id}.json").read_text(encoding="utf-8")) for x in gold}
    rows = {
        "articles": [
            {"article_id": x.id, "source": f"{x.id}.txt", "text": x.text, "title": pages[x.id]["title"]}
            | {"published": pages[x.id]["published"], "authors": "; ".join(pages[x.id]["authors"])}
            for x in gold
        ],
        "entities": [{"article_id": x.id, "label": e.label, "start": e.start, "end": e.end} for x in gold for e in x.entities],
        "quantities": [{"article_id": x.id} | slots(q) for x in gold for q in x.quantities],
        "officials": [{"article_id": x.id} | slots(o) for x in gold for o in x.officials],
        "statements": [{"article_id": x.id} | slots(s) for x in gold for s in x.statements],
    }
    for name, content in rows.items():
        pd.DataFrame(content).to_csv(tmp_path / f"{name}.csv", index=False)
    told = evaluate(GOLD, tmp_path)
    assert {(score.value, score.low, score.high) for score in told.scores} == {(1.0, 1.0, 1.0)}
    assert not told.errors
    assert not told.problems


def test_intervals_hold_the_score_and_are_the_same_again(tmp_path):
    tables_of(read_gold(GOLD), tmp_path, seed=3)
    first, second = evaluate(GOLD, tmp_path), evaluate(GOLD, tmp_path)
    assert first == second
    assert all(score.low <= score.value <= score.high for score in first.scores)


def test_a_missing_article_counts_as_missed_and_is_named(tmp_path):
    gold = read_gold(GOLD)
    tables_of(gold[1:], tmp_path, seed=4)
    told = evaluate(GOLD, tmp_path)
    assert f"{gold[0].id}: no such article in the tables" in told.problems


def test_floors_name_what_fell(tmp_path):
    tables_of(read_gold(GOLD), tmp_path, seed=5)
    floors = tmp_path / "floors.json"
    floors.write_text('{"area.value": 0.1, "money.value": 1.0, "no.such.score": 0.5}')
    low = below_floors(evaluate(GOLD, tmp_path), floors)
    assert [line.split()[0] for line in low] == ["money.value", "no.such.score"]


@pytest.mark.parametrize("content", [None, "", "[1]", '{"money.full": "high"}'])
def test_bad_floors_are_a_clear_sentence(tmp_path, content):
    floors = tmp_path / "floors.json"
    if content is not None:
        floors.write_text(content)
    with pytest.raises(ConfigError, match="is no file of floors"):
        below_floors(Evaluation((), (), ()), floors)


def test_tables_as_gold_and_damaged_tables_are_a_clear_sentence(tmp_path):
    (tmp_path / "run.json").write_text("{}")
    (tmp_path / "articles.parquet").write_bytes(b"PAR1 cut off")
    with pytest.raises(ConfigError, match="is damaged"):
        evaluate(tmp_path, tmp_path)
    assert read_pages(tmp_path) == {}


def test_offsets_of_ann_files_are_those_of_the_canonical_text(tmp_path):
    path = tmp_path / "a.ann"
    path.write_text(
        "Tin\u200b  ngắn\n\n\n Xã  [[LOC:Hoà\u00a0Bình]] có  [[AREA:20 ha]] .\n"
        "=== QUANTITIES\n20 ha | area | 20 | 20 | ha | = | level | actual | -\n=== OFFICIALS\n",
        encoding="utf-8",
    )
    article = read_ann(path)
    assert article.text == "Tin ngắn\n\nXã Hoà Bình có 20 ha ."
    assert [article.text[x.start : x.end] for x in (*article.entities, *article.quantities)] == ["Hoà Bình", "20 ha"]


ANN = """Tin ngắn

Năm 2020, ông [[PER:Lý Ba]] nói xã trồng [[AREA:20 ha]], nay còn [[AREA:5 ha]].
=== QUANTITIES
20 ha | area | 20 | 20 | ha | = | level | actual | -
5 ha | area | 5 | 5 | ha | = | level | actual | -
=== OFFICIALS
"""
TOLD = """=== QUANTITIES
20 ha | 2020 | Lý Ba
5 ha | - | Lý Ba
=== STATEMENTS
Lý Ba | nói | indirect | xã trồng 20 ha, nay còn 5 ha
"""


def told_gold(folder, told=TOLD):
    (folder / "a.ann").write_text(ANN, encoding="utf-8")
    (folder / "a.told").write_text(told, encoding="utf-8")
    return folder / "a.ann"


def test_who_says_what_and_when_it_holds(tmp_path):
    gold = read_ann(told_gold(tmp_path))
    first, second = gold.quantities
    assert [(x.as_of, x.speaker) for x in gold.quantities] == [("2020", "Lý Ba"), (None, "Lý Ba")]
    (said,) = gold.statements
    found = replace(gold, quantities=(replace(first, speaker=None), replace(second, as_of="2020")))
    tally = compare(gold, replace(found, statements=(replace(said, end=said.end - 5), replace(said, speaker="Tư"))))
    counts = {name: tuple(tally.counts[name, what] for what in ("hits", "found", "gold")) for name, _ in tally.counts}
    assert counts["quantity.as_of"] == (1, 2, 1)
    assert counts["quantity.speaker"] == (1, 1, 2)
    assert counts["statement.strict"] == (0, 2, 1)
    assert counts["statement.relaxed"] == (1, 2, 1)
    assert [what for what, _ in tally.errors] == [
        "speaker None for 'Lý Ba'",
        "as_of '2020' for None",
        "words said 'xã trồng 20 ha, nay còn'",
        "spurious statement of Tư",
    ]


def test_gold_that_does_not_tell_who_says_what_scores_nothing_of_it(tmp_path):
    gold = replace(read_ann(told_gold(tmp_path)), statements=None)
    assert not [name for name, _ in compare(gold, gold).counts if name.startswith(OURS)]


@pytest.mark.parametrize(("old", "new"), [("20 ha | 2020", "21 ha | 2020"), ("xã trồng", "xã bán"), ("nói | ", "")])
def test_a_told_file_that_does_not_fit_its_text_is_a_clear_sentence(tmp_path, old, new):
    with pytest.raises(ConfigError, match=r"a\.told"):
        read_ann(told_gold(tmp_path, TOLD.replace(old, new)))


@pytest.mark.parametrize("content", ["", "{}", "not json", '{"id": "a", "text": "b", "entities": 3}'])
def test_bad_gold_is_a_clear_sentence(tmp_path, content):
    path = tmp_path / "gold.jsonl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ConfigError, match="gold"):
        read_gold(path)


def test_folding():
    assert fold("“UBND  huyện – xã.”") == "ubnd huyện - xã"
    assert token_f1("a b", None) == 0


def test_pages_get_the_numbers_of_their_yardstick(shared, tmp_path):
    tables_of(read_gold(GOLD)[2:], tmp_path, seed=6)
    gold = tmp_path / "gold"
    shutil.copytree(GOLD, gold, ignore=shutil.ignore_patterns("floors.json"))
    command = [sys.executable, shared / "tools" / "score_pages.py", gold, tmp_path]
    line = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()[0]
    wanted = {name: float(value) for name, value in re.findall(r"(\w+)(?: F1)? (\d\.\d+)", line)}
    ours = {score.name.removeprefix("page."): score.value for score in evaluate(GOLD, tmp_path).scores}
    assert {name: round(ours[name], 4) for name in ("body", "title", "published", "authors")} == {
        name: wanted[name] for name in ("body", "title", "published", "authors")
    }
