"""An open plan file as the system sees it: whether it is still the one that was opened.

On POSIX systems any program that closes a file lets go of all locks that it has on it, whoever
in it took them. So the file is opened once beside SQLite, stays open as long as SQLite has it,
and is not opened a second time in the same program.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Final
from weakref import WeakValueDictionary

from domain.errors import UnreadableFile, UnwritableFile
from domain.language import _
from domain.store.header import LENGTH, header_in
from domain.store.holder import in_use
from domain.store.troubles import damaged, known_troubles

_Identity = tuple[int, int]
_OPEN: Final[WeakValueDictionary[_Identity, OpenFile]] = WeakValueDictionary()


class OpenFile:
    """A file that is open in this program, and is so only once."""

    def __init__(self, path: Path) -> None:
        """Open a file; raises FileInUse if this program has it open, UnreadableFile if not one."""
        self._path = path
        with known_troubles(path, writing=False):
            self._identity = require_file(path)
            if self._identity in _OPEN:
                raise in_use(path)
            self._file = path.open("rb", buffering=0)
        _OPEN[self._identity] = self
        self._change_counter = 0

    def raw_header(self) -> bytes:
        """The first bytes of the file as they are now."""
        with known_troubles(self._path, writing=False):
            self._file.seek(0)
            return self._file.read(LENGTH)

    def read(self, size: int) -> bytes:
        """Some bytes from where it was last read or gone to."""
        return self._file.read(size) or b""

    def seek(self, offset: int) -> int:
        """Go to a place in the file."""
        return self._file.seek(offset)

    def require_all(self) -> None:
        """Raise UnreadableFile when the end of the file is missing."""
        with known_troubles(self._path, writing=False):
            size = os.fstat(self._file.fileno()).st_size
        if size < header_in(self.raw_header()).size:
            raise damaged(self._path, _("it was cut off"))

    def remember(self) -> None:
        """The file is now as this program left it."""
        self._change_counter = header_in(self.raw_header()).change_counter

    def require_same(self) -> None:
        """Raise UnwritableFile when another file took its place, or another program wrote in it."""
        try:
            found = self._path.stat()
            same = (found.st_dev, found.st_ino) == self._identity
        except OSError:
            same = False
        if not same or header_in(self.raw_header()).change_counter != self._change_counter:
            raise UnwritableFile(
                _(
                    "{path} was moved, replaced or changed by another program; "
                    "nothing more is written to it. Save the plan in another place."
                ).format(path=self._path)
            )

    def close(self) -> None:
        """Close the file; to be called after SQLite has closed it."""
        self._file.close()
        _OPEN.pop(self._identity, None)


def is_open_here(path: Path) -> bool:
    """Whether this program has a file open as a plan."""
    try:
        found = path.stat()
    except OSError:
        return False
    return (found.st_dev, found.st_ino) in _OPEN


def require_file(path: Path) -> _Identity:
    """What tells a file from all others; raises UnreadableFile for what is none."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        raise UnreadableFile(
            _("{path} does not exist. See whether it was moved or renamed.").format(path=path)
        ) from None
    if stat.S_ISDIR(found.st_mode):
        raise UnreadableFile(_("{path} is a folder. Choose a plan in it.").format(path=path))
    if not stat.S_ISREG(found.st_mode):
        raise UnreadableFile(
            _("{path} is no file. Choose a file that was made with Kader.").format(path=path)
        )
    return found.st_dev, found.st_ino
