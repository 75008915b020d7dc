# /// script
# requires-python = ">=3.11"
# dependencies = ["gensim>=4.4", "scikit-learn>=1.5"]
# ///
"""Class words by use: `uv run --with-editable . models/make_word_classes.py ARTICLES.jsonl.xz word_classes.tsv`.

The words are those `solieu.facts.subjects.word_classes` cuts a sentence into; two articles of five are read, one thread, so that
the same articles give the same classes.
"""

import json
import lzma
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from gensim.models import Word2Vec
from sklearn.cluster import KMeans

from solieu.clean.canonical import canonical
from solieu.facts.subjects.word_classes import words_in
from solieu.records import Reading

SIZES = (48, 200)
FEWEST = 12  # occurrences


def lines(path: Path) -> Iterator[str]:
    """Give the lines of two articles of five as words, the syllables of a word joined."""
    with lzma.open(path, "rt", encoding="utf-8") as articles:
        for at, article in enumerate(map(json.loads, articles)):
            if at % 5 < 2:  # noqa: PLR2004
                text, start = canonical(article["title"] + "\n\n" + article["text"]), 0
                for line in text.split("\n"):
                    yield " ".join(word.low.replace(" ", "_") for word in words_in(Reading(text, ()), start, start + len(line)))
                    start += len(line) + 1


def main() -> None:
    """Write word, wide class, near class; 0 is left for words not listed."""
    source, out = map(Path, sys.argv[1:3])
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as corpus:
        corpus.writelines(line + "\n" for line in lines(source))
        corpus.flush()
        model = Word2Vec(
            corpus_file=corpus.name, vector_size=64, window=4, min_count=FEWEST, sg=1, sample=1e-4, epochs=2, seed=1, workers=1
        )
    vectors = model.wv.get_normed_vectors()
    wide, near = (KMeans(size, n_init=1, max_iter=25, random_state=0).fit(vectors).labels_ + 1 for size in SIZES)
    rows = sorted(zip((word.replace("_", " ") for word in model.wv.index_to_key), wide, near, strict=True))
    head = out.read_text(encoding="utf-8").split("\n")[:2] if out.exists() else ["word\twide\tnear"]
    out.write_text("\n".join([*head, *("\t".join(map(str, row)) for row in rows if row[0][0] != "#"), ""]), encoding="utf-8")


if __name__ == "__main__":
    main()
