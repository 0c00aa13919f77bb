"""Files and folders in the making, named after the program that makes them.

A program that is killed leaves them behind. Whoever comes by later removes those whose maker is
gone for certain, and no others: their names say the machine, the run of the system, the process
and when that began.
"""

from __future__ import annotations

import os
import re
import shutil
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from domain.errors import UnwritableFile
from domain.language import _

_MARK: Final = r"kader-([0-9a-f]{8})-([0-9a-f]{8})-(\d+)-(\d+)"
_FILE: Final = re.compile(rf"\..*\.{_MARK}-[0-9a-f]+\.part(?:-journal|-wal|-shm)?")
_FOLDER: Final = re.compile(rf"{_MARK}-\w+")
_LONGEST_NAME: Final = 40
"""Characters of the name of a file to be that its name in the making has."""
_A_DAY: Final = 24 * 3600
"""Seconds after which nobody is still making what nobody touched."""


class _Maker(NamedTuple):
    """A process: on which machine, in which run of its system, its number, and when it began."""

    machine: str
    run: str
    process: int
    began: int


def part_of(target: Path) -> Path:
    """A name beside a file to be, under which it is made."""
    name = f".{target.name[:_LONGEST_NAME]}.{_mark()}-{os.urandom(6).hex()}.part"
    return target.with_name(name)


def private_folder() -> Path:
    """A fresh folder that only this user can look into; whoever asks for it removes it.

    Raises UnwritableFile.
    """
    try:
        sweep_private_folders()
        return Path(tempfile.mkdtemp(prefix=f"{_mark()}-"))
    except OSError as error:
        raise UnwritableFile(
            _(
                "No folder for temporary files can be made ({reason}). Make room on the disk, "
                "or have the folder for temporary files put right."
            ).format(reason=error.strerror or error)
        ) from error


@contextmanager
def in_private_folder() -> Iterator[Path]:
    """A private folder that is gone at the end; raises UnwritableFile."""
    folder = private_folder()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def sweep(folder: Path) -> None:
    """Remove files in the making from a folder whose makers are gone."""
    for path in _forsaken(folder, _FILE):
        with suppress(OSError):
            path.unlink(missing_ok=True)


def sweep_private_folders() -> None:
    """Remove private folders of programs that are gone."""
    for path in _forsaken(Path(tempfile.gettempdir()), _FOLDER):
        if not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)


def _forsaken(folder: Path, form: re.Pattern[str]) -> list[Path]:
    found = []
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            said = form.fullmatch(entry.name)
            if said and _is_gone(_maker_in(said), entry.stat(follow_symlinks=False)):
                found.append(Path(entry.path))
    return found


def _maker_in(said: re.Match[str]) -> _Maker:
    return _Maker(said[1], said[2], int(said[3]), int(said[4]))


def _is_gone(maker: _Maker, found: os.stat_result) -> bool:
    """Whether a maker is gone; of another machine or user nobody here can tell."""
    machine, run = _here()
    if maker.machine != machine or (hasattr(os, "getuid") and found.st_uid != os.getuid()):
        return False
    if maker.run == run and maker.began and not stat.S_ISLNK(found.st_mode):
        return _began(maker.process) != maker.began
    # Of another run, or where the system does not say which processes there are.
    return time.time() - found.st_mtime > _A_DAY


def _mark() -> str:
    machine, run = _here()
    process = os.getpid()
    return f"kader-{machine}-{run}-{process}-{_began(process)}"


@cache
def _here() -> tuple[str, str]:
    """The machine, and the run of its system within which a number means one process."""
    import platform
    from hashlib import sha256

    machine = _read("/etc/machine-id") or platform.node()
    with suppress(OSError):
        run = _read("/proc/sys/kernel/random/boot_id") + str(Path("/proc/self/ns/pid").readlink())
        return sha256(machine.encode()).hexdigest()[:8], sha256(run.encode()).hexdigest()[:8]
    return sha256(machine.encode()).hexdigest()[:8], "0" * 8


def _began(process: int) -> int:
    """When a process began, as the system counts; 0 when there is none, or it does not say."""
    said = _read(f"/proc/{process}/stat").rpartition(")")[2].split()
    ended = not said or said[0] in "ZX"
    return 0 if ended else int(said[19])


def _read(path: str) -> str:
    try:
        return Path(path).read_text("utf-8", errors="replace").strip()
    except OSError:
        return ""
