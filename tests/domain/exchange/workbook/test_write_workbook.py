"""The workbook as a whole: sheets, tables, pages, properties."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from openpyxl import load_workbook

from domain.exchange.workbook import material_of, write_workbook
from domain.exchange.workbook.book import Book
from domain.exchange.workbook.columns import aside, require_sound, text
from domain.exchange.workbook.package import in_universal_time
from domain.exchange.workbook.progress import Progress
from domain.language import set_language
from domain.model import Marking, Plan
from domain.version import VERSION
from tests.domain import plan_builder as build
from tests.domain.exchange.workbook.workbooks import (
    cell_of,
    edges,
    facts_of,
    keys_of,
    material,
    opened,
    parts_of,
    place_of,
    properties_of,
    rows_of,
    silently,
    written,
)

TABLES = ["overview", "rotations", "strength", "frames", "forces", "findings", "control"]
FUNCTIONS = {
    "ABS",
    "AND",
    "COUNTA",
    "COUNTIF",
    "IF",
    "INDEX",
    "LEFT",
    "MAX",
    "SUM",
    "SUMIFS",
    "SUMPRODUCT",
    "TEXT",
    "WEEKDAY",
    "WEEKNUM",
    "YEAR",
}
MO = Path("resources/translations/nl/LC_MESSAGES/kader.mo")


@pytest.fixture
def dutch() -> Iterator[None]:
    set_language("nl")
    yield
    set_language("en")


@pytest.fixture
def plan() -> Plan:
    return build.plan(
        build.frame("osc", build.limit("cap", 7), days=("2026-01-01", "2028-06-30")),
        build.rotation("first", "osc", "2026-01-01", "2026-04-30", military=4),
        build.rotation("second", "osc", "2026-04-17", "2026-08-31", military=4, force="company"),
    )


def marked(plan: Plan, text: str, colour: str = "#C00000") -> Plan:
    return replace(plan, settings=replace(plan.settings, marking=Marking(2, text, colour)))


def test_the_sheets_stand_in_their_order_and_the_lists_are_hidden(
    tmp_path: Path, plan: Plan
) -> None:
    workbook = opened(tmp_path, plan)
    assert workbook.sheetnames == [
        "Read me",
        "Overview",
        "Rotations",
        "Strength",
        "Timeline",
        "Frames",
        "Forces",
        "Findings",
        "Annex 1",
        "Annex 2",
        "Control",
        "Lists",
    ]
    assert [sheet.sheet_state for sheet in workbook.worksheets] == ["visible"] * 11 + ["hidden"]
    assert workbook.active is workbook["Read me"]


@pytest.mark.skipif(not MO.exists(), reason="the translations are not compiled")
@pytest.mark.usefixtures("dutch")
def test_in_dutch_the_sheets_have_dutch_names(tmp_path: Path, plan: Plan) -> None:
    names = opened(tmp_path, plan).sheetnames
    assert names[:8] == [
        "Lees mij",
        "Overzicht",
        "Rotaties",
        "Sterkte",
        "Tijdlijn",
        "Kaders",
        "Eenheden",
        "Bevindingen",
    ]
    assert names[-1] == "Lijsten"


def test_tables_and_keys_are_the_same_in_both_languages(tmp_path: Path, plan: Plan) -> None:
    keys = {}
    for language in ("en", "nl"):
        set_language(language)
        workbook = opened(tmp_path, plan)
        keys[language] = {name: keys_of(workbook, name) for name in TABLES}
    set_language("en")
    assert keys["nl"] == keys["en"]


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_unique_headings_a_filter_and_its_keys_in_a_hidden_row(
    tmp_path: Path, plan: Plan, name: str
) -> None:
    workbook = opened(tmp_path, plan)
    sheet, table = place_of(workbook, name)
    first, heading, last, bottom = edges(table)
    headings = [sheet.cell(heading, column).value for column in range(first, last + 1)]
    assert headings == [column.name for column in table.tableColumns]
    assert len({str(one).casefold() for one in headings}) == len(headings)
    assert table.autoFilter is not None
    assert table.autoFilter.ref == table.ref
    assert sheet.auto_filter.ref is None
    assert sheet.row_dimensions[heading - 1].hidden
    assert sheet.max_row >= bottom
    assert not sheet.merged_cells.ranges


@pytest.mark.parametrize("name", TABLES)
def test_heading_and_key_columns_stay_in_sight(tmp_path: Path, plan: Plan, name: str) -> None:
    sheet, table = place_of(opened(tmp_path, plan), name)
    _first, heading, _last, _bottom = edges(table)
    column, row = re.fullmatch(r"([A-Z]+)(\d+)", str(sheet.freeze_panes)).groups()  # type: ignore[union-attr]
    assert column in {"C", "D", "F"}
    assert int(row) == heading + 1


def test_every_page_is_a4_landscape_and_as_wide_as_the_sheet(tmp_path: Path, plan: Plan) -> None:
    for sheet in opened(tmp_path, plan).worksheets[:-1]:
        assert sheet.page_setup.orientation == "landscape"
        assert str(sheet.page_setup.paperSize) == "9"
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert getattr(sheet.sheet_properties.pageSetUpPr, "fitToPage", None) is True
        assert str(sheet.oddFooter).endswith("&RPage &P of &N")
        assert sheet.print_area


@pytest.mark.parametrize("name", TABLES)
def test_the_headings_return_on_every_page(tmp_path: Path, plan: Plan, name: str) -> None:
    sheet, table = place_of(opened(tmp_path, plan), name)
    heading = edges(table)[1]
    assert sheet.print_title_rows == f"${heading}:${heading}"


def test_the_marking_stands_on_every_page_with_its_ampersand_doubled(
    tmp_path: Path, plan: Plan
) -> None:
    parts = parts_of(written(tmp_path, marked(plan, "R&D VERTROUWELIJK &[Tab]")))
    sheets = [part for name, part in parts.items() if name.startswith("xl/worksheets/sheet")]
    for sheet in sheets[:-1]:
        for line in ("oddHeader", "oddFooter"):
            (code,) = re.findall(f"<{line}>(.*?)</{line}>", sheet)
            assert "&amp;C&amp;BR&amp;&amp;D VERTROUWELIJK &amp;&amp;[Tab]&amp;R" in code


def test_the_marking_stands_in_the_first_cell_in_its_colour(tmp_path: Path, plan: Plan) -> None:
    for sheet in opened(tmp_path, marked(plan, "GEHEIM")).worksheets[:-1]:
        assert sheet["A1"].value == "GEHEIM"
        assert sheet["A1"].fill.fgColor.rgb == "FFC00000"
        assert sheet["A1"].font.color.rgb == "FFFFFFFF"


def test_a_marking_of_a_colour_that_is_none_stands_there_all_the_same(
    tmp_path: Path, plan: Plan
) -> None:
    workbook = opened(tmp_path, marked(plan, "GEHEIM", "rood"))
    assert workbook["Overview"]["A1"].value == "GEHEIM"


def test_without_a_marking_none_is_made_up(tmp_path: Path, plan: Plan) -> None:
    workbook = opened(tmp_path, plan)
    assert workbook["Overview"]["A1"].value == "Overview"
    assert "marking" not in facts_of(workbook)
    for sheet in workbook.worksheets[:-1]:
        assert "&C" not in str(sheet.oddHeader)


def test_no_header_is_longer_than_excel_takes(tmp_path: Path, plan: Plan) -> None:
    long = replace(marked(plan, "&" * 300), name="naam & " * 60, scenario="&" * 200)
    parts = parts_of(written(tmp_path, long))
    for name, part in parts.items():
        if name.startswith("xl/worksheets/sheet"):
            codes = fromstring(part).iter()  # noqa: S314 - our own file
            lines = [e.text or "" for e in codes if e.tag.endswith(("oddHeader", "oddFooter"))]
            assert all(len(line) <= 255 for line in lines)


def test_the_properties_say_kader_and_name_no_library(tmp_path: Path, plan: Plan) -> None:
    path = written(tmp_path, marked(plan, "GEHEIM"))
    properties = load_workbook(path).properties
    assert (properties.title, properties.subject) == ("Plan", "Basis")
    assert (properties.creator, properties.lastModifiedBy) == ("Kader", "Kader")
    assert properties.keywords == "rotations, missions, national frames"
    assert properties.category == "GEHEIM"
    assert properties.created == properties.modified == datetime(2026, 5, 3, 14, 5)  # noqa: DTZ001
    everything = "".join(parts_of(path).values()).lower()
    assert "openpyxl" not in everything
    assert "microsoft excel" not in everything
    assert "<Application>Kader</Application>" in parts_of(path)["docProps/app.xml"]


def test_what_reading_back_needs_stands_in_properties_and_in_read_me(
    tmp_path: Path, plan: Plan
) -> None:
    workbook = opened(tmp_path, plan, plan_id="id & co", as_of=date(2026, 5, 1))
    custom = properties_of(workbook)
    assert custom["KaderFormat"] == 1
    assert custom["KaderPublic"] is False
    assert custom["KaderPlanId"] == "id & co"
    assert custom["KaderScenario"] == "Basis"
    facts = facts_of(workbook)
    assert (facts["plan_id"], facts["scenario"]) == ("id & co", "Basis")
    assert facts["as_of"] == datetime(2026, 5, 1)  # noqa: DTZ001
    assert facts["made_at"] == datetime(2026, 5, 3, 14, 5)  # noqa: DTZ001
    assert (facts["program_version"], facts["journal_head"]) == (f"Kader {VERSION}", "abc123")


def test_there_is_nothing_in_it_that_runs_or_calls_out(tmp_path: Path, plan: Plan) -> None:
    parts = parts_of(written(tmp_path, plan))
    assert not [name for name in parts if "vba" in name.lower() or "external" in name.lower()]
    assert not [part for part in parts.values() if 'TargetMode="External"' in part]
    cells = "".join(part for name, part in parts.items() if "worksheets/sheet" in name)
    formulas = re.findall(r"<f>(.*?)</f>", cells)
    assert formulas
    assert len(re.findall(r"<f[ >]", cells)) == len(formulas)
    assert {name for f in formulas for name in re.findall(r"([A-Z]+)\(", f)} <= FUNCTIONS
    assert not [formula for formula in formulas if "|" in formula or "!" in formula]


def test_an_empty_plan_makes_a_workbook_with_empty_tables(tmp_path: Path) -> None:
    workbook = opened(tmp_path, Plan())
    tables = [name for name in TABLES if name != "control"]
    assert [rows_of(workbook, name) for name in tables] == [[]] * len(tables)
    for name in tables:
        _sheet, table = place_of(workbook, name)
        _first, heading, _last, bottom = edges(table)
        assert bottom == heading + 1
    assert facts_of(workbook)["plan"] == "–"


def test_the_same_material_gives_the_same_bytes(tmp_path: Path, plan: Plan) -> None:
    first = written(tmp_path, plan).read_bytes()
    assert written(tmp_path, plan).read_bytes() == first


def test_columns_are_wide_enough_for_what_stands_in_them(tmp_path: Path) -> None:
    name = "A rotation with quite a long name"
    rotation = replace(build.rotation("r", "m", "2026-01-01", "2026-03-31"), name=name)
    workbook = opened(tmp_path, build.plan(rotation))
    cell = cell_of(workbook, "rotations", "name")
    width = workbook["Rotations"].column_dimensions[cell.column_letter].width
    assert 24 <= width <= 34
    assert cell.alignment.wrap_text


def test_the_moment_is_kept_in_universal_time() -> None:
    here = datetime(2026, 5, 3, 14, 5, tzinfo=timezone(timedelta(hours=2)))
    assert in_universal_time(here) == datetime(2026, 5, 3, 12, 5)  # noqa: DTZ001
    assert in_universal_time(here).replace(tzinfo=UTC) == here


def test_a_moment_with_a_zone_can_be_written(tmp_path: Path, plan: Plan) -> None:
    moment = datetime(2026, 5, 3, 14, 5, tzinfo=timezone(timedelta(hours=2)))
    path = tmp_path / "zone.xlsx"
    write_workbook(path, replace(material(plan), made_at=moment), silently)
    assert facts_of(load_workbook(path))["made_at"] == datetime(2026, 5, 3, 14, 5)  # noqa: DTZ001


def test_a_workbook_is_made_now_unless_said_otherwise(plan: Plan) -> None:
    made = material_of(plan, plan_id="", journal_head="")
    assert made.made_at.tzinfo is not None
    assert (made.first_day, made.last_day, made.public) == (None, None, False)


def test_two_columns_with_one_heading_are_stopped() -> None:
    twice = [text("a", "Same", str), text("b", "same", str)]
    with pytest.raises(ValueError, match="same"):
        require_sound(twice)


def test_a_column_that_is_not_printed_stands_last() -> None:
    columns = [aside("a", "First", str), text("b", "Second", str)]
    with pytest.raises(ValueError, match="not printed"):
        require_sound(columns)


def test_two_sheets_with_one_name_are_stopped() -> None:
    book = Book(Progress(silently, 1))
    book.add_sheet("Overview", "")
    with pytest.raises(ValueError, match="OVERVIEW"):
        book.add_sheet("OVERVIEW", "")
