"""The encodings Vietnamese was written in before Unicode: TCVN3, VISCII, VNI, Windows-1258, as tables."""

from __future__ import annotations

import re
from collections.abc import Callable

# 0x80–0x9F of Windows-1252; five codes are undefined and stand for themselves.
CP1252 = [bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(256)]
BYTE = {char: code for code, char in enumerate(CP1252)} | {chr(code): code for code in range(256)}

# TCVN 5712 as its ABC fonts (.VnTime …) use it: 0xA1–0xFE; below stand the quotes and dashes of Windows-1252.
# Checked against glibc's iconv; the capital fonts (.VnTimeH) draw the small letters' codes as capitals.
TCVN3 = dict(
    zip(
        range(0xA1, 0xFF),
        "ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵ",
        strict=True,
    )
)
# RFC 1456, checked against glibc's iconv; six capitals stand on control codes.
VISCII = dict(
    zip(
        (*b"\x02\x05\x06\x14\x19\x1e", *range(0x80, 0x100)),
        "ẲẴẪỶỸỴẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừử"
        "ÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ",
        strict=True,
    )
)
# VNI for Windows: a plain letter, then a character of Windows-1252 for its marks, in the letter's case.
TONES = "øùûõï"
VNI_MARKED = {
    "a": (TONES + "êèéúüë" + "âàáåãä", "àáảãạ" + "ăằắẳẵặ" + "âầấẩẫậ"),
    "e": (TONES + "âàáåãä", "èéẻẽẹ" + "êềếểễệ"),
    "o": (TONES + "âàáåãä", "òóỏõọ" + "ôồốổỗộ"),
    "ô": (TONES, "ờớởỡợ"),
    "u": (TONES, "ùúủũụ"),
    "ö": (TONES, "ừứửữự"),
    "y": ("øùûõ", "ỳýỷỹ"),
}
VNI_SINGLE = dict(zip("ìíæóòôöîñ", "ìíỉĩịơưỵđ", strict=True))
VNI = VNI_SINGLE | {letter + mark: to for letter, (marks, tos) in VNI_MARKED.items() for mark, to in zip(marks, tos, strict=True)}
VNI_ALL = VNI | {old.upper(): new.upper() for old, new in VNI.items()}
VNI_ALL |= {old[0].upper() + old[1:]: new.upper() for old, new in VNI.items()}
VNI_SIGN = re.compile("|".join(sorted(map(re.escape, VNI_ALL), key=len, reverse=True)))

TO_TCVN3 = {ord(CP1252[code]): char for code, char in TCVN3.items()}
TO_VISCII = {ord(CP1252[code]): char for code, char in VISCII.items()} | dict(VISCII.items())

# What legacy Vietnamese looks like where it was stored as Latin-1. The sign comes first in each pattern and the letter
# before it is looked back at: so a page without such signs is searched at the speed of C. Signs that stand behind
# letters in modern pages too (`m²`, `»`, soft hyphens) are left out.
MARKERS = re.compile(
    r"""
    [\xa8-\xaa\xac\xb5-\xb8\xbc-\xbe\xae\xcf\xd8\xdb\xef\xf8\xfb\xc4\xc6\xe1\x80-\x9f]
    (?: (?<=[a-zA-Z][\xa8-\xaa\xac\xae\xb5-\xb8\xbc-\xbe])(?=[a-z\xa8-\xff\s.,])   # TCVN3: a sign in or after a word
      | (?<=\xae)(?=[\xa8-\xffa-z])                                # TCVN3: đ at the start of a word
      | (?<=[aeouyAEOUY][\xf8\xfb\xef\xd8\xdb\xcf])                # VNI: a letter and its tone
      | (?<=\xc4)[\x91\u2018\u0192\x83\xa9] | (?<=\xe1)[\xba\xbb] | (?<=\xc6)[\xb0\xa1]   # UTF-8 read as Latin-1
      | (?<=[a-zA-Z][\x80-\x9f])(?=[a-z\s])                         # VISCII: a letter on a control code
    )
    """,
    re.VERBOSE,
)
# What every marker has in UTF-8, and few modern pages: patterns that begin with one byte are searched at the speed of memory.
MARKER_BYTES = (
    re.compile(rb"\xc2(?:(?<=[a-zA-Z].)[^\xa0]|\xae[a-z\xc2\xc3])", re.DOTALL),
    re.compile(rb"\xc3(?:[\x84\x86]|\xa1\xc2|(?<=[aeouyAEOUY].)[\x8f\x98\x9b\xaf\xb8\xbb])", re.DOTALL),
)


def as_cp1252(data: bytes) -> str:
    """Decode as Windows-1252; its five undefined bytes become the control characters of the same code."""
    return data.decode("latin-1").translate({code: CP1252[code] for code in range(0x80, 0xA0)})


def as_bytes(text: str) -> bytes:
    """Take Windows-1252 or Latin-1 text back to its bytes; what has none becomes a question mark."""
    return bytes(BYTE.get(char, 63) for char in text)


def from_vni(text: str) -> str:
    """Read VNI for Windows.

    >>> from_vni("Huyeän Hieäp Hoøa, ñöôøng")
    'Huyện Hiệp Hòa, đường'
    """
    return VNI_SIGN.sub(lambda sign: VNI_ALL[sign[0]], text)


def from_utf8(text: str) -> str:
    """Read UTF-8 that was taken for Windows-1252.

    >>> from_utf8("Hiá»‡p HÃ²a")
    'Hiệp Hòa'
    """
    return as_bytes(text).decode("utf-8", "replace")


# In the order tried: the first of equal score wins.
REPAIRS: dict[str, Callable[[str], str]] = {
    "tcvn3": lambda text: text.translate(TO_TCVN3),
    "vni": from_vni,
    "viscii": lambda text: text.translate(TO_VISCII),
    "utf-8": from_utf8,
    "cp1258": lambda text: as_bytes(text).decode("cp1258", "replace"),
}
