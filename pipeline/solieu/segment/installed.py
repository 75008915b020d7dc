"""The installed underthesea's splitter and tokenizer without the rest of it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec, module_from_spec

PACKAGE = "underthesea"


@contextmanager
def only_what_is_imported() -> Iterator[None]:
    """In its block an import from a submodule of underthesea loads that submodule and what it needs.

    `import underthesea` loads all its taggers with their dictionaries as well: 55 MB and a second of CPU time that nobody here
    needs. The block's modules are dropped from `sys.modules` after it, so that whoever imports underthesea gets the whole of it.
    `ImportError` where it is not installed.
    """
    if PACKAGE in sys.modules:
        yield
        return
    spec = find_spec(PACKAGE)
    if spec is None:
        raise ImportError("underthesea is not installed")
    sys.modules[PACKAGE] = module_from_spec(spec)  # it knows its folder; its code is not run
    try:
        yield
    finally:
        for name in [name for name in sys.modules if name.partition(".")[0] == PACKAGE]:
            del sys.modules[name]
