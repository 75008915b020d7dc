"""`python -m solieu.entities.train`: train the tagger, tell how good it is, write the model."""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
from pathlib import Path

from solieu.clean.canonical import canonical
from solieu.entities import gold, standoff
from solieu.entities.crossval import applied, cross_validated, scores
from solieu.entities.find import WEIGHTS
from solieu.entities.learn import Example, fit
from solieu.entities.tagger import tagger_of
from solieu.entities.weights import load
from solieu.tokens import sentences

SEED = 7  # shuffles articles into folds


def main() -> None:
    """Read annotations, print the scores asked for, train on all of them and write the model."""
    asked = _arguments()
    clusters = load(asked.clusters).clusters
    examples = _examples(asked.train)
    always = _examples(asked.also) + (standoff.read(asked.standoff, asked.texts, canonical) if asked.standoff else [])
    _say(f"{len(examples)} texts, {sum(len(one.names) for one in examples)} names; {len(always)} more texts in every fold")
    if asked.folds:
        random.Random(SEED).shuffle(examples)  # noqa: S311  # not a secret
        _say(f"cross-validated, {asked.folds} folds", scores(cross_validated(examples, always, clusters, folds=asked.folds)))
    if not asked.out and not asked.test:
        return
    weights = fit([*examples, *always], clusters)
    for folder in asked.test:
        _say(f"on {folder}", scores(applied(tagger_of(weights), gold.read(folder, sentences))))
    if asked.out:
        (asked.out / WEIGHTS).parent.mkdir(parents=True, exist_ok=True)
        weights.save(asked.out / WEIGHTS)
        _describe(asked.out, len(examples) + len(always))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--train", type=Path, nargs="+", required=True, help="folders or files of annotated texts")
    parser.add_argument("--also", type=Path, nargs="*", default=[], help="more of them: in every fold, never scored")
    parser.add_argument("--standoff", type=Path, help="table of annotated sentences of --texts")
    parser.add_argument("--texts", type=Path, help="the articles it refers to, JSONL.xz")
    parser.add_argument("--test", type=Path, nargs="*", default=[], help="annotated texts kept apart: scored, not learned")
    parser.add_argument("--folds", type=int, default=5, help="folds of the cross-validation over --train; 0: none")
    parser.add_argument("--out", type=Path, help="the model's folder, for example models/solieu_vi")
    parser.add_argument(
        "--clusters", type=Path, default=Path("models/solieu_vi") / WEIGHTS, help="model to take word clusters from"
    )
    return parser.parse_args()


def _examples(paths: list[Path]) -> list[Example]:
    return [example for path in paths for example in gold.read(path, sentences)]


def _describe(folder: Path, texts: int) -> None:
    """Note in `meta.json` how many texts the model was trained on and the checksum of its weights."""
    described = folder / "meta.json"
    meta = json.loads(described.read_text(encoding="utf-8")) if described.exists() else {"lang": "vi", "name": "solieu"}
    meta["solieu"] = {"texts": texts, "weights_sha256": hashlib.sha256((folder / WEIGHTS).read_bytes()).hexdigest()}
    described.write_text(json.dumps(meta, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _say(what: str, result: dict[str, float] | None = None) -> None:
    figures = "".join(f"  {name} {figure:.4f}" for name, figure in (result or {}).items())
    sys.stdout.write(f"{what}{figures}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
