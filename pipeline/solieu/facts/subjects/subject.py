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
from solieu.facts.subjects.candidates import Candidates, candidates_of
from solieu.facts.subjects.codes import Codes
from solieu.facts.subjects.features import as_wholes, at_marks
from solieu.facts.subjects.linear import Floats, Halves, load
from solieu.facts.subjects.windows import UNITS, Ints, Occurrence, Windows, amounts_in, windows_of
from solieu.facts.subjects.word_classes import words_in
from solieu.records import Reading, Span
from solieu.trained import trained

Offsets = tuple[int, int]  # first character, and one past the last

BEST, SOFTNESS, BONUS = 8, 0.5, 0.3  # of 4,000 amounts kept apart, .448 / .653 complete / partial became .448 / .662
REACH = 8  # in scores: a tenth of the phrases are left, and 3 of 8,800 amounts have another subject for it
AT_ONCE = 64  # amounts looked at side by side: bounds the memory a hostile text can take
AMOUNT = re.compile(rf"\d\W{{0,3}}(?:{'|'.join(map(re.escape, sorted(UNITS)))}|nghìn|ngàn)")


def subject_of(reading: Reading, span: Span) -> Offsets | None:
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
    occurrence = occurrence_of(reading, span)
    return choose([occurrence])[0] if occurrence else None


@remembered
def _subjects(reading: Reading) -> list[tuple[Offsets, Offsets | None]]:
    """Find the subjects of all of `occurrences_in`, each with where its amount stands."""
    occurrences = list(occurrences_in(reading))
    chosen = [subject for at in range(0, len(occurrences), AT_ONCE) for subject in choose(occurrences[at : at + AT_ONCE])]
    amounts = [(one.words[one.amount[0]].start, one.words[one.amount[1] - 1].end) for one in occurrences]
    return list(zip(amounts, chosen, strict=True))


def occurrences_in(reading: Reading) -> Iterator[Occurrence]:
    """Find the amounts written with a digit and a common unit, in order."""
    lower = folded(reading.text)
    for start, end in reading.sentences:
        if AMOUNT.search(lower, start, end):
            words = words_in(reading, start, end)
            yield from (Occurrence(words, amount, kind) for amount, kind in amounts_in(words))


def occurrence_of(reading: Reading, span: Span) -> Occurrence | None:
    """Find an amount among the words of its sentence; None where it stands in none."""
    at = sentence_at(reading, span.start)
    if at < 0 or reading.sentences[at][1] < span.end:
        return None
    words = words_in(reading, *reading.sentences[at])
    first = bisect_right(words, span.start, key=lambda word: word.end)
    last = bisect_left(words, span.end, key=lambda word: word.start)
    known = next((one for one, _ in amounts_in(words) if one[0] < last and first < one[1]), (first, last))
    return Occurrence(words, known, span.label)


def choose(occurrences: Sequence[Occurrence]) -> list[Offsets | None]:
    """Choose the subjects of amounts, in characters."""
    if not occurrences:
        return []
    windows = windows_of(occurrences)
    codes = Codes(windows)
    found = candidates_of(windows, codes)
    if not len(found.first):
        return [None] * len(occurrences)
    marks = at_marks(windows, codes, found)
    scores = np.sum([part.scores(weights()) for part in marks], axis=0)
    kept = _in_reach(found.window, scores, len(occurrences))
    found = found.some(kept)
    scores = scores.take(kept) + as_wholes(codes, found, [part.some(kept) for part in marks]).scores(weights())
    best = likeliest(found, scores, len(occurrences))
    return [words_of(windows, found.first[at], found.last[at]) if at >= 0 else None for at in best]


def _in_reach(window: Ints, scores: Floats, windows: int) -> Ints:
    """Number the phrases that may still come first: what they are as wholes makes up for no more than `REACH`."""
    best = np.full(windows, -np.inf, dtype=np.float32)
    np.maximum.at(best, window, scores)
    return np.flatnonzero(scores >= best.take(window) - REACH)


def likeliest(found: Candidates, scores: Floats, windows: int) -> Ints:
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


def words_of(windows: Windows, first: int, last: int) -> Offsets:
    """Give where words `first` up to `last` stand in the text."""
    return windows.words[first].start, windows.words[last - 1].end


@cache
def weights() -> Halves:
    """Read the trained weights."""
    return load(trained("solieu_facts/subject.npz"))
