"""underthesea's sentences and words, laid back on the untouched text as character offsets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

import numpy as np
from spacy.tokens import Doc
from spacy.vocab import Vocab

from solieu import segment

Offsets = tuple[int, int]

LONGEST_LINE = 5_000  # characters split at once: bounds a sentence, and with it memory, on a line without full stops
LINE = re.compile(r"[^\n\r\u2028\u2029]+")
CLOSING = re.compile(r"[\s\"”’»)\]]*[\"”’»)\]](?=[\s,.;:…?!–-]|$)")

# Full stops after which underthesea starts a sentence although the name goes on: degrees, and the initials
# by which newspapers hide a person ("bà N.T. H", "anh Ng. kể").
DEGREE = r"(?:(?:P?GS|TSKH|TS|ThS|Ths|BS|BSCK|KTS|KS|CN|LS|NSND|NSƯT|NGND|NGƯT|TX|TT|KP)\.\s?)+"
INITIALS = r"(?:[A-ZĐ][hgr]?h?\.\s?)+"
NAME_GOES_ON = re.compile(rf"(?:^|[\s(\"“/,])(?:{DEGREE}|{INITIALS})$")
SENTENCE_GOES_ON = frozenset(",;:%)]")


def sentences(text: str) -> tuple[Offsets, ...]:
    r"""Split a text into sentences; a line break always ends one.

    underthesea's splitter, with what it splits in two joined again: a degree before a name (`PGS.TS. Lê Hòa`),
    initials (`bà N.T. H`), a closing quotation mark, a part that goes on in lower case.

    >>> text = "PGS.TS. Hòa nói. TP. Huế có 1.920MW.\nBà Lê: \"Vâng. Có?\" Hết."
    >>> [text[start:end] for start, end in sentences(text)]
    ['PGS.TS. Hòa nói.', 'TP. Huế có 1.920MW.', 'Bà Lê: "Vâng.', 'Có?"', 'Hết.']
    """
    found: list[Offsets] = []
    for line in LINE.finditer(text):
        found.extend(_joined(text, _split(text, *line.span())))
    return tuple(found)


def words(text: str, start: int, end: int) -> list[Offsets]:
    """Cut one sentence, `text[start:end]`, into underthesea's words (a word may hold spaces).

    >>> text = "Nhà máy 1.920MW ở xã Hoà Bình"
    >>> [text[start:end] for start, end in words(text, 0, len(text))]
    ['Nhà máy', '1.920MW', 'ở', 'xã', 'Hoà Bình']
    """
    return _segmenter()(text, [(start, end)])


class WordTokenizer:
    """A spaCy tokenizer of underthesea's words: `doc.text == text`, whatever the text.

    It also splits sentences, since underthesea cuts words sentence by sentence; they are kept in
    `doc.user_data["sentences"]` as character offsets for `mark_sentences`.
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        found = sentences(text)
        pieces, spaces = _pieces(text, _segmenter()(text, found))
        doc = Doc(self.vocab, words=pieces, spaces=spaces)
        doc.user_data["sentences"] = found
        return doc

    def to_bytes(self, **_: object) -> bytes:
        """Serialise nothing: the words come from the installed underthesea."""
        return b""

    def from_bytes(self, _data: bytes, **_: object) -> WordTokenizer:
        """Restore nothing."""
        return self

    def to_disk(self, _path: object, **_: object) -> None:
        """Write nothing."""

    def from_disk(self, _path: object, **_: object) -> WordTokenizer:
        """Read nothing."""
        return self


def mark_sentences(doc: Doc) -> Doc:
    """Set the sentence starts that underthesea found, a spaCy component."""
    found = doc.user_data.get("sentences") or sentences(doc.text)
    starts = np.isin(doc.to_array("IDX"), [start for start, _ in found])
    starts[:1] = True
    marks = np.where(starts, 1, -1)[:, None].astype(np.int64).view(np.uint64)  # spaCy's form for any number
    return doc.from_array(["SENT_START"], marks)  # type: ignore[arg-type]  # thinc has its own names for arrays


@cache
def _segmenter() -> segment.Segment:
    return segment.segmenter()


@cache
def _splitter() -> segment.Split:
    return segment.splitter()


def _split(text: str, start: int, end: int) -> Iterator[Offsets]:
    for first in range(start, end, LONGEST_LINE):  # one piece for all but absurd lines
        yield from _splitter()(text, first, min(first + LONGEST_LINE, end))


def _joined(text: str, parts: Iterator[Offsets]) -> Iterator[Offsets]:
    whole: Offsets | None = None
    for start, end in parts:
        if whole is None:
            whole = start, end
            continue
        closed = CLOSING.match(text, whole[1], end)
        if closed:
            whole = whole[0], closed.end()
            start = _after_space(text, closed.end())  # noqa: PLW2901  # the rest of the part, if any
        if start >= end or _goes_on(text, whole, start):
            whole = whole[0], end
        else:
            yield whole
            whole = start, end
    if whole:
        yield whole


def _goes_on(text: str, before: Offsets, start: int) -> bool:
    if start - before[0] > LONGEST_LINE:
        return False
    if text[start].islower() or text[start] in SENTENCE_GOES_ON:
        return True
    return NAME_GOES_ON.search(text, max(before[0], before[1] - 24), before[1]) is not None


def _after_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _pieces(text: str, cut: Iterable[Offsets]) -> tuple[list[str], list[bool]]:
    """Give the tokens, and whether one space follows each; other white space is a token of its own, as in spaCy."""
    pieces: list[str] = []
    spaces: list[bool] = []
    at = 0
    for start, end in (*cut, (len(text), len(text))):
        if start > at:
            pieces.append(text[at:start])
            spaces.append(False)
        at = end
        if start < end:
            spaced = text[end : end + 1] == " "
            pieces.append(text[start:end])
            spaces.append(spaced)
            at += spaced
    return pieces, spaces
