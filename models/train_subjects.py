"""Train the ranking that finds the subjects of amounts: `python models/train_subjects.py --help`.

Reads `.ann` folders and `amounts.tsv` (annotated amounts of the unlabelled articles, without a word of them), prints
what is found in articles kept apart and by cross-validation, and writes `subject.npz`: weights of hashed features.
The same annotations give the same weights. Names are those the tagger finds.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import sys
import zlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from solieu.clean.canonical import canonical
from solieu.entities import find_entities
from solieu.evaluate.compare import fold, token_f1
from solieu.evaluate.gold import read_gold
from solieu.facts.subjects.candidates import Candidates, candidates_of
from solieu.facts.subjects.codes import Codes
from solieu.facts.subjects.features import described
from solieu.facts.subjects.linear import BITS, save
from solieu.facts.subjects.subject import likeliest, occurrence_of, words_of
from solieu.facts.subjects.windows import windows_of
from solieu.records import Reading, Span
from solieu.tokens import sentences

EPOCHS, RATE, DECAY, DROPPED, SEED = 12, 0.15, 1e-3, 0.6, 7
FEWEST = 12  # articles that a feature stands in
LEAST_F1 = 0.5  # of the phrase trained towards where none is the subject to the letter
LEAST_WEIGHT = 0.05
OFTEN = 3  # times an amount of a person's annotation counts: thrice beat once by .011 complete (five folds of the gold)


@dataclass(slots=True)
class Choice:
    """The phrases near an amount: the places of their features (a row a phrase), which are right, how near each is.

    It is learned from `times` in each epoch.
    """

    article: str
    phrases: Candidates
    places: np.ndarray
    right: np.ndarray
    near: np.ndarray
    times: int = 1

    @property
    def wanted(self) -> np.ndarray:
        """Tell which phrases to train towards."""
        return self.right if self.right.any() else self.near == self.near.max()


def main() -> None:
    """Print the scores asked for and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--train", type=Path, nargs="+", required=True, help="folders of .ann files")
    parser.add_argument("--standoff", type=Path, help="models/amounts.tsv: annotated amounts of --texts")
    parser.add_argument("--texts", type=Path, help="the articles it refers to, JSONL.xz")
    parser.add_argument("--test", type=Path, nargs="*", default=[], help="folders of .ann files kept apart: scored, not learned")
    parser.add_argument("--folds", type=int, default=5, help="folds of the cross-validation over all articles; 0: none")
    parser.add_argument("--out", type=Path, help="file to write, for example models/solieu_vi/solieu_facts/subject.npz")
    asked = parser.parse_args()
    choices = list(_annotated(asked.train)) + (list(_standoff(asked.standoff, asked.texts)) if asked.standoff else [])
    number(choices)
    if asked.folds:
        _say("cross-validated", [found for some in folds(choices, asked.folds) for found in some])
    weights = learn(choices) if asked.test or asked.out else None
    if asked.out:
        asked.out.parent.mkdir(parents=True, exist_ok=True)
        save(asked.out, weights, LEAST_WEIGHT)
    for folder in asked.test:
        _say(f"on {folder}", [found(choice, weights) for choice in _annotated([folder])])


def _annotated(folders: Iterable[Path]) -> Iterator[Choice]:
    for folder in folders:
        for article in read_gold(folder):
            marked = [(one.kind, one.start, one.end, one.subject) for one in article.quantities if one.subject]
            for choice in choices_of(article.id, article.text, marked):
                choice.times = OFTEN
                yield choice


def _standoff(path: Path, texts: Path) -> Iterator[Choice]:
    """Lay annotated amounts on the articles they were annotated in; an article that has changed is an error."""
    wanted: dict[str, list[list[str]]] = {}
    for line in path.read_text(encoding="utf-8").split("\n")[1:]:
        if line and not line.startswith("#"):
            wanted.setdefault(line.split("\t")[0], []).append(line.split("\t"))
    for name, text in _articles(texts, wanted):
        if {int(row[1]) for row in wanted[name]} != {zlib.crc32(text.encode())}:
            sys.exit(f"{name} is not the article that was annotated in {path}")
        marked = [(row[2], int(row[3]), int(row[4]), row[5]) for row in wanted[name] if row[5] != "-"]
        yield from choices_of(name, text, [(*one[:3], text[slice(*map(int, one[3].split("-")))]) for one in marked])


