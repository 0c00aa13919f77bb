"""The file of a workbook: parts in a zip, with our rows in the sheets and our name on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl.xml.functions import tostring

from domain.exchange.workbook.book import Block, Book
from domain.exchange.workbook.in_memory import save_in_memory

_APPLICATION: Final = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    'extended-properties"><Application>Kader</Application></Properties>'
)
_PIECE: Final = 500


def write_package(book: Book, made_at: datetime, path: Path) -> None:
    """Write the finished workbook to a path; the same workbook gives the same bytes."""
    saved = BytesIO()
    save_in_memory(book.workbook, saved)
    # Saving puts the clock's time there.
    book.workbook.properties.modified = in_universal_time(made_at)
    own: dict[str, str | bytes] = {
        "docProps/app.xml": _APPLICATION,
        "docProps/core.xml": tostring(book.workbook.properties.to_tree()),
    }
    rows: dict[str, list[Block]] = {}
    for waiting in book.waiting:
        rows.setdefault(waiting.sheet.path.lstrip("/"), []).append(waiting.rows)
    with ZipFile(saved) as parts, ZipFile(path, "w", ZIP_DEFLATED) as package:
        for name in parts.namelist():
            part = ZipInfo(name, date_time=made_at.timetuple()[:6])
            part.compress_type = ZIP_DEFLATED
            content = own.get(name) or parts.read(name)
            if name in rows:
                _write_sheet(package, part, parts.read(name), rows[name], book.progress.tick)
            else:
                package.writestr(part, content)


def in_universal_time(moment: datetime) -> datetime:
    """The moment as document properties hold it: without a zone, in universal time."""
    return moment if moment.tzinfo is None else moment.astimezone(UTC).replace(tzinfo=None)


def _write_sheet(
    package: ZipFile,
    part: ZipInfo,
    sheet: bytes,
    blocks: Iterable[Block],
    tick: Callable[[], None],
) -> None:
    with package.open(part, "w", force_zip64=True) as out:
        for rows in sorted(blocks, key=lambda block: block.last):
            before, sheet = _around_last_row(sheet, rows.last)
            out.write(before)
            for piece in _pieces(rows.written(tick)):
                out.write(piece.encode("utf-8"))
        out.write(sheet)


def _around_last_row(sheet: bytes, number: int) -> tuple[bytes, bytes]:
    """What stands before and after the row that holds the place of all rows."""
    start = sheet.index(f'<row r="{number}"'.encode())
    end = sheet.index(b"</row>", start) + len(b"</row>")
    return sheet[:start], sheet[end:]


def _pieces(lines: Iterable[str]) -> Iterable[str]:
    piece: list[str] = []
    for line in lines:
        piece.append(line)
        if len(piece) == _PIECE:
            yield "".join(piece)
            piece.clear()
    yield "".join(piece)
