"""A scenario as it is named on the command line: of the plan, or of a colleague's file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from domain.model import Plan
from domain.store import PlanFile

_FILE: Final = re.compile(r"(.+?\.kader)(?::(.+))?", re.IGNORECASE | re.DOTALL)


def file_and_scenario(text: str) -> tuple[Path, str | None]:
    """A file, and the scenario that is named behind it: ``FILE.kader:SCENARIO``."""
    path = Path(text)
    found = _FILE.fullmatch(text)
    if found is None or path.exists():
        return path, None
    return Path(found[1]), found[2]


@contextmanager
def opened(file: PlanFile, path: Path) -> Iterator[PlanFile]:
    """A file by its path: the one that is open already, or a clean copy of a colleague's."""
    if path.exists() and path.samefile(file.path):
        yield file
        return
    # Not needed where both scenarios are of one plan.
    from domain.store.receiving import received

    with received(path) as other:
        yield other


def plan_named(file: PlanFile, named: str) -> Plan:
    """The scenario of that name, or one of another file."""
    if named in file.scenarios():
        return file.load(named)
    path, scenario = file_and_scenario(named)
    if path.suffix.lower() != ".kader":
        return file.load(named)
    with opened(file, path) as other:
        return other.load(scenario)
