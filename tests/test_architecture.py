"""The house keeps its plan: which room may import which stands in pyproject.toml."""

from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).resolve().parent.parent
LONGEST = 400  # lines of a file
VAGUE = {"utils", "util", "helpers", "helper", "common", "base", "manager", "service", "misc"}


def modules() -> list[Path]:
    return [path for room in ("domain", "gui") for path in sorted((ROOT / room).rglob("*.py"))]


def test_every_room_imports_only_what_it_may(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    status = lint_imports(str(ROOT / "pyproject.toml"), no_cache=True, no_logo=True)
    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


def test_no_file_is_longer_than_a_hall() -> None:
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in modules()}
    assert {path: length for path, length in lengths.items() if length > LONGEST} == {}


def test_no_room_has_a_name_that_says_nothing() -> None:
    names = {path: path.relative_to(ROOT).with_suffix("").parts for path in modules()}
    assert {path for path, parts in names.items() if VAGUE & set(parts)} == set()
