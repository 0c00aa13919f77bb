"""Copied rotations as a spreadsheet takes them, and back again."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

from domain.exchange.table_reading.block import block_of
from domain.exchange.table_reading.pasted import Outcome, Paste, fields_by_headings, read_pasted
from domain.language import set_language
from domain.model import Plan, Rotation
from gui.copying import columns_to_copy, copied
from gui.models.columns import COLUMNS
from tests.domain import plan_builder as build

OFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not there")


@pytest.fixture
def plan() -> Plan:
    a = build.rotation("a", "osc", "2026-03-01", "2026-06-30", military=4, force="marines")
    b = build.rotation("007", "osc", "2026-07-01", "2026-12-31", military=1200, teams=0)
    return build.plan(
        build.mission("osc"),
        build.unit("marines"),
        replace(a, name="=1+1"),
        replace(b, name="<b>1-2 & 'zo'</b>", relieves="a", note="een\ntwee"),
    )


def mime(plan: Plan, *, every: bool = True) -> QMimeData:
    columns = columns_to_copy(c for c in COLUMNS if every or c.at_first)
    return copied(list(plan.rotations.things()), plan, columns)


def outcomes(plan: Plan, text: str, html: str = "") -> list[Outcome]:
    block = block_of(text, html)
    fields = fields_by_headings(block)
    assert fields is not None
    return [row.outcome for row in read_pasted(Paste(block, fields, True), plan).rows]


@pytest.fixture(params=["nl", "en"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    set_language(request.param)
    yield request.param
    set_language("en")


def test_what_is_copied_comes_back_as_the_same(
    qapp: QApplication, plan: Plan, language: str
) -> None:
    assert qapp is not None
    assert language
    one_line = plan.put(replace(plan.rotations["007"], note="een"))
    data = mime(one_line)
    assert outcomes(one_line, data.text()) == [Outcome.SAME, Outcome.SAME]
    assert outcomes(one_line, data.text(), data.html()) == [Outcome.SAME, Outcome.SAME]


def test_text_in_html_is_text(qapp: QApplication, plan: Plan) -> None:
    assert qapp is not None
    html = mime(plan).html()
    assert "&lt;b&gt;1-2 &amp; &#x27;zo&#x27;&lt;/b&gt;" in html
    assert "<b>" not in html


def converted(folder: Path, source: Path, kind: str, reads: str) -> Path:
    """A file that LibreOffice makes of another."""
    assert OFFICE is not None
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    what = ["--headless", "--convert-to", kind, f"--infilter={reads}", "--outdir", str(folder)]
    command = [OFFICE, profile, *what, str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / source.with_suffix(f".{kind}").name


@needs_office
def test_libreoffice_takes_days_as_days_and_text_as_text(
    qapp: QApplication, plan: Plan, tmp_path: Path
) -> None:
    assert qapp is not None
    source = tmp_path / "copied.html"
    source.write_text(mime(plan, every=False).html(), encoding="utf-8")
    sheet = openpyxl.load_workbook(converted(tmp_path, source, "xlsx", "HTML (StarCalc)")).active
    assert sheet is not None
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    assert rows[0][:3] == ["Name", "First day", "Last day"]
    assert rows[1][:3] == ["=1+1", datetime(2026, 3, 1), datetime(2026, 6, 30)]  # noqa: DTZ001 - a day of a sheet
    assert rows[2][0] == "<b>1-2 & 'zo'</b>"
    assert rows[2][4] == 1200
    assert [row[-1] for row in rows[1:]] == ["a", "007"]
    assert sheet["A2"].data_type == "s"


@needs_office
def test_what_libreoffice_copies_comes_back_as_the_same(
    qapp: QApplication, plan: Plan, tmp_path: Path
) -> None:
    assert qapp is not None
    source = tmp_path / "copied.html"
    source.write_text(mime(plan, every=False).html(), encoding="utf-8")
    book = converted(tmp_path, source, "xlsx", "HTML (StarCalc)")
    back = tmp_path / "back"
    back.mkdir()
    html = converted(back, book, "html", "Calc MS Excel 2007 XML").read_text("utf-8")
    assert "sdval=" in html
    assert outcomes(plan, "", html) == [Outcome.SAME, Outcome.SAME]


def test_mission_and_id_are_copied_also_where_they_are_not_shown(plan: Plan) -> None:
    rotation: Rotation = plan.rotations["a"]
    columns = columns_to_copy([COLUMNS[0]])
    assert [column.shown(rotation, plan) for column in columns] == ["=1+1", "OSC", "a"]
