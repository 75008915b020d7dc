"""Which way the words around an amount lean: towards a plan or towards a fact, by a trained linear model over them.

Short names, for templates: `w` is a word, `v` the word after it, `d` and `e` their classes of like use, `far` how far it
stands from the amount, `commas` and `clauses` how many of them stand between, `kind` the amount's.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from solieu.facts.memo import remembered
from solieu.facts.subjects.codes import KINDS, Codes, code_of, told_of
from solieu.facts.subjects.features import FAR
from solieu.facts.subjects.linear import Attributes, Halves, Templates, load, summed
from solieu.facts.subjects.occurrences import asked_once
from solieu.facts.subjects.windows import EDGE, GAP, REACH, Ints
from solieu.facts.subjects.word_classes import words_in
from solieu.records import Reading, Span
from solieu.trained import trained

WORD = ("w", "w far", "w commas", "w clauses", "w kind", "w v", "w v far", "w v clauses", "d far", "d e")
AROUND = Templates(tuple(f"side {text}" for text in WORD))
TITLE = Templates(("title w", "title w v", "title d", "title d e"))
RULED = Templates(("rule", "rule kind"))
RULES = ("actual", "target")
COUNTED = [list(KINDS).index(kind) for kind in ("comma", "clause", "stop")]
MOST = 3  # of these between a word and its amount: more are as many


def leaning(reading: Reading, span: Span, rule: str) -> float:
    """Tell how far an amount leans towards a plan (below 0: towards a fact), `rule` being what the rules make of it.

    >>> text = "Huyện phấn đấu thu hút 5 tỷ đồng."
    >>> leaning(Reading(text, ((0, len(text)),)), Span(23, 32, "money"), "target") > 0
    True
    """
    around = _around(reading, span)
    return float(around or 0) + _of_title(reading) + _of_rule(rule, span.label)


def leanings(codes: Codes) -> list[float]:
    """Add up what the words around each amount weigh."""
    attributes, window = around(codes)
    scores = summed(weights(), AROUND.places(attributes))
    return list(map(float, np.bincount(window, scores, len(codes.windows.kinds))))


_around = asked_once(leanings)


def around(codes: Codes) -> tuple[Attributes, Ints]:
    """Describe the words around amounts, and number each word's amount."""
    windows = codes.windows
    begin, end = windows.begin, windows.end
    word = np.arange(len(windows.words))
    window = np.searchsorted(windows.start, word, side="right") - 1
    stop = np.append(windows.start[1:], len(word))[window] - GAP
    kept = (word < stop) & ((word < begin[window]) | (word >= end[window]))
    word, window = word[kept], window[kept]
    left = word < begin[window]
    first = np.where(left, word, end[window])
    last = np.where(left, begin[window], word)
    counted = codes.counted[:, COUNTED]
    commas, clauses, stops = np.minimum(counted.take(last, axis=0) - counted.take(first, axis=0), MOST).T
    kind = np.array([code_of(name) for name in windows.kinds])
    return {
        "side": left.astype(np.int64),
        "w": codes.word[word],
        "v": codes.word[word + 1],
        "d": codes.near[word],
        "e": codes.near[word + 1],
        "far": FAR[last - first],
        "commas": commas,
        "clauses": clauses + (MOST + 1) * stops,
        "kind": kind[window],
    }, window


@remembered
def _of_title(reading: Reading) -> float:
    attributes = title(reading)
    return float(summed(weights(), TITLE.places(attributes)).sum()) if attributes else 0.0


def title(reading: Reading) -> Attributes | None:
    """Describe the words of the title; None where there is none."""
    words = words_in(reading, 0, max(reading.text.find("\n"), 0))[:REACH]
    if not words:
        return None
    word, _, _, near, *_ = told_of([*words, EDGE])
    return {"title": np.zeros(len(words), dtype=np.int64), "w": word[:-1], "v": word[1:], "d": near[:-1], "e": near[1:]}


@cache
def _of_rule(rule: str, kind: str) -> float:
    return float(summed(weights(), RULED.places(ruled(rule, kind)))[0])


def ruled(rule: str, kind: str) -> Attributes:
    """Describe what the rules make of an amount."""
    return {"rule": np.array([RULES.index(rule)]), "kind": np.array([code_of(kind)])}


def places_of(reading: Reading, codes: Codes, rule: str) -> Ints:
    """Give the places of all features of the one amount that `codes` hold, for training."""
    attributes, _ = around(codes)
    named = title(reading)
    found = [AROUND.places(attributes), RULED.places(ruled(rule, codes.windows.kinds[0]))]
    return np.concatenate([part.ravel() for part in [*found, *([TITLE.places(named)] if named else [])]])


@cache
def weights() -> Halves:
    """Read the trained weights."""
    return load(trained("solieu_facts/modality.npz"))
