"""Whole files: made beside the place where they will stand, and put there when they are on disk."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from domain.disk import to_disk
from domain.unfinished import part_of, sweep

LEFTOVERS: Final = ("-journal", "-wal", "-shm")
"""What SQLite keeps beside a file; beside another file of that name it would do harm."""


@contextmanager
def beside(target: Path) -> Iterator[Path]:
    """A name in the same folder for a file to be; what stands there in the end is removed.

    So is what programs left in that folder which were killed meanwhile.
    """
    sweep(target.parent)
    path = part_of(target)
    try:
        yield path
    finally:
        for leftover in ("", *LEFTOVERS):
            with suppress(OSError):
                path.with_name(path.name + leftover).unlink(missing_ok=True)


def put_in_place(made: Path, target: Path) -> None:
    """Put a file where it belongs, in place of what stood there; it is on disk afterwards."""
    if target.exists():
        made.chmod(stat.S_IMODE(target.stat().st_mode))
    to_disk(made)
    forget_leftovers(target)
    made.replace(target)
    to_disk(target.parent)


def put_in_new_place(made: Path, target: Path) -> None:
    """Put a file where nothing stands; raises FileExistsError when something does."""
    to_disk(made)
    if target.exists():
        raise FileExistsError(target)
    forget_leftovers(target)
    try:
        os.link(made, target)
    except FileExistsError:
        raise
    except OSError:  # some disks know no second name for a file
        made.rename(target)
    to_disk(target.parent)


def forget_leftovers(target: Path) -> None:
    """Remove what SQLite kept beside a file that is gone."""
    for leftover in LEFTOVERS:
        target.with_name(target.name + leftover).unlink(missing_ok=True)
