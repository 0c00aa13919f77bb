"""What is written is on disk: it survives a loss of power."""

from __future__ import annotations

import os
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
