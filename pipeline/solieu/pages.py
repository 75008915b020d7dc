"""A folder of scraped pages, read one page at a time: html, txt, jsonl and warc, each also gzipped."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Any, cast

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from solieu.encoding import decode
from solieu.errors import ConfigError, PageError
from solieu.records import Page, Skip

MAX_BYTES = 64 * 2**20  # of one page, unpacked: the largest real page seen, with pictures inside, has 31 MB
ENDINGS = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".shtml": "html",
    ".txt": "text",
    ".jsonl": "jsonl",
    ".warc": "warc",
}
ASSETS = re.compile(r"(.+)[_.-](?:files|fichiers|Dateien|tập tin)")  # what a browser saves beside `page.html`
NOT_PAGES = frozenset({"Thumbs.db", "desktop.ini", "__MACOSX"})
HTML_TYPES = ("text/html", "application/xhtml")
GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Raw:
    """A page not yet read: a file at `path`, or a record's own `data`.

    `form` is `html`, `text` or `jsonl` (one line); `charset` is what an HTTP header declared.
    """

    source: str
    form: str
    path: Path | None = None
    data: bytes | None = None
    url: str | None = None
    charset: str | None = None


Reader = Callable[[IO[bytes]], Iterator[tuple[int, Raw]]]  # a container's records, each with its line or its number


def find_pages(corpus: Path) -> Iterator[Raw | Skip]:
    """Yield every page of a corpus folder, or of one file, sorted by path, records by number.

    What cannot be a page is a Skip that says why. Raises ConfigError where there is no such folder.
    """
    if not corpus.exists():
        raise ConfigError(f"no such file or folder: {corpus}")
    root = corpus if corpus.is_dir() else corpus.parent
    paths = sorted_files(corpus) if corpus.is_dir() else [corpus]
    for path in paths:
        yield from pages_of(path, source_of(path, root))


def sorted_files(root: Path) -> list[Path]:
    """List the files below a folder that can be pages, sorted; folders behind a symbolic link are not entered."""
    found: list[tuple[str, Path]] = []
    for folder, folders, files in os.walk(root):
        folders[:] = [name for name in folders if not is_hidden(name) and not is_assets(name, files)]
        for name in files:
            if not is_hidden(name):
                path = Path(folder, name)
                found.append((source_of(path, root), path))
    home = root.resolve()
    return [path for _, path in sorted(found) if not path.is_symlink() or path.resolve().is_relative_to(home)]


def is_hidden(name: str) -> bool:
    """Tell whether a file or folder is the system's own and no page."""
    return name.startswith(".") or name in NOT_PAGES


def is_assets(name: str, files: list[str]) -> bool:
    """Tell whether a folder holds the pictures and scripts of a page saved by a browser beside it."""
    stem = ASSETS.fullmatch(name)
    return stem is not None and not {stem[1] + ".html", stem[1] + ".htm"}.isdisjoint(files)


def source_of(path: Path, root: Path) -> str:
    """Name a file by its path below the root; bytes that are no UTF-8 are written as escapes."""
    return os.fsencode(path.relative_to(root).as_posix()).decode("utf-8", "backslashreplace")


def pages_of(path: Path, source: str) -> Iterator[Raw | Skip]:
    """Yield the page or the records of one file."""
    name = path.name.lower().removesuffix(".gz")
    form = ENDINGS.get(name[name.rfind(".") :] if "." in name else "")
    if form is None:
        yield Skip(
            source,
            "read",
            "unknown_type",
            f"cannot tell what {path.suffix or 'a file without ending'} is: "
            "rename it to .html, .txt, .jsonl or .warc, or take it out of the corpus",
        )
    elif form in RECORDS:
        yield from records_of(path, source, RECORDS[form])
    else:
        yield Raw(source, form, path=path)


def records_of(path: Path, source: str, read: Reader) -> Iterator[Raw | Skip]:
    """Yield a container's records, each with its line or its number, and a Skip where it breaks off."""
    number = 0
    try:
        with opened(path) as stream:
            for number, raw in read(stream):
                yield replace(raw, source=f"{source}#{number}")
    except (OSError, EOFError, zlib.error, ArchiveLoadFailed) as error:
        yield Skip(f"{source}#{number + 1}", "read", "damaged_container", f"breaks off after record {number}: {error}")


def opened(path: Path) -> IO[bytes]:
    """Open a file, unpacked if its first bytes say that it is gzipped, whatever its name."""
    with path.open("rb") as stream:
        packed = stream.read(2) == GZIP
    return cast("IO[bytes]", gzip.open(path)) if packed else path.open("rb")


