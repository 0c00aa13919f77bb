"""The program as it is started: lean, with its window, or only for a picture of it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from domain.model import Plan
from domain.store import PlanFile

ROOT = Path(__file__).absolute().parents[2]
HEAVY = {
    *("openpyxl", "pydantic", "numpy", "dateutil.parser", "asyncio", "sqlite_utils", "click"),
    *("domain.cli", "domain.exchange", "domain.reports", "domain.baselines"),
    *("domain.rules.checker", "gui.timeline.gestures", "gui.manual", "gui.dialogs.manual_page"),
}
MOST_OF_OURS = 170
"""So many modules of our own, and none more, may be needed before something can be seen."""
LIST_MODULES = """
import os, sys
from pathlib import Path
from gui.application import Kader, Request, _application
from gui.first_paint import after_paint
from gui.preferences import Preferences
application = _application()
program = Kader(application, Preferences(Path(sys.argv[2])))
program.window.show()
program.open(Request(Path(sys.argv[1])))
# What waits last is told first.
after_paint(program.window, lambda: print("\\n".join(sys.modules)))
assert program.document.is_open
while not program.document.is_checked:
    application.processEvents()
program.window.close()
"""


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """What another Python says and how it ends."""
    return subprocess.run(
        [sys.executable, *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture
def file(tmp_path: Path, plan: Plan) -> Path:
    path = tmp_path / "test.kader"
    PlanFile.create(path, [plan]).close()
    return path


def test_a_plan_is_on_the_screen_before_anything_heavy_is_loaded(
    file: Path, tmp_path: Path
) -> None:
    ended = run("-c", LIST_MODULES, str(file), str(tmp_path / "window.ini"))
    assert ended.returncode == 0, ended.stderr
    loaded = set(ended.stdout.split())
    assert "gui.main_window" in loaded
    assert HEAVY & loaded == set()
    ours = {name for name in loaded if name.startswith(("domain", "gui"))}
    assert len(ours) <= MOST_OF_OURS, sorted(ours)


def test_a_start_to_be_measured_ends_when_the_plan_is_painted(file: Path, tmp_path: Path) -> None:
    script = "import sys, main; print(main.main(sys.argv[1:])); print(*sys.modules)"
    ended = run(
        *("-c", script, "--leave", str(file)),
        HOME=str(tmp_path),
        XDG_CONFIG_HOME=str(tmp_path),
        QT_QPA_PLATFORM="offscreen",
    )
    assert ended.stdout.startswith("0\n"), ended.stderr
    assert "gui.timeline.canvas" in ended.stdout.split()
    assert "domain.rules.checker" not in ended.stdout.split()
    assert not file.with_name("test.kader.lock").exists()


def test_a_verb_needs_no_qt() -> None:
    script = "import sys, main; main.main(['--version'])"
    ended = run("-X", "importtime", "-c", script)
    assert "PySide6" not in ended.stderr


def test_a_picture_is_taken_where_there_is_no_screen(file: Path, tmp_path: Path) -> None:
    picture = tmp_path / "window.png"
    ended = run("main.py", "--picture", str(picture), str(file), QT_QPA_PLATFORM="offscreen")
    assert ended.returncode == 0, ended.stderr
    assert ended.stderr == ""
    image = QImage(str(picture))
    assert (image.width(), image.height()) == (1600, 1000)
    assert len({image.pixel(x, y) for x in range(0, 1600, 7) for y in range(0, 1000, 7)}) > 20


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["--nonsense"], "--nonsense"),
        (["--picture", "w.png"], "--picture"),
        (["--picture", "w.png", "gone.kader"], "gone.kader"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_exit_2(arguments: list[str], word: str) -> None:
    ended = run("main.py", *arguments, QT_QPA_PLATFORM="offscreen")
    assert ended.returncode == 2
    assert word in ended.stderr
    assert ended.stderr.count("\n") == 1


def test_without_a_screen_it_says_so() -> None:
    ended = run("main.py", DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert ended.returncode == 2
    assert "no screen" in ended.stderr
