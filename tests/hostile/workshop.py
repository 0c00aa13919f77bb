"""Where hostile workbooks are made: an export of ours, and tools to spoil it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final
from zipfile import ZipFile

from tests.hostile.raw_zip import DEFLATED, STORED, Entry, raw_zip

WORKBOOK: Final = "xl/workbook.xml"
STYLES: Final = "xl/styles.xml"
TYPES: Final = "[Content_Types].xml"
WORKBOOK_LINKS: Final = "xl/_rels/workbook.xml.rels"
STRINGS: Final = "xl/sharedStrings.xml"
MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


@dataclass
class Workshop:
    """The parts of an export, and the file that is to be made of them."""

    path: Path
    parts: dict[str, bytes]
    dice: Random

    @property
    def sheet(self) -> str:
        """The part of the sheet of rotations, by one of its hidden keys."""
        return next(name for name, content in self.parts.items() if b">x_headcount<" in content)

    def save(self, *more: Entry, method: int = DEFLATED) -> None:
        """Write the parts as they are, and more behind them."""
        self.write(raw_zip([*self.entries(method), *more]))

    def write(self, content: bytes) -> None:
        self.path.write_bytes(content)

    def entries(self, method: int = DEFLATED) -> list[Entry]:
        return [Entry(name.encode(), content, method) for name, content in self.parts.items()]

    def swap(self, part: str, old: str, new: str) -> None:
        """Put another text in the place of one that is there."""
        content = self.parts[part].decode()
        assert old in content, old
        self.parts[part] = content.replace(old, new, 1).encode()

    def cell(self, place: str, about: str, inner: str = "", *, style: str | None = None) -> None:
        """Put another cell in the place of one of the sheet of rotations."""
        found = self._found(place)
        number = style or re.findall(r's="(\d+)"', found)[0]
        self.swap(self.sheet, found, f'<c r="{place}" s="{number}" {about}>{inner}</c>')

    def style_of(self, place: str) -> str:
        return str(re.findall(r's="(\d+)"', self._found(place))[0])

    def _found(self, place: str) -> str:
        sheet = self.parts[self.sheet].decode()
        found = re.search(rf'<c r="{place}"[^>]*?(/>|>.*?</c>)', sheet)
        assert found, place
        return found[0]

    def behind(self, rows: str) -> None:
        """Put rows behind those of the sheet of rotations."""
        self.swap(self.sheet, "</sheetData>", f"{rows}</sheetData>")

    def stuff(self, part: str, behind: str, content: bytes) -> None:
        """Put much behind a place of a part, and write all without packing it."""
        before, place, after = self.parts[part].partition(behind.encode())
        assert place, behind
        self.parts[part] = before + place + content + after
        self.save(method=STORED)

    def prolog(self, part: str, text: str) -> None:
        """Put a text before the first element of a part."""
        content = re.sub(rb"^<\?xml[^>]*\?>\s*", b"", self.parts[part])
        self.parts[part] = text.encode() + content

    def add_strings(self, content: bytes) -> None:
        """Give the workbook shared texts, which an export of ours has not."""
        self.parts[STRINGS] = content
        self.link(WORKBOOK_LINKS, "sharedStrings", "sharedStrings.xml")

    def link(self, part: str, kind: str, target: str, more: str = "") -> None:
        """Let a part point to another one."""
        link = f'<Relationship Id="x{kind}" Type="{_RELATION}{kind}" Target="{target}" {more}/>'
        self.swap(part, "</Relationships>", f"{link}</Relationships>")


def parts_of(path: Path) -> dict[str, bytes]:
    """The parts of a workbook, in order."""
    with ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def text_cell(place: str, text: str, style: str = "1") -> str:
    return f'<c r="{place}" s="{style}" t="inlineStr"><is><t>{text}</t></is></c>'


def joined(pieces: Sequence[str]) -> bytes:
    return "".join(pieces).encode()
