"""A screen of its own with a bus for screen readers, a window manager, and a fresh home."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
SIZE: Final = "1600x1000x24"
_FOLDERS: Final = {
    "HOME": "",
    "XDG_DATA_HOME": ".local/share",
    "XDG_CONFIG_HOME": ".config",
    "XDG_CACHE_HOME": ".cache",
    "XDG_STATE_HOME": ".local/state",
    "XDG_RUNTIME_DIR": "run",
}
_FOLLOW_ORPHANS: Final = 36
"""What Linux calls PR_SET_CHILD_SUBREAPER."""


@contextmanager
def screen(home: Path) -> Iterator[Mapping[str, str]]:
    """A screen with all that belongs to it; gives the variables of those who use it."""
    ctypes.CDLL(None).prctl(_FOLLOW_ORPHANS, 1, 0, 0, 0)
    variables = surroundings(home)
    try:
        variables["DISPLAY"] = f":{_said_by(['Xvfb', '-screen', '0', SIZE], '-displayfd')}"
        bus = ["dbus-daemon", "--session", "--nofork"]
        variables["DBUS_SESSION_BUS_ADDRESS"] = _said_by(bus, "--print-address", variables)
        start(["openbox"], variables)
        os.environ |= variables
        yield variables
    finally:
        end_all()


def surroundings(home: Path) -> dict[str, str]:
    """The variables of a user who has only just come."""
    kept = {name: os.environ[name] for name in ("PATH",) if name in os.environ}
    for name, folder in _FOLDERS.items():
        path = home / folder
        path.mkdir(parents=True, exist_ok=True)
        kept[name] = str(path)
    (home / "run").chmod(0o700)
    return kept | {
        "LC_ALL": "C.UTF-8",
        "KADER_LANGUAGE": "en",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "QT_QPA_PLATFORM": "xcb",
        "PYTHONFAULTHANDLER": "1",
    }


def start(command: list[str], variables: Mapping[str, str]) -> subprocess.Popen[bytes]:
    """Start something that runs until the screen goes."""
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, cwd=ROOT, env=dict(variables), stdout=quiet, stderr=quiet)


def program(variables: Mapping[str, str], log: Path) -> subprocess.Popen[bytes]:
    """The program with its sample plan; what it says goes into a file."""
    command = [str(ROOT / ".venv/bin/python"), "main.py", "--sample"]
    with log.open("wb") as file:
        return subprocess.Popen(
            command, cwd=ROOT, env=dict(variables), stdout=file, stderr=subprocess.STDOUT
        )


def _said_by(command: list[str], option: str, variables: Mapping[str, str] | None = None) -> str:
    """Start something, and read the one line that it says when it is ready."""
    reading, writing = os.pipe()
    told = [option, str(writing)] if option == "-displayfd" else [f"{option}={writing}"]
    subprocess.Popen(
        [*command, *told],
        env=dict(variables) if variables else None,
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as answer:
        line = answer.readline().strip()
    if not line:
        sys.exit(f"{command[0]} did not start.")
    return line


def end_all() -> None:
    """End everything that was started, and what that started in its turn."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        # Orphans become ours when their parent goes: until none are left.
        for _round in range(20):
            children = _children()
            if not children:
                return
            for child in children:
                with suppress(ProcessLookupError):
                    os.kill(child, sign)
            _bury(0.1)


def _children() -> list[int]:
    pid = os.getpid()
    text = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii")
    return [int(child) for child in text.split()]


def _bury(seconds: float) -> None:
    """Take leave of children that have ended, or wait a little for the next to."""
    signal.signal(signal.SIGCHLD, lambda *_about: None)
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    signal.sigtimedwait([signal.SIGCHLD], seconds)
