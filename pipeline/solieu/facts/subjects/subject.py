"""What an amount measures, word for word: the phrase of its sentence that a trained ranking puts first."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

from solieu.facts.cues import folded
from solieu.facts.memo import remembered
from solieu.facts.sentences import sentence_at
from solieu.facts.subjects.candidates import Phrases, phrases
from solieu.facts.subjects.codes import Codes
from solieu.facts.subjects.features import described
from solieu.facts.subjects.linear import Floats, load
from solieu.facts.subjects.windows import UNITS, Ints, Place, Range, Windows, amounts_in, windows_of
from solieu.facts.subjects.word_classes import words_in
from solieu.records import Reading, Span
from solieu.trained import trained

BEST, SOFTNESS, BONUS = 8, 0.5, 0.3  # of 4,000 amounts kept apart, .448 / .653 complete / partial became .448 / .662
AT_ONCE = 64  # amounts looked at side by side: bounds the memory a hostile text can take
AMOUNT = re.compile(rf"\d\W{{0,3}}(?:{'|'.join(map(re.escape, sorted(UNITS)))}|nghìn|ngàn)")


def subject_of(reading: Reading, span: Span) -> Range | None:
    """Find the phrase that tells what an amount is about, in characters; None where its sentence has none.

    >>> text = "Tổng diện tích thu hồi là 74 ha."
    >>> start, end = subject_of(Reading(text, ((0, len(text)),)), Span(26, 31, "area"))
    >>> text[start:end]
    'Tổng diện tích thu hồi'
    """
    known = _subjects(reading)
    at = bisect_right(known, span.start, key=lambda one: one[0][1])
    if at < len(known) and known[at][0][0] < span.end:
        return known[at][1]
    place = place_of(reading, span)
    return choose([place])[0] if place else None


@remembered
def _subjects(reading: Reading) -> list[tuple[Range, Range | None]]:
    """Find the subjects of all of `places_in`, each with where its amount stands."""
    places = list(places_in(reading))
    chosen = [subject for at in range(0, len(places), AT_ONCE) for subject in choose(places[at : at + AT_ONCE])]
    amounts = [(place.words[place.amount[0]].start, place.words[place.amount[1] - 1].end) for place in places]
    return list(zip(amounts, chosen, strict=True))


def places_in(reading: Reading) -> Iterator[Place]:
    """Find the amounts written with a digit and a common unit, in order."""
    lower = folded(reading.text)
    for start, end in reading.sentences:
        if AMOUNT.search(lower, start, end):
            words = words_in(reading, start, end)
            yield from (Place(words, amount, kind) for amount, kind in amounts_in(words))


def place_of(reading: Reading, span: Span) -> Place | None:
    """Find an amount among the words of its sentence; None where it stands in none."""
    at = sentence_at(reading, span.start)
    if at < 0 or reading.sentences[at][1] < span.end:
        return None
    words = words_in(reading, *reading.sentences[at])
    first = bisect_right(words, span.start, key=lambda word: word.end)
    last = bisect_left(words, span.end, key=lambda word: word.start)
    known = next((one for one, _ in amounts_in(words) if one[0] < last and first < one[1]), (first, last))
    return Place(words, known, span.label)


def choose(places: Sequence[Place]) -> list[Range | None]:
    """Choose the subjects of amounts, in characters."""
    if not places:
        return []
    windows = windows_of(places)
    codes = Codes(windows)
    found = phrases(windows, codes)
    if not len(found.first):
        return [None] * len(places)
    scores = np.sum([part.scores(weights()) for part in described(windows, codes, found)], axis=0)
    return [
        words_of(windows, found.first[at], found.last[at]) if at >= 0 else None for at in likeliest(found, scores, len(places))
    ]


def likeliest(found: Phrases, scores: Floats, windows: int) -> Ints:
    """Number the phrase of each window that is likely to share the most words with the subject; -1 where it has none.

    Phrases near the best one often differ from it by a word or two: of the best few, that with the greatest expected F1
    in words is taken, a bonus added for being the subject to the letter (minimum Bayes risk: Kumar & Byrne, NAACL 2004).
    """
    order = np.lexsort((-scores, found.window))  # within each window: the windows are in order already
    rank = np.arange(len(order)) - np.searchsorted(found.window, np.arange(windows)).take(found.window)
    few = rank < BEST
    best = np.full((windows, BEST), -1)
    best[found.window[few], rank[few]] = order[few]
    behind = np.where(best >= 0, scores.take(best) - scores.take(best[:, :1]), -np.inf)
    shares = np.exp(SOFTNESS * behind)
    shares /= np.maximum(shares.sum(axis=1, keepdims=True), 1)
    worth = (_alike(found.first.take(best), found.last.take(best)) * shares[:, None]).sum(axis=2) + BONUS * shares
    chosen: Ints = best[np.arange(windows), np.where(best >= 0, worth, -1).argmax(axis=1)]
    return chosen


def _alike(first: Ints, last: Ints) -> npt.NDArray[np.float64]:
    """Give the F1 in words of each phrase against each other one of its row."""
    shared = np.minimum(last[:, :, None], last[:, None]) - np.maximum(first[:, :, None], first[:, None])
    size = last - first
    alike: npt.NDArray[np.float64] = 2 * shared.clip(min=0) / (size[:, :, None] + size[:, None])
    return alike


def words_of(windows: Windows, first: int, last: int) -> Range:
    """Give where words `first` up to `last` stand in the text."""
    return windows.words[first].start, windows.words[last - 1].end


@cache
def weights() -> Floats:
    """Read the trained weights."""
    return load(trained("solieu_facts/subject.npz"))
