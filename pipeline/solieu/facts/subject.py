"""What an amount measures, word for word: the phrase of its sentence that a trained ranking puts first."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache

from solieu.facts.memo import remembered
from solieu.facts.subject_candidates import Range, amounts, candidates
from solieu.facts.subject_features import Feature, Scene, of_echo, of_end, of_phrase, of_start, scene_of
from solieu.facts.subject_words import Word, words_in
from solieu.gazetteer.table import rows
from solieu.records import Reading, Span

BEAM = 8  # phrases looked at as a whole: those whose borders score best
REACH = 32  # words looked at on either side of an amount

Weights = dict[Feature, float]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence's words and its amounts, in order; `subjects` are those found so far, by the amount's words."""

    words: list[Word]
    amounts: list[tuple[Range, str]]
    subjects: dict[Range, Range | None] = field(default_factory=dict)


def subject_of(reading: Reading, span: Span) -> tuple[int, int] | None:
    """Find the phrase that tells what an amount is about, in characters; None where its sentence has none.

    >>> text = "Tổng diện tích thu hồi là 74 ha."
    >>> start, end = subject_of(Reading(text, ((0, len(text)),)), Span(26, 31, "area"))
    >>> text[start:end]
    'Tổng diện tích thu hồi'
    """
    sentence = sentence_at(reading, span)
    if sentence is None:
        return None
    words = sentence.words
    amount = amount_in(sentence, span.start, span.end)
    for earlier, kind in _not_yet(sentence, amount):
        sentence.subjects[earlier] = choose(sentence, earlier, kind)
    if amount not in sentence.subjects:
        sentence.subjects[amount] = choose(sentence, amount, span.label)
    found = sentence.subjects[amount]
    return (words[found[0]].start, words[found[1] - 1].end) if found else None


def _not_yet(sentence: Sentence, amount: Range) -> list[tuple[Range, str]]:
    """List the amounts before one whose subjects are not known, up to the last that is."""
    last = first = bisect_right(sentence.amounts, amount[0], key=lambda one: one[0][1])
    while first and sentence.amounts[first - 1][0] not in sentence.subjects:
        first -= 1
    return sentence.amounts[first:last]


def amount_in(sentence: Sentence, start: int, end: int) -> Range:
    """Find the words that hold characters `start` to `end` of the text: those of a known amount, if they share one."""
    first = bisect_right(sentence.words, start, key=lambda word: word.end)
    last = bisect_left(sentence.words, end, key=lambda word: word.start)
    at = bisect_right(sentence.amounts, first, key=lambda one: one[0][1])
    known = sentence.amounts[at][0] if at < len(sentence.amounts) else (last, last)
    return known if known[0] < last else (first, last)


@remembered
def _sentences(_reading: Reading) -> dict[int, Sentence]:
    return {}


def sentence_at(reading: Reading, span: Span) -> Sentence | None:
    """Cut the sentence that holds an amount into words, once; None where no sentence does."""
    at = bisect_right(reading.sentences, span.start, key=lambda sentence: sentence[0]) - 1
    if at < 0 or reading.sentences[at][1] < span.end:
        return None
    known = _sentences(reading)
    if at not in known:
        words = words_in(reading, *reading.sentences[at])
        known[at] = Sentence(words, list(amounts(words)))
    return known[at]


def choose(sentence: Sentence, amount: Range, kind: str) -> Range | None:
    """Choose the subject of an amount, given those of the amounts before it; ranges count the sentence's words."""
    offset = max(0, amount[0] - REACH)
    scene, phrases, echo = look(sentence, amount, kind)
    if not phrases:
        return None
    weigh = weigher(weights())
    starts = {first: weigh(of_start(scene, first)) for first in {first for first, _ in phrases}}
    ends = {last: weigh(of_end(scene, last)) for last in {last for _, last in phrases}}
    likely = sorted(((starts[first] + ends[last], (first, last)) for first, last in phrases), reverse=True)[:BEAM]
    best = max((score + weigh(of_phrase(scene, one)) + weigh(echo(one)), one) for score, one in likely)[1]
    return best[0] + offset, best[1] + offset


def look(sentence: Sentence, amount: Range, kind: str) -> tuple[Scene, list[Range], Callable[[Range], list[Feature]]]:
    """Set the scene of an amount: the words within reach, the phrases among them, and what the amount before adds."""
    offset = max(0, amount[0] - REACH)
    words = sentence.words[offset : amount[1] + REACH]
    here = amount[0] - offset, amount[1] - offset
    scene = scene_of(words, here, kind)
    at = bisect_right(sentence.amounts, amount[0], key=lambda one: one[0][1]) - 1
    earlier = sentence.amounts[at][0] if at >= 0 else None
    if earlier is None or earlier[0] < offset:
        return scene, list(candidates(words, here)), lambda _: [("q", "none")]
    theirs = sentence.subjects.get(earlier)
    shifted = (theirs[0] - offset, theirs[1] - offset) if theirs else None
    before = earlier[0] - offset, earlier[1] - offset
    return scene, list(candidates(words, here)), lambda phrase: of_echo(scene, phrase, before, shifted)


def weigher(weights: Weights) -> Callable[[Iterable[Feature]], float]:
    """Give the function that sums the weights of features; one not seen in training weighs nothing."""
    known = weights.get
    return lambda features: sum([known(feature, 0.0) for feature in features])


@cache
def weights() -> Weights:
    """Read the weights: the parts of a feature as written in `subject_features`, numbers as numbers, then its weight."""
    return dict(_weights(rows("subject_weights.tsv")))


def _weights(lines: Iterable[list[str]]) -> Iterable[tuple[Feature, float]]:
    for line in lines:
        weight, *parts = [cell for cell in line if cell]
        yield tuple(int(part) if part.isdecimal() else part for part in parts), float(weight)
