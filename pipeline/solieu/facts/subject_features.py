"""What a phrase near an amount looks like: the features a subject is chosen by.

Most depend on one border of the phrase, so that they are counted once for all phrases that share it; `scene` names
what does not change from phrase to phrase.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from solieu.facts.subject_candidates import Range
from solieu.facts.subject_words import Word
from solieu.gazetteer.table import rows

Feature = tuple[str | int, ...]

PAD = 3  # marks before the first and after the last word, so that a neighbour is always there
FAR = ((5, 5), (8, 8), (13, 13))
HEDGES = frozenset(word for word, there in rows("subject_borders.tsv") if there == "hedge")
VERBS = frozenset(["V", "VC", "VH"])
NAMES = frozenset(["PER", "ORG", "LOC"])
NOUNS = frozenset(["N", "Np", "NA", "NP"]) | NAMES


@dataclass(frozen=True, slots=True)
class Scene:
    """An amount among words: `low` and `tag` are padded and hold `A` at the amount; `before` and `after` are what
    stands next to it, `verb` the last word before it that does not hedge, `unit` its last word.
    """

    low: list[str]
    tag: list[str]
    amount: Range
    kind: str
    before: str
    verb: str
    unit: str
    after: str
    next_tag: str


def scene_of(words: Sequence[Word], amount: Range, kind: str) -> Scene:
    """Set the scene of an amount."""
    pad = ["|"] * PAD
    low, tag = [*pad, *(word.low for word in words), *pad], [*pad, *(word.tag for word in words), *pad]
    first, last = amount[0] + PAD, amount[1] + PAD
    unit = low[last - 1]
    low[first:last] = tag[first:last] = ["A"] * (last - first)
    verb = first - 1
    while verb > PAD and low[verb] in HEDGES:
        verb -= 1
    skip = last + 2 * (low[last] == "/")
    return Scene(low, tag, amount, kind, low[first - 1], low[verb], unit, low[last], tag[min(skip, len(tag) - 1)])


def of_start(scene: Scene, first: int) -> list[Feature]:
    """Describe where a phrase begins; after the amount, also what stands between."""
    low, tag, at = scene.low, scene.tag, first + PAD
    side = "L" if first < scene.amount[0] else "R"
    word, here, previous, before, then = low[at], tag[at], low[at - 1], tag[at - 1], tag[at + 1]
    found: list[Feature] = [
        ("s0", side, word),
        ("s1", side, here),
        ("s2", side, previous),
        ("s3", side, before),
        ("s4", side, before, here),
        ("s5", side, previous, here),
        ("s6", side, before, word),
        ("s7", side, tag[at - 2], before, here),
        ("s8", side, previous, word),
        ("s9", side, here, then),
        ("s10", side, word, low[at + 1]),
        ("s11", side, before, here, then),
        ("s12", side, scene.kind, word),
        ("s13", side, before, word, then),
    ]
    if side == "R":
        return found + _between(scene, scene.amount[1], first, here)
    gap = tag[at : scene.amount[0] + PAD]
    far = _bucket(len(gap))
    return [*found, ("s14", far), ("s15", here, far), ("s16", gap.count(","), gap.count("M")), ("s17", word, scene.before)]


def of_end(scene: Scene, last: int) -> list[Feature]:
    """Describe where a phrase ends; before the amount, also what stands between."""
    low, tag, at = scene.low, scene.tag, last + PAD
    side = "L" if last <= scene.amount[0] else "R"
    word, here, then, after = low[at - 1], tag[at - 1], low[at], tag[at]
    found: list[Feature] = [
        ("e0", side, word),
        ("e1", side, here),
        ("e2", side, then),
        ("e3", side, after),
        ("e4", side, here, after),
        ("e5", side, here, then),
        ("e6", side, after, tag[at + 1]),
        ("e7", side, here, after, tag[at + 1]),
        ("e8", side, word, then),
        ("e9", side, tag[at - 2], here, after),
        ("e10", side, word, after),
        ("e11", side, after, low[at + 1]),
        ("e12", side, then, low[at + 1]),
    ]
    return found + _between(scene, last, scene.amount[0], here) if side == "L" else found


def _between(scene: Scene, start: int, end: int, border: str) -> list[Feature]:
    low, tag = scene.low[start + PAD : end + PAD], scene.tag[start + PAD : end + PAD]
    side = "L" if end == scene.amount[0] else "R"
    far, kind, verb, follows = _bucket(len(low)), scene.kind, scene.verb, scene.next_tag
    verbs, nouns = min(2, sum(one in VERBS for one in tag)), min(2, sum(one in NOUNS for one in tag))
    units, commas = min(2, tag.count("U") + tag.count("Nu")), min(2, tag.count(","))
    ends = "." in tag or ":" in tag
    tags = _short(tag, 3)
    return [
        ("b0", side, _short(low, 2)),
        ("b1", side, tags),
        ("b2", side, far),
        ("b3", side, commas, units),
        ("b4", side, verbs, nouns),
        ("b5", side, ends),
        ("b6", side, scene.before, scene.after, far),
        ("b7", side, kind, far),
        ("b8", side, verbs, nouns, units, commas, ends),
        ("b9", side, scene.before, far),
        ("b10", side, follows, far),
        ("b11", side, scene.after, far),
        ("b14", side, verb, far),
        ("b15", side, kind, follows, far),
        ("b16", side, verb, follows, nouns),
        ("b17", side, verb, verbs, units),
        ("b18", side, "(" in tag, ")" in tag, units),
        ("b19", side, border, tags),
        ("b20", side, scene.after, verb),
        ("b21", side, scene.unit, follows, far),
    ]


def of_phrase(scene: Scene, phrase: Range) -> list[Feature]:
    """Describe a phrase by both its borders and what it holds."""
    low, tag = scene.low, scene.tag
    first, last = phrase[0] + PAD, phrase[1] + PAD
    side = "L" if phrase[1] <= scene.amount[0] else "R"
    tags = tag[first:last]
    size = _bucket(last - first)
    head, end, before, after = tags[0], tags[-1], tag[first - 1], tag[last]
    names = [one for one in tags if one in NAMES]
    verbs, links = sum(one in VERBS for one in tags), tags.count("CO")
    return [
        ("p0", side, size),
        ("p1", side, head, end),
        ("p2", side, " ".join(tags) if len(tags) <= FAR[0][0] else "+"),
        ("p3", side, low[first], size),
        ("p4", side, len(names), len(tags) == 1),
        ("p5", scene.kind, head, names[-1] if names else "|"),
        ("p6", side, tags.count("M"), "," in tags, verbs > 0, links),
        ("p8", side, verbs, size, head),
        ("p9", side, head, before, end, after),
        ("p10", side, before, after),
        ("p11", side, low[first], low[last - 1]),
        ("p12", side, head, links, size),
        ("p13", side, before, after, verbs > 0, len(tags) > 1),
        ("p14", side, low[first - 1], low[last]),
        ("p15", side, "NT" in tags, after),
        ("p16", side, "NA" in tags, head, scene.kind),
        ("p17", side, "VC" in tags, "VM" in tags, "RX" in tags),
        ("p18", side, tags.count("CA"), tags.count("CQ"), scene.next_tag),
        ("p19", side, verbs > 0, head, after),
    ]


def of_echo(scene: Scene, phrase: Range, earlier: Range, theirs: Range | None) -> list[Feature]:
    """Describe how a phrase stands to the subject (`theirs`) of the amount before (`earlier`) in the sentence."""
    if theirs is None:
        return [("q", "unknown")]
    same = _relation(phrase, earlier, theirs)
    low, tag = scene.low[earlier[1] + PAD : scene.amount[0] + PAD], scene.tag[earlier[1] + PAD : scene.amount[0] + PAD]
    nouns = min(2, sum(one in NOUNS for one in tag))
    first, last = (low[0], low[-1]) if low else ("|", "|")
    return [
        ("q0", same),
        ("q1", same, _short(low, 2)),
        ("q2", same, _short(tag, 3)),
        ("q3", same, scene.low[earlier[1] + PAD - 1], scene.kind),
        ("q4", same, first),
        ("q5", same, nouns, _bucket(len(low))),
        ("q6", same, theirs[0] >= earlier[1]),
        ("q7", same, last, nouns),
        ("q8", same, "VC" in tag, "VM" in tag, "VH" in tag, nouns),
        ("q9", same, "(" in tag, ")" in tag, "." in tag, nouns),
        ("q10", same, " ".join(tag[:2]) or "|"),
    ]


def _relation(phrase: Range, earlier: Range, theirs: Range) -> str:
    if phrase == theirs:
        return "same"
    if phrase[0] >= theirs[0] and phrase[1] <= theirs[1]:
        return "inside"
    if phrase[0] <= theirs[0] and phrase[1] >= theirs[1]:
        return "around"
    if phrase[0] < theirs[1] and theirs[0] < phrase[1]:
        return "across"
    if phrase[0] >= earlier[1]:
        return "later"
    return "before" if phrase[1] <= min(theirs[0], earlier[0]) else "between"


def _bucket(size: int) -> int:
    return next((least for limit, least in reversed(FAR) if size >= limit), size)


def _short(words: list[str], ends: int) -> str:
    """Join words, the middle of more than twice `ends` left out."""
    return " ".join(words if len(words) <= 2 * ends else [*words[:ends], "..", *words[-ends:]]) or "|"
