"""What goes wrong with files, each in one sentence: what, where, and what to do."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from domain.errors import DamagedFile, KnownError, UnreadableFile, UnwritableFile
from domain.language import _
from domain.store.holder import in_use

_PRIMARY: Final = 0xFF  # an extended result code of SQLite holds its primary one here
_HELD: Final = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_DAMAGED: Final = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT}
_PLACE: Final = {
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_AUTH,
    sqlite3.SQLITE_NOLFS,
    sqlite3.SQLITE_PROTOCOL,
    sqlite3.SQLITE_READONLY,
}


@contextmanager
def known_troubles(path: Path, *, writing: bool) -> Iterator[None]:
    """Whatever the disk, the rights or another program do to a file comes out as a KnownError."""
    try:
        yield
    except sqlite3.Error as error:
        known = _known(path, error, writing=writing)
        if known is None:
            raise
        raise known from error
    except OSError as error:
        raise _refused_by_system(path, error, writing=writing) from error


def code_of(error: sqlite3.Error) -> int:
    """The primary result code of SQLite, or -1 where the error came from elsewhere."""
    code = getattr(error, "sqlite_errorcode", None)
    return -1 if code is None else code & _PRIMARY


def left_half_done(error: sqlite3.Error) -> bool:
    """Whether a crash left a file half done, and it cannot be undone for want of rights."""
    return getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_READONLY_ROLLBACK


def _known(path: Path, error: sqlite3.Error, *, writing: bool) -> KnownError | None:
    code = code_of(error)
    if left_half_done(error):
        return UnreadableFile(
            _(
                "{path} was not closed properly, and cannot be mended where nothing may be "
                "written. Copy it, together with {journal}, to a folder of your own."
            ).format(path=path, journal=f"{path.name}-journal")
        )
    if code in _HELD:
        return in_use(path)
    if code in _DAMAGED:
        return damaged(path, str(error))
    if code == sqlite3.SQLITE_FULL:
        return full(path)
    if code in _PLACE:
        return unwritable(path, str(error)) if writing else unreadable(path, str(error))
    return None


def _refused_by_system(path: Path, error: OSError, *, writing: bool) -> KnownError:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return full(path)
    reason = error.strerror or str(error)
    return unwritable(path, reason) if writing else unreadable(path, reason)


def damaged(path: Path, detail: str) -> DamagedFile:
    """The file is a plan, but not whole."""
    return DamagedFile(
        _("{path} is damaged ({detail}). Open a backup of it, or ask for another copy.").format(
            path=path, detail=detail
        )
    )


def unreadable(path: Path, reason: str) -> UnreadableFile:
    """The file cannot be read, for a reason outside it."""
    return UnreadableFile(
        _(
            "{path} cannot be read ({reason}). "
            "See whether its folder is there and whether you may read it, then try again."
        ).format(path=path, reason=reason)
    )


def unwritable(path: Path, reason: str) -> UnwritableFile:
    """The file cannot be written; it is as it was."""
    return UnwritableFile(
        _(
            "{path} cannot be written ({reason}); nothing in it was changed. "
            "Try again, or save the plan in another place."
        ).format(path=path, reason=reason)
    )


def full(path: Path) -> UnwritableFile:
    """There is no room left where the file is; it is as it was."""
    return UnwritableFile(
        _(
            "There is no room left on the disk for {path}; nothing in it was changed. "
            "Make room, then try again."
        ).format(path=path)
    )
