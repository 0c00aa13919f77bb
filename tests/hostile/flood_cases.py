"""Workbooks of very much of something small."""

from __future__ import annotations

from tests.hostile.cases import Make, case
from tests.hostile.workshop import MAIN, STYLES, TYPES, WORKBOOK, WORKBOOK_LINKS, Workshop, joined


def _strings(w: Workshop, content: bytes) -> None:
    w.add_strings(f'<sst xmlns="{MAIN}">'.encode() + content + b"</sst>")
    w.save(method=0)


def _behind(w: Workshop, row: str, times: int) -> None:
    before, end, after = w.parts[w.sheet].partition(b"</sheetData>")
    w.parts[w.sheet] = before + row.encode() * times + end + after
    w.save(method=0)


def _new(w: Workshop) -> str:
    """A row that is a new rotation."""
    day = f'<c s="{w.style_of("C5")}"><v>46023</v></c>'
    return f"<row>{_text('OSC')}{_text('x')}{day * 2}</row>"


def _text(text: str) -> str:
    return f'<c t="inlineStr"><is><t>{text}</t></is></c>'


def _long_notes(w: Workshop) -> None:
    """Rows that are new, each with a note as long as a cell holds, one letter of it wide."""
    w.add_strings(f'<sst xmlns="{MAIN}"><si><t>\U0001f600{"x" * 30_000}</t></si></sst>'.encode())
    _behind(w, _new(w).replace("</row>", "<c/>" * 11 + '<c t="s"><v>0</v></c></row>'), 50_000)


FLOODS: dict[str, Make] = {
    "cells": lambda w: _behind(w, f"<row>{'<c/>' * 16_000}</row>", 900),
    "cells_of_text": lambda w: _behind(w, f"<row>{_text('x') * 1_000}</row>", 1_200),
    "cells_of_numbers": lambda w: _behind(w, f"<row>{'<c><v>1</v></c>' * 1_000}</row>", 4_000),
    "rows": lambda w: _behind(w, "<row/>", 10_000_000),
    "rows_that_are_new": lambda w: _behind(w, _new(w), 300_000),
    "rows_with_long_notes": _long_notes,
    "rows_that_are_wrong": lambda w: _behind(w, f"<row>{_text('x') * 28}</row>", 30_000),
    "comments": lambda w: _behind(w, "<!---->", 8_000_000),
    "instructions": lambda w: _behind(w, "<?a?>", 9_000_000),
    "pieces_of_text": lambda w: _behind(w, "<a>x</a>", 7_000_000),
    "merged_cells": lambda w: w.stuff(
        w.sheet, "</sheetData>", b'<mergeCell ref="A1:B2"/>' * 2_000_000
    ),
    "shared_texts": lambda w: _strings(w, b"<si><t>x</t></si>" * 3_500_000),
    "empty_shared_texts": lambda w: _strings(w, b"<si/>" * 12_000_000),
    "wide_shared_texts": lambda w: _strings(
        w, f"<si><t>\U0001f600{'x' * 250_000}</t></si>".encode() * 200
    ),
    "pieces_of_shared_text": lambda w: _strings(
        w, b"<si>" + b"<r><t>x</t></r>" * 4_000_000 + b"</si>"
    ),
    "styles": lambda w: w.stuff(STYLES, "</cellStyleXfs>", b"<cellXfs>" + b"<xf/>" * 10_000_000),
    "formats": lambda w: w.stuff(
        STYLES, "</cellXfs>", b"<numFmts>" + b'<numFmt numFmtId="1" formatCode="0"/>' * 1_500_000
    ),
    "links": lambda w: w.stuff(
        WORKBOOK_LINKS, 'relationships">', b'<Relationship Id="a"/>' * 2_000_000
    ),
    "types": lambda w: w.stuff(TYPES, 'content-types">', b'<Default ContentType="a"/>' * 2_000_000),
    "sheets": lambda w: w.stuff(WORKBOOK, "<sheets>", b'<sheet name="a"/>' * 2_000_000),
    "names": lambda w: w.stuff(
        WORKBOOK,
        "<definedNames>",
        joined([f'<definedName name="a{n}">b</definedName>' for n in range(500_000)]),
    ),
    "properties": lambda w: w.stuff(
        "docProps/custom.xml",
        'custom-properties">',
        joined([f'<property name="a{n}"><b>c</b></property>' for n in range(900_000)]),
    ),
}
for name, make in FLOODS.items():
    case(f"flood_of_{name}", make, "", heavy=True)
