"""The columns of every table: from these the files, the checks and the codebook follow."""

from __future__ import annotations

from dataclasses import dataclass

import pyarrow

EDITIONS = "code of the official list, with its edition"
ARROW = {
    "str": pyarrow.string(),
    "list": pyarrow.list_(pyarrow.string()),
    "float64": pyarrow.float64(),
    "int64": pyarrow.int64(),
    "Int64": pyarrow.int64(),
    "bool": pyarrow.bool_(),
}
COMPARATORS = ("=", "~", "<~", ">", ">=", "<", "<=", "..")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its type, its label in Vietnamese and English, what it means, and what may stand in it.

    That is one of `among` where there are any, `low` or more, once each where `unique`, nothing where `nullable`.
    """

    dtype: str
    vi: str
    en: str
    meaning: str
    among: tuple[str, ...] = ()
    low: float | None = None
    nullable: bool = False
    unique: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its label in Vietnamese, what a row is, and its columns in order."""

    vi: str
    en: str
    columns: dict[str, Column]


def _table(vi: str, en: str, /, **columns: Column) -> Table:
    return Table(vi, en, columns)


def _article_id() -> Column:
    return Column("str", "mã bài", "article", "the article's `article_id`")


def _start(of: str) -> Column:
    return Column("int64", "đầu", "start", f"first character of {of}, counted in code points of the article's `text`", low=0)


def _end(of: str) -> Column:
    return Column("int64", "cuối", "end", f"one past the last character of {of}", low=0)


def _text(of: str) -> Column:
    return Column("str", "nguyên văn", "words", f"{of}, word for word: `text[start:end]` of the article")


def _maybe(vi: str, en: str, meaning: str) -> Column:
    return Column("str", vi, en, meaning, nullable=True)


