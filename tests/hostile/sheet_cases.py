"""Sheets that are not as large, as ordered, as whole or as visible as they say."""

from __future__ import annotations

from functools import partial

from tests.hostile.cases import case, read, refused
from tests.hostile.workshop import (
    MAIN,
    STYLES,
    TYPES,
    WORKBOOK,
    WORKBOOK_LINKS,
    Workshop,
    text_cell,
)

LAST = "XFD1048576"


def _dimension(area: str, w: Workshop) -> None:
    w.swap(w.sheet, '<dimension ref="A1:AD7"', f'<dimension ref="{area}"')
    w.save()


for name, area in {"small": "A1", "huge": f"A1:{LAST}", "odd": "ZZZZ0:-1"}.items():
    case(f"dimension_that_is_{name}", partial(_dimension, area))


@read()
def far_cell_of_nobody(w: Workshop) -> None:
    w.behind(f'<row r="1048576">{text_cell(LAST, "far")}</row>')
    w.save()


@refused("Rotations!C1048576: there is no day")
def far_row_of_a_rotation(w: Workshop) -> None:
    w.behind(f'<row r="1048576">{text_cell("B1048576", "far")}</row>')
    w.save()


@read()
def cells_that_do_not_say_where_they_are(w: Workshop) -> None:
    for row in range(5, 8):
        for letter in ("B", "C", "D"):
            w.swap(w.sheet, f'<c r="{letter}{row}" ', "<c ")
        w.swap(w.sheet, f'<row r="{row}"', "<row")
    w.save()


ROWS = {
    "row_that_comes_twice": '<row r="7"/>',
    "row_that_comes_late": '<row r="2"/>',
    "row_behind_the_last": '<row r="1048577"/>',
    "row_of_no_number": '<row r="-8"/>',
    "row_of_a_great_number": f'<row r="{"9" * 400}"/>',
    "row_of_other_digits": '<row r="\u0668"/>',
    "cell_that_comes_twice": f'<row r="8">{text_cell("A8", "x") * 2}</row>',
    "cell_that_comes_late": f'<row r="8">{text_cell("B8", "x")}{text_cell("A8", "x")}</row>',
    "cell_of_another_row": f'<row r="8">{text_cell("A9", "x")}</row>',
    "cell_behind_the_last": f'<row r="8">{text_cell("XFE8", "x")}</row>',
    "cell_of_no_column": f'<row r="8">{text_cell("8", "x")}</row>',
    "cell_of_small_letters": f'<row r="8">{text_cell("a8", "x")}</row>',
    "cell_far_too_far": f'<row r="8">{text_cell("A" * 5_000 + "8", "x")}</row>',
    "cell_in_a_cell": f'<row r="8"><c r="A8">{text_cell("B8", "x")}</c></row>',
    "row_in_a_row": '<row r="8"><row r="9"/></row>',
    "value_in_a_value": '<row r="8"><c r="F8"><v>1<v>2</v></v></c></row>',
    "mark_in_a_value": '<row r="8"><c r="F8"><v>1<b>2</b></v></c></row>',
    "two_values_in_a_cell": '<row r="8"><c r="F8"><v>1</v><v>2</v></c></row>',
    "value_and_text_in_a_cell": '<row r="8"><c r="F8"><v>1</v><is><t>2</t></is></c></row>',
    "value_outside_a_cell": '<row r="8"><v>1</v></row>',
    "cell_of_an_unknown_kind": '<row r="8"><c r="F8" t="x"><v>1</v></c></row>',
    "cell_of_an_unknown_style": '<row r="8"><c r="F8" s="999"><v>1</v></c></row>',
    "cell_of_no_style": '<row r="8"><c r="F8" s="-1"><v>1</v></c></row>',
    "cell_of_an_unknown_text": '<row r="8"><c r="F8" t="s"><v>0</v></c></row>',
    "cell_of_a_text_below_zero": '<row r="8"><c r="F8" t="s"><v>-1</v></c></row>',
}


def _rows(rows: str, w: Workshop) -> None:
    w.behind(rows)
    w.save()


for name, rows in ROWS.items():
    case(name, partial(_rows, rows), "plan.xlsx, Rotations")


