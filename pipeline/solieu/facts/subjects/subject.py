"""What an amount measures, word for word: the phrase of its sentence that a trained ranking puts first."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

from solieu.facts.subjects.candidates import Candidates, candidates_of
from solieu.facts.subjects.codes import Codes
from solieu.facts.subjects.features import as_wholes, at_marks
from solieu.facts.subjects.linear import Floats, Halves, load
from solieu.facts.subjects.occurrences import asked_once
from solieu.facts.subjects.windows import Ints, Windows
from solieu.records import Reading, Span
from solieu.trained import trained

Offsets = tuple[int, int]  # first character, and one past the last

BEST, SOFTNESS, BONUS = 8, 0.5, 0.3  # of 4,000 amounts kept apart, .448 / .653 complete / partial became .448 / .662
REACH = 8  # in scores: a tenth of the phrases are left, and 3 of 8,800 amounts have another subject for it


def subject_of(reading: Reading, span: Span) -> Offsets | None:
    """Find the phrase that tells what an amount is about, in characters; None where its sentence has none.

    >>> text = "Tổng diện tích thu hồi là 74 ha."
    >>> start, end = subject_of(Reading(text, ((0, len(text)),)), Span(26, 31, "area"))
    >>> text[start:end]
    'Tổng diện tích thu hồi'
    """
    return _subject(reading, span)


def choose(codes: Codes) -> list[Offsets | None]:
    """Choose the subjects of amounts, in characters."""
    windows = codes.windows
    found = candidates_of(windows, codes)
    if not len(found.first):
        return [None] * len(windows.kinds)
    marks = at_marks(windows, codes, found)
    scores = np.sum([part.scores(weights()) for part in marks], axis=0)
    kept = _in_reach(found.window, scores, len(windows.kinds))
    found = found.some(kept)
    scores = scores.take(kept) + as_wholes(codes, found, [part.some(kept) for part in marks]).scores(weights())
    best = likeliest(found, scores, len(windows.kinds))
    return [words_of(windows, found.first[at], found.last[at]) if at >= 0 else None for at in best]


_subject = asked_once(choose)


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
