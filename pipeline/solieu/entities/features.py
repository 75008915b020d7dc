"""What the tagger sees of a word, of two neighbours and of three shapes: strings in training, weights at run time.

Every feature depends on one word, one pair of neighbours or three shapes. So its weight can be summed once per word
and per pair and looked up from then on, which is what makes the tagger fast (`sums.py`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from solieu.entities.lists import SURNAMES, marks, runs

REACH = 3  # words to the left and to the right that a word's label may depend on
LEVELS = "abchij"  # the six clusterings of words: coarse, middle, fine, by near and by nearest neighbours
CLASS = 1  # the one that pairs of words are classed by
EDGE = ""  # stands for the words before and after a sentence
WORDS_APART, CLASSES_APART = "|/"  # what stands between the two names of a pair

TOKEN = re.compile(r"\d+(?:[.,/:-]\d+)*|\w+|[^\w\s]")
DIGIT = re.compile(r"\d")
ONSET = "(?:ngh|ng|nh|kh|ph|th|tr|ch|gh|gi|qu|[bcdđghklmnprstvx])?"
VOWELS = "[aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ]{1,3}"
SYLLABLE = re.compile(f"{ONSET}{VOWELS}(?:ch|ng|nh|[cmnpt])?")

Clusters = Mapping[str, tuple[str, ...]]
Offsets = tuple[int, int]


def cut(text: str, start: int, end: int) -> list[Offsets]:
    """Cut a sentence into runs of letters, numbers and single signs.

    >>> text = "UBND Q.2: 1.920MW, Đắk R’lấp"
    >>> [text[start:end] for start, end in cut(text, 0, len(text))]
    ['UBND', 'Q', '.', '2', ':', '1.920', 'MW', ',', 'Đắk', 'R', '’', 'lấp']
    """
    return [found.span() for found in TOKEN.finditer(text, start, end)]


def words(text: str, start: int, end: int) -> list[str]:
    """List the words that `cut` cuts a sentence into, in a third of its time."""
    found: list[str] = TOKEN.findall(text, start, end)
    return found


@lru_cache(maxsize=10_000)
def plain(word: str) -> str:
    """Write a word with every digit as 0, as the clusters have it."""
    return DIGIT.sub("0", word)


@lru_cache(maxsize=10_000)
def shape(word: str) -> str:
    """Tell how a word is written.

    >>> [shape(word) for word in ("Huế", "UBND", "U23", "H", "xã", "27", "1.920", ",", "")]
    ['Xx', 'XX', 'XX', 'X', 'x', 'dd', 'd.', ',', '_']
    """
    if not word:
        return "_"
    if not word[0].isalnum():
        return word
    if word[0].isdigit():
        return "d" * min(len(word), 3) if word.isdigit() else "d."
    if word.islower():
        return "x"
    if word.isupper():
        return "X" if len(word) == 1 else "XX"
    return "Xx" if word[0].isupper() and word[1:].islower() else "xX"


def of_word(word: str, clusters: Clusters) -> list[str]:
    """List what is known of a word by itself; the first three also hold at a distance of `REACH`."""
    if not word:
        return ["_"]
    how, written = shape(word), plain(word)
    low = written.lower()
    known = clusters.get(written, ())
    found = ["w=" + low, "s=" + how, *known]
    if word[0].isupper():
        found.append("W=" + written)
        if low in SURNAMES:
            found.append("surname")
    if how in ("Xx", "x"):
        found.extend(_spelling(low, how))
    return found


def _spelling(low: str, how: str) -> list[str]:
    if SYLLABLE.fullmatch(low):
        return ["v=" + how]
    return ["f=" + how, "p=" + low[:3], "e=" + low[-3:], "e2=" + low[-2:]]


def far(features: list[str]) -> list[str]:
    """Keep of a word's features those that hold at a distance of `REACH`.

    >>> far(["w=xã", "s=x", "a12", "b200", "c900", "v=x"])
    ['w=xã', 's=x', 'a12', 'b200']
    """
    return [name for name in features if name[0] in "_ab" or name[:2] in ("w=", "s=")]


def of_pair(pair: tuple[str, str], clusters: Clusters) -> list[str]:
    """Name two neighbours twice: by the words and by their clusters."""
    left, right = pair
    return [
        written(left) + WORDS_APART + written(right),
        class_of(left, clusters) + CLASSES_APART + class_of(right, clusters),
    ]


def of_shapes(shapes: tuple[str, str, str]) -> list[str]:
    """Name three shapes in a row."""
    return ["S" + " ".join(shapes)]


def of_mark(mark: str) -> list[str]:
    """Name where in a name of the gazetteer, or in a run of capitals, a word stands; nothing outside of one."""
    return [mark] if mark else []


@dataclass(frozen=True, slots=True)
class Seen:
    """What the tagger sees of sentences laid end to end, with `REACH` edges between them: five keys a position."""

    words: list[str]
    pairs: list[tuple[str, str]]
    shapes: list[tuple[str, str, str]]
    marks: list[str]
    runs: list[str]


WORD_PLACES = range(-REACH, REACH + 1)
PAIR_PLACES = range(-1, 3)
SHAPE_PLACES = range(-1, 2)
MARK_PLACES = range(-1, 2)  # of marks and of runs


def see(sentences: list[list[str]]) -> Seen:
    """Lay sentences end to end; a pair stands at its right word, three shapes at the middle one."""
    gap = [EDGE] * REACH
    words = gap + [word for sentence in sentences for word in (*sentence, *gap)]
    shapes = [shape(word) for word in words]
    return Seen(
        words=words,
        pairs=list(zip([EDGE, *words], words, strict=False)),
        shapes=list(zip(["_", *shapes], shapes, [*shapes[1:], "_"], strict=False)),
        marks=marks(words),
        runs=runs(words),
    )


def written(word: str) -> str:
    """Write a word as pairs name it: small letters, digits as 0."""
    return plain(word).lower()


def class_of(word: str, clusters: Clusters) -> str:
    """Give the cluster by which a pair names a word, the shape of a word that is in none."""
    known = clusters.get(plain(word))
    return known[CLASS] if known else shape(word)
