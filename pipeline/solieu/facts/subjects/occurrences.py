"""The amounts of an article among the words of their sentences, side by side as numbers."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import TypeVar

from solieu.facts.cues import folded
from solieu.facts.memo import remembered
from solieu.facts.sentences import sentence_at
from solieu.facts.subjects.codes import Codes
from solieu.facts.subjects.windows import UNITS, Occurrence, amounts_in, windows_of
from solieu.facts.subjects.word_classes import words_in
from solieu.records import Reading, Span

Answer = TypeVar("Answer")
Answers = Callable[[Codes], Sequence[Answer]]  # one for each amount

AT_ONCE = 64  # amounts looked at side by side: bounds the memory a hostile text can take
AMOUNT = re.compile(rf"\d\W{{0,3}}(?:{'|'.join(map(re.escape, sorted(UNITS)))}|nghìn|ngàn)")


def asked_once(answers: Answers[Answer]) -> Callable[[Reading, Span], Answer | None]:
    """Make what answers for amounts side by side answer for one: all of an article are asked about when the first is.

    None where an amount stands in no sentence.
    """

    @remembered
    def known(reading: Reading) -> list[Answer]:
        return list(chain.from_iterable(map(answers, _coded(reading))))

    def answer(reading: Reading, span: Span) -> Answer | None:
        ends = _ends(reading)
        at = bisect_right(ends, (span.start, len(reading.text)))
        if at < len(ends) and ends[at][1] < span.end:
            return known(reading)[at]
        occurrence = occurrence_of(reading, span)
        return answers(coded([occurrence]))[0] if occurrence else None

    return answer


def coded(occurrences: Sequence[Occurrence]) -> Codes:
    """Lay amounts side by side, as numbers."""
    return Codes(windows_of(occurrences))


@remembered
def _occurrences(reading: Reading) -> list[Occurrence]:
    return list(occurrences_in(reading))


@remembered
def _coded(reading: Reading) -> list[Codes]:
    found = _occurrences(reading)
    return [coded(found[at : at + AT_ONCE]) for at in range(0, len(found), AT_ONCE)]


@remembered
def _ends(reading: Reading) -> list[tuple[int, int]]:
    """Give where each of `occurrences_in` ends, and where it starts."""
    return [(one.words[one.amount[1] - 1].end, one.words[one.amount[0]].start) for one in _occurrences(reading)]


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
