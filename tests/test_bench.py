"""No stage does a fifth more than it did, told by its function calls: the same number on every machine."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).parent / "bench"
ROOM = 1.2
RENEW = "if it must be so, `.venv/bin/python tests/bench/calls.py --renew` keeps the new counts, and the commit says why"


def counts(told):
    return {stage: int(number) for stage, number in (line.split("\t") for line in told.splitlines())}


@pytest.fixture(scope="module")
def now():
    made = subprocess.run(
        [sys.executable, BENCH / "calls.py"],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONHASHSEED": "0"},
    )
    return counts(made.stdout)


KEPT = counts((BENCH / "calls.tsv").read_text(encoding="utf-8").partition("\n")[2])


@pytest.mark.parametrize("stage", KEPT)
def test_a_stage_makes_no_more_calls_than_it_did(now, stage):
    assert now[stage] <= ROOM * KEPT[stage], f"{stage}: {now[stage]} calls a page, {KEPT[stage]} before; {RENEW}"


def test_every_stage_is_counted(now):
    assert list(now) == list(KEPT), RENEW
