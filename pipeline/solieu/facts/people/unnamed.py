"""People whom the tagger missed where the text leaves no doubt: after `ông`, between a position and a verb of saying."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from solieu.facts.people.names import honorific_before
from solieu.facts.people.seats import countries, country_ends, org_heads, places
from solieu.facts.people.titles import first_words, head_at, title_at
from solieu.facts.saying import cue_verbs
from solieu.facts.words import DASHES, SYLLABLE, Phrases, Words, fold, longest, phrases
from solieu.gazetteer.table import rows
from solieu.records import Entity

FEWEST, MOST = 2, 4  # syllables of a name after an honorific
FULL = 3  # syllables of a name that nothing but its place in the sentence shows
LONGEST_TITLE = 5
LONGEST_NAME = 6
CLOSING = {"ương", "phủ", "tỉnh", "huyện", "xã", "phường", "thôn", "ấp", "xóm", "phố", "hcm"}  # Trạm Y tế xã | Hà Bá Lộc
POLICE = ("công", "an")
LETTERS = {"y", "a", "h"}
OCEAN = ("dương",)  # Ấn Độ | Dương
PARTICLES = {"-", "bin", "al", "el", "de", "da", "van", "von", "."}  # Tamim bin Hamad al - Thani
CLAUSE = 25  # words between a title and the name of its holder
PARTING = set('.,;:()"“”?!…')
NAMED_AFTER_PEOPLE = {  # words before a name that is no person here
    *("trường", "thpt", "thcs", "học", "đường", "phố", "phường", "xã", "thôn", "ấp", "ty", "tnhh", "cp", "viện", "giải"),
    *(fold("quỹ"), "tên", "mang", "khu", "chợ", "cầu", "tượng", "dự", "án", "tàu", "kênh", "đèo", "lăng", "đền", "bộ", "luật"),
}
COMRADES = {"ông", "bà", "chí", "c"}  # the last words of honorifics that stand before no place
ACTING = {"đã", "vừa", "cũng", "đang", "sẽ", "cùng"}


@cache
def surnames() -> frozenset[str]:
    """Read the family names of Vietnam, folded."""
    return frozenset(fold(name) for (name,) in rows("surnames.tsv"))


def missed(words: Words, entities: tuple[Entity, ...]) -> list[tuple[int, int]]:
    """List the names, as words from and up to, that are certainly people's and are not tagged as such."""
    spans = [(words.at(entity.start), words.at(entity.end), entity.label) for entity in entities]
    people = {i for first, last, label in spans if label == "PER" for i in range(first, last)}
    inside = {i for first, last, _ in spans for i in range(first + 1, last)}
    found = _after_places(words, [(first, last) for first, last, label in spans if label != "PER" and last - first > 1])
    people.update(i for span in found for i in range(*span))
    capital = [words.text[start].isupper() for start in words.start]
    for i in [i for i, (one, next_) in enumerate(pairwise(capital)) if one and next_ and i]:
        if i in people or words.breaks(i):
            continue
        end = _name_end(words, i, people)
        if end and (_certain(words, i, end, inside) or _swallowed(words, i, end)):
            found.append((i, end))
            people.update(range(i, end))
    return found


