"""LibreOffice as a second reckoner: it computes every formula of a workbook anew."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import load_workbook

OFFICE = shutil.which("soffice")
WITHOUT = "LibreOffice (soffice) is not on this machine: nothing else computes the formulas"


def recalculated(folder: Path, workbooks: Sequence[Path]) -> list[Path]:
    """The workbooks as LibreOffice saves them, having had nothing but the formulas."""
    bare = [_without_values(folder, path) for path in workbooks]
    home = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    made = folder / "recalculated"
    convert = ["--headless", "--convert-to", "xlsx", "--outdir", str(made)]
    command = [str(OFFICE), home, *convert, *map(str, bare)]
    subprocess.run(command, check=True, capture_output=True, timeout=280)
    return [made / path.name for path in bare]


def _without_values(folder: Path, path: Path) -> Path:
    """A copy in which no formula has a value that could be passed on unread."""
    bare = folder / "bare"
    bare.mkdir(exist_ok=True)
    copy = bare / path.name
    with ZipFile(path) as parts, ZipFile(copy, "w", ZIP_DEFLATED) as package:
        for name in parts.namelist():
            part = parts.read(name)
            if name.startswith("xl/worksheets/sheet"):
                part = re.sub(rb"</f><v>.*?</v>", b"</f>", part)
            package.writestr(name, part)
    return copy


def formulas_of(path: Path, other: Path) -> Iterator[tuple[str, Any, Any]]:
    """Every formula of a workbook by its place, with its value there and in another workbook."""
    texts = load_workbook(path)
    here, there = load_workbook(path, data_only=True), load_workbook(other, data_only=True)
    for sheet in texts.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    place = cell.coordinate
                    values = (book[sheet.title][place].value for book in (here, there))
                    yield f"{sheet.title}!{place}", *values
