"""As on Windows: without the modules and calls of Unix, and with files that stay put while open.

It is no Windows: drives, names that differ in case, and Qt's own plug-ins are not tried.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
AS_ON_WINDOWS = """
import builtins, io, os, sys

ABSENT = {"fcntl", "resource", "pwd", "grp", "termios", "tty", "pty", "syslog", "readline"}

class Absent:
    def find_spec(self, name, path=None, target=None):
        if name in ABSENT:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Absent())
for name in ABSENT:
    sys.modules.pop(name, None)
for name in ("O_DIRECTORY", "O_NOFOLLOW", "O_CLOEXEC", "getuid", "getgid", "getegid",
             "fork", "forkpty", "statvfs", "fchmod", "fchown", "chown", "mkfifo", "sync", "nice",
             "sched_getaffinity", "getloadavg", "confstr", "sysconf", "killpg", "setsid"):
    if hasattr(os, name):
        delattr(os, name)

def opened(path):
    wanted = os.path.realpath(os.fsdecode(path))
    for number in real_listdir("/proc/self/fd"):
        try:
            if real_readlink(f"/proc/self/fd/{number}") == wanted:
                return True
        except OSError:
            pass
    return False

real_listdir, real_readlink = os.listdir, os.readlink

def staying(name, paths):
    real = getattr(os, name)
    def done(*args, **named):
        for path in args[:paths]:
            if isinstance(path, (str, bytes, os.PathLike)) and not named and opened(path):
                raise PermissionError(13, "The process cannot access the file", os.fsdecode(path))
        return real(*args, **named)
    setattr(os, name, done)

for name, paths in (("replace", 2), ("rename", 2), ("unlink", 1), ("remove", 1)):
    staying(name, paths)

real_fsync, real_open = os.fsync, os.open
def fsync(handle):
    # On Windows only what is open to be written, and no folder, can be brought to the disk.
    path = real_readlink(f"/proc/self/fd/{handle if isinstance(handle, int) else handle.fileno()}")
    if os.path.isdir(path):
        raise PermissionError(13, "Permission denied", path)
    return real_fsync(handle)
os.fsync = fsync
def open_file(path, flags, mode=0o777, *, dir_fd=None):
    if isinstance(path, (str, os.PathLike)) and os.path.isdir(path):
        raise PermissionError(13, "Permission denied", os.fsdecode(path))
    return real_open(path, flags, mode, dir_fd=dir_fd)
os.open = open_file
"""
EVERY_MODULE = """
import importlib, pkgutil
import domain, gui, main
for room in (domain, gui):
    for module in pkgutil.walk_packages(room.__path__, room.__name__ + "."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
"""

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="what is open is looked up in /proc; Windows itself knows"
)


@pytest.fixture
def windows(tmp_path: Path) -> Path:
    """A folder in which each Python finds less than it does elsewhere, and a home."""
    (tmp_path / "less").mkdir()
    (tmp_path / "less" / "sitecustomize.py").write_text(AS_ON_WINDOWS, encoding="utf-8")
    (tmp_path / "home").mkdir()
    return tmp_path


def run(windows: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={
            "PYTHONPATH": os.pathsep.join((str(windows / "less"), str(ROOT))),
            "HOME": str(windows / "home"),
            # The letters of a Dutch Windows are not those of UTF-8.
            "PYTHONIOENCODING": "cp1252",
            "USERNAME": "planner",
            "PATH": os.environ["PATH"],
            "QT_QPA_PLATFORM": "offscreen",
            "TEMP": str(windows),
            "TMPDIR": str(windows),
        },
        capture_output=True,
        check=False,
        encoding="cp1252",
    )


def test_less_is_there_and_open_files_stay(windows: Path) -> None:
    (windows / "file").touch()
    script = """
import os, sys
for name in ("fcntl", "resource", "pwd"):
    try:
        __import__(name)
    except ImportError:
        print(name)
with open(sys.argv[1], encoding="utf-8"):
    try:
        os.unlink(sys.argv[1])
    except PermissionError:
        print("stays")
"""
    done = run(windows, "-c", script, str(windows / "file"))
    assert done.stdout.split() == ["fcntl", "resource", "pwd", "stays"], done.stderr


def test_every_module_can_be_imported(windows: Path) -> None:
    done = run(windows, "-c", EVERY_MODULE)
    assert (done.returncode, done.stderr) == (0, "")


def test_every_verb_does_its_work(windows: Path) -> None:
    plan = windows / "Plan één.kader"
    sent = windows / "sent.kader"
    steps: list[tuple[int, list[str]]] = [
        (0, ["new", str(plan), "--baseline", "sample"]),
        (1, ["check", str(plan), "--scenario", "Voorbeeld"]),
        *((0, ["export", str(plan), str(windows / f"plan.{kind}")]) for kind in ENDINGS),
        # Once more, over what stands there.
        *((0, ["export", str(plan), str(windows / f"plan.{kind}")]) for kind in ENDINGS),
        (0, ["export", str(plan), str(sent)]),
        (0, ["import", str(plan), str(windows / "plan.xlsx"), "--dry-run"]),
        (0, ["import", str(plan), str(windows / "plan.json")]),
        (0, ["report", str(plan), "--from", "2025-01-01", "--until", "2025-12-31"]),
        (0, ["compare", str(plan), "Plan", "Voorbeeld"]),
        (0, ["merge", str(plan), str(sent)]),
        (0, ["verify", str(plan)]),
        (0, ["--picture", str(windows / "window.png"), str(plan)]),
    ]
    for wanted, words in steps:
        done = run(windows, "main.py", *words)
        assert done.returncode == wanted, (words, done.stdout, done.stderr)
        assert "Traceback" not in done.stderr, done.stderr
    assert not list(windows.glob(".*.part*"))


ENDINGS = ("xlsx", "json", "csv", "pdf")


def test_a_damaged_plan_is_saved_into_a_fresh_file(windows: Path) -> None:
    plan, fresh = windows / "plan.kader", windows / "fresh.kader"
    assert run(windows, "main.py", "new", str(plan), "--baseline", "sample").returncode == 0
    with plan.open("r+b") as file:
        file.seek(plan.stat().st_size // 2)
        file.write(b"\\xff" * 4096)
    done = run(windows, "main.py", "verify", str(plan), "--repair", str(fresh))
    assert "Traceback" not in done.stderr, done.stderr
    assert fresh.is_file(), done.stderr


def test_every_file_is_opened_with_an_encoding() -> None:
    """Without one Windows reads the letters of its own language."""
    said = subprocess.run(
        [
            shutil.which("ruff") or str(Path(sysconfig.get_path("scripts"), "ruff")),
            "check",
            "--select",
            "PLW1514",
            "--preview",
            "main.py",
            "domain",
            "gui",
        ],
        cwd=ROOT,
        capture_output=True,
        check=False,
        text=True,
    )
    assert said.returncode == 0, said.stdout
