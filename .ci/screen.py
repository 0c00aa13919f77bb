"""Where a window could be opened: prints `xcb`, `wayland`, or nothing where no screen answers.

Only asks whether someone listens where DISPLAY and WAYLAND_DISPLAY point; needs no library of Qt.
"""

import os
import re
import socket
import sys
from contextlib import closing
from pathlib import Path

PATIENCE = 2.0  # seconds
FIRST_X_PORT = 6000


def answering_platform() -> str | None:
    """The Qt platform of the screen that answers, X before Wayland, or None."""
    if os.environ.get("QT_QPA_PLATFORM", "").startswith(("offscreen", "minimal")):
        return None
    if _x_answers(os.environ.get("DISPLAY", "")):
        return "xcb"
    if _wayland_answers(os.environ.get("WAYLAND_DISPLAY", "")):
        return "wayland"
    return None


def _x_answers(display: str) -> bool:
    parts = re.fullmatch(r"(?P<host>.*):(?P<number>\d+)(\.\d+)?", display)
    if parts is None:
        return False
    host, number = parts["host"], int(parts["number"])
    if host in {"", "unix"}:
        path = f"/tmp/.X11-unix/X{number}"  # noqa: S108 - the X server's own place
        return _listens(path) or _listens(f"\0{path}")
    try:
        with closing(socket.create_connection((host, FIRST_X_PORT + number), PATIENCE)):
            return True
    except OSError:
        return False


def _wayland_answers(display: str) -> bool:
    if not display:
        return False
    return _listens(str(Path(os.environ.get("XDG_RUNTIME_DIR", "")) / display))


def _listens(path: str) -> bool:
    with closing(socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)) as caller:
        caller.settimeout(PATIENCE)
        try:
            caller.connect(path)
        except OSError:
            return False
        return True


if __name__ == "__main__":
    sys.stdout.write(answering_platform() or "")
