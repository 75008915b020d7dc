"""How good the tagger is: F1 of the names it finds, by cross-validation over articles or on articles kept apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from solieu.entities.features import Clusters
from solieu.entities.learn import Example, Name, fit
from solieu.entities.tagger import Tagger, tagger_of

Pair = tuple[Example, list[Name]]  # an example and the names found in it


def cross_validated(examples: Sequence[Example], always: Sequence[Example], clusters: Clusters, *, folds: int) -> list[Pair]:
    """Find the names of each example with a model trained on the other folds and on `always`."""
    found: list[Pair] = []
    for fold in range(folds):
        train = [example for at, example in enumerate(examples) if at % folds != fold]
        found.extend(applied(tagger_of(fit([*train, *always], clusters)), examples[fold::folds]))
    return found


def applied(tagger: Tagger, examples: Iterable[Example]) -> list[Pair]:
    """Find the names of examples with a trained tagger."""
    return [
        (example, [(start, end, label) for start, end, label, _ in tagger.find(example.text, example.sentences)])
        for example in examples
    ]


def scores(pairs: Iterable[Pair]) -> dict[str, float]:
    """Score found names as `score.py` does: strict (label, start and end), relaxed (label, overlapping), and by label.

    >>> example = Example("1", "Ông Lê An ở Huế", ((0, 15),), ((4, 9, "PER"), (12, 15, "LOC")))
    >>> scores([(example, [(4, 6, "PER"), (12, 15, "LOC")])])
    {'strict': 0.5, 'relaxed': 1.0, 'PER': 0.0, 'ORG': 0.0, 'LOC': 1.0}
    """
    counts: Counter[tuple[str, str]] = Counter()
    for example, found in pairs:
        for label in ("PER", "ORG", "LOC"):
            gold = sorted(name for name in example.names if name[2] == label)
            mine = sorted(name for name in found if name[2] == label)
            counts["relaxed", "all"] += _overlapping(gold, mine)
            counts[label, "same"] += len(set(gold) & set(mine))
            counts[label, "all"] += len(gold) + len(mine)
    total = sum(counts[label, "all"] for label in ("PER", "ORG", "LOC"))
    same = sum(counts[label, "same"] for label in ("PER", "ORG", "LOC"))
    by_label = {label: _f1(counts[label, "same"], counts[label, "all"]) for label in ("PER", "ORG", "LOC")}
    return {"strict": _f1(same, total), "relaxed": _f1(counts["relaxed", "all"], total), **by_label}


def _f1(matched: int, both: int) -> float:
    return round(2 * matched / both, 4) if both else 0.0


def _overlapping(gold: Sequence[Name], mine: Sequence[Name]) -> int:
    """Count pairs that overlap, each name used once, by walking both lists."""
    pairs = left = right = 0
    while left < len(gold) and right < len(mine):
        overlap = gold[left][0] < mine[right][1] and mine[right][0] < gold[left][1]
        pairs += overlap
        first = gold[left][1] <= mine[right][1]
        left, right = (left + 1, right + 1) if overlap else (left + first, right + (not first))
    return pairs
