"""What the project stands on: the right Qt, whole locks, files that name no place of their own."""

import os
import re
import shutil
import socket
import subprocess
import sys
import tomllib
from importlib import metadata, util
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from domain.version import VERSION

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("requirements.txt", "requirements-dev.txt", "requirements-package.txt")

VERB_WITHOUT_QT = """
import runpy, sys
sys.argv = ["main.py", "check", sys.argv[1]]
try:
    runpy.run_path("main.py", run_name="__main__")
except SystemExit as stop:
    assert stop.code in (0, None), stop.code
print(sorted({name.partition(".")[0] for name in sys.modules} & {"PySide6", "shiboken6", "gui"}))
"""


def python(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=os.environ | variables,
        capture_output=True,
        check=False,
        text=True,
    )


def project() -> dict[str, Any]:
    described: dict[str, dict[str, Any]]
    described = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return described["project"]


def declared(*groups: str) -> set[str]:
    named = list(project()["dependencies"])
    for group in groups:
        named += project()["optional-dependencies"][group]
    return {canonicalize_name(Requirement(line).name) for line in named}


def locked(lock: str) -> dict[str, str]:
    """The entry of each package in a lock."""
    text = (ROOT / lock).read_text("utf-8")
    entries = re.findall(r"^([a-z0-9.-]+)==(\S+(?: \\\n    --hash=\S+)+)", text, re.MULTILINE)
    return dict(entries)


# --- Qt -------------------------------------------------------------------------------------------


def test_pyside_is_of_the_release_that_holds_on_python_3_11() -> None:
    assert metadata.version("PySide6-Essentials").startswith("6.11.")


def test_only_the_essentials_of_pyside_are_installed() -> None:
    assert util.find_spec("PySide6.QtWidgets") is not None
    assert util.find_spec("PySide6.QtCharts") is None
    installed = {canonicalize_name(found.metadata["Name"]) for found in metadata.distributions()}
    assert {name for name in installed if name.startswith("pyside6")} == {"pyside6-essentials"}


def test_qt_returns_none_without_losing_a_reference_to_it(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    before = sys.getrefcount(None)
    for _ in range(500):
        widget.update()
        widget.repaint()
    assert sys.getrefcount(None) > before - 250


def test_a_verb_loads_no_qt(tmp_path: Path) -> None:
    plan = str(tmp_path / "empty.kader")
    made = python("main.py", "new", plan)
    assert (made.returncode, made.stderr) == (0, "")
    checked = python("-c", VERB_WITHOUT_QT, plan)
    assert checked.stderr == ""
    assert checked.stdout.splitlines()[-1] == "[]"


# --- Locks ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_host_and_hashes_every_package(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    assert "://" not in text
    assert "--index" not in text
    pinned = {line.partition("==")[0] for line in text.splitlines() if re.match(r"\w", line)}
    assert pinned == set(locked(lock))


def test_the_locks_hold_what_the_project_declares() -> None:
    assert declared() <= set(locked("requirements.txt"))
    assert declared("dev") <= set(locked("requirements-dev.txt"))
    assert declared("package") <= set(locked("requirements-package.txt"))


def test_tests_and_package_are_made_with_the_very_packages_that_the_program_gets() -> None:
    program, *others = (locked(lock) for lock in LOCKS)
    for other in others:
        assert program == {name: other[name] for name in program}


def test_each_dependency_has_its_reason_written_down() -> None:
    reasons = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
    rows = re.findall(r"^\| ([\w-]+) \|", reasons, re.MULTILINE)
    assert declared() <= {canonicalize_name(name) for name in rows}


def test_the_program_and_its_project_file_name_the_same_version() -> None:
    assert project()["version"] == VERSION


# --- Files ----------------------------------------------------------------------------------------


@pytest.mark.skipif(
    not (ROOT / ".git").exists() or shutil.which("git") is None,
    reason="only a clone knows what is tracked",
)
def test_no_file_names_a_place_that_only_one_machine_knows() -> None:
    found = python(".ci/words.py")
    assert (found.stdout, found.returncode) == ("", 0)


# --- Screens --------------------------------------------------------------------------------------


def test_a_display_that_nobody_serves_is_no_screen() -> None:
    found = python(".ci/screen.py", DISPLAY=":4711", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert (found.stdout, found.returncode) == ("", 0)


def test_a_display_that_answers_is_a_screen(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-7"))
        server.listen()
        found = python(
            ".ci/screen.py",
            DISPLAY="",
            WAYLAND_DISPLAY="wayland-7",
            XDG_RUNTIME_DIR=str(tmp_path),
            QT_QPA_PLATFORM="",
        )
    assert (found.stdout, found.returncode) == ("wayland", 0)


def test_no_screen_is_sought_where_none_is_wanted(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-7"))
        server.listen()
        found = python(
            ".ci/screen.py",
            WAYLAND_DISPLAY="wayland-7",
            XDG_RUNTIME_DIR=str(tmp_path),
            QT_QPA_PLATFORM="offscreen",
        )
    assert (found.stdout, found.returncode) == ("", 0)
