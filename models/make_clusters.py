# /// script
# requires-python = ">=3.11"
# dependencies = ["gensim>=4.4", "scikit-learn>=1.5"]
# ///
"""Cluster the words of unlabelled news for the tagger: `uv run models/make_clusters.py ARTICLES.jsonl.xz OUT.json`.

Six clusterings a word: 64, 256 and 1,024 classes by neighbours within three words, then the same by the very next
words. Word vectors trained with several threads differ a little from run to run: the classes that the shipped model
was trained with are kept in its weights, and `make model` takes them from there.
"""

import json
import lzma
import re
import sys
import tempfile
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from gensim.models import Word2Vec
from sklearn.cluster import KMeans

TOKEN = re.compile(r"\d+(?:[.,/:-]\d+)*|\w+|[^\w\s]")  # as solieu.entities.features
VIEWS = (
    {"window": 3, "vector_size": 100, "negative": 5, "sample": 1e-4},
    {"window": 1, "vector_size": 80, "negative": 8, "sample": 1e-3},
)
SIZES = (64, 256, 1024)


def lines(path: Path) -> Iterator[str]:
    """Give each line of each article as words, digits as 0."""
    with lzma.open(path, "rt", encoding="utf-8") as articles:
        for article in map(json.loads, articles):
            for line in (article["title"], *article["text"].split("\n")):
                yield re.sub(r"\d", "0", " ".join(TOKEN.findall(unicodedata.normalize("NFC", line))))


def classes(corpus: str, view: dict) -> tuple[list[str], list[list[int]]]:
    """Train word vectors and group them."""
    model = Word2Vec(corpus_file=corpus, min_count=8, sg=1, epochs=3, seed=1, workers=2, **view)
    vectors = model.wv.get_normed_vectors()
    grouped = [KMeans(size, n_init=1, max_iter=25, random_state=0).fit(vectors).labels_.tolist() for size in SIZES]
    return model.wv.index_to_key, [list(codes) for codes in zip(*grouped, strict=True)]


def main() -> None:
    """Write word → six classes as JSON."""
    source, out = map(Path, sys.argv[1:3])
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as corpus:
        corpus.writelines(line + "\n" for line in lines(source))
        corpus.flush()
        found: dict[str, list[int]] = {}
        for view in VIEWS:
            for word, codes in zip(*classes(corpus.name, view), strict=True):
                found.setdefault(word, []).extend(codes)
    out.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
