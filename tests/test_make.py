"""The Makefile, driven as a newcomer drives it."""

import subprocess

from shared import ROOT


def test_make_lists_the_targets():
    done = subprocess.run(["make", "-C", str(ROOT)], capture_output=True, text=True, check=True)
    assert all(f"make {target}" in done.stdout for target in ("dataset", "test", "check", "evaluate", "clean"))


def test_an_old_python_gets_one_clear_line(tmp_path):
    old = tmp_path / "python3"
    old.write_text('#!/bin/sh\n[ "$1" = -V ] && echo "Python 3.9.2"\n[ "$1" = -c ] && exit 1\nexit 0\n')
    old.chmod(0o755)
    done = subprocess.run(
        ["make", "-C", str(ROOT), "dataset", f"PYTHON={old}", f"VENV={tmp_path / 'venv'}"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert "solieu needs Python 3.11 or newer" in done.stdout
    assert "3.9.2" in done.stdout