def _after_places(words: Words, offices: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """List the names that the tagger took for a part of the place or body whose official is named: `Thủ tướng Nhật Bản | Abe`."""
    found = []
    for first, last in offices:
        if _before_name().isdisjoint(words.low[first : last - 1]) and not words.span(first, first + 1).isupper():
            continue
        title = title_at(words, first)
        at = _office_end(words, title.end if title else first, last) if title or title_ends(words, first) else last
        if at < last and not _goes_on(words, last):
            found.append((at, last))
    return found


@cache
def _before_name() -> frozenset[str]:
    """List the first words of countries, and those after which a name may stand in what was taken for a body's name."""
    return frozenset(countries().sizes) | CLOSING | {POLICE[-1]}


def _office_end(words: Words, first: int, last: int) -> int:
    """Find the word between `first` and `last` at which a country or an abbreviation ends and a name follows, else `last`."""
    country = longest(countries(), words, first)
    if country and words.low[country[0] : last] != OCEAN and _name(words, country[0], last):
        return country[0]
    ends = [found[0] for at in range(first + 1, last) if (found := longest(countries(), words, at))]
    short = words.span(first, first + 1).isupper() and not longest(org_heads(), words, first)  # a HTX or CLB has its own name
    if short and first + 1 < last <= first + 1 + FULL:
        ends.append(first + 1)
    foreign = (end for end in ends if end + 1 < last and _foreign(words, end) and _name(words, end, last))
    closed = (at for at in (last - FULL, last - MOST) if at > first and _closes(words, at) and _vietnamese(words, at, last))
    return next(foreign, next(closed, last))


def _closes(words: Words, i: int) -> bool:
    """Say whether the name of a body may end before word `i`."""
    return words.low[i - 1] in CLOSING or words.low[i - 2 : i] == POLICE


def _vietnamese(words: Words, first: int, last: int) -> bool:
    """Say whether the words are a full name and no listed place (`xã Lý Văn Lâm`)."""
    return words.low[first] in surnames() and _name(words, first, last) and not _place(words, first, last)


def _name(words: Words, first: int, last: int) -> bool:
    """Say whether the words are written as a name, small words such as `bin` and dashes among them."""
    if not first < last <= first + LONGEST_NAME or not _syllable(words, first) or not _syllable(words, last - 1):
        return False
    return all(_syllable(words, at) or words.low[at] in PARTICLES for at in range(first, last))


def _foreign(words: Words, i: int) -> bool:
    return SYLLABLE.fullmatch(words.low[i]) is None


def _goes_on(words: Words, i: int) -> bool:
    """Say whether a name that ends before word `i` may go on with it."""
    return i < len(words) and _syllable(words, i) and not words.breaks(i)


def title_ends(words: Words, i: int) -> bool:
    """Say whether a title ends just before word `i`."""
    heads = first_words()
    for at in range(max(0, i - LONGEST_TITLE), i):
        if words.low[at] in heads and (head := head_at(words, at)) and head.end == i:
            return True
    return False


def _name_end(words: Words, i: int, people: set[int]) -> int:
    """Give the word after two to four capitalised syllables that begin at word `i`, 0 where there are not so many."""
    at = i
    while at < len(words) and at - i <= MOST and _syllable(words, at) and at not in people and not (at > i and words.breaks(at)):
        at += 1
    return at if FEWEST <= at - i <= MOST and at not in people else 0


def _syllable(words: Words, i: int) -> bool:
    """Say whether a word is written as the syllable of a name: a capital, then small letters; or Y, A, H (Vàng A Páo)."""
    return words.capital(i) and (words.text[words.start[i] + 1 : words.end[i]].islower() or words.low[i] in LETTERS)


def _place(words: Words, i: int, end: int) -> bool:
    found = longest(places(), words, i)
    return found is not None and found[0] == end


def _addressed(words: Words, i: int, inside: set[int]) -> bool:
    """Say whether an honorific in small letters, or at the head of a sentence, stands before the name."""
    at = honorific_before(words, i)
    if at is None or i in inside or at in inside:
        return False
    found = longest(_honorifics(), words, at)
    head = at == 0 or words.breaks(at) or words.low[at - 1] in PARTING | DASHES
    return found is not None and (head or not words.capital(at))


@cache
def _honorifics() -> Phrases:
    return phrases(row for row in rows("before_names.tsv") if row[1] != "occupation")


def _placed(words: Words, i: int, end: int) -> bool:
    """Say whether a full name stands between its position and a verb, or before its position."""
    if end - i < FULL or words.low[i] not in surnames() or words.low[i - 1] in NAMED_AFTER_PEOPLE:
        return False
    if end + 1 < len(words) and words.low[end] in {",", "(", *DASHES} and not words.capital(i - 1):
        return head_at(words, end + 1) is not None and words.low[i - 1] not in first_words()
    speaks = end < len(words) and (words.low[end] in ACTING or longest(cue_verbs(), words, end) is not None)
    return speaks and _titled(words, i)


def _certain(words: Words, i: int, end: int, inside: set[int]) -> bool:
    """Say whether what is no place is a name by an honorific or by its place in the sentence."""
    addressed = _addressed(words, i, inside)
    if _place(words, i, end):
        return addressed and words.low[i - 1] in COMRADES
    return addressed or _placed(words, i, end)


def _swallowed(words: Words, i: int, end: int) -> bool:
    """Say whether a name follows the country of a body whose position is told: `phát ngôn viên Bộ Y tế Trung Quốc Hoa Dung`."""
    if not (words.low[i] in surnames() or _foreign(words, i)) or any(longest(countries(), words, at) for at in range(i, end)):
        return False
    return country_ends(words, i) and _titled(words, i)


def _titled(words: Words, i: int) -> bool:
    """Say whether a title stands before word `i` in its clause."""
    for at in range(i - 1, max(-1, i - CLAUSE), -1):
        if words.low[at] in PARTING:
            return False
        if words.low[at] in first_words() and head_at(words, at):
            return True
        if words.breaks(at):
            return False
    return False
