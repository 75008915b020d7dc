"""What counts as the same: how a gold article and what was found in it are set against each other."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from solieu.evaluate.gold import Amount, Annotated, Mention, Post, Saying

LABELS = ("PER", "ORG", "LOC")
KINDS = ("area", "percent", "money")
FIELDS = ("comparator", "change", "modality")
TOLD = ("as_of", "speaker")  # what most amounts leave open
SAME_PERSON = 0.8  # token F1 of title and organisation
TOLERANCE = 1e-6

Item = TypeVar("Item", Mention, Amount, Saying)


@dataclass(slots=True)
class Tally:
    """One article's counts: by score, (true positives, found, gold); by field, the marks; the errors as lines."""

    article: str = ""
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    marks: dict[str, list[float]] = field(default_factory=dict)
    errors: list[tuple[str, str]] = field(default_factory=list)

    def add(self, score: str, hits: int, found: int, gold: int) -> None:
        """Add counts to a score."""
        for what, number in (("hits", hits), ("found", found), ("gold", gold)):
            self.counts[score, what] += number

    def mark(self, score: str, value: float) -> None:
        """Add one mark, 0 to 1, to a mean."""
        self.marks.setdefault(score, []).append(value)

    def join(self, other: Tally) -> None:
        """Take over what another tally of the same article holds."""
        self.counts += other.counts
        self.marks |= other.marks
        self.errors += other.errors


def compare(gold: Annotated, found: Annotated) -> Tally:
    """Score one article; `gold` stands on the same text as `found`."""
    tally = Tally(gold.id)
    for label in LABELS:
        _entities(tally, label, gold, found)
    for kind in KINDS:
        _quantities(tally, kind, gold, found)
    _officials(tally, gold.officials, found.officials)
    if gold.statements is not None:
        _statements(tally, gold.statements, found.statements or (), found.text)
    return tally


def fold(text: str | None) -> str:
    """Fold case, white space and dashes, and drop the punctuation around.

    >>> fold(" Kinh  tế – Xã hội.")
    'kinh tế - xã hội'
    """
    folded = unicodedata.normalize("NFC", text or "").casefold()
    return re.sub(r"\s+", " ", re.sub(r"[-–—]", "-", folded)).strip(' .,;:-"“”')


def token_f1(one: str | None, other: str | None) -> float:
    """Give the F1 of the words two phrases share.

    >>> round(token_f1("Cụm công nghiệp Việt Nhật", "cụm Việt Nhật"), 2)
    0.75
    """
    left, right = (Counter(re.findall(r"\w+", fold(text))) for text in (one, other))
    shared = (left & right).total()
    return 2 * shared / (left.total() + right.total()) if shared else 0.0