def _articles(texts: Path, wanted: Collection[str]) -> Iterator[tuple[str, str]]:
    with lzma.open(texts, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.split('"', 4)[3] in wanted:  # most are not: no need to read them
                row = json.loads(line)
                yield row["id"], canonical(row["title"] + "\n\n" + row["text"])


def choices_of(article: str, text: str, marked: Sequence[tuple[str, int, int, str]]) -> Iterator[Choice]:
    """Describe the phrases near each amount of an article, given as kind, start, end and subject."""
    if not marked:
        return
    split = sentences(text)
    reading = Reading(text, split, find_entities(text, split))
    for kind, start, end, subject in marked:
        occurrence = occurrence_of(reading, Span(start, end, kind))
        windows = windows_of([occurrence] if occurrence else [])
        codes = Codes(windows)
        found = candidates_of(windows, codes)
        said = [text[slice(*words_of(windows, first, last))] for first, last in zip(found.first, found.last, strict=True)]
        near = np.array([token_f1(subject, one) for one in said])
        right = np.array([fold(one) == fold(subject) for one in said], dtype=bool)
        seen = [part.places() for part in described(windows, codes, found)] if said else [np.zeros((0, 0), dtype=np.int64)]
        places = np.concatenate(seen).T
        yield Choice(article, found, places.astype(np.int32), right, near)


def number(choices: Sequence[Choice]) -> None:
    """Leave out, as place 0, the features that stand in few articles."""
    articles = np.zeros(1 << BITS, dtype=np.int32)
    seen: dict[str, list[np.ndarray]] = {}
    for choice in choices:
        seen.setdefault(choice.article, []).append(choice.places.ravel())
    for places in seen.values():
        articles[np.unique(np.concatenate(places))] += 1
    rare = articles < FEWEST
    rare[0] = True
    for choice in choices:
        choice.places[rare[choice.places]] = 0


def learn(choices: Iterable[Choice]) -> np.ndarray:
    """Fit a softmax over the phrases of each amount (AdaGrad, templates dropped at random, weights averaged)."""
    chosen = [choice for choice in choices if choice.near.max(initial=0) > LEAST_F1 for _ in range(choice.times)]
    weights, squares, mean = (np.full(1 << BITS, value) for value in (0.0, 0.01, 0.0))
    chance = np.random.default_rng(SEED)
    for epoch in range(EPOCHS):
        for at in chance.permutation(len(chosen)):
            _step(chosen[at], weights, squares, chance)
        mean += weights * (epoch >= EPOCHS // 2) / (EPOCHS - EPOCHS // 2)
    return mean.astype(np.float32)


def _step(choice: Choice, weights: np.ndarray, squares: np.ndarray, chance: np.random.Generator) -> None:
    features = choice.places[:, chance.random(choice.places.shape[1]) > DROPPED]
    scores = weights[features].sum(axis=1)
    shares = np.exp(scores - scores.max())
    shares /= shares.sum()
    wanted = shares * choice.wanted
    wrong = shares - wanted / (wanted.sum() + 1e-12)
    touched, where = np.unique(features.ravel(), return_inverse=True)
    slope = np.bincount(where, np.repeat(wrong, features.shape[1])) + DECAY * weights[touched]
    slope[touched == 0] = 0
    squares[touched] += slope**2
    weights[touched] -= RATE * slope / np.sqrt(squares[touched])


def folds(choices: Sequence[Choice], number_of: int) -> Iterator[list[tuple[bool, float]]]:
    """Find the subjects of each fold with the weights of the others."""
    articles = sorted({choice.article for choice in choices})
    random.Random(SEED).shuffle(articles)  # noqa: S311  # not a secret
    for at in range(number_of):
        apart = set(articles[at::number_of])
        weights = learn(choice for choice in choices if choice.article not in apart)
        yield [found(choice, weights) for choice in choices if choice.article in apart]


def found(choice: Choice, weights: np.ndarray) -> tuple[bool, float]:
    """Tell whether the best phrase is the subject to the letter, and its token F1."""
    if not len(choice.near):
        return False, 0.0
    best = likeliest(choice.phrases, weights[choice.places].sum(axis=1), 1)[0]
    return bool(choice.right[best]), float(choice.near[best])


def _say(what: str, results: Sequence[tuple[bool, float]]) -> None:
    complete, partial = np.mean(results, axis=0)
    sys.stdout.write(f"{what}: {len(results)} amounts, complete {complete:.4f}, partial {partial:.4f}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
