"""The wheel holds all that an installed solieu needs: no checkout, no network."""

import os
import subprocess
import sys
import zipfile

import pytest

from shared import ROOT


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder], cwd=ROOT, check=True, capture_output=True
    )
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        wheel.extractall(folder / "site")
    return folder / "site"


def test_it_carries_the_word_lists_and_the_model(unpacked):
    carried = {path.relative_to(unpacked).as_posix() for path in unpacked.rglob("*") if path.is_file()}
    lists = {path.relative_to(ROOT / "pipeline").as_posix() for path in (ROOT / "pipeline").rglob("*.tsv")}
    model = {
        f"solieu/models/{path.relative_to(ROOT / 'models').as_posix()}"
        for path in (ROOT / "models").glob("*/**/*")
        if path.is_file()
    }
    assert lists | model <= carried
    assert sum((unpacked / name).stat().st_size for name in model) < 15 * 2**20


def test_it_works_far_from_the_checkout(unpacked, tmp_path):
    program = "import solieu; print(solieu.__file__); print(solieu.extract(text='Dự án\\n\\nCông ty Hà Tiên.').entities.text[0])"
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(unpacked)},
        capture_output=True,
        text=True,
        check=True,
    )
    place, name = done.stdout.splitlines()
    assert place.startswith(str(unpacked))
    assert "Hà Tiên" in name
