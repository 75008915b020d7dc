"""Names: one line a case with its names tagged; what holds for every text; training on a few sentences."""

import lzma
import re
import zlib
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solieu.entities import decode, find_entities, gold, learn, standoff
from solieu.entities.crossval import applied, scores
from solieu.entities.features import cut
from solieu.entities.find import WEIGHTS
from solieu.entities.norm import norms
from solieu.entities.sums import MOST_WORDS
from solieu.entities.tagger import LAID_OUT, batches, tagger_of
from solieu.entities.weights import load
from solieu.errors import ConfigError
from solieu.tokens import sentences
from solieu.trained import trained

CASES = Path(__file__).parent / "cases"
TAG = re.compile(r"\[\[(PER|ORG|LOC):(.+?)\]\]")
FLOOR_STRICT, FLOOR_RELAXED = 0.89, 0.93  # on the development articles; floors only go up
SHIPPED = trained(WEIGHTS)


def lines(name):
    path = CASES / name
    return [line for line in path.read_text(encoding="utf-8").split("\n") if line] if path.exists() else []


def untagged(line):
    text, names, at = "", [], 0
    for tag in TAG.finditer(line):
        text += line[at : tag.start()]
        names.append((len(text), len(text) + len(tag[2]), tag[1]))
        text, at = text + tag[2], tag.end()
    return text + line[at:], names


def whole(text):
    """Take each line as a sentence: these tests ask about names, not about sentences."""
    return tuple(line.span() for line in re.finditer(r"[^\n]+", text))


def found(text):
    return [(name.start, name.end, name.label) for name in find_entities(text, whole(text))]


def found_in(example):
    return [(name.start, name.end, name.label) for name in find_entities(example.text, example.sentences)]


@pytest.mark.parametrize("line", lines("entities.tsv"))
def test_names(line):
    text, names = untagged(line)
    assert found(text) == names


@pytest.mark.parametrize("line", lines("entities.misses.tsv"))
@pytest.mark.xfail(reason="known failure: move it to entities.tsv the day it passes")
def test_known_misses(line):
    text, names = untagged(line)
    assert found(text) == names


@pytest.mark.parametrize("line", lines("norm.tsv"))
def test_norm(line):
    tagged, expected = line.split("\t")
    text, names = untagged(tagged.replace("//", "\n"))
    spans = [(start, end, label, 1.0) for start, end, label in names]
    assert "; ".join(norms(text, spans, [None] * len(spans))) == expected


