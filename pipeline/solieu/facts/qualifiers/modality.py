"""Whether an amount is told as a fact, or as planned, proposed, forecast or required: by rules, and how its words lean."""

from __future__ import annotations

import re
from functools import lru_cache

from solieu.facts.cues import any_cue, any_word, folded
from solieu.facts.qualifiers.context import LEFT, Context
from solieu.facts.qualifiers.leaning import leaning
from solieu.facts.sentences import sentence_at
from solieu.gazetteer.table import rows
from solieu.records import Reading, Span

SAYS = {cue.lower(): (says, reach) for cue, says, reach in rows("modality.tsv")}
CUE = re.compile(any_word(list(SAYS)))
RULES = [word for cue, word in rows("cues.tsv") if cue == "rule"]
TRAINED = {"area", "percent", "money"}
LAND = {"ha", "m2", "km2", "sao", "mau", "cong"}
LINKED = re.compile(rf"[\s\"“-]*{any_cue('linker')}")
THING = re.compile(rf"{any_cue('thing')}[^,;]{{0,40}}$")

BREAK = re.compile(
    r"[.!?] |\((?:chiếm|đạt|có|trong đó)"
    r"|(?<!\w)(?:nhưng|tuy nhiên|trong khi|song|(?<!giảm )(?<!xuống )còn(?! lại)|do|vì|sau khi)(?!\w)",
)
LATER = re.compile(r"(?!.{0,60}rằng)[^.;,:]{0,60}?(?<!\w)(?:dự kiến|sẽ)(?!\w)")
BEFORE_MOVE = re.compile(r"(?<!\w)từ(?: mức)? ?$")
MOVED = re.compile(r"(?<!\w)(?<!trở )(?:lên|xuống)(?!\w)")
MOVED_FROM = re.compile(rf"{MOVED.pattern}[^,;]{{0,30}}\d[^,;]{{0,20}} từ(?: mức)? ?$")
NUMBER = re.compile(r"(?<![\w.,/-])\d[\d.,]*(?=(?: \w+){0,2} ?(?:%|ha|m2|m²|km2|triệu|tỉ|tỷ|đồng|usd)(?!\w))")
CLOSED = re.compile(r"\([^()]*\)")
MOVE = 8  # characters before an amount that tell where it moved from
NEAR = 6  # words between an amount and a cue that reaches only so far
LISTED = 3  # earlier amounts of a sentence that are looked at
DENSE, FEW = 0.25, 2  # words of rules a sentence, and in all, from which an article is taken to tell rules


def modality_of(reading: Reading, span: Span, context: Context) -> str:
    """Name the modality of an amount: what the rules make of it, unless the words around it lean the other way.

    Of the kinds that were never trained (counts, lengths, …) it is what the rules make of them.

    >>> text = "Huyện phấn đấu thu hút 5 tỷ đồng."
    >>> modality_of(Reading(text, ((0, len(text)),)), Span(23, 32, "money"), Context(0, text[:23].lower(), ".", "VND"))
    'target'
    """
    rule = ruled(reading, context)
    if span.label not in TRAINED:
        return rule
    return "target" if leaning(reading, span, rule) > 0 else "actual"


def ruled(reading: Reading, context: Context) -> str:
    """Name the modality by rules: that of the nearest word before an amount that governs it, or of a plan after it.

    Where no word does, an amount takes over the plan of those before it in the sentence, and of the sentence before where
    its own goes on with it ("Theo đó, …"), and an article full of rules ("mức hưởng", "nghị định") tells a rule.

    >>> reading = Reading("Huyện phấn đấu nâng tỷ lệ lấp đầy đạt từ 75%.", ((0, 45),))
    >>> ruled(reading, Context(0, "Huyện phấn đấu nâng tỷ lệ lấp đầy đạt từ ", " trở lên.", "%"))
    'target'
    >>> ruled(reading, Context(0, "sẽ nâng mức thuế từ ", " lên 30%", "%"))
    'actual'
    """
    if _leaves(context):
        return "actual"
    told = _said(context.left, context.raw)
    if told:
        return told
    planned = LATER.match(context.right) or _carried(context) or _taken_over(reading, context) or _rules(reading.text)
    return "target" if planned else "actual"


def _leaves(context: Context) -> bool:
    """Tell a level that is left for another: (từ) 10% lên 25%, lên 25% từ 10%."""
    if context.ranged or not BEFORE_MOVE.search(context.left, max(0, len(context.left) - MOVE)):
        return False
    return context.moves or bool(MOVED_FROM.search(context.left))


def _carried(context: Context) -> bool:
    """Take a plan over from the amounts before in the sentence: dự kiến chi 5 tỉ đồng, trong đó 3 tỉ đồng ….

    Not for what is there whatever is planned for it, as land is.
    """
    if not _cues(context.left) or context.unit in LAND or THING.search(context.left):
        return False
    numbers = list(NUMBER.finditer(context.left))[-LISTED:]
    told = (_said(context.left[: number.start()], context.raw) for number in reversed(numbers))
    return next(filter(None, told), "") == "target"


def _said(left: str, raw: str) -> str:
    """Read the nearest cue that governs what follows `left`; empty where there is none.

    Brackets that are closed are passed over, and so are cues in capitals: they are names (Cần Thơ).
    """
    shut = [bracket.span() for bracket in CLOSED.finditer(left)] if ")" in left else []
    for cue in reversed(_cues(left)):
        named = raw[cue.start() : cue.start() + 1].isupper() and left[: cue.start()].strip(' "“-')
        if named or any(start < cue.start() < end for start, end in shut):
            continue
        says = _governs(cue, left)
        if says:
            return "actual" if says == "fact" else "target"
    return ""


@lru_cache(maxsize=8)
def _cues(left: str) -> list[re.Match[str]]:
    return list(CUE.finditer(left))


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


def _taken_over(reading: Reading, context: Context) -> bool:
    """Take a plan over from the sentence before, where this one goes on with it."""
    at = sentence_at(reading, context.start)
    if at < 1 or not LINKED.match(context.left):
        return False
    start, end = reading.sentences[at - 1]
    start = max(start, end - LEFT)
    return _said(folded(reading.text)[start:end], reading.text[start:end]) == "target"


@lru_cache(maxsize=8)
def _rules(text: str) -> bool:
    """Tell whether an article is about rules, by how often it uses their words."""
    lower = folded(text)
    often = sum(lower.count(word) for word in RULES)
    return often > FEW and often > DENSE * _sentences(text)


def _sentences(text: str) -> int:
    """Count the sentences of a canonical text, roughly: its ends of lines, and its marks with a space behind."""
    marks = sum(text.count(mark + space) for mark in ".;!?" for space in " \n")
    return marks + text.count("\n") + 1
