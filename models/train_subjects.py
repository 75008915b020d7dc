"""Train the ranking that chooses the subjects of amounts: `python models/train_subjects.py --train FOLDER … [--out FILE]`.

Reads `.ann` folders, prints what a cross-validation over their articles finds, and writes `subject_weights.tsv`: weights
of features, nothing of the texts. Names are those the tagger finds. The same folders give the same file.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from solieu.entities import find_entities
from solieu.evaluate.compare import fold, token_f1
from solieu.evaluate.gold import Amount, Annotated, read_gold
from solieu.facts import subject
from solieu.facts.subject import Sentence, Weights, look, sentence_at, subject_of
from solieu.facts.subject_features import Feature, of_end, of_phrase, of_start
from solieu.records import Reading, Span
from solieu.tokens import sentences

EPOCHS, RATE, DECAY, DROPPED, SEED = 8, 0.15, 1e-3, 0.6, 7
FEWEST_ARTICLES = 4  # that a feature stands in
LEAST_F1 = 0.5  # of the phrase trained towards where none is the subject to the letter
LEAST_WEIGHT = 0.05

Ids = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Choice:
    """The phrases around an amount: a row of features each, and how wanted each is."""

    article: int
    features: Ids
    wanted: Floats


@dataclass(slots=True)
class Learner:
    """Features numbered from 1 as they come, and the choices made of them."""

    numbers: dict[Feature, int] = field(default_factory=dict)
    choices: list[Choice] = field(default_factory=list)

    def see(self, article: int, sentence: Sentence, *, gold: Amount, text: str) -> None:
        """Add the choice of an amount's subject; the one nearest to it is noted for the amount after it."""
        amount = subject.amount_in(sentence, gold.start, gold.end)
        scene, phrases, echo = look(sentence, amount, gold.kind)
        offset = max(0, amount[0] - subject.REACH)
        words = sentence.words[offset:]
        said = [text[words[first].start : words[last - 1].end] for first, last in phrases]
        near = np.array([token_f1(gold.subject or "", one) for one in said])
        exact = np.array([fold(one) == fold(gold.subject) for one in said], dtype=bool)
        if exact.any():
            right = [phrase for phrase, same in zip(phrases, exact, strict=True) if same]
            best = min(right, key=lambda one: abs(one[1] + offset - amount[0]))
            sentence.subjects[amount] = best[0] + offset, best[1] + offset
        elif not len(near) or near.max() <= LEAST_F1:
            return
        rows = [
            self._rows([*of_start(scene, one[0]), *of_end(scene, one[1]), *of_phrase(scene, one), *echo(one)]) for one in phrases
        ]
        wide = np.zeros((len(rows), max(map(len, rows))), dtype=np.int32)
        for at, row in enumerate(rows):
            wide[at, : len(row)] = row
        wanted = exact if exact.any() else near == near.max()
        self.choices.append(Choice(article, wide, wanted.astype(float)))

    def _rows(self, features: list[Feature]) -> list[int]:
        return [self.numbers.setdefault(feature, len(self.numbers) + 1) for feature in features]


def main() -> None:
    """Print the cross-validated scores and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--train", type=Path, nargs="+", required=True, help="folders of .ann files")
    parser.add_argument("--out", type=Path, help="file to write, for example pipeline/solieu/gazetteer/subject_weights.tsv")
    parser.add_argument("--folds", type=int, default=5, help="folds of the cross-validation; 0: none")
    asked = parser.parse_args()
    articles = [(one, _read(one)) for folder in asked.train for one in read_gold(folder) if one.quantities]
    random.Random(SEED).shuffle(articles)  # noqa: S311  # not a secret
    learner = learn(articles)
    if asked.folds:
        complete, partial = np.mean(list(_validated(articles, learner, asked.folds)), axis=0)
        sys.stdout.write(f"cross-validated: complete {complete:.4f}, partial {partial:.4f}\n")
    if asked.out:
        _write(asked.out, fit(learner, set()))


def _read(article: Annotated) -> Reading:
    split = sentences(article.text)
    return Reading(article.text, split, find_entities(article.text, split))


def learn(articles: Sequence[tuple[Annotated, Reading]]) -> Learner:
    """Collect the choices of all amounts with a subject."""
    learner = Learner()
    for at, (article, reading) in enumerate(articles):
        for gold in article.quantities:
            sentence = sentence_at(reading, Span(gold.start, gold.end, gold.kind))
            if sentence and gold.subject:
                learner.see(at, sentence, gold=gold, text=article.text)
    return learner


def fit(learner: Learner, held_out: set[int]) -> Weights:
    """Fit a softmax over the phrases of each amount (AdaGrad, templates dropped at random, weights averaged)."""
    kept = _kept(learner)
    choices = [replace(one, features=kept[one.features]) for one in learner.choices if one.article not in held_out]
    weights, squares, mean = (np.full(kept.max() + 1, value) for value in (0.0, 0.01, 0.0))
    chance = np.random.default_rng(SEED)
    for epoch in range(EPOCHS):
        for at in chance.permutation(len(choices)):
            _step(choices[at], weights, squares, chance)
        mean += weights * (epoch >= EPOCHS // 2) / (EPOCHS - EPOCHS // 2)
    return {feature: mean[kept[number]] for feature, number in learner.numbers.items() if abs(mean[kept[number]]) > LEAST_WEIGHT}


def _kept(learner: Learner) -> Ids:
    """Number anew the features that stand in enough articles, the others 0."""
    articles: Counter[int] = Counter()
    for _, features in sorted({(one.article, int(number)) for one in learner.choices for number in np.unique(one.features)}):
        articles[features] += 1
    kept = np.zeros(len(learner.numbers) + 1, dtype=np.int32)
    frequent = sorted(number for number, count in articles.items() if number and count >= FEWEST_ARTICLES)
    kept[frequent] = np.arange(1, len(frequent) + 1)
    return kept


def _step(choice: Choice, weights: Floats, squares: Floats, chance: np.random.Generator) -> None:
    features = choice.features * (chance.random(choice.features.shape[1]) > DROPPED)
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


def _validated(articles: Sequence[tuple[Annotated, Reading]], learner: Learner, folds: int) -> Iterator[tuple[float, float]]:
    """Choose the subjects of each fold with the weights of the others: whether right, and token F1."""
    for fold_at in range(folds):
        held_out = set(range(fold_at, len(articles), folds))
        weights = fit(learner, held_out)
        subject.weights = lambda found=weights: found  # type: ignore[assignment, misc]
        for at in sorted(held_out):
            article, reading = articles[at]
            fresh = replace(reading)  # what was noted for the old one came from gold
            for gold in article.quantities:
                found = subject_of(fresh, Span(gold.start, gold.end, gold.kind))
                said = article.text[slice(*found)] if found else ""
                yield float(fold(said) == fold(gold.subject)), token_f1(gold.subject or "", said)


def _write(path: Path, weights: Weights) -> None:
    lines = sorted("\t".join([f"{weight:.2f}", *map(_cell, feature)]) for feature, weight in weights.items())
    note = "# Written by models/train_subjects.py from features of facts/subject_features.py."
    path.write_text("\n".join(["weight\tfeature" + "\t" * 6, note, *lines, ""]), encoding="utf-8")


def _cell(part: str | int) -> str:
    return str(int(part)) if isinstance(part, int) else part


if __name__ == "__main__":
    main()
