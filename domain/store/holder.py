"""Who has a plan open: a note beside the plan that tells others whom to ask.

Whether it is open is for SQLite's lock to say; a note that was left behind says nothing.
"""

from __future__ import annotations

import getpass
import json
import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from domain.errors import FileInUse
from domain.language import _
from domain.values import dataclass

_LONGEST: Final = 64  # characters of a name that are shown
_LARGEST: Final = 4096  # bytes of a note that are read


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a plan open, on which machine, and since when."""

    user: str
    host: str
    since: str


def user_name() -> str:
    """The name under which the user is known to the system, or a number, or a question mark."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return str(os.getuid()) if hasattr(os, "getuid") else "?"


def host_name() -> str:
    """The name of this machine."""
    if hasattr(os, "uname"):
        return os.uname().nodename
    import platform

    return platform.node()


def now() -> str:
    """The present moment, in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def note_of(path: Path) -> Path:
    """Where the note beside a plan stands."""
    return path.with_name(f"{path.name}.lock")


def leave_note(path: Path) -> None:
    """Tell others who has the plan open; where that cannot be written, they will not know."""
    told = {"user": user_name(), "host": host_name(), "since": now()}
    with suppress(OSError):
        note_of(path).write_text(json.dumps(told), "utf-8")


def take_note_away(path: Path) -> None:
    """The plan is no longer open."""
    with suppress(OSError):
        note_of(path).unlink(missing_ok=True)


def holder_of(path: Path) -> Holder | None:
    """Who left a note beside the plan, or none that can be read."""
    try:
        with note_of(path).open("rb") as note:
            said = json.loads(note.read(_LARGEST))
        since = datetime.fromisoformat(said["since"]).astimezone()
        return Holder(_shown(said["user"]), _shown(said["host"]), f"{since:%Y-%m-%d %H:%M}")
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return None


def _shown(name: str) -> str:
    return "".join(character for character in name if character.isprintable())[:_LONGEST]


def in_use(path: Path) -> FileInUse:
    """Someone else has the plan open."""
    holder = holder_of(path)
    if holder is None:
        return FileInUse(
            _(
                "{path} is open in another window or command. "
                "Close it there first, or look at a backup."
            ).format(path=path)
        )
    return FileInUse(
        _(
            "{path} has been open with {user} on {host} since {since}. "
            "Ask for it to be closed there, or look at a backup."
        ).format(path=path, user=holder.user, host=holder.host, since=holder.since)
    )
