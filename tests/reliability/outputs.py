"""Files that a program sent, exported or printed: whether each is whole, and of which step."""

from __future__ import annotations

import csv
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from domain.errors import KnownError
from domain.exchange.plan_json import read_plan
from domain.store import PlanFile
from tests.reliability.saving import stamps_of

FILES_OF: Final = {
    "export": ("sent.kader", "plan.json"),
    "workbook": ("plan.xlsx",),
    "csv": ("plan.csv",),
    "pdf": ("plan.pdf",),
}
"""What each kind of work writes."""


def faults_of_files(folder: Path, kind: str, steps: range) -> Iterator[str]:
    """What is wrong with the files of a kind of work: not there, half, or older than was said.

    Where no step was said none needs to be there.
    """
    for name in FILES_OF.get(kind, ()):
        path = folder / name
        if not path.exists():
            if steps.start:
                yield f"{name} of step {steps.start} is not there"
            continue
        try:
            stamps = set(_READERS[path.suffix](path))
        except (KnownError, OSError, ValueError, LookupError, zipfile.BadZipFile) as error:
            yield f"{name} cannot be read: {error}"
            continue
        if len(stamps) != 1 or not stamps <= set(steps):
            yield f"{name} was of step {steps.start} or later, and of {stamps} it is"


def _of_plan(path: Path) -> tuple[int, ...]:
    with PlanFile.open(path, read_only=True) as file:
        return stamps_of(file.load())


def _of_json(path: Path) -> tuple[int, ...]:
    return stamps_of(read_plan(path))


def _of_workbook(path: Path) -> tuple[int, ...]:
    """The number in its title, when all that is in the package is as its sums say."""
    with zipfile.ZipFile(path) as package:
        if package.testzip() is not None:
            raise ValueError(package.testzip())
        said = re.search(rb"<dc:title>step (\d+)<", package.read("docProps/core.xml"))
    return (_number(said),)


def _of_table(path: Path) -> tuple[int, ...]:
    """The number of the newest rotation, which stands in the last row."""
    text = path.read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(text.splitlines(), delimiter=";"))
    last = str(rows[-1]["id"])
    if not text.endswith("\r\n") or None in rows[-1].values():
        raise ValueError(last)
    return (_number(re.fullmatch(rb"new(\d+)", last.encode())),)


def _of_pages(path: Path) -> tuple[int, ...]:
    """The number in its title, when each object is where its table says and the end is there."""
    content = path.read_bytes()
    end = re.search(rb"startxref\s+(\d+)\s+%%EOF\s*$", content)
    table = content[_number(end) :]
    places = re.findall(rb"(\d{10}) \d{5} n", table)
    for number, place in enumerate(places, start=1):
        if not content.startswith(b"%d 0 obj" % number, int(place)):
            raise ValueError(number)
    return (_number(re.search(rb"/Title \(step (\d+)\)", content)),)


def _number(found: re.Match[bytes] | None) -> int:
    if found is None:
        raise ValueError("it does not say of which step it is")
    return int(found[1])


_READERS: Final[dict[str, Callable[[Path], tuple[int, ...]]]] = {
    ".kader": _of_plan,
    ".json": _of_json,
    ".xlsx": _of_workbook,
    ".csv": _of_table,
    ".pdf": _of_pages,
}
