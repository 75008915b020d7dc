"""Whether an amount is a state, or how much something rose or fell."""

from __future__ import annotations

import re

from solieu.facts.context import Context
from solieu.facts.cues import any_cue, any_word
from solieu.gazetteer.table import rows

CHANGES = {surface: change for surface, change, _ in rows("changes.tsv")}
COMPARED = {surface for surface, _, when in rows("changes.tsv") if when == "compared"}
SHARE_ONLY = {surface for surface, _, when in rows("changes.tsv") if when == "share"}
NEXT = {surface for surface, _, when in rows("changes.tsv") if when == "next"}
SHARES = {"%", "pp"}
FIRM = {"cao hơn", "thấp hơn", "vượt", "kém", "kém hơn"}  # before a share these tell a change even where nothing is named

CUE = re.compile(any_word(list(CHANGES)))
RATE_OF = re.compile(r"(?<!\w)(?:mức|đà|biên độ) $")  # mức tăng lần lượt là 5% và 4%
EACH = re.compile(r"(?<!\w)lần lượt(?: là| ở mức| đạt)?(?!\w)")  # giảm lần lượt là 0,3% và 1%
LEFT_OVER = re.compile(r"[^.;,]{0,20},? (?:chỉ )?còn(?!\w)")  # mất 1.250 đồng, còn 24.750 đồng
COPULA = re.compile(r"(?<!\w)(?:là|đạt|ở mức|chỉ|khoảng|lần lượt|bình quân|trung bình)(?!\w)")
THAN = re.compile(r"(?<!\w)so với(?!\w)")
DIRECTLY = re.compile(r"(?: (?:hơn|gần|khoảng|trên|từ|tới|đến|ít nhất|tối đa|không quá))* ?$")  # được hưởng thêm 30.000 đồng
ONE_MORE = re.compile(r"(?:[,;]|(?<!\w)(?:và|bỏ|xem)) $")  # phạt 70 triệu đồng, thêm 15 triệu đồng
LOOSE = re.compile(r" (?:khoảng|chừng|gần|từ|đến|tới|hơn)(?!\w)")  # giá cao hơn khoảng 2.000 đồng
COMPARISON = re.compile(r"[^.;,]{0,20}(?<!\w)so với(?!\w)")
# Words after which the amount is no longer how much: a new level, another clause, another thing.
LEVEL = re.compile(rf"{any_cue('level')}|[:;.]|, (?!tức|tương|hay)")
AMOUNT_AND = re.compile(r"\d\S*(?: \w+){0,4}?(?:,| và) (?:\w+ ){0,3}$")
STATES = re.compile(r"[:;.]|(?<!\w)(?:là|đạt|lên|còn|thì|bằng|chiếm|sử dụng|làm)(?!\w)")
ANOTHER = re.compile(r"(?<!\w)và(?!\w)")
WINDOW = 45


def change_of(context: Context) -> str:
    """Name the change: the last cue before the amount, unless a word of level stands between the two.

    >>> change_of(Context(0, "Lợi nhuận sau thuế giảm ", " so với cùng kỳ", "%"))
    'decrease'
    >>> change_of(Context(0, "tỷ lệ hộ nghèo giảm còn ", ".", "%"))
    'level'
    >>> change_of(Context(0, "giá chanh ở mức cao hơn ", "/kg", "VND"))
    'level'
    """
    left = context.left[-WINDOW:]
    cues = [cue for cue in CUE.finditer(left) if _changes(cue, left, context)]
    return CHANGES[cues[-1][0]] if cues and _reaches(cues[-1], left, context) else "level"


def _changes(cue: re.Match[str], left: str, context: Context) -> bool:
    """Tell a change from a bound: a comparative is one before a share, or where something is compared."""
    if cue[0] in SHARE_ONLY:
        return context.unit in SHARES or bool(LEFT_OVER.match(context.right))
    if cue[0] in NEXT:
        alone = DIRECTLY.match(left, cue.end()) and not ONE_MORE.search(left, 0, cue.start())
        return bool(alone or context.unit in SHARES or CUE.search(left, 0, cue.start()))
    if cue[0] not in COMPARED:
        return True
    if left.startswith(" quá", cue.end()):  # vượt quá
        return False
    compared = LOOSE.match(left, cue.end()) or THAN.search(left, cue.end()) or COMPARISON.match(context.right)
    return bool(compared or (context.unit in SHARES and cue[0] in FIRM))


def _reaches(cue: re.Match[str], left: str, context: Context) -> bool:
    """Tell whether the cue governs the amount: nothing between the two starts a level, a clause or another thing."""
    between = EACH.sub("", left[cue.end() :])
    if "%" in between and context.unit not in SHARES:  # tăng 3% (30 triệu đồng/m2)
        return False
    if context.unit in SHARES:
        between = between.replace(" tổng ", " ")  # giảm tổng sản phẩm quốc nội 0,2%
    if RATE_OF.search(left[: cue.start()]):
        between = COPULA.sub("", between)
    if THAN.match(between.lstrip()) or context.ranged or not context.moves:
        between = re.sub(r"(?<!\w)(?:so với|từ)(?!\w)", "", between)
    if AMOUNT_AND.search(between):
        return not STATES.search(re.sub(r"\d[\d.,]*", "", between))
    return not LEVEL.search(between) and not ANOTHER.search(between)
