"""Reads underthesea's word segmenter into tables; nothing is copied, the files are the installed underthesea's.

underthesea tags every syllable `B-W` (a word begins) or `I-W` (it goes on) by a CRF whose attributes are strings made from
templates (`features.bin`): `T[-1,0].lower=nhà máy` says that the syllable before and this one read so in lower case,
`T[1].istitle=True` that the next one has a capital, `T[0,1].is_in_dict=False` that the pair is not in the dictionary
(`dictionary.bin`), `T[-1]=BOS` and `T[1]=EOS` that the sentence has no such syllable. So each attribute depends on one, two
or three syllables only, and sums by syllable, pair and triple say the same as the strings.
"""

from __future__ import annotations

import pickle
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import compress
from pathlib import Path

import numpy as np

from solieu.segment import crfsuite
from solieu.segment.crfsuite import UnknownFormError, Weights
from solieu.segment.model import COLUMNS, NO_KEY, REACH, SLOTS, Floats, Ints, Model, Table, Tables, key_of

LABELS = ("B-W", "I-W")
TEMPLATE = re.compile(r"T\[(-?\d)(?:,(-?\d))?\](?:\.(\w+))?")
WIDEST = {"": 3, "lower": 2, "isdigit": 1, "istitle": 3, "is_in_dict": 3}  # syllables that templates of each kind join
ANSWERS = ("False", "True")


@dataclass(frozen=True, slots=True)
class Said:
    """What the attributes of one kind and size say: `cells[i]` of the rows of their values is `gains[i]`."""

    size: int
    values: dict[str, int] = field(default_factory=dict)
    cells: list[int] = field(default_factory=list)
    gains: list[float] = field(default_factory=list)

    def add(self, value: str, column: int, gain: float) -> None:
        """Take in one attribute."""
        self.cells.append(self.values.setdefault(value, len(self.values)) * COLUMNS[self.size] + column)
        self.gains.append(gain)

    def rows(self) -> Floats:
        """Give a row for each value, and a last one of zeros."""
        rows = np.zeros((len(self.values) + 1, COLUMNS[self.size]))
        rows.ravel()[self.cells] = self.gains
        return rows

    def of(self, values: Sequence[str]) -> Floats:
        """Give a row for each of these values, zeros where nothing is said."""
        found: Floats = self.rows()[[self.values.get(value, -1) for value in values]]
        return found


def load(folder: Path) -> Model:
    """Read the model from underthesea's folder; `UnknownFormError` where its files are not of the form told above."""
    weights = crfsuite.read(folder / "models.bin")
    if weights.labels != LABELS:
        raise UnknownFormError(f"{folder}: labels {weights.labels}")
    said = _said(weights, _unpickled(folder / "features.bin"))
    words = _by_size(_unpickled(folder / "dictionary.bin"))
    raw = _numbered(said["", size].values for size in COLUMNS)
    lower = _numbered([said["lower", 1].values, said["lower", 2].values, *words.values()])
    tables = {}
    for size, columns in COLUMNS.items():
        begin, end = np.sum([said[kind, size].of(["BOS", "EOS"]) for kind in WIDEST], axis=0)
        title, digit = said["istitle", size].of(ANSWERS), said["isdigit", size].of(ANSWERS)
        tables[size] = Tables(
            raw=_table(said["", size], raw),
            lower=_table(said["lower", size], lower, words=words[size], in_dictionary=said["is_in_dict", size].of(ANSWERS)),
            shapes=np.concatenate([title + digit[0], title + digit[1]]),
            begun=np.where(np.arange(columns) < REACH, begin, end),
            ended=end,
        )
    return Model(raw, lower, tables, weights.moves)


def _unpickled(path: Path) -> list[str]:
    try:
        stored = pickle.loads(path.read_bytes())  # noqa: S301  # as underthesea itself does with its own file
    except (pickle.UnpicklingError, AttributeError, EOFError, ImportError, IndexError, ValueError) as error:
        raise UnknownFormError(f"{path}: {error}") from error
    if not isinstance(stored, (list, set)) or not all(isinstance(item, str) for item in stored):
        raise UnknownFormError(f"{path}: strings are expected")
    return list(stored)


def _said(weights: Weights, templates: list[str]) -> dict[tuple[str, int], Said]:
    """Sort the attributes by what they ask and of how many syllables."""
    said = {(kind, size): Said(size) for kind in WIDEST for size in COLUMNS}
    places = {template: _place(template) for template in templates}
    for attribute, gain in zip(weights.attributes, weights.gains.tolist(), strict=True):
        template, _, value = attribute.partition("=")
        if template in places:  # of other templates underthesea makes no attributes
            kind, size, column = places[template]
            said[kind, size].add(value, column, gain)
    return said


def _place(template: str) -> tuple[str, int, int]:
    """Tell what a template asks, of how many syllables, and its column.

    >>> _place("T[-1,0].is_in_dict")
    ('is_in_dict', 2, 1)
    """
    read = TEMPLATE.fullmatch(template)
    if not read:
        raise UnknownFormError(f"template {template}")
    first, last, kind = int(read[1]), int(read[2] or read[1]), read[3] or ""
    size, column = last - first + 1, first + REACH
    if not 1 <= size <= WIDEST.get(kind, 0) or not 0 <= column < COLUMNS[size]:
        raise UnknownFormError(f"template {template}")
    return kind, size, column


def _by_size(words: list[str]) -> dict[int, list[str]]:
    """Sort the dictionary by syllables, without the words that are too long for any template."""
    sizes = [word.count(" ") + 1 for word in words]
    return {size: list(compress(words, [size == other for other in sizes])) for size in COLUMNS}


def _numbered(forms: Iterable[Iterable[str]]) -> dict[str, int]:
    syllables = dict.fromkeys(syllable for form in forms for syllable in dict.fromkeys(_syllables(form)))
    return dict(zip(syllables, range(1, len(syllables) + 1), strict=True))


def _syllables(values: Iterable[str]) -> list[str]:
    return " ".join(values).split(" ")


def _table(said: Said, numbers: dict[str, int], *, words: Sequence[str] = (), in_dictionary: Floats | None = None) -> Table:
    """List what is said of syllables, pairs or triples, and the dictionary's words (rows: not in it, in it)."""
    size = said.size
    values = [value for value in said.values if value.count(" ") == size - 1]  # BOS is no pair
    own, listed = _keys(values, numbers, size), _keys(words, numbers, size)
    keys = np.sort(np.concatenate([own, listed, [NO_KEY]]))
    keys = keys[np.diff(keys, prepend=-1) > 0]
    rows = np.zeros((len(keys), COLUMNS[size]))
    if in_dictionary is not None:
        rows += in_dictionary[0]
        rows[keys.searchsorted(listed)] = in_dictionary[1]
    rows[keys.searchsorted(own)] += said.of(values)
    slots = np.full(SLOTS, len(keys) - 1, dtype=np.int32)
    slots[keys[:-1] % SLOTS] = np.arange(len(keys) - 1)
    return Table(keys, rows, slots)


def _keys(values: Sequence[str], numbers: dict[str, int], size: int) -> Ints:
    parts = np.array([numbers[syllable] for syllable in _syllables(values)] if values else [], dtype=np.int64)
    return key_of(list(parts.reshape(-1, size).T), len(numbers))
