"""The same position told twice becomes one row, the fuller."""

from __future__ import annotations

from solieu.facts.words import cut
from solieu.records import Official

SAME = {
    "hđqt": "hội đồng quản trị",
    "hđtv": "hội đồng thành viên",
    "ubnd": "ủy ban nhân dân",
    "hđnd": "hội đồng nhân dân",
    "tp": "thành phố",
    "pct": "phó chủ tịch",
    "ct": "chủ tịch",
    "p": "phó",
    "gđ": "giám đốc",
    "tgđ": "tổng giám đốc",
}
STATUS = {"nguyên", "cựu", "tân", "quyền", "cố"}


def merged(rows: list[Official]) -> tuple[Official, ...]:
    """Keep, of the rows of one person, those that no other row tells more fully."""
    kept: list[Official] = []
    for row in rows:
        same = next((k for k, other in enumerate(kept) if _same(row, other)), None)
        if same is None:
            kept.append(row)
        elif _fullness(row) > _fullness(kept[same]):
            kept[same] = row
    return tuple(sorted(kept, key=lambda row: (row.start, row.end)))


def _fullness(row: Official) -> tuple[int, bool]:
    """Rank tellings of one position: by the number of their words, then those that say it is past."""
    return len(_key(row)), row.status == "former"


def _key(row: Official) -> frozenset[str]:
    """The words of a position, abbreviations written out."""
    found: list[str] = []
    for word in (*cut(row.title).low, *cut(row.organisation or "").low):
        found.extend(SAME.get(word, word).split())
    return frozenset(word for word in found if word not in STATUS and word.isalnum())


def _same(a: Official, b: Official) -> bool:
    if a.name.casefold() != b.name.casefold():
        return False
    x, y = _key(a), _key(b)
    return (x <= y or y <= x) and (("phó" in x) == ("phó" in y))
