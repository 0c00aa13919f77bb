"""Saving a workbook without a trace elsewhere: what is in its sheets is in no temporary file."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter
from typing_extensions import override


def save_in_memory(workbook: Workbook, into: BytesIO) -> None:
    """Save a workbook; a program that is killed meanwhile leaves nothing of it behind.

    By itself openpyxl writes each sheet into a file in the folder for temporary files first.
    """
    _Writer(workbook, ZipFile(into, "w", ZIP_DEFLATED, allowZip64=True)).save()


class _Writer(ExcelWriter):
    def __init__(self, workbook: Workbook, archive: ZipFile) -> None:
        super().__init__(workbook, archive)
        self._package = archive

    @override
    def write_worksheet(self, ws: Any) -> None:
        ws._drawing = SpreadsheetDrawing()  # noqa: SLF001 - as the method does that this replaces
        ws._drawing.charts = ws._charts  # noqa: SLF001
        ws._drawing.images = ws._images  # noqa: SLF001
        sheet = BytesIO()
        writer: Any = WorksheetWriter(ws, sheet)
        writer.write()
        ws._rels = writer._rels  # noqa: SLF001
        self._package.writestr(ws.path[1:], sheet.getvalue())
        self.manifest.append(ws)
