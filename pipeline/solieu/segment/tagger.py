"""Cuts sentences into words: all sentences of an article at once, each as if it stood alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from solieu.segment import plain
from solieu.segment.model import COLUMNS, REACH, Floats, Ints, Model, key_of
from solieu.segment.runs import END, FINAL, LOWER, RAW, SHAPE, START, Offsets, Runs, bounds

Bools = npt.NDArray[np.bool_]

TIE = 1e-9  # scores are sums of some 50 weights of up to ten: rounding is far below, other differences far above
LONGEST_BATCH = 20_000  # characters tagged at once: bounds the arrays, and an article is rarely longer


@dataclass(frozen=True, slots=True)
class Segmenter:
    """underthesea's words, to the letter, without its strings; `words` is a pure function of its arguments."""

    model: Model
    runs: Runs

    def words(self, text: str, sentences: Sequence[Offsets]) -> list[Offsets]:
        """Cut sentences, given in order, into words; what lies between sentences is left out."""
        told = [(start, end) for start, end in sentences if text[start:end].strip()]
        return [word for batch in _batches(told) for word in self._words(text, batch)]

    def _words(self, text: str, sentences: Sequence[Offsets]) -> list[Offsets]:
        starts, ends = bounds(text, sentences)
        runs = [text[start:end] for start, end in zip(starts.tolist(), ends.tolist(), strict=True)]
        after = np.searchsorted(starts, [end for _, end in sentences])  # a sentence's run after the last
        for run, (_, end) in zip(after.tolist(), sentences, strict=True):
            if text[ends[run - 1] : end] in ("", "\n"):
                runs[run - 1] += FINAL
        tokens, counts = self.runs.tokens_of(runs)
        firsts = np.unique(np.concatenate([[0], counts.cumsum()])[np.concatenate([[0], after])])
        goes_on = self._goes_on(tokens, firsts)
        if goes_on is None:
            alone = self._words if len(sentences) > 1 else plain.words
            return [word for sentence in sentences for word in alone(text, [sentence])]
        at = starts.repeat(counts)
        first = np.flatnonzero(~goes_on)
        last = np.append(first[1:], len(tokens)) - 1
        return list(zip((at + tokens[:, START])[first].tolist(), (at + tokens[:, END])[last].tolist(), strict=True))

    def _goes_on(self, tokens: Ints, firsts: Ints) -> Bools | None:
        """Tell of each token whether the word before goes on; nothing if some sentence has two readings equally good.

        Sentence s is `tokens[firsts[s] : firsts[s + 1]]`.
        """
        lengths = np.diff(firsts)
        place = np.arange(len(tokens)) + REACH * np.arange(1, len(firsts)).repeat(lengths)
        gaps = firsts + REACH * np.arange(len(firsts))
        gains = gains_of(self.model, _spread(tokens, place, gaps[-1] + REACH), gaps)[place]
        found = best_path(gains, firsts, self.model.moves)
        if found is not None:
            found[firsts[:-1]] = False  # underthesea starts a word here, whatever the tag
        return found


def _spread(tokens: Ints, place: Ints, length: int) -> Ints:
    """Put the tokens at their places, unknown ones between."""
    spread = np.zeros((length, 3), dtype=np.int64)
    spread[place] = tokens[:, : SHAPE + 1]
    return spread


def gains_of(model: Model, tokens: Ints, gaps: Ints) -> Floats:
    """Sum what the syllables, pairs and triples say for "goes on"; at the gaps stand two of no sentence."""
    total = np.zeros(len(tokens) + 2 * REACH)
    for size, columns in COLUMNS.items():
        tables = model.tables[size]
        count = len(tokens) - size + 1
        parts = [tokens[at : at + count] for at in range(size)]
        rows = tables.raw.rows(key_of([part[:, RAW] for part in parts], len(model.raw)))
        rows += tables.lower.rows(key_of([part[:, LOWER] for part in parts], len(model.lower)))
        rows += tables.shapes.take(np.bitwise_and.reduce([part[:, SHAPE] for part in parts]), axis=0)
        for outside in range(REACH):
            rows[gaps + outside - size + 1] = tables.ended
        for outside in range(REACH):
            rows[gaps[:-1] + outside] = tables.begun
        for column in range(columns):
            at = 2 * REACH - column
            total[at : at + count] += rows[:, column]
    return total[REACH:-REACH]


def best_path(gains: Floats, firsts: Ints, moves: Floats) -> Bools | None:
    """Tell for each token whether label 1 is on the best path through its sentence (Viterbi); of a sentence's first, nothing.

    With two labels it is enough to know the lead of the best path that ends in 1 over the best that ends in 0: a token is 1
    where its lead is above what the label after it asks. What the token before adds to a lead is bounded, and so is what is
    asked; most gains lie beyond both bounds and decide by themselves, only the others are walked through. Where two paths
    are as good (a row of unknown signs) rounding would decide, in underthesea as here: then nothing is told.
    """
    (stay, enter), (leave, remain) = moves.tolist()
    asked = stay - leave, enter - remain  # by label 0 and by label 1
    added = enter - stay, remain - leave  # by a lead below what both ask, and by one above
    least, most = gains + min(added), gains + max(added)
    near = (least <= max(*asked, 0) + TIE) & (most >= min(*asked, 0) - TIE)
    least[firsts[:-1]], near[firsts[:-1]] = gains[firsts[:-1]], False
    path: Bools = least > 0
    walked, leads, goes_on, ends = np.flatnonzero(near).tolist(), least.tolist(), path.tolist(), set(firsts.tolist())
    for at, gain in zip(walked, gains[near].tolist(), strict=True):
        lead = leads[at - 1]  # exact, or on the same side of what both labels ask as the exact one
        leads[at] = gain + max(lead + remain, enter) - max(lead + leave, stay)
    for at in reversed(walked):
        needed = 0 if at + 1 in ends else asked[goes_on[at + 1]]
        if abs(leads[at] - needed) < TIE:
            return None
        goes_on[at] = leads[at] > needed
    path[near] = [goes_on[at] for at in walked]
    return path


def _batches(sentences: Sequence[Offsets]) -> Iterator[Sequence[Offsets]]:
    first = 0
    for at, (_, end) in enumerate(sentences):
        if end - sentences[first][0] > LONGEST_BATCH and at > first:
            yield sentences[first:at]
            first = at
    if sentences[first:]:
        yield sentences[first:]
