"""A part: the rows that one shard gave, a file a table, and an account of its making; kept until the run is done."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.ipc

ACCOUNT = "part.json"
FORM = pyarrow.ipc.IpcWriteOptions(compression="lz4", use_threads=False)  # as small as Parquet in a third of its time


def is_finished(part: Path) -> bool:
    """Tell whether a part is there, whole."""
    return (part / ACCOUNT).exists()


def write_part(part: Path, tables: dict[str, pyarrow.Table], account: dict[str, Any]) -> None:
    """Write a part; it stands under its name only when it is whole."""
    building = part.with_name(part.name + ".tmp")
    shutil.rmtree(building, ignore_errors=True)
    building.mkdir(parents=True)
    for name, table in tables.items():
        with pyarrow.ipc.new_file(str(building / f"{name}.arrow"), table.schema, options=FORM) as file:
            file.write_table(table)
    (building / ACCOUNT).write_text(json.dumps(account, ensure_ascii=False), encoding="utf-8")
    shutil.rmtree(part, ignore_errors=True)
    building.rename(part)


def read_account(part: Path) -> dict[str, Any]:
    """Read a part's account: seconds by stage, tracebacks of crashes."""
    account: dict[str, Any] = json.loads((part / ACCOUNT).read_text(encoding="utf-8"))
    return account


def read_rows(part: Path, name: str) -> pyarrow.Table:
    """Read a part's rows of one table."""
    with pyarrow.OSFile(str(part / f"{name}.arrow")) as file:
        return pyarrow.ipc.open_file(file).read_all()