WORDS = st.sampled_from(
    [
        "ông",
        "bà",
        "Nguyễn",
        "Văn",
        "An",
        "UBND",
        "tỉnh",
        "xã",
        "Cà Ná",
        "TP.",
        "HCM",
        ",",
        ".",
        "(",
        ")",
        "-",
        "“",
        "\n",
        "Công ty",
        "của",
        "1.920",
        "ha",
        "🙂",
        "é",
        "A&B",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_evidence_order_and_range(text):
    end = 0
    for name in find_entities(text, whole(text)):
        assert text[name.start : name.end] == name.text
        assert name.start >= end
        assert name.label in ("PER", "ORG", "LOC")
        assert 0 <= name.score <= 1
        assert name.norm
        assert name.place is None or name.label == "LOC"
        end = name.end


def test_the_same_whatever_was_read_before():
    text = "Ông Bùi Tá Hòa, chủ tịch UBND xã Mỹ Thạnh An, nói với báo Đồng Khởi.\nXã đã chi 2 tỷ đồng."
    alone = find_entities(text, whole(text))
    find_entities("Hà Nội " * 500 + "\nSở Xây dựng Cần Thơ", ((0, 3500),))
    assert find_entities(text, whole(text)) == alone


def test_the_development_articles(shared):
    examples = gold.read(shared / "real" / "ann", sentences)
    result = scores([(example, found_in(example)) for example in examples])
    assert result["strict"] >= FLOOR_STRICT
    assert result["relaxed"] >= FLOOR_RELAXED


def test_nothing_in_nothing():
    assert find_entities("", ()) == ()
    assert find_entities("\n\n", ((0, 1),)) == ()


@pytest.mark.parametrize("hostile", ["1.1.", "từ ", "A.", "TP. ", "(", "xã Cà Ná, ", "Hà "])
def test_time_is_linear_in_a_hostile_text(hostile):
    text = hostile * (20_000 // len(hostile))
    pieces = tuple((start, min(start + 5_000, len(text))) for start in range(0, len(text), 5_000))
    assert isinstance(find_entities(text, pieces), tuple)


def test_labels_survive_the_way_to_words_and_back():
    for line in lines("entities.tsv"):
        text, names = untagged(line)
        words = cut(text, 0, len(text))
        labels = learn.labels_of(words, names)
        assert [span[:3] for span in decode.spans(words, [(label, 1.0) for label in labels])] == names


@pytest.mark.parametrize("strength", [0.1, 1, 10])
def test_the_best_path_and_the_probabilities_are_those_of_all_paths_listed(strength):
    random, lengths = np.random.default_rng(7), [1, 4, 2, 5, 1]
    scores, moves = (strength * random.normal(size=(count, 3)).astype(np.float32) for count in (sum(lengths), 3))
    labels, chances = decode.decoded(scores, moves, lengths)
    for end, length in zip(np.cumsum(lengths), lengths, strict=True):
        paths = np.array(list(product(range(3), repeat=length)))
        worth = scores[end - length : end][range(length), paths].sum(axis=1) + moves[paths[:, :-1], paths[:, 1:]].sum(axis=1)
        weight = np.exp(worth) / np.exp(worth).sum()
        assert labels[end - length : end].tolist() == paths[worth.argmax()].tolist()
        expected = [[weight[at == label].sum() for label in range(3)] for at in paths.T]
        assert np.allclose(chances[end - length : end], expected, atol=1e-5)


def test_the_sums_are_those_of_the_features_that_training_names():
    text = "Ông Lê Văn Đạt (Đắk R’lấp) | UBND P.2/Q.1: “Xã Cà Ná có 1.920MW ở Huế” xyz-22/7 = Nga|Mỹ\nHà Nội nay"
    weights = load(SHIPPED)
    mine = tagger_of(weights)
    words = [[text[start:end] for start, end in cut(text, *line.span())] for line in re.finditer(r"[^\n]+", text)]
    named = [names for sentence in words for names in learn.feature_names(sentence, weights.clusters)]
    told = [weights.values[[weights.names[name] for name in names if name in weights.names]].sum(axis=0) for names in named]
    assert np.allclose(mine.scores(words), told, atol=1e-4)


def test_words_are_remembered_within_bounds():
    mine = tagger_of(load(SHIPPED))
    for start in range(0, MOST_WORDS + 10_000, 5_000):
        mine.scores([[f"x{number}" for number in range(start, start + 5_000)]])
        assert len(mine.lexicon.rows) <= MOST_WORDS == len(mine.lexicon.sums)


def test_training_learns_its_own_sentences_and_gives_the_same_bytes(tmp_path):
    examples = [
        learn.Example(str(at), text, ((0, len(text)),), tuple(names))
        for at, (text, names) in enumerate(map(untagged, lines("entities.tsv")))
    ]
    clusters = load(SHIPPED).clusters
    weights = learn.fit(examples, clusters)
    assert scores(applied(tagger_of(weights), examples))["strict"] > 0.95
    weights.save(tmp_path / "a.npz")
    learn.fit(examples, clusters).save(tmp_path / "b.npz")
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.npz").read_bytes()


FORMS = {
    "own.jsonl": '{"id": "1", "text": "Ở Huế", "entities": [{"start": 2, "end": 5, "label": "LOC"}]}',
    "doccano.jsonl": '{"id": 1, "text": "Ở Huế", "label": [[2, 5, "LOC"]]}\n{"text": "Mưa.", "label": []}',
    "relations.jsonl": '{"id": 1, "text": "Ở Huế", "entities": [{"id": 9, "start_offset": 2, "end_offset": 5, "label": "LOC"}]}',
    "studio.json": '[{"id": 1, "data": {"text": "Ở Huế"}, "annotations": '
    '[{"result": [{"value": {"start": 2, "end": 5, "text": "Huế", "labels": ["LOC"]}}]}]}]',
    "inline.ann": "Ở [[LOC:Huế]]\n=== QUANTITIES\n=== OFFICIALS",
}


@pytest.mark.parametrize("form", FORMS)
def test_annotations_of_every_form_are_read_alike(form, tmp_path):
    (tmp_path / form).write_text(FORMS[form], encoding="utf-8")
    for path in (tmp_path, tmp_path / form):
        first = gold.read(path, whole)[0]
        assert (first.text.strip(), first.names, first.sentences[0]) == ("Ở Huế", ((2, 5, "LOC"),), (0, 5))


@pytest.mark.parametrize("content", ["", "[1, 2]", "not json", '{"words": 3}'])
def test_other_files_are_refused_with_their_name(content, tmp_path):
    (tmp_path / "bad.jsonl").write_text(content, encoding="utf-8")
    with pytest.raises(ConfigError, match=r"bad|nothing to train on"):
        gold.read(tmp_path, whole)


def test_standoff_annotations_lie_on_their_text(tmp_path):
    texts, table = tmp_path / "texts.jsonl.xz", tmp_path / "table.tsv"
    texts.write_bytes(lzma.compress('{"id": "a-1", "title": "Tin", "text": "Ở Huế mưa."}\n'.encode()))
    table.write_text(
        f"article\tstart\tend\tcrc\tnames\n# why\na-1\t5\t15\t{zlib.crc32('Ở Huế mưa.'.encode())}\t2-5-LOC\n", encoding="utf-8"
    )
    (example,) = standoff.read(table, texts, str)
    assert (example.text, example.names) == ("Ở Huế mưa.", ((2, 5, "LOC"),))
    table.write_text("article\tstart\tend\tcrc\tnames\na-1\t4\t14\t1\t\n", encoding="utf-8")
    with pytest.raises(ConfigError, match="a-1"):
        standoff.read(table, texts, str)


def test_sentences_are_laid_out_in_groups_that_bound_memory():
    cut = [((0, size), ["x"] * size) for size in (3, 40_000, 1, 1, 500)] + [((0, 1), ["x"])] * 40_000
    grouped = list(batches(cut))
    assert [sentence for group in grouped for sentence in group] == cut
    assert all(len(group) == 1 or len(group) * max(len(words) for _, words in group) <= LAID_OUT for group in grouped)