def lines(stream: IO[bytes]) -> Iterator[tuple[int, Raw]]:
    """Yield the lines of a JSONL stream that are not blank, with their numbers; one over the limit comes cut, as too large."""
    number, begins = 0, True
    while line := stream.readline(MAX_BYTES + 1):
        number += begins
        if begins and line.strip():
            yield number, Raw("", "jsonl", data=line)
        begins = line.endswith(b"\n")


def responses(stream: IO[bytes]) -> Iterator[tuple[int, Raw]]:
    """Yield the HTML pages among a WARC's responses, numbered."""
    yield from enumerate(_responses(stream), 1)


def _responses(stream: IO[bytes]) -> Iterator[Raw]:
    for record in ArchiveIterator(stream, arc2warc=True):
        http = record.http_headers
        kind = (http.get_header("Content-Type") or "" if http else record.content_type or "").lower()
        if record.rec_type in {"response", "resource"} and kind.startswith(HTML_TYPES):
            data = record.content_stream().read(MAX_BYTES + 1)
            charset = kind.partition("charset=")[2].split(";")[0].strip(" \"'") or None
            url = record.rec_headers.get_header("WARC-Target-URI")
            yield Raw("", "html", data=data, url=url, charset=charset)


RECORDS: dict[str, Reader] = {"jsonl": lines, "warc": responses}


def read_page(raw: Raw) -> Page:
    """Read and decode a page.

    Raises PageError: `unreadable`, `too_large`, `damaged`, `not_text`, `bad_json`, `no_content`.
    """
    data = unpack(read_bytes(raw))
    key = hashlib.sha256(data).hexdigest()
    if raw.form == "jsonl":
        return from_json(data, source=raw.source, key=key)
    text = decode(data, declared=raw.charset)
    page = Page(raw.source, key, url=raw.url)
    return replace(page, html=text) if raw.form == "html" else replace(page, text=text)


def read_bytes(raw: Raw) -> bytes:
    """Read a page's bytes from its file, or take the record's own."""
    if raw.data is not None:
        return guarded(raw.data)
    if raw.path is None:
        raise PageError("unreadable", "neither a file nor a record")
    try:
        with raw.path.open("rb") as stream:
            return guarded(stream.read(MAX_BYTES + 1))
    except OSError as error:
        raise PageError("unreadable", f"cannot be opened: {error.strerror}") from error


def guarded(data: bytes) -> bytes:
    """Return the bytes of a page that is not over the limit."""
    if len(data) > MAX_BYTES:
        raise PageError("too_large", f"over {MAX_BYTES >> 20} MB: split the file or take it out of the corpus")
    return data


def unpack(data: bytes) -> bytes:
    """Unpack gzip, told by its first bytes, up to the limit: a bomb stops there."""
    if not data.startswith(GZIP):
        return data
    unpacker = zlib.decompressobj(wbits=31)
    try:
        unpacked = guarded(unpacker.decompress(data, MAX_BYTES + 1))
    except zlib.error as error:
        raise PageError("damaged", f"the gzip data is damaged: {error}") from error
    if not unpacked and not unpacker.eof:
        raise PageError("damaged", "the gzip data breaks off before its first byte")
    return unpacked


def from_json(line: bytes, *, source: str, key: str) -> Page:
    """Read one JSONL line: `html` or `text`, and what else it says about the page."""
    try:
        fields = json.loads(decode(line))
    except (ValueError, RecursionError) as error:
        raise PageError("bad_json", f"the line is no JSON: {error}") from error
    if not isinstance(fields, dict):
        raise PageError("bad_json", 'the line is no JSON object: write {"text": …} or {"html": …}')
    html, text = said(fields, "html"), said(fields, "text")
    if html is None and text is None:
        raise PageError("no_content", "the line has neither `html` nor `text`")
    return Page(
        source,
        key,
        html=html,
        text=text if html is None else None,
        url=said(fields, "url"),
        title=said(fields, "title"),
        published=said(fields, "published"),
        authors=names(fields.get("authors")),
    )


def said(fields: dict[str, Any], name: str) -> str | None:
    """Take a text field of a JSON line; None where it is blank or no text."""
    value = fields.get(name)
    return value if isinstance(value, str) and value.strip() else None


def names(value: object) -> tuple[str, ...]:
    """Take the authors of a JSON line: a list of names, or one string with semicolons between them."""
    listed = value.split(";") if isinstance(value, str) else value if isinstance(value, list) else []
    return tuple(name.strip() for name in listed if isinstance(name, str) and name.strip())
