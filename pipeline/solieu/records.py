"""The records that pass between modules; they hold data and do nothing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """One page as it came in, decoded but not cleaned: exactly one of `html` and `text` is not None.

    `source` is the path below the corpus root, with `#N` for line or record N of a container;
    `key` is the digest of the page's bytes. The other fields are what the container itself says
    (a JSONL line's `title`, a WARC record's URL), to be preferred over what the page says.
    """

    source: str
    key: str
    html: str | None = None
    text: str | None = None
    url: str | None = None
    title: str | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cut:
    """A part of a page that is not the article: its kind (`menu`, `counter` …), the rule that cut it, its words."""

    kind: str
    rule: str
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """An article in canonical form: title, a blank line, one paragraph a line; no character changes after this.

    `published` is ISO 8601; `cuts` are the parts removed, in page order.
    """

    id: str
    source: str
    title: str
    text: str
    url: str | None = None
    site: str | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()
    cuts: tuple[Cut, ...] = ()

    @property
    def chrome(self) -> list[str]:
        """Name the kinds of chrome removed, each once, in alphabetical order."""
        return sorted({cut.kind for cut in self.cuts})


@dataclass(frozen=True, slots=True)
class Skip:
    """A page that is not in `articles`, with the stage that refused it, a fixed reason code and a sentence."""

    source: str
    stage: str
    reason: str
    detail: str


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` of an article's text, found by the rule or for the kind `label`."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A named person, organisation or place: `article.text[start:end] == text`, label `PER`, `ORG` or `LOC`.

    `norm` is the fullest spelling of the same thing in the article; `place` the code of the administrative
    unit a LOC names, with the edition of the list, None where there is none or it is ambiguous; `score` is in 0–1.
    """

    start: int
    end: int
    text: str
    label: str
    norm: str
    place: str | None = None
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Quantity:
    """A measured amount and its evidence: `article.text[start:end] == text`, number to unit.

    `low` and `high` are in `unit`, as written, equal where it is one value; `base_low` and `base_high` are in
    `base_unit` (ha, %, the currency), None where the size of a local unit is unknown. The values of `comparator`,
    `change` and `modality` are those of the annotation guidelines. `subject`, where there is one, is
    `article.text[subject_start:subject_end]`.
    """

    start: int
    end: int
    text: str
    kind: str
    low: float
    high: float
    unit: str
    base_low: float | None
    base_high: float | None
    base_unit: str
    comparator: str = "="
    change: str = "level"
    modality: str = "actual"
    subject: str | None = None
    subject_start: int | None = None
    subject_end: int | None = None
    as_of: str | None = None
    speaker: str | None = None
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Official:
    """A named person with a position; `start` to `end` is the mention that gives it, name and title included.

    `status` is `current`, `former`, `acting` or `incoming`; `place` is what the article's context adds to an
    organisation that leaves its place out (`UBND huyện`).
    """

    start: int
    end: int
    name: str
    title: str
    organisation: str | None = None
    place: str | None = None
    status: str = "current"


@dataclass(frozen=True, slots=True)
class Statement:
    """What a named person is reported to say: `article.text[start:end] == text`.

    `speaker` is the person's fullest name in the article, `cue` the reporting words, `direct` whether it is quoted.
    """

    start: int
    end: int
    text: str
    speaker: str
    cue: str
    direct: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """What the facts are read from: the text, its sentences and its names, all in characters of `text`.

    `sentences` are in order and do not overlap; `entities` likewise. `published` is the article's date.
    Facts see nothing else, so a rule can be tried on one sentence without a model or a page.
    """

    text: str
    sentences: tuple[tuple[int, int], ...]
    entities: tuple[Entity, ...] = ()
    published: str | None = None
