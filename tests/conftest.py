"""Fixtures of every test."""

import pytest

from shared import SHARED


@pytest.fixture(scope="session")
def shared():
    """Give the folder of measuring data, or skip: it is not part of the project."""
    if not (SHARED / "real").is_dir():
        pytest.skip(f"no {SHARED}: the real articles are measured on, never shipped")
    return SHARED
