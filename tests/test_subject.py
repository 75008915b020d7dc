"""What an amount is about: one line a case, the amount in « »."""

import time

import numpy as np
import pytest

from shared import ROOT
from solieu.evaluate.gold import read_gold
from solieu.facts.subjects.candidates import Candidates, candidates_of
from solieu.facts.subjects.features import described
from solieu.facts.subjects.occurrences import coded, occurrences_in
from solieu.facts.subjects.subject import choose, likeliest, subject_of, weights, words_of
from solieu.facts.subjects.word_classes import words_in
from solieu.records import Span
from tagged import cases, reading

KINDS = (("%", "percent"), ("ha", "area"), ("m2", "area"), ("km2", "area"))


def subject(text):
    """Give the subject of the amount in « »."""
    here = reading(text)
    kind = next((kind for unit, kind in KINDS if here.text.split("»")[0].endswith(unit)), "money")
    plain = reading(text.replace("«", "").replace("»", ""))
    span = Span(here.text.index("«"), here.text.index("»") - 1, kind)
    found = subject_of(plain, span)
    return plain.text[slice(*found)] if found else ""


@pytest.mark.parametrize(("text", "expected"), cases("subject.tsv"))
def test_subject(text, expected):
    assert subject(text) == expected


@pytest.mark.parametrize(("text", "expected"), cases("subject.misses.tsv"))
@pytest.mark.xfail(reason="known failure: move it to subject.tsv the day it passes", strict=True)
def test_known_misses(text, expected):
    assert subject(text) == expected


def test_an_amount_alone_or_outside_any_sentence_has_no_subject():
    here = reading("5%")
    assert subject_of(here, Span(0, 2, "percent")) is None
    assert subject_of(here, Span(1, 9, "percent")) is None


@pytest.mark.parametrize("hostile", ["1% ", "tỷ lệ ", "1 ha và ", "(", "diện tích 1 ha, "])
def test_time_is_linear_in_a_hostile_text(hostile):
    def seconds(size):
        here = reading(hostile * (size // len(hostile)) + "5 ha")
        start = time.perf_counter()
        subject_of(here, Span(len(here.text) - 4, len(here.text), "area"))
        return time.perf_counter() - start

    assert seconds(8_000) < 4 * max(seconds(4_000), 0.1)


def test_amounts_side_by_side_have_the_subjects_they_have_alone():
    texts = ["Tổng diện tích thu hồi là 74 ha.", "Doanh thu đạt 35 tỷ đồng, tăng 12%.", "Tỷ lệ hộ nghèo giảm còn 2,5%."]
    occurrences = [one for text in texts for one in occurrences_in(reading(text))]
    assert len(occurrences) == 4
    assert choose(coded(occurrences)) == [choose(coded([one]))[0] for one in occurrences]


def test_phrases_are_described_side_by_side_as_alone():
    texts = ["Tổng diện tích thu hồi là 74 ha.", "Doanh thu đạt 35 tỷ đồng, tăng 12%."]
    occurrences = [one for text in texts for one in occurrences_in(reading(text))]
    alone = np.concatenate([features(one) for one in occurrences], axis=1)
    assert features(*occurrences).tolist() == alone.tolist()


def features(*occurrences):
    codes = coded(occurrences)
    return np.concatenate([part.places() for part in described(codes.windows, codes, candidates_of(codes.windows, codes))])


def test_phrases_out_of_reach_would_not_have_been_chosen():
    texts = [article.text for article in read_gold(ROOT / "corpus" / "gold")]
    occurrences = [one for text in texts for one in occurrences_in(reading(text))]
    assert len(occurrences) > 400
    chosen = [choose(coded([one]))[0] for one in occurrences]
    assert chosen == [chosen_of_all(one) for one in occurrences]


def chosen_of_all(occurrence):
    codes = coded([occurrence])
    windows = codes.windows
    found = candidates_of(windows, codes)
    if not len(found.first):
        return None
    scores = np.sum([part.scores(weights()) for part in described(windows, codes, found)], axis=0)
    (best,) = likeliest(found, scores, 1)
    return words_of(windows, found.first[best], found.last[best])


def test_of_phrases_that_share_words_one_is_chosen_over_a_slightly_better_stranger():
    window, first, last = np.array([[0, 2, 5], [0, 2, 6], [0, 9, 11], [2, 20, 21]]).T
    found = Candidates(window, first, last)
    assert likeliest(found, np.array([1.0, 0.9, 1.1, -3.0]), 3).tolist() == [0, -1, 3]


def test_words_of_the_title_are_known_where_they_stand_again():
    here = reading("Huyện Tân Lập thu hồi đất\n\nDiện tích đất bị thu hồi là 5 ha.")
    titled = [word.low for word in words_in(here, 27, len(here.text)) if word.titled]
    assert titled == ["đất", "thu hồi"]
    assert not any(word.titled for word in words_in(here, 0, 25))
