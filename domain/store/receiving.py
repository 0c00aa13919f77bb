"""Files from others: opened only after another process has looked at them and made a clean copy."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import Final

from domain.errors import KnownError, NewerFile, UnreadableFile
from domain.language import _, current_language
from domain.store.confinement import Limits
from domain.store.copies import save_as_new
from domain.store.holder import in_use
from domain.store.inspection import REFUSED
from domain.store.open_file import is_open_here, require_file
from domain.store.plan_file import PlanFile
from domain.store.troubles import known_troubles, unreadable
from domain.unfinished import in_private_folder

LARGEST: Final = 1 << 29
_PROGRAM: Final = Path(__file__).resolve().parents[2]
_PATIENCE: Final = 15
"""So many times the work that is allowed: other programs run too."""
_GLANCE: Final = 0.1
"""Seconds between two questions whether to go on."""


def _go_on() -> None:
    """Nobody asks for an end."""


@contextmanager
def received(path: Path, go_on: Callable[[], None] = _go_on) -> Iterator[PlanFile]:
    """A clean copy of a file from elsewhere, open to be read; it is gone afterwards.

    The file itself is never opened as a plan. While it is looked at ``go_on`` is called again and
    again; what that raises ends it. Raises UnreadableFile, NewerFile or FileInUse.
    """
    with in_private_folder() as folder:
        clean = folder / "clean.kader"
        _inspect(path, folder / "copy.kader", clean, go_on)
        with PlanFile.open(clean, read_only=True) as file:
            yield file


def receive(path: Path, target: Path, go_on: Callable[[], None] = _go_on) -> None:
    """Put a clean copy of a file from elsewhere where nothing stands.

    Raises as ``received`` does, and UnwritableFile.
    """
    with received(path, go_on) as file:
        save_as_new(file.path, target.resolve())


def _inspect(path: Path, copy: Path, clean: Path, go_on: Callable[[], None]) -> None:
    size = copy_alone(path.resolve(), copy)
    limits = Limits.for_file(size)
    # A package is no Python: there the program is asked to look at a file, as main.py says.
    packaged = getattr(sys, "frozen", False)
    command = [sys.executable, *(["--inspect"] if packaged else ["-m", "domain.store.inspection"])]
    arguments = [str(copy), str(clean), str(path), current_language()]
    try:
        code, said = _run([*command, *arguments], limits.seconds * _PATIENCE, go_on)
    except subprocess.TimeoutExpired:
        raise _given_up(path) from None
    except OSError as error:
        raise unreadable(path, str(error)) from error
    if code == REFUSED:
        refusal = json.loads(said)
        raise (NewerFile if refusal["newer"] else UnreadableFile)(refusal["sentence"])
    if code != 0:
        raise _given_up(path)


def _run(command: Sequence[str], seconds: float, go_on: Callable[[], None]) -> tuple[int, bytes]:
    """How a process ended, and what it said; however this ends, the process has ended too."""
    until = monotonic() + seconds
    with subprocess.Popen(  # noqa: S603 - this program itself, and files in a folder of its own
        command,
        cwd=_PROGRAM,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ) as process:
        try:
            while True:
                go_on()
                try:
                    said, _errors = process.communicate(timeout=_GLANCE)
                except subprocess.TimeoutExpired:
                    if monotonic() > until:
                        raise
                else:
                    return process.returncode, said
        except BaseException:
            process.kill()
            raise


def _given_up(path: Path) -> KnownError:
    return UnreadableFile(
        _(
            "{path} could not be looked at without harm. It is not taken in; ask for another copy."
        ).format(path=path)
    )


def copy_alone(path: Path, copy: Path) -> int:
    """Copy a file alone, without what stands beside it; its size."""
    with known_troubles(path, writing=False):
        require_file(path)
        # Closing a file lets go of the locks that this program has on it.
        if is_open_here(path):
            raise in_use(path)
        size = path.stat().st_size
        if size > LARGEST:
            raise UnreadableFile(
                _("{path} is larger than any plan. It is not taken in.").format(path=path)
            )
        with path.open("rb") as source, copy.open("xb") as target:
            shutil.copyfileobj(source, target, 1 << 20)
        return copy.stat().st_size