ARTICLES = _table(
    "bài báo",
    "one row an article",
    article_id=Column(
        "str", "mã bài", "article", "stable across runs and machines for the same bytes at the same source", unique=True
    ),
    source=Column("str", "nguồn", "source", "path below the corpus folder; `#N` for line or record N of a container"),
    url=_maybe("địa chỉ", "address", "as given, or as the page says (canonical, og:url)"),
    site=_maybe("trang", "site", "host of the address"),
    title=Column("str", "tiêu đề", "headline", "the headline"),
    published=_maybe("ngày đăng", "published", "ISO 8601 date, or date and time; never a clock or a build date"),
    authors=Column("list", "tác giả", "authors", "bylines; in CSV joined with `; `"),
    text=Column("str", "văn bản", "text", "title, a blank line, then one paragraph a line; every offset counts in it"),
    duplicate_of=_maybe("trùng với", "duplicate of", "`article_id` of the first article with the same body"),
    chrome=Column("list", "phần đã cắt", "chrome", "kinds of chrome removed from the page; in CSV joined with `; `"),
)
ENTITIES = _table(
    "tên riêng",
    "one row a mention of a name",
    article_id=_article_id(),
    start=_start("the name"),
    end=_end("the name"),
    text=_text("the name"),
    label=Column("str", "loại", "label", "person, organisation or place", among=("PER", "ORG", "LOC")),
    norm=Column("str", "tên đầy đủ", "name", "one spelling for the same thing within the article: the fullest"),
    place=_maybe("mã địa danh", "place code", f"administrative unit that a LOC names: {EDITIONS}; null if none or ambiguous"),
    score=Column("float64", "độ tin", "score", "confidence, 0 to 1", low=0.0),
)
QUANTITIES = _table(
    "số liệu",
    "one row an amount",
    article_id=_article_id(),
    start=_start("the amount"),
    end=_end("the amount"),
    text=_text("the amount, number to unit"),
    kind=Column(
        "str",
        "loại",
        "kind",
        "what sort of amount: `area percent money count length weight power density rate`; a price by unit (`5 triệu "
        "đồng/ha`) is a row of `money` up to its currency, and one of `rate` where its unit is known: leave such out "
        "before you add up money",
    ),
    low=Column("float64", "từ", "low", "the number in `unit`; the lower end of a range"),
    high=Column("float64", "đến", "high", "the upper end of a range; equal to `low` where it is one value"),
    unit=Column(
        "str",
        "đơn vị",
        "unit",
        "as written, normalised: `ha m2 km2 sao mau cong`; `%` or `pp` (percentage points); ISO 4217 currency; `m km kg "
        "t W MW` …; `tạ/ha`, `VND/m2`, `người/km2`; of a count what is counted",
    ),
    base_low=Column(
        "float64",
        "từ (quy đổi)",
        "low in base unit",
        "`low` in `base_unit`; null where the region's local unit is unknown",
        nullable=True,
    ),
    base_high=Column("float64", "đến (quy đổi)", "high in base unit", "`high` in `base_unit`", nullable=True),
    base_unit=Column(
        "str",
        "đơn vị quy đổi",
        "base unit",
        "hectares, percent, the currency, metres, kilograms, watts; of a count, a density or a rate its unit",
    ),
    comparator=Column(
        "str",
        "so sánh",
        "comparator",
        "`=` exactly, `~` about, `<~` nearly, `>` more than, `>=` at least, `<` less than, `<=` at most, `..` a range",
        among=COMPARATORS,
    ),
    change=Column(
        "str",
        "mức hay thay đổi",
        "change",
        "a standing level, or a rise or fall by so much",
        among=("level", "increase", "decrease"),
    ),
    modality=Column(
        "str", "thực tế hay mục tiêu", "modality", "told as fact, or planned, forecast, required", among=("actual", "target")
    ),
    subject=_maybe("đối tượng", "subject", "what is measured, word for word; null for a count, whose `unit` says it"),
    subject_start=Column("Int64", "đầu đối tượng", "subject start", "first character of the subject", nullable=True),
    subject_end=Column("Int64", "cuối đối tượng", "subject end", "one past the last character of the subject", nullable=True),
    as_of=_maybe(
        "thời điểm",
        "as of",
        "when it holds, ISO 8601: a day (`đến hết năm 2025`: 2025-12-31), a month, a year, or an interval of these (`2021/2025`)"
        "; null where its own clause and sentences leave it open",
    ),
    speaker=_maybe("người nói", "speaker", "the person of the statement it stands in, by the fullest name in the article"),
    sentence=Column("str", "câu", "sentence", "the sentence it stands in"),
    ambiguous=Column("bool", "hai cách đọc", "ambiguous", "another reading of the number is possible (12,715)"),
)
OFFICIALS = _table(
    "người có chức vụ",
    "one row a person and position",
    article_id=_article_id(),
    name=Column("str", "họ tên", "name", "the fullest form of the name in the article"),
    title=Column("str", "chức vụ", "title", "the position, word for word, up to the organisation's name"),
    organisation=_maybe("cơ quan", "organisation", "the organisation, word for word; null where none is named"),
    place=_maybe("địa phương", "place", "what the article's context adds to a bare `UBND huyện`"),
    status=Column(
        "str",
        "tình trạng",
        "status",
        "holds the position, held it, stands in, will hold it",
        among=("current", "former", "acting", "incoming"),
    ),
    start=_start("the mention that gives the position"),
    end=_end("that mention"),
    sentence=Column("str", "câu", "sentence", "the sentence it stands in"),
)
STATEMENTS = _table(
    "phát biểu",
    "one row a reported statement",
    article_id=_article_id(),
    start=_start("what is said"),
    end=_end("what is said"),
    text=_text("what is said"),
    speaker=Column("str", "người nói", "speaker", "the person's fullest name in the article"),
    cue=Column("str", "từ dẫn", "cue", "the reporting words: `cho biết`, `theo` …"),
    direct=Column("bool", "trực tiếp", "direct", "quoted word for word"),
)
SKIPPED = _table(
    "trang bị bỏ qua",
    "one row a page that is no article",
    source=Column("str", "nguồn", "source", "as in `articles`"),
    stage=Column("str", "khâu", "stage", "where it was refused: `read`, `clean`, `run`"),
    reason=Column("str", "lý do", "reason", "a short fixed code"),
    detail=Column("str", "chi tiết", "detail", "one sentence: what is wrong and what to do"),
)
TABLES = {
    "articles": ARTICLES,
    "entities": ENTITIES,
    "quantities": QUANTITIES,
    "officials": OFFICIALS,
    "statements": STATEMENTS,
    "skipped": SKIPPED,
}


def arrow_schema(name: str) -> pyarrow.Schema:
    """Give a table's Parquet schema: strings, 64-bit numbers, lists of strings."""
    return pyarrow.schema([(key, ARROW[column.dtype]) for key, column in TABLES[name].columns.items()])
