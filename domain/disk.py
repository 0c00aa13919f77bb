"""What is written is on disk: it survives a loss of power."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def to_disk(path: Path) -> None:
    """A file, or the names in a folder, survive a loss of power from now on."""
    if path.is_dir() and not hasattr(os, "O_DIRECTORY"):
        return  # Windows keeps the names of a folder by itself
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def folder_on_disk(path: Path) -> None:
    """A folder is there, for the user alone where it is new, and survives a loss of power."""
    missing = [one for one in (path, *path.parents) if not one.is_dir()]
    for one in reversed(missing):
        one.mkdir(mode=0o700, exist_ok=True)
        # Not every folder in which one may be made may also be read.
        with suppress(PermissionError):
            to_disk(one.parent)
