"""The turns of speech in an article: a speaker and the verb that hands over, in the order of the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from solieu.facts.memo import remembered
from solieu.facts.people.scene import Scene
from solieu.facts.speech.speakers import PRONOUNS, Speaker, speakers
from solieu.facts.speech.titled import titled
from solieu.facts.speech.verbs import cue_after

SOURCES = {
    "lời",
    "thông",
    "tin",
    "đánh",
    "giá",
    "nhận",
    "định",
    "chia",
    "sẻ",
    "phân",
    "tích",
    "ý",
    "kiến",
    "của",
    "từ",
    "quan",
    "điểm",
}
LONGEST_SENTENCES = 200  # words of two sentences
BEFORE = 2  # the sentence before is the second that begins, going back
LONGEST_SOURCE = 6  # words between `theo` and the speaker
NO_SUBJECT = {  # before a name: it is heard (không thấy anh Lợi nói gì), spoken to, someone's owner or relation
    *("là", "thấy", "nghe", "để", "không", "nếu", "cho", "với", "gặp", "hỏi"),
    *(
        "của",
        "vợ",
        "chồng",
        "mẹ",
        "bố",
        "cha",
        "trai",
        "gái",
        "đình",
        "bạn",
        "nhà",
        "con",
        "cháu",
        "xóm",
        "quen",
        "thân",
        "nghiệp",
    ),
}
GOVERNMENTS = {("chính", "quyền"), ("chính", "phủ"), ("nội", "các")}  # a government goes by its head: chính quyền Tổng thống A
STOPS = {",", ";", ".", ":", "-", "–", "—", "(", "”", '"'}
THIS = {("này",), ("ấy",)}


@dataclass(frozen=True, slots=True)
class Turn:
    """A speaker with a verb of saying: `cue` gives its words, `use` says what may follow (see `cue_verbs.tsv`).

    `first` and `last` bound speaker and verb, in either order; `use` is `theo` after `theo`, `quote` without a verb.
    """

    first: int
    last: int
    name: str
    cue: tuple[int, int]
    use: str


def turns(here: Scene) -> list[Turn]:
    """List the turns of speech, those of `ông`, `bà` and a position alone where it is certain who is meant."""
    people = speakers(here)
    found: list[Turn] = []
    until = 0
    for speaker in sorted([*people, *titled(here), *_pronouns(here, people)], key=_first):
        if speaker.first < until:  # named in the remark on another
            continue
        until = max(until, speaker.last)
        name = speaker.name or _meant(here, speaker, people, found)
        turn = _turn(here, speaker, name) if name else None
        if turn:
            found.append(turn)
    return found


def _no_subject(here: Scene, speaker: Speaker) -> bool:
    """Say whether the words before a speaker make it another who speaks, or nobody."""
    if speaker.first in here.stops:
        return False
    before = here.words.low[max(0, speaker.first - 2) : speaker.first]
    return before in GOVERNMENTS or (before != () and before[-1] in NO_SUBJECT)


def _turn(here: Scene, speaker: Speaker, name: str) -> Turn | None:
    """Read the verb after a speaker, or `theo` before."""
    subject = not _no_subject(here, speaker)
    cue = cue_after(here, speaker.last)
    if cue:
        return Turn(speaker.first, cue[0][1], name, *cue) if subject else None
    at = speaker.first - 1
    while at > max(0, speaker.first - LONGEST_SOURCE) and here.words.low[at] in SOURCES:
        at -= 1
    if at >= 0 and here.words.low[at] == "theo":
        return Turn(at, speaker.last, name, (at, at + 1), "theo")
    if _heads_clause(here, speaker.first) and here.words.low[speaker.last : speaker.last + 1] == (":",):
        return Turn(speaker.first, speaker.last + 1, name, (speaker.last, speaker.last + 1), "quote")
    return None


def _heads_clause(here: Scene, i: int) -> bool:
    """Say whether a sentence, or a part of it after a stop, begins with word `i`."""
    return i in here.stops or here.words.breaks(i) or here.words.low[i - 1] in STOPS


def _pronouns(here: Scene, people: Sequence[Speaker]) -> list[Speaker]:
    """List every `ông`, `bà`, `anh` … that stands for a name and speaks, with no name."""
    words = here.words
    taken = {i for speaker in people for i in range(speaker.first, speaker.last)}
    alone = (i for i, low in enumerate(words.low) if low in PRONOUNS and i not in taken and _common(here, i))
    found = (Speaker(i, i + 1 + (words.low[i + 1 : i + 2] in THIS), "", PRONOUNS[words.low[i]]) for i in alone)
    return [speaker for speaker in found if cue_after(here, speaker.last)]


def _common(here: Scene, i: int) -> bool:
    """Say whether word `i` is no part of a name: `Anh` is a country, and names end with it."""
    return not here.words.capital(i) or (i not in here.body and (i in here.stops or here.words.breaks(i)))


def _meant(here: Scene, pronoun: Speaker, people: Sequence[Speaker], before: list[Turn]) -> str:
    """Say whom `ông` means: the last speaker if no one else was named since, or the only person of the sentence before."""
    since = before[-1].first if before else _sentence_before(here, pronoun.first)
    named = people[bisect_left(people, since, key=_first) : bisect_left(people, pronoun.first, key=_first)]
    names = {person.name for person in named} | {turn.name for turn in before[-1:]}
    name = names.pop() if len(names) == 1 else ""
    return name if _genders(here).get(name, set()) <= {pronoun.gender} else ""


@remembered
def _genders(here: Scene) -> dict[str, set[str]]:
    """List by name the genders that an article's honorifics tell."""
    found: dict[str, set[str]] = {}
    for person in speakers(here):
        if person.gender:
            found.setdefault(person.name, set()).add(person.gender)
    return found


def _first(speaker: Speaker) -> int:
    return speaker.first


def _sentence_before(here: Scene, i: int) -> int:
    """Give the first word of the sentence before that of word `i`."""
    starts = 0
    for at in range(i, max(-1, i - LONGEST_SENTENCES), -1):
        starts += at in here.stops or here.words.breaks(at)
        if starts == BEFORE:
            return at
    return 0 if i < LONGEST_SENTENCES else i
