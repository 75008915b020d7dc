"""Which words before an amount say that it is how much something rose or fell."""

from __future__ import annotations

import re

from solieu.facts.cues import any_word
from solieu.facts.qualifiers.context import Context
from solieu.gazetteer.table import rows

CHANGES = {surface: change for surface, change, _ in rows("changes.tsv")}
COMPARED = {surface for surface, _, when in rows("changes.tsv") if when == "compared"}
SHARE_ONLY = {surface for surface, _, when in rows("changes.tsv") if when == "share"}
NEXT = {surface for surface, _, when in rows("changes.tsv") if when == "next"}
SHARES = {"%", "pp"}
LAND = {unit for kind, unit, *_ in rows("units.tsv") if kind == "area"}
FIRM = {"cao hơn", "thấp hơn", "vượt", "kém", "kém hơn"}  # before a share these tell a change even where nothing is named
MEASURED = {"cao hơn", "thấp hơn", "nhiều hơn", "ít hơn"}

CUE = re.compile(any_word(list(CHANGES)))
# Words of which a cue is only the first or the last part: giảm trừ gia cảnh, sụt lún; thuế giá trị gia tăng, cây cầu vượt.
FIXED_AFTER = re.compile(r" (?:trừ|cổ|cường|lún)(?!\w)")
FIXED_BEFORE = re.compile(
    r"(?<!\w)(?:trị gia tăng|hơn kém|yếu kém|thiếu hụt|(?<!nhu )(?<!yêu )(?<!toàn )(?<!tổng )(?<!lượng )cầu vượt)$"
)
TANK = re.compile(r"(?<!\w)xe tăng$")  # unless the amount follows at once: giá xe tăng 30 triệu đồng
# Lúa giảm phát thải 500 ha, mô hình giảm nghèo 20 ha: names of what stands on the land.
NAMED = re.compile(r" (?:nghèo|phát thải|tải|ngập|thiểu)(?!\w)")
BOUND = re.compile(r"(?<!\w)(?:không|phải) $")  # không thấp hơn 15%
LEFT_OVER = re.compile(r"[^.;,]{0,20},? (?:chỉ )?còn(?: lại)?(?: khoảng| gần| hơn)? \d")  # mất 1.250 đồng, còn 24.750 đồng
PRICED = re.compile(  # mất 35 USD/ounce, một lượng; mất 40 tỉ USD vốn hoá
    r"(?:/| mỗi | một )(?:ounce|oz|lượng|chỉ|thùng|cổ phiếu|cp|kg|tấn|lít)(?!\w)| (?:lợi nhuận|doanh thu|vốn h)"
)
THAN = re.compile(r"(?<!\w)so với(?!\w)")
LOOSE = re.compile(r" (?:khoảng|chừng|gần|từ|đến|tới|hơn)(?!\w)")  # giá cao hơn khoảng 2.000 đồng
AGAINST = re.compile(r"(?<!\w)so với(?!\w)[^.;,]{0,60}(?:,[^.;,]{0,50})?$")  # so với giá niêm yết, giá ở chợ thấp hơn 349 đồng
COMPARISON = re.compile(r"(?:/\w+)*(?: \([^()]{0,40}\))?[^.;,]{0,20}(?<!\w)so với(?!\w)")
# Cao hơn giá thế giới 2 triệu đồng: what is compared with is told in full, and the amount is how much.
OTHER = re.compile(
    r"(?:(?! (?:được|phải|sẽ|đã|đều|và|để|vì|do|trị giá|có|là|khi|nên|mà|nhận|với|khiến|diện tích)(?!\w)) [\w\"&'-]+){2,12} ?$"
)
# Cao hơn mức bình quân cả nước 5%: the amount is the other's own.
BASELINE = re.compile(
    r"(?<!\w)(?:(?:là|tới|đến|đạt|còn|lãi|giá|bình quân|trung bình)(?: (?:khoảng|gần|hơn|trên|từ|tới))*"
    r"|(?:mức|con số|tỷ lệ|tỉ lệ|tỷ trọng|tổng|số|khoản|ngân sách|kỷ lục|mốc|ngưỡng|chỉ tiêu|mục tiêu|kế hoạch)"
    r"(?: (?!của )[^\W\d_]+){0,5}) ?$"
)
ITS = re.compile(r" (?:của|do|mà|trước đó|năm \d|vào|trong)(?!\w)")  # thấp hơn khoản đầu tư 15 tỉ USD của A
DIRECTLY = re.compile(r"(?: (?:hơn|gần|khoảng|trên|từ|tới|đến|ít nhất|tối đa|không quá))* ?$")  # được hưởng thêm 30.000 đồng
ONE_MORE = re.compile(r"(?:[,;]|(?<!\w)(?:và|bỏ|xem)) $")  # phạt 70 triệu đồng, thêm 15 triệu đồng
GIVEN = re.compile(  # nộp thêm 30 triệu đồng: a further sum
    r"(?<!\w)(?:trả|nộp|đưa|(?<!vận )chuyển|vay|đóng|góp|ứng|(?<!trợ )(?<!phụ )cấp|nhận|bù|lấy|rút|bỏ|mất|tốn|cần|xin|đòi|gửi|nạp"
    r"|phạt|chiếm đoạt|hỗ trợ|bồi thường|bán ròng|học(?= $))(?!\w)(?P<far>[^.;,]{0,25}) $"
)
LOWER = re.compile(r"(?<!\w)(?:giảm|hạ|xuống|rớt|bớt)(?!\w)(?: (?!thì)[^\W\d_]+){0,5} ?$")  # hạ tỉ lệ này xuống thêm 10%


