"""Train the ranking that finds the subjects of amounts: `python models/train_subjects.py --help`.

Reads `.ann` folders and tables of annotated amounts (of the unlabelled articles, without a word of them), prints what is found
in articles kept apart and by cross-validation, and writes `subject.npz`: weights of hashed features. The same annotations give
the same weights. Names are those the tagger finds.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from annotated import Article, articles_of, command_line

from solieu.evaluate.compare import fold, token_f1
from solieu.facts.subjects.candidates import Candidates, candidates_of
from solieu.facts.subjects.features import described
from solieu.facts.subjects.linear import BITS, save
from solieu.facts.subjects.occurrences import coded, occurrence_of
from solieu.facts.subjects.subject import likeliest, words_of
from solieu.records import Span

EPOCHS, RATE, DECAY, DROPPED, SEED = 12, 0.15, 1e-3, 0.6, 7
FEWEST = 12  # articles that a feature stands in
LEAST_F1 = 0.5  # of the phrase trained towards where none is the subject to the letter
LEAST_WEIGHT = 0.05


@dataclass(slots=True)
class Choice:
    """The phrases near an amount: the places of their features (a row a phrase), which are right, how near each is.

    It is learned from `times` in each epoch. `taught` are the shares an encoder gave the phrases.
    """

    article: str
    phrases: Candidates
    places: np.ndarray
    right: np.ndarray
    near: np.ndarray
    times: int = 1
    taught: np.ndarray | None = None

    def wanted(self, shares: np.ndarray) -> np.ndarray:
        """Give the shares to train towards: the encoder's, or all to what is right, split as the shares of now are."""
        if self.taught is not None:
            return self.taught
        wanted = shares * (self.right if self.right.any() else self.near == self.near.max())
        return wanted / (wanted.sum() + 1e-12)


def main() -> None:
    """Print the scores asked for and write the weights."""
    given = command_line(__doc__ or "", "subject.npz")
    choices = [choice for article in articles_of(given.train, given.standoff, given.texts) for choice in choices_of(article)]
    taught = [choice for article in articles_of([], given.taught, given.texts) for choice in choices_of(article)]
    number([*choices, *taught])
    if given.folds:
        _say("cross-validated", [found for some in folds(choices, taught, given.folds) for found in some])
    weights = learn([*choices, *taught]) if given.test or given.out else None
    if given.out:
        given.out.parent.mkdir(parents=True, exist_ok=True)
        save(given.out, weights, LEAST_WEIGHT)
    for folder in given.test:
        _say(
            f"on {folder}",
            [found(choice, weights) for article in articles_of([folder], [], None) for choice in choices_of(article)],
        )


def choices_of(article: Article) -> Iterator[Choice]:
    """Describe the phrases near each amount of an article whose subject is known."""
    name, reading, amounts = article
    for amount in (one for one in amounts if one.subject):
        occurrence = occurrence_of(reading, Span(amount.start, amount.end, amount.kind))
        codes = coded([occurrence] if occurrence else [])
        found = candidates_of(codes.windows, codes)
        spans = [words_of(codes.windows, first, last) for first, last in zip(found.first, found.last, strict=True)]
        said = [reading.text[slice(*span)] for span in spans]
        near = np.array([token_f1(amount.subject, one) for one in said])
        right = np.array([fold(one) == fold(amount.subject) for one in said], dtype=bool)
        seen = [part.places() for part in described(codes.windows, codes, found)] if said else [np.zeros((0, 0), dtype=np.int64)]
        places = np.concatenate(seen).T
        taught = _shares(spans, amount.phrases or {})
        yield Choice(name, found, places.astype(np.int32), right, near, amount.times, taught)


def _shares(spans: Sequence[tuple[int, int]], known: dict[tuple[int, int], float]) -> np.ndarray | None:
    """Give each phrase the share that is known of it; None where none has any."""
    shares = np.array([known.get(span, 0.0) for span in spans])
    return shares / shares.sum() if shares.any() else None


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
    wrong = shares - choice.wanted(shares)
    touched, where = np.unique(features.ravel(), return_inverse=True)
    slope = np.bincount(where, np.repeat(wrong, features.shape[1])) + DECAY * weights[touched]
    slope[touched == 0] = 0
    squares[touched] += slope**2
    weights[touched] -= RATE * slope / np.sqrt(squares[touched])


def folds(choices: Sequence[Choice], taught: Sequence[Choice], number_of: int) -> Iterator[list[tuple[bool, float]]]:
    """Find the subjects of each fold with the weights of the others."""
    articles = sorted({choice.article for choice in choices})
    random.Random(SEED).shuffle(articles)  # noqa: S311  # not a secret
    for at in range(number_of):
        apart = set(articles[at::number_of])
        weights = learn([*(choice for choice in choices if choice.article not in apart), *taught])
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
