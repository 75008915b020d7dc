"""How the words around an amount lean, beside what the rules make of it."""

import numpy as np
import pytest

from shared import ROOT
from solieu.evaluate.gold import read_gold
from solieu.facts import FACTS
from solieu.facts.qualifiers.context import context_of
from solieu.facts.qualifiers.leaning import leaning, leanings, places_of, weights
from solieu.facts.qualifiers.modality import ruled
from solieu.facts.subjects.occurrences import coded, occurrence_of, occurrences_in
from solieu.records import Reading, Span
from tagged import reading

TEXTS = ["Huyện phấn đấu thu hút 5 tỷ đồng.", "Doanh thu đạt 35 tỷ đồng, tăng 12%.", "Dự án sẽ chiếm 20 ha đất lúa."]


def modalities(text, kind):
    here = reading(text)
    return [FACTS[kind].normalize(here, span).modality for span in FACTS[kind].find(here)]


def test_amounts_side_by_side_lean_as_they_do_alone():
    occurrences = [one for text in TEXTS for one in occurrences_in(reading(text))]
    assert leanings(coded(occurrences)) == [leanings(coded([one]))[0] for one in occurrences]


def test_what_is_trained_is_what_is_asked():
    here = reading("Huyện nọ dự kiến thu hút vốn⏎⏎" + " ".join(TEXTS))
    spans = [span for kind in ("area", "percent", "money") for span in FACTS[kind].find(here)]
    assert len(spans) == 4
    for span in spans:
        codes = coded([occurrence_of(here, span)])
        for rule in ("actual", "target"):
            learned = weights()[places_of(here, codes, rule)].astype(np.float64).sum()
            assert leaning(here, span, rule) == pytest.approx(learned, abs=1e-3)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Huyện phấn đấu thu hút 5 tỷ đồng.", "target"),
        ("Huyện đã thu hút 5 tỷ đồng.", "actual"),
        ("Mức lương tối thiểu vùng là 5 triệu đồng.", "target"),
    ],
)
def test_plans_and_limits_are_told_from_facts(text, expected):
    assert modalities(text, "money") == [expected]


def test_kinds_never_trained_are_told_by_the_rules():
    assert modalities("Xã sẽ xây 12 km đường, hiện đã có 20 km.", "length") == ["target", "actual"]


def test_the_words_decide_where_the_rules_see_nothing():
    changed = 0
    for article in read_gold(ROOT / "corpus" / "gold"):
        here = Reading(article.text, reading(article.text).sentences)
        for kind in ("area", "percent", "money"):
            for quantity in filter(None, (FACTS[kind].normalize(here, span) for span in FACTS[kind].find(here))):
                span = Span(quantity.start, quantity.end, kind)
                context = context_of(here, span, quantity.unit, ranged=quantity.low != quantity.high)
                changed += ruled(here, context) != quantity.modality
    assert changed > 5
