"""Train the model of how the words around an amount lean: `python models/train_modality.py --help`.

Reads what `train_subjects.py` reads, prints how many of the amounts kept apart have the right modality, by the rules and by
the model, and writes `modality.npz`: weights of hashed features. The same annotations give the same weights.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from annotated import Article, articles_of, command_line

from solieu.facts import FACTS
from solieu.facts.qualifiers.context import context_of
from solieu.facts.qualifiers.leaning import RULES, places_of
from solieu.facts.qualifiers.modality import ruled
from solieu.facts.subjects.linear import BITS, save
from solieu.facts.subjects.occurrences import coded, occurrence_of
from solieu.records import Reading, Span

EPOCHS, RATE, DECAY, DROPPED, SEED = 8, 0.05, 1e-4, 0.5, 1
FEWEST = 8  # articles that a feature stands in
LEAST_WEIGHT = 0.02


@dataclass(slots=True)
class Told:
    """An amount: the places of its features, what the rules make of it, and whether it is a plan."""

    article: str
    places: np.ndarray
    rule: str
    modality: str
    times: int


def main() -> None:
    """Print the scores asked for and write the weights."""
    given = command_line(__doc__ or "", "modality.npz")
    amounts = [told for article in articles_of(given.train, given.standoff, given.texts) for told in told_in(article)]
    taught = [told for article in articles_of([], given.taught, given.texts) for told in told_in(article)]
    number([*amounts, *taught])
    if given.folds:
        _say("cross-validated", amounts, np.concatenate([*folds(amounts, taught, given.folds)]))
    weights = learn([*amounts, *taught]) if given.test or given.out else None
    if given.out:
        given.out.parent.mkdir(parents=True, exist_ok=True)
        save(given.out, weights, LEAST_WEIGHT)
    for folder in given.test:
        apart = [told for article in articles_of([folder], [], None) for told in told_in(article)]
        _say(f"on {folder}", apart, np.array([weights[told.places].sum() for told in apart]))


def told_in(article: Article) -> Iterator[Told]:
    """Describe the words around each amount of an article; amounts the kinds don't find, as annotated, are left out."""
    name, reading, amounts = article
    for amount in (one for one in amounts if one.modality in RULES):  # else it is not known
        span = Span(amount.start, amount.end, amount.kind)
        rule = _rule(reading, span)
        occurrence = occurrence_of(reading, span)
        if rule and occurrence:
            places = places_of(reading, coded([occurrence]), rule)
            yield Told(name, places.astype(np.int32), rule, amount.modality, amount.times)


def _rule(reading: Reading, span: Span) -> str | None:
    quantity = FACTS[span.label].normalize(reading, span)
    if quantity is None:
        return None
    return ruled(reading, context_of(reading, span, quantity.unit, ranged=quantity.low != quantity.high))


def number(amounts: Sequence[Told]) -> None:
    """Leave out, as place 0, the features that stand in few articles."""
    seen: dict[str, list[np.ndarray]] = {}
    for told in amounts:
        seen.setdefault(told.article, []).append(told.places)
    articles = np.zeros(1 << BITS, dtype=np.int32)
    for places in seen.values():
        articles[np.unique(np.concatenate(places))] += 1
    rare = articles < FEWEST
    for told in amounts:
        told.places = told.places[~rare[told.places]]


def learn(amounts: Sequence[Told]) -> np.ndarray:
    """Fit a logistic regression (AdaGrad, features dropped at random, weights averaged over the last half)."""
    chosen = [told for told in amounts for _ in range(told.times)]
    weights, squares, mean = (np.full(1 << BITS, value) for value in (0.0, 0.01, 0.0))
    chance = np.random.default_rng(SEED)
    for epoch in range(EPOCHS):
        for at in chance.permutation(len(chosen)):
            _step(chosen[at], weights, squares, chance)
        mean += weights * (epoch >= EPOCHS // 2) / (EPOCHS - EPOCHS // 2)
    return mean.astype(np.float32)


def _step(told: Told, weights: np.ndarray, squares: np.ndarray, chance: np.random.Generator) -> None:
    features, times = np.unique(told.places[chance.random(len(told.places)) > DROPPED], return_counts=True)
    wrong = 1 / (1 + np.exp(-weights[features] @ times)) - (told.modality == "target")
    slope = wrong * times + DECAY * weights[features]
    squares[features] += slope**2
    weights[features] -= RATE * slope / np.sqrt(squares[features])


def folds(amounts: Sequence[Told], taught: Sequence[Told], number_of: int) -> Iterator[np.ndarray]:
    """Score each amount by the weights of the other folds; amounts come in the order of their articles."""
    articles = list(dict.fromkeys(told.article for told in amounts))
    for at in range(number_of):
        apart = set(articles[at * len(articles) // number_of : (at + 1) * len(articles) // number_of])
        weights = learn([*(told for told in amounts if told.article not in apart), *taught])
        yield np.array([weights[told.places].sum() for told in amounts if told.article in apart])


def _say(what: str, amounts: Sequence[Told], scores: np.ndarray) -> None:
    modality = np.where(scores > 0, "target", "actual") == [told.modality for told in amounts]
    rules = np.mean([told.rule == told.modality for told in amounts])
    sys.stdout.write(f"{what}: {len(amounts)} amounts, modality {modality.mean():.4f}, by the rules alone {rules:.4f}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