@refused("these cells are merged")
def merged_cells(w: Workshop) -> None:
    merged = '<mergeCells count="1"><mergeCell ref="F5:F6"/></mergeCells>'
    w.swap(w.sheet, "</sheetData>", f"</sheetData>{merged}")
    w.save()


@read()
def texts_that_are_shared(w: Workshop) -> None:
    w.add_strings(
        f'<sst xmlns="{MAIN}" count="0" uniqueCount="99"><si/><si><r><t>R</t></r><r><t>1</t></r>'
        f"<rPh><t>x</t></rPh></si></sst>".encode()
    )
    w.cell("B5", 't="s"', "<v>1</v>")
    w.save()


def _without(part: str, w: Workshop) -> None:
    del w.parts[part or w.sheet]
    w.save()


MISSING = {
    "its_types": (TYPES, "no workbook"),
    "its_links": (WORKBOOK_LINKS, "is missing from it"),
    "its_workbook": (WORKBOOK, "this part is missing"),
    "its_sheet": ("", "the sheet 'Rotations' is missing from it"),
    "its_styles": (STYLES, "this part is missing"),
    "what_it_is": ("docProps/custom.xml", "this part is missing"),
}
for name, (part, words) in MISSING.items():
    case(f"without_{name}", partial(_without, part), words)


def _elsewhere(target: str, w: Workshop) -> None:
    w.swap(WORKBOOK_LINKS, f"/{w.sheet}", target)
    w.save()


for number, target in enumerate(
    ["../../../etc/passwd", "file:///etc/passwd", "http://localhost/sheet.xml", "sheet.xml", ""]
):
    case(f"sheet_elsewhere_{number}", partial(_elsewhere, target), "is missing from it")


@refused("is missing from it")
def sheet_outside_the_file(w: Workshop) -> None:
    w.swap(WORKBOOK_LINKS, f'Target="/{w.sheet}"', f'Target="/{w.sheet}" TargetMode="External"')
    w.save()


@refused("two of its sheets have one name or one content")
def two_sheets_of_one_name(w: Workshop) -> None:
    w.swap(WORKBOOK, 'name="Overview"', 'name="ROTATIONS"')
    w.save()


@refused("two of its sheets have one name or one content")
def two_sheets_of_one_content(w: Workshop) -> None:
    w.swap(WORKBOOK_LINKS, "/xl/worksheets/sheet2.xml", f"/{w.sheet}")
    w.save()


@refused("names two parts 'rId1'")
def two_links_of_one_name(w: Workshop) -> None:
    w.swap(WORKBOOK_LINKS, 'Id="rId2"', 'Id="rId1"')
    w.save()


SHOWN = 'name="Rotations" sheetId="3" state="visible"'


def _state(state: str, w: Workshop) -> None:
    w.swap(WORKBOOK, SHOWN, SHOWN.replace("visible", state))
    w.save()


for state in ("hidden", "veryHidden"):
    case(f"sheet_that_is_{state}", partial(_state, state), "this sheet is hidden")


def _copied(state: str, w: Workshop) -> None:
    """A second sheet of rotations, which nobody may see."""
    w.parts["xl/worksheets/other.xml"] = w.parts[w.sheet].replace(b">x_headcount<", b">x_sum<")
    w.link(WORKBOOK_LINKS, "worksheet", "worksheets/other.xml")
    other = f'<sheet name="Other" sheetId="99" state="{state}" r:id="xworksheet"/>'
    w.swap(WORKBOOK, "<sheets>", f"<sheets>{other}")
    w.save()


for state in ("visible", "veryHidden"):
    case(f"second_sheet_{state}", partial(_copied, state), "both hold rotations")


@refused("no sheet has the hidden row of keys")
def without_keys(w: Workshop) -> None:
    w.swap(w.sheet, ">first_day<", "><")
    w.save()


@refused("two of its columns have the hidden key 'note'")
def with_a_key_twice(w: Workshop) -> None:
    w.swap(w.sheet, ">justification<", ">note<")
    w.save()


@refused("the row of headings below the hidden keys is gone")
def without_headings(w: Workshop) -> None:
    content = w.parts[w.sheet].decode()
    start, end = content.index('<row r="4"'), content.index('<row r="5"')
    w.swap(w.sheet, content[start:end], "")
    w.save()
