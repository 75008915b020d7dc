"""underthesea's sentences and words, to the letter and ten times as fast, by its own model read from the installed package.

`stops` splits sentences; `crfsuite` reads the file of weights, `attributes` sums them into the tables of `model`, `runs` cuts
at spaces and marks, `tagger` joins the syllables to words. `installed` imports what of underthesea they read; `plain` is the
whole of it, for a version unknown here.
"""

from __future__ import annotations

import hashlib
import inspect
import warnings
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from solieu.segment import plain, stops
from solieu.segment.attributes import load
from solieu.segment.crfsuite import UnknownFormError
from solieu.segment.installed import only_what_is_imported
from solieu.segment.runs import LONGEST_RUN, Offsets, Runs
from solieu.segment.tagger import Segmenter

__all__ = ["LONGEST_RUN", "Segment", "Split", "segmenter", "splitter"]

Segment = Callable[[str, Sequence[Offsets]], list[Offsets]]
Split = Callable[[str, int, int], Iterator[Offsets]]

MODEL = Path("models", "ws_crf_vlsp2013_20230727")
# SHA-256 of what is taken apart in `runs` and written anew in `stops`: another version of it may mean something else.
KNOWN_PATTERN = "ed7f6df4bba1133b1fd2baf02d612b7ef6912f0460f7a8166bd6b4aa8f072d25"
KNOWN_SPLITTER = "b2b42e8b530942cc34b545ec8ec4aad9bc55241ac5461db0d55b433044833810"


def segmenter(folder: Path | None = None) -> Segment:
    """Give the function that cuts sentences of a text, offsets in order, into words.

    The model is that of the folder, underthesea's own if none is given. Where it is not of the form known here, underthesea
    itself is given, with a warning.
    """
    try:
        return _segmenter(folder)
    except (UnknownFormError, ImportError, AttributeError, OSError) as error:
        warnings.warn(f"words are cut by underthesea itself, ten times slower: {error}", stacklevel=2)
        return plain.words


def splitter(known: str = KNOWN_SPLITTER) -> Split:
    """Give the function that splits a line of a text into sentences; underthesea itself, with a warning, if it has changed."""
    try:
        return _splitter(known)
    except (UnknownFormError, ImportError, AttributeError, OSError) as error:
        warnings.warn(f"sentences are split by underthesea itself, slower: {error}", stacklevel=2)
        return plain.split


def _segmenter(folder: Path | None) -> Segment:
    with only_what_is_imported():
        from underthesea.pipeline.text_normalize.character_normalize import character_map, normalize_characters_in_text
        from underthesea.pipeline.word_tokenize import regex_tokenize

    _check("pattern", regex_tokenize.patterns.pattern, KNOWN_PATTERN)
    if any(len(written) != len(read) for written, read in character_map.items()):
        raise UnknownFormError("characters are normalised to longer ones")
    model = load(folder or Path(regex_tokenize.__file__).parent / MODEL)
    return Segmenter(model, Runs(model, regex_tokenize.patterns, normalize_characters_in_text)).words


def _splitter(known: str) -> Split:
    with only_what_is_imported():
        from underthesea.pipeline import sent_tokenize as installed

        installed.sent_tokenize("A.")  # makes the list of abbreviations
        _check("splitter", inspect.getsource(type(installed.sentence_tokenizer)), known)
    abbreviations = frozenset(installed.sentence_tokenizer.abbrev_types)
    if max(map(len, abbreviations)) >= stops.LONGEST:
        raise UnknownFormError(f"an abbreviation of underthesea has {stops.LONGEST} characters or more")
    return partial(stops.split, abbreviations=abbreviations)


def _check(name: str, found: str, known: str) -> None:
    digest = hashlib.sha256(found.encode()).hexdigest()
    if digest != known:
        raise UnknownFormError(f"underthesea's {name} is unknown: {digest}")
