"""Where the trained parts of the pipeline lie: beside the package in a checkout, inside it when installed."""

from __future__ import annotations

from pathlib import Path

from solieu.errors import ConfigError

PACKAGE = Path(__file__).parent
MODELS = (PACKAGE / "models" / "solieu_vi", PACKAGE.parents[1] / "models" / "solieu_vi")  # the wheel's, the checkout's


def trained_files() -> list[Path]:
    """List the files of the trained parts, in order: those of the wheel, else of the checkout."""
    folder = next((folder for folder in MODELS if folder.exists()), MODELS[0])
    return sorted(file for file in folder.rglob("*") if file.is_file() and file.suffix != ".pyc")


def trained(part: str) -> Path:
    """Find the file of a trained part, for example `solieu_facts/subject.npz`; raises `ConfigError` where there is none."""
    for folder in MODELS:
        if (folder / part).exists():
            return folder / part
    raise ConfigError(f"no trained model at {MODELS[0] / part}: run `make model`, or install solieu again")
