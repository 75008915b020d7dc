"""The house's own rules, as STYLE says them."""

import ast
import tomllib

import pytest

from shared import ROOT

PACKAGE = ROOT / "pipeline" / "solieu"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST = 250
SPEAKERS = {"cli.py", "console.py", "progress.py"}  # what prints; `entities/train.py` is run by `make model`


def of(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def name_of(path):
    return path.relative_to(PACKAGE).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_is_short_and_says_what_lives_in_it(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST
    assert ast.get_docstring(of(path))


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_public_name_has_a_docstring(path):
    tree = of(path)
    public = [node for node in tree.body if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and not node.name.startswith("_")]
    assert [node.name for node in public if not ast.get_docstring(node)] == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_the_command_line_prints(path):
    calls = [node for node in ast.walk(of(path)) if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "print"]
    assert not calls or path.name in SPEAKERS or name_of(path) == "entities/train.py"


def test_one_place_catches_everything():
    broad = [
        name_of(path)
        for path in MODULES
        for node in ast.walk(of(path))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or getattr(node.type, "id", "") in {"Exception", "BaseException"})
    ]
    assert [name for name in broad if name != "run/shard.py"] == []
    assert broad.count("run/shard.py") == 1


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_nothing_is_named_utils(path):
    assert path.stem not in {"utils", "helpers", "common", "misc", "process", "handle"}


def test_no_inheritance_but_from_exceptions():
    for path in MODULES:
        for node in ast.walk(of(path)):
            if isinstance(node, ast.ClassDef):
                assert {base.id for base in node.bases if isinstance(base, ast.Name)} <= {"Exception"}, (name_of(path), node.name)


def test_the_lock_names_every_dependency():
    told = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    wanted = [*told["project"]["dependencies"], *told["dependency-groups"]["dev"]]
    for line in wanted:
        name = line.split(">")[0].split("[")[0].strip()
        assert f"\n{name}==" in lock
    assert "--hash=sha256:" in lock


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.tsv")), ids=name_of)
def test_a_table_tells_nothing_twice(path):
    rows = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    assert sorted(set(rows)) == sorted(rows)
