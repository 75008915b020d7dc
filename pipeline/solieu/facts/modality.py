"""Whether an amount is told as a fact, or as planned, proposed, forecast or required."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from solieu.facts.context import LEFT, Context
from solieu.facts.cues import any_cue, any_word, folded
from solieu.gazetteer.table import rows
from solieu.records import Reading

SAYS = {cue.lower(): (says, reach) for cue, says, reach in rows("modality.tsv")}
CUE = re.compile(any_word(list(SAYS)))
RULES = [word for cue, word in rows("cues.tsv") if cue == "rule"]
LINKED = re.compile(rf"[\s\"“-]*{any_cue('linker')}")
THING = re.compile(rf"{any_cue('thing')}[^,;]{{0,40}}$")

BREAK = re.compile(
    r"[.!?] |\((?:chiếm|đạt|có|trong đó)|(?<!\w)(?:nhưng|tuy nhiên|trong khi|song|còn(?! lại)|do|vì|sau khi)(?!\w)",
)
LATER = re.compile(r"(?!.{0,60}rằng)[^.;,:]{0,60}?(?<!\w)(?:dự kiến|sẽ)(?!\w)")
BEFORE_MOVE = re.compile(r"(?<!\w)từ(?: mức)? ?$")
MOVED = re.compile(r"(?<!\w)(?:lên|xuống)(?!\w)")
CLOSED = re.compile(r"\([^()]*\)")
NEAR = 6  # words between an amount and a cue that reaches only so far
DENSE, FEW = 0.3, 2  # words of rules a sentence, and in all, from which an article is taken to tell rules


def modality_of(reading: Reading, context: Context) -> str:
    """Name the modality of an amount: that of the nearest word before it that governs it, or of a plan after it.

    Where no word does, a sentence that goes on with a plan ("Tổng vốn …") takes it over, a headline that of the same
    amount in the text, and an article full of rules ("mức hưởng", "nghị định") tells a rule.

    >>> reading = Reading("Huyện phấn đấu nâng tỷ lệ lấp đầy đạt từ 75%.", ((0, 45),))
    >>> modality_of(reading, Context(0, "Huyện phấn đấu nâng tỷ lệ lấp đầy đạt từ ", " trở lên.", "%"))
    'target'
    >>> modality_of(reading, Context(0, "sẽ nâng mức thuế từ ", " lên 30%", "%"))
    'actual'
    """
    if BEFORE_MOVE.search(context.left) and (context.moves or MOVED.search(context.left)):
        return "actual"
    said = _said(context.left, context.raw) or ("target" if LATER.match(context.right) else "") or _taken_over(reading, context)
    if said:
        return said
    return "target" if _rules(reading.text) else "actual"


def _said(left: str, raw: str) -> str:
    """Read the nearest cue that governs what follows `left`; empty where there is none.

    Brackets that are closed are passed over, and so are cues in capitals: they are names (Cần Thơ).
    """
    shut = [bracket.span() for bracket in CLOSED.finditer(left)]
    for cue in reversed(list(CUE.finditer(left))):
        named = raw[cue.start() : cue.start() + 1].isupper() and left[: cue.start()].strip(' "“-')
        if named or any(start < cue.start() < end for start, end in shut):
            continue
        says = _governs(cue, left)
        if says:
            return "actual" if says == "fact" else "target"
    return ""


def _governs(cue: re.Match[str], left: str) -> str:
    says, reach = SAYS[cue[0]]
    between = left[cue.end() :]
    if says == "none":
        return ""
    if reach == "sentence":
        return says
    if BREAK.search(between) or (THING if says == "target" else MOVED).search(between):
        return ""
    return says if reach == "clause" or (len(between.split()) <= NEAR and "," not in between) else ""


def _taken_over(reading: Reading, context: Context) -> str:
    """Take the modality over from the sentence before, where this one goes on with it."""
    at = bisect_right(reading.sentences, context.start, key=lambda sentence: sentence[0]) - 1
    if at < 1 or not LINKED.match(context.left):
        return ""
    start, end = reading.sentences[at - 1]
    start = max(start, end - LEFT)
    return _said(folded(reading.text)[start:end], reading.text[start:end])


@lru_cache(maxsize=8)
def _rules(text: str) -> bool:
    """Tell whether an article is about rules, by how often it uses their words."""
    sentences = len(re.findall(r"[.;!?](?=\s)|\n", text)) + 1
    return sum(folded(text).count(word) for word in RULES) > max(FEW, DENSE * sentences)