def pair(gold: Sequence[Item], found: Sequence[Item], same: Callable[[Item, Item], bool]) -> list[tuple[Item, Item]]:
    """Pair overlapping items for which `same` holds, one to one, the nearest first."""
    near = sorted(
        (abs(one.start - other.start) + abs(one.end - other.end), i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(found)
        if one.start < other.end and other.start < one.end and same(one, other)
    )
    used_gold: set[int] = set()
    used_found: set[int] = set()
    pairs = []
    for _, i, j in near:
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            pairs.append((gold[i], found[j]))
    return pairs


def same_value(one: Amount, other: Amount) -> bool:
    """Tell whether two amounts are the same number of the same unit."""
    return one.unit == other.unit and _close(one.low, other.low) and _close(one.high, other.high)


def _close(one: float, other: float) -> bool:
    return abs(one - other) <= TOLERANCE * max(1.0, abs(one), abs(other))


def _entities(tally: Tally, label: str, gold: Annotated, found: Annotated) -> None:
    wanted = [item for item in gold.entities if item.label == label]
    given = [item for item in found.entities if item.label == label]
    exact, shown = {(item.start, item.end) for item in wanted}, {(item.start, item.end) for item in given}
    overlapping = len(pair(wanted, given, lambda *_: True))
    for suffix in (f".{label}", ""):
        tally.add(f"entity.strict{suffix}", len(exact & shown), len(shown), len(exact))
        tally.add(f"entity.relaxed{suffix}", overlapping, len(given), len(wanted))
    tally.errors += [(f"missed {label}", _around(found.text, item)) for item in wanted if (item.start, item.end) not in shown]
    tally.errors += [(f"spurious {label}", found.text[start:end]) for start, end in sorted(shown - exact)]


def _quantities(tally: Tally, kind: str, gold: Annotated, found: Annotated) -> None:
    wanted = [item for item in gold.quantities if item.kind == kind]
    given = [item for item in found.quantities if item.kind == kind]
    right = pair(wanted, given, same_value)
    full = [one for one, other in right if (one.comparator, one.change) == (other.comparator, other.change)]
    for name in (kind, "quantity"):
        tally.add(f"{name}.value", len(right), len(given), len(wanted))
        tally.add(f"{name}.full", len(full), len(given), len(wanted))
    for one, other in right:
        told = _told(tally, one, other) if gold.statements is not None else ()
        tally.errors += [(what, _around(found.text, one)) for what in (*_fields(tally, one, other), *told)]
    seen, shown = {(one.start, one.end) for one, _ in right}, {(other.start, other.end) for _, other in right}
    tally.errors += [(f"missed {kind}", _around(found.text, item)) for item in wanted if (item.start, item.end) not in seen]
    tally.errors += [(f"spurious {kind}", _around(found.text, item)) for item in given if (item.start, item.end) not in shown]


def _fields(tally: Tally, one: Amount, other: Amount) -> Iterator[str]:
    for name in FIELDS:
        wanted, given = getattr(one, name), getattr(other, name)
        tally.mark(f"quantity.{name}", wanted == given)
        if wanted != given:
            yield f"{name} {given!r} for {wanted!r}"
    if one.subject:
        complete = fold(one.subject) == fold(other.subject)
        tally.mark("quantity.subject.complete", complete)
        tally.mark("quantity.subject.partial", token_f1(one.subject, other.subject))
        if not complete:
            yield f"subject {other.subject!r} for {one.subject!r}"


def _told(tally: Tally, one: Amount, other: Amount) -> Iterator[str]:
    for name in TOLD:
        wanted, given = getattr(one, name), getattr(other, name)
        same = fold(wanted) == fold(given)
        tally.add(f"quantity.{name}", bool(wanted) and same, bool(given), bool(wanted))
        if not same:
            yield f"{name} {given!r} for {wanted!r}"


def _statements(tally: Tally, wanted: Sequence[Saying], given: Sequence[Saying], text: str) -> None:
    right = pair(wanted, given, lambda one, other: fold(one.speaker) == fold(other.speaker))
    exact = sum((one.start, one.end) == (other.start, other.end) for one, other in right)
    tally.add("statement.strict", exact, len(given), len(wanted))
    tally.add("statement.relaxed", len(right), len(given), len(wanted))
    for one, other in right:
        tally.mark("statement.cue", fold(one.cue) == fold(other.cue))
        tally.mark("statement.direct", one.direct == other.direct)
        if (one.start, one.end) != (other.start, other.end):
            tally.errors.append((f"words said {text[other.start : other.end]!r}", _around(text, one)))
    seen, shown = [one for one, _ in right], [other for _, other in right]
    tally.errors += [(f"missed statement of {item.speaker}", _around(text, item)) for item in wanted if item not in seen]
    tally.errors += [(f"spurious statement of {item.speaker}", _around(text, item)) for item in given if item not in shown]


def _officials(tally: Tally, gold: Sequence[Post], found: Sequence[Post]) -> None:
    wanted, given = ({(fold(post.name), fold(post.title), fold(post.organisation)) for post in posts} for posts in (gold, found))
    tally.add("official.strict", len(wanted & given), len(given), len(wanted))
    tally.add("official.person", _persons(wanted, list(given)), len(given), len(wanted))
    tally.errors += [("missed official", " | ".join(post)) for post in sorted(wanted - given)]
    tally.errors += [("spurious official", " | ".join(post)) for post in sorted(given - wanted)]


def _persons(wanted: set[tuple[str, str, str]], left: list[tuple[str, str, str]]) -> int:
    hits = 0
    for name, *post in sorted(wanted):
        near = [(token_f1(" ".join(other[1:]), " ".join(post)), other) for other in left if other[0] == name]
        best = max(near, default=(0.0, None))
        if best[1] and best[0] >= SAME_PERSON:
            left.remove(best[1])
            hits += 1
    return hits


def _around(text: str, item: Mention | Amount | Saying) -> str:
    if item.start < 0:
        return "(its words are not in the text)"
    return (
        text[max(0, item.start - 40) : item.start].replace("\n", " ")
        + "⟦"
        + text[item.start : item.end]
        + "⟧"
        + text[item.end : item.end + 20].replace("\n", " ")
    )
