"""Files that are whole or not there: written beside, then put in place."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from domain.disk import to_disk
from domain.errors import UnwritableFile
from domain.language import _
from domain.unfinished import part_of, sweep

_DATABASE: Final = b"SQLite format 3\x00"


def write_safely(path: Path, content: bytes) -> None:
    """Write a file; the old one stays until the new one is whole and on disk."""
    with replacing(path) as beside:
        beside.write_bytes(content)


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A path beside a file to write to; when all is well it takes the place of the file.

    Raises UnwritableFile when it cannot be written; the old file is then as it was.
    """
    beside = None
    try:
        _require_no_plan(path)
        beside = _beside(path)
        yield beside
        to_disk(beside)
        beside.replace(path)
        to_disk(path.parent)
    except OSError as error:
        if isinstance(error, PermissionError) and _is_open_elsewhere(path):
            raise UnwritableFile(
                _(
                    "{file} is open in another program, most likely Excel; close it there and try "
                    "again, or choose another name. The old file is as it was."
                ).format(file=path)
            ) from error
        raise UnwritableFile(
            _("{file} cannot be written: {reason}.").format(file=path, reason=error.strerror)
        ) from error
    finally:
        if beside is not None:
            with suppress(OSError):
                beside.unlink(missing_ok=True)


def _is_open_elsewhere(path: Path) -> bool:
    """Whether a program has a file open: Windows lets nobody replace it then, and offices say so.

    They put a file beside it: ``~$plan.xlsx`` or ``.~lock.plan.xlsx#``.
    """
    beside = (f"~${path.name}", f".~lock.{path.name}#")
    says_so = any(path.with_name(name).exists() for name in beside)
    return path.exists() and (says_so or os.name == "nt")


def _require_no_plan(path: Path) -> None:
    """Refuse to put anything in the place of a plan file."""
    if path.is_file():
        with path.open("rb") as file:
            if file.read(len(_DATABASE)) == _DATABASE:
                raise UnwritableFile(
                    _("{file} is a plan itself; choose another name.").format(file=path)
                )


def _beside(path: Path) -> Path:
    sweep(path.parent)
    beside = part_of(path)
    beside.touch(exist_ok=False)
    return beside
