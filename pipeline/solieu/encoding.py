"""Bytes to text: UTF-8 first, then what the page declares, then the legacy Vietnamese encodings by scoring."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Callable, Iterator

import charset_normalizer

from solieu.errors import PageError
from solieu.legacy import MARKER_BYTES, MARKERS, REPAIRS, as_cp1252

Repair = Callable[[str], str]

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,8}=\s{0,8}["']?\s{0,8}([\w.:-]{2,40})""", re.IGNORECASE)
HEAD = 4096  # bytes in which a declaration is looked for; HTML asks for the first 1024
COMBINING = (b"\xcc", b"\xcd")  # with which combining marks begin in UTF-8; looked for before a whole page is composed
MIN_HEAD = 4  # bytes from which NULs tell UTF-16
SAMPLE = 200_000  # characters by which encodings are compared: more than the head and menus of any page seen
MAX_BAD = 0.1  # share of broken sequences up to which a text is damaged UTF-8 and no other encoding
MAX_CONTROL = 0.02  # share of control bytes above which a file is no text: random bytes have 0.11
NO_CONTROLS = bytes({*range(256)} - {*range(32)} | {*b"\t\n\x0b\x0c\r\x1b\x00"})  # NUL is counted on its own
# Frequent syllables of Vietnamese, each with a letter that every other encoding writes otherwise.
FREQUENT = frozenset(
    (
        *("của", "và", "là", "được", "những", "không", "một", "với", "đã", "này", "để", "người", "tại", "về", "đến", "từ", "ở"),
        *("sự", "việc", "nước", "năm", "tỉnh", "huyện", "xã", "đồng", "nhà", "thành", "phố", "trên", "còn", "vào", "đó", "thì"),
        *("số", "tế", "hội", "động", "phát", "triển"),
    )
)
WORD = re.compile(r"[^\W\d_]+")
VIETNAMESE = re.compile("[\u1ea0-\u1ef9]")  # letters that no Western language has
SEGMENT = re.compile(r"[^<>\n]+")


def decode(data: bytes, *, declared: str | None = None) -> str:
    """Decode a page's bytes, letters and their marks composed; `declared` is the charset an HTTP header gave.

    Raises PageError `not_text` for images, archives and other bytes that are no text.

    >>> decode("Hiệp Hòa".encode("utf-16"))
    'Hiệp Hòa'
    >>> decode("công nghiệp".encode("utf-8"), declared="windows-1258")
    'công nghiệp'
    """
    text = marked(data) or utf8(data)
    if text is not None:
        return mend(text)
    guard_text(data)
    return compose(best(data, declared or declaration(data)))


def compose(text: str) -> str:
    """Join letters and their combining marks: line by line, for most lines have none and are only looked through."""
    return "\n".join([unicodedata.normalize("NFC", line) for line in text.split("\n")])


def marked(data: bytes) -> str | None:
    """Decode bytes that a byte order mark, or the NULs of UTF-16, tell the encoding of."""
    for mark, name in BOMS:
        if data.startswith(mark):
            return compose(data[len(mark) :].decode(name, "replace"))
    head = data[:HEAD]
    if len(head) >= MIN_HEAD and max(head[1::2].count(0), head[::2].count(0)) > 0.4 * len(head) / 2:
        return compose(data.decode("utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be", "replace"))
    return None


def utf8(data: bytes) -> str | None:
    """Decode UTF-8, with a few broken sequences at most; None where it is another encoding or no text."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
        letters = sum(char > "\x7f" for char in text)
        if text.count("\ufffd") > MAX_BAD * letters:
            return None
    guard_text(data)
    return compose(text) if any(lead in data for lead in COMBINING) else text


def guard_text(data: bytes) -> None:
    """Raise PageError where too many bytes are control codes."""
    head = data[:HEAD] + data[-HEAD:]
    control = len(head.translate(None, NO_CONTROLS))
    if control > MAX_CONTROL * len(head) or head.count(0) > 0.1 * len(head):
        raise PageError("not_text", "the bytes are no text (an image, an archive or a damaged file): save the page again")


def declaration(data: bytes) -> str | None:
    """Read the charset that a `meta` element or an XML declaration names."""
    found = DECLARED.search(data[:HEAD])
    return found[1].decode("ascii", "replace") if found else None


def best(data: bytes, declared: str | None) -> str:
    """Decode bytes that are not UTF-8 in the encoding that gives the most Vietnamese; the declared one wins a tie."""
    texts = [text for text in (known(data, declared), known(data, "cp1258")) if text is not None]
    plain = as_cp1252(data)
    texts += [repair(plain) for repair in REPAIRS.values()]
    scores = [vietnamese(text) for text in texts]
    if max(scores) or known(data, declared):
        return texts[scores.index(max(scores))]
    guess = charset_normalizer.from_bytes(data[:65536]).best()
    return known(data, guess.encoding if guess else None) or plain


def known(data: bytes, name: str | None) -> str | None:
    """Decode in a named encoding; None where Python knows none of that name. Latin-1 means Windows-1252, as in HTML."""
    try:
        codec = codecs.lookup(name or "").name
        return as_cp1252(data) if codec in {"iso8859-1", "ascii", "utf-8"} else data.decode(codec, "replace")
    except (LookupError, UnicodeError, ValueError):
        return None


def vietnamese(text: str) -> int:
    """Count the words that only Vietnamese read aright has."""
    words = WORD.findall(unicodedata.normalize("NFC", text[:SAMPLE]).lower())
    return sum(word in FREQUENT for word in words)


def mend(text: str) -> str:
    """Repair legacy Vietnamese stored as Latin-1 code points, in the whole page or in the segments it stands in.

    A page whose shell is Unicode and whose article was pasted from a word processor with its old font
    has both; there only segments that become more Vietnamese are changed.
    """
    if not can_be_legacy(text) or not MARKERS.search(text):
        return text
    whole = not VIETNAMESE.search(text)
    sample = text[:SAMPLE] if whole else " ".join(segments(text))
    plain = vietnamese(sample)
    scores = {name: vietnamese(repair(sample)) for name, repair in REPAIRS.items()}
    name = max(scores, key=lambda name: scores[name])
    if scores[name] < max(3, 2 * plain):
        return text
    repair = REPAIRS[name]
    return compose(repair(text) if whole else SEGMENT.sub(lambda part: better(part[0], repair), text))


def can_be_legacy(text: str) -> bool:
    """Tell whether a text may have a marker of a legacy encoding: looked for in bytes, several times as fast."""
    data = text.encode()
    return any(sign.search(data) for sign in MARKER_BYTES)


def segments(text: str) -> Iterator[str]:
    """Yield the stretches between tags that have a marker of a legacy encoding and no Vietnamese letter."""
    for part in SEGMENT.finditer(text):
        if MARKERS.search(part[0]) and not VIETNAMESE.search(part[0]):
            yield part[0]


def better(part: str, repair: Repair) -> str:
    """Repair one stretch of text where a marker shows that it is legacy Vietnamese."""
    return repair(part) if MARKERS.search(part) and not VIETNAMESE.search(part) else part