def cues_of(left: str, context: Context) -> list[re.Match[str]]:
    """Find the words before an amount, in `left`, that tell a change of it."""
    found = CUE.finditer(left)
    return [cue for cue in found if not _fixed(cue, left, context.unit) and _tells(cue, left, context)]


def direction(cue: re.Match[str], left: str) -> str:
    """Name the change a cue tells.

    >>> left = "giảm giá thêm "
    >>> direction(list(CUE.finditer(left))[-1], left)
    'decrease'
    """
    lowered = cue[0] in NEXT and LOWER.search(left, 0, cue.start())
    return "decrease" if lowered else CHANGES[cue[0]]


def told_in_full(cue: re.Match[str], left: str, right: str) -> bool:
    """Tell whether what an amount is compared with stands before it: cao hơn giá thế giới 2 triệu đồng."""
    if cue[0] not in MEASURED or ITS.match(right):
        return False
    return bool(OTHER.match(left, cue.end()) and not BASELINE.search(left, cue.end()))


def _fixed(cue: re.Match[str], left: str, unit: str) -> bool:
    """Tell a cue that is a part of another word or of a name."""
    if unit in LAND and NAMED.match(left, cue.end()):
        return True
    if TANK.search(left, 0, cue.end()):
        return unit not in SHARES and not DIRECTLY.match(left, cue.end())
    return bool(FIXED_AFTER.match(left, cue.end()) or FIXED_BEFORE.search(left, 0, cue.end()))


def _tells(cue: re.Match[str], left: str, context: Context) -> bool:
    if cue[0] in SHARE_ONLY:
        priced = PRICED.match(context.right) or PRICED.search(context.amount)
        return context.unit in SHARES or bool(priced or LEFT_OVER.match(context.right))
    if cue[0] in NEXT:
        return _adds(cue, left, context.unit)
    return cue[0] not in COMPARED or _compares(cue, left, context)


def _adds(cue: re.Match[str], left: str, unit: str) -> bool:
    """Tell what grows (được hưởng thêm 30.000 đồng) from what is given once more (nộp thêm 30 triệu đồng)."""
    given = GIVEN.search(left, 0, cue.start())
    if given and not (given["far"] and unit in SHARES):
        return False
    alone = DIRECTLY.match(left, cue.end()) and not ONE_MORE.search(left, 0, cue.start())
    return bool(alone or unit in SHARES or CUE.search(left, 0, cue.start()))


def _compares(cue: re.Match[str], left: str, context: Context) -> bool:
    """Tell a change from a bound: a comparative is one before a share, or where something is compared."""
    if left.startswith((" quá", " qua "), cue.end()):  # vượt quá, vượt qua
        return False
    if BOUND.search(left, 0, cue.start()):
        return bool(COMPARISON.match(context.right))
    said = LOOSE.match(left, cue.end()) or AGAINST.search(left, 0, cue.start())
    compared = said or THAN.search(left, cue.end()) or COMPARISON.match(context.right)
    return bool(compared or (context.unit in SHARES and cue[0] in FIRM) or told_in_full(cue, left, context.right))
