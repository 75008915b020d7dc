"""What named people are reported to say, quoted or not."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate

from solieu.facts.kind import FactType
from solieu.facts.memo import remembered
from solieu.facts.people.people import Person
from solieu.facts.people.scene import Scene, scene
from solieu.facts.speech.quotes import Quote, ending_at, opening_at, quotes
from solieu.facts.speech.said import Said, inside, trimmed
from solieu.facts.speech.turns import Turn, turns
from solieu.records import Reading, Span, Statement

LONGEST_GAP = 3  # spaces between a statement and a quotation that goes on with it
FARTHEST = 14  # words between a verb and what introduces the words said
NOT_SAID = {"tại", "như", "với", "về", "trong", "khi", "vào", "hôm", "trên", "qua", "cho"}  # cho biết tại cuộc họp
CLOSES = {".", ",", "…", ";"}
WHEN = {"sáng", "chiều", "ngày", "sau", "trước"}  # cho biết sáng nay: when it was said, unless more follows
INTRODUCED = {":", "rằng", "là", ","}
MARKS = {"free": INTRODUCED, "told": {":", "rằng", ","}, "led": {":", "rằng"}}
RATHER = ("rằng", ":")
HELD = ("cho", "rằng")  # by others: bác bỏ tin đồn cho rằng
GOES_ON = {"và", ",", "do", "vì"}  # the speaker does
LONGEST_TIME = 10  # words


def find(reading: Reading) -> list[Span]:
    """List what named people are reported to say; the label is the speaker."""
    return [Span(row.start, row.end, row.speaker) for row in rows_of(reading)]


def normalize(reading: Reading, span: Span) -> Statement | None:
    """Read the speaker and the reporting words of a statement."""
    return _by_span(reading).get(span)


@remembered
def _by_span(reading: Reading) -> dict[Span, Statement]:
    return {Span(row.start, row.end, row.speaker): row for row in rows_of(reading)}


@remembered
def rows_of(reading: Reading) -> tuple[Statement, ...]:
    """Read every statement of the article, in order, none overlapping.

    >>> from solieu.records import Entity
    >>> who = Entity(4, 13, "Lê Văn An", "PER", norm="Lê Văn An")
    >>> told = ("Ông Lê Văn An cho biết: “Huyện đã sửa đường.”", "Ông Lê Văn An cho biết huyện đã sửa đường.")
    >>> found = [rows_of(Reading(text, ((0, len(text)),), (who,))) for text in told]
    >>> [(row.speaker, row.cue, row.text, row.direct) for rows in found for row in rows]
    [('Lê Văn An', 'cho biết', 'Huyện đã sửa đường.', True), ('Lê Văn An', 'cho biết', 'huyện đã sửa đường', False)]
    """
    here = scene(reading)
    quoted = quotes(reading.text)
    rows: list[Statement] = []
    for turn in turns(here):
        rows.extend(_row(here, turn, said) for said in _said(here, turn, quoted))
    return tuple(_apart([*rows, *_continued(here, rows, quoted)]))


def _row(here: Scene, turn: Turn, said: Said) -> Statement:
    """Write one row."""
    text = here.words.text
    return Statement(said.start, said.end, text[said.start : said.end], turn.name, here.words.span(*turn.cue), said.direct)


def _said(here: Scene, turn: Turn, quoted: list[Quote]) -> list[Said]:
    """Find the words said in a turn: the quotation before it, what follows the verb."""
    before = _quoted_before(here, turn, quoted) or _before_theo(here, turn)
    after = _after(here, turn, quoted, known=before is not None)
    return [said for said in (before, after) if said]


def _quoted_before(here: Scene, turn: Turn, quoted: list[Quote]) -> Said | None:
    """Take the quotation that ends just before a turn: `“…”, ông Hải nói`."""
    words = here.words
    at = turn.first
    while at > 0 and words.low[at - 1] in {",", "-", "–", "—"}:
        at -= 1
    parted = at < turn.first or words.low[max(0, at - 2)] in {",", ".", "!", "?", "…"}
    if at == 0 or not parted or words.low[at - 1] not in {'"', "”", "»"} or words.breaks(at):
        return None
    end = words.end[at - 1]
    quote = ending_at(quoted, end)
    return inside(here, quote) if quote and (_alone(here, quote) or _ends(here, turn.last)) else None


def _alone(here: Scene, quote: Quote) -> bool:
    """Say whether a quotation stands for itself, not in a clause as a title does: `trong “Mùa lúa mới”, ông Hải giải thích …`."""
    before = here.words.text[max(0, quote.start - 2) : quote.start].rstrip(" ")
    return not before[-1:].isalnum()


def _ends(here: Scene, i: int) -> bool:
    """Say whether nothing is said from word `i` on: a clause ends, or it goes on with to whom or when."""
    words = here.words
    return i >= len(words) or i in here.stops or words.breaks(i) or words.low[i] in NOT_SAID | CLOSES


def _before_theo(here: Scene, turn: Turn) -> Said | None:
    """Take the sentence that `theo ông A` ends."""
    words, at = here.words, turn.first - 1
    ends = turn.last < len(words) and words.low[turn.last] in {".", "…"}
    if turn.use != "theo" or not ends or at < 1 or words.low[at] != ",":
        return None
    start = at
    while start > 0 and start not in here.stops and not words.breaks(start):
        start -= 1
    return trimmed(here, words.start[start], words.end[at], direct=False)


def _after(here: Scene, turn: Turn, quoted: list[Quote], *, known: bool) -> Said | None:
    """Take what follows the verb: a quotation, or the rest of the sentence."""
    at = _introduced(here, turn, quoted)
    if at is None or at >= len(here.words):
        return None
    start = here.words.start[at]
    quote = opening_at(quoted, start)
    if quote:
        return None if known and here.words.low[at - 1] not in INTRODUCED else inside(here, quote)
    if known or here.words.breaks(at):
        return None
    end = _sentence_end(here, at, quoted)
    if here.words.low[at] in {'"', "“", "«"}:  # a quotation that is never closed
        return trimmed(here, start + 1, end, direct=True)
    return trimmed(here, start, end, direct=False)


def _introduced(here: Scene, turn: Turn, quoted: list[Quote]) -> int | None:
    """Find the first word said after the verb."""
    words, at = here.words, turn.last
    if at >= len(words):
        return None
    if turn.use == "theo":
        return _after_theo(here, at)
    if turn.use == "quote":
        return at if opening_at(quoted, words.start[at]) else None
    if words.low[at] in MARKS[turn.use]:
        return at + 1 + (words.low[at : at + 2] == RATHER)
    if turn.use == "free" and at not in here.stops and not words.breaks(at) and not _circumstance(here, at):
        return at
    return _farther(here, at, quoted)


def _circumstance(here: Scene, i: int) -> bool:
    """Say whether word `i` begins where or when something was said, and not what."""
    words = here.words
    if words.low[i] not in WHEN:
        return words.low[i] in NOT_SAID
    return any(at >= len(words) or at in here.stops or words.breaks(at) for at in range(i, i + LONGEST_TIME))


def _after_theo(here: Scene, i: int) -> int | None:
    """Find the first word said after `theo ông X,`: a comma, `thì` or a colon must part them."""
    words = here.words
    if words.breaks(i) or i in here.stops:
        return None
    if words.low[i] in {"thì", ":"}:
        return i + 1
    return i if words.low[i - 1] in {",", ")", "-", "–", "—"} else None


def _farther(here: Scene, i: int, quoted: list[Quote]) -> int | None:
    """Find a quotation at once, or `:` or `rằng` a few words after the verb, in its sentence."""
    words = here.words
    for at in range(i, min(i + FARTHEST, len(words))):
        if at in here.stops or (words.low[at : at + 2] == HELD and words.low[at - 1] not in GOES_ON):
            return None
        if words.low[at] in {":", "rằng"}:
            return at + 1 + (words.low[at : at + 2] == RATHER)
        if at == i and opening_at(quoted, words.start[at]):
            return at
    return None


def _sentence_end(here: Scene, i: int, quoted: list[Quote]) -> int:
    """Give the character at which the sentence of word `i` ends, a quotation begun in it not cut."""
    words, starts = here.words, _starts(here)
    k = bisect_right(starts, i)
    end = words.end[(starts[k] if k < len(starts) else len(words)) - 1]
    last = bisect_left(quoted, end, key=_start) - 1
    return max(end, quoted[last].end) if last >= 0 and words.start[i] <= quoted[last].start else end


@remembered
def _starts(here: Scene) -> tuple[int, ...]:
    """List the words at which a sentence or a line begins."""
    lines = {here.words.at(newline.start()) for newline in re.finditer("\n", here.words.text)}
    return tuple(sorted(({0} | here.stops | lines) - {len(here.words)}))


def _continued(here: Scene, rows: list[Statement], quoted: list[Quote]) -> list[Statement]:
    """Give a quotation that follows a statement, nobody named between or in it, to the same speaker."""
    found: list[Statement] = []
    by_start = sorted(rows, key=_start)
    by_end = sorted(rows, key=lambda row: (row.end, -row.start))  # of two that end together the longer counts
    reached = list(accumulate((row.end for row in by_start), max))  # by those that begin so early
    for quote in quoted:
        begun, ended = bisect_left(by_start, quote.end, key=_start), bisect_right(by_end, quote.start, key=_end)
        said = None if begun and reached[begun - 1] > quote.start else inside(here, quote)
        before = max([*by_end[max(0, ended - 1) : ended], *found[-1:]], key=_end, default=None)
        if said and before and _goes_on(here, before.end, quote):
            text = here.words.text[said.start : said.end]
            found.append(Statement(said.start, said.end, text, before.speaker, before.cue, direct=True))
    return found


def _goes_on(here: Scene, end: int, quote: Quote) -> bool:
    """Say whether a quotation goes on with what was said up to character `end`: little stands between, nobody is named."""
    between = here.words.text[end : quote.start].strip(' .”"»')
    named = bisect_left(here.people, here.words.at(end), key=_first)
    nobody = named == len(here.people) or here.words.start[here.people[named].first] >= quote.end
    return between.count(" ") < LONGEST_GAP and nobody


def _start(part: Quote | Statement) -> int:
    return part.start


def _end(part: Quote | Statement) -> int:
    return part.end


def _first(person: Person) -> int:
    return person.first


def _apart(rows: list[Statement]) -> list[Statement]:
    """Keep of overlapping statements the one that begins first."""
    kept: list[Statement] = []
    for row in sorted(rows, key=lambda row: (row.start, -row.end)):
        if not kept or row.start >= kept[-1].end:
            kept.append(row)
    return kept


STATEMENT = FactType("statement", "statements", find, normalize)
