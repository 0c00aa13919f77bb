"""From the window to paper: the preview, files and pictures, the printer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton, QSpinBox, QToolButton
from pytestqt.qtbot import QtBot

from domain.exchange.paper.marks import Box, Line, Page, Text
from domain.exchange.paper.paper import A4
from gui.application import Kader
from gui.dialogs.file_dialog import FileDialog
from gui.dialogs.messages import SentenceDialog
from gui.printing.page_painter import picture_of
from gui.printing.page_sheet import PageScroll
from gui.printing.preview_dialog import PreviewDialog
from gui.printing.printer import PrinterDialog, printer_for
from gui.theme import ThemeChoice
from tests.domain.exchange.paper.pages import all_text
from tests.gui.driving import Answer, click, find, press
from tests.gui.test_reachable import own_parts, said


def preview(program: Kader, qtbot: QtBot) -> PreviewDialog:
    """The preview, once its pages are laid out."""
    program.window.actions_of_window["print"].trigger()
    dialog = find(program.window, PreviewDialog, "previewDialog")
    qtbot.waitUntil(lambda: bool(dialog.pages), timeout=30_000)
    return dialog


def choose(dialog: PreviewDialog, qtbot: QtBot, name: str, place: int) -> None:
    box = find(dialog, QComboBox, name)
    box.setCurrentIndex(place)
    box.activated.emit(place)
    qtbot.waitUntil(lambda: bool(dialog.pages), timeout=30_000)


def close(dialog: PreviewDialog) -> None:
    click(find(dialog, QPushButton, "previewClose"))


def test_the_preview_shows_the_timeline_with_its_rotations(opened: Kader, qtbot: QtBot) -> None:
    dialog = preview(opened, qtbot)
    text = all_text(dialog.pages)
    assert "Timeline" in text
    assert "01-01-2026 – 30-06-2026" in text
    close(dialog)


@pytest.mark.parametrize(
    ("view", "title"),
    [("view_frames", "Strength"), ("view_report", "Annex 1"), ("view_forces", "Timeline")],
)
def test_the_preview_begins_with_what_the_view_shows(
    opened: Kader, qtbot: QtBot, view: str, title: str
) -> None:
    opened.window.actions_of_window[view].trigger()
    dialog = preview(opened, qtbot)
    assert dialog.pages[0].titles == (title,)
    close(dialog)


def test_larger_paper_and_less_time_a_page_change_the_pages(opened: Kader, qtbot: QtBot) -> None:
    dialog = preview(opened, qtbot)
    assert len(dialog.pages) == 1
    choose(dialog, qtbot, "printPaper", 1)
    assert round(dialog.pages[0].width) == 1191
    choose(dialog, qtbot, "printBreadth", 4)
    assert len(dialog.pages) == 4
    close(dialog)


def test_page_down_leafs_and_the_number_says_where(opened: Kader, qtbot: QtBot) -> None:
    dialog = preview(opened, qtbot)
    choose(dialog, qtbot, "printBreadth", 4)
    press(dialog, Qt.Key.Key_PageDown)
    assert find(dialog, QSpinBox, "previewNumber").value() == 2
    press(dialog, Qt.Key.Key_PageUp)
    assert find(dialog, QSpinBox, "previewNumber").value() == 1
    close(dialog)


def test_the_page_can_be_enlarged_and_fits_again(opened: Kader, qtbot: QtBot) -> None:
    dialog = preview(opened, qtbot)
    sheet = find(dialog, PageScroll, "previewPage").sheet
    fitting = sheet.width()
    click(find(dialog, QToolButton, "previewLarger"))
    assert sheet.width() > fitting
    click(find(dialog, QToolButton, "previewFit"))
    assert sheet.width() == fitting
    close(dialog)


def test_for_the_public_no_rotation_is_named(opened: Kader, qtbot: QtBot) -> None:
    dialog = preview(opened, qtbot)
    find(dialog, QCheckBox, "printPublic").click()
    qtbot.waitUntil(lambda: bool(dialog.pages), timeout=30_000)
    text = all_text(dialog.pages)
    assert "for the public" in text
    assert "Rotation 1" in text
    close(dialog)


def test_only_what_the_filter_shows_is_printed(opened: Kader, qtbot: QtBot) -> None:
    opened.window.desk.rows.set_text("vpd")
    dialog = preview(opened, qtbot)
    assert "OSC" not in all_text(dialog.pages)
    find(dialog, QCheckBox, "printFiltered").click()
    qtbot.waitUntil(lambda: bool(dialog.pages), timeout=30_000)
    assert "OSC" in all_text(dialog.pages)
    close(dialog)


def is_pdf(path: Path) -> bool:
    return path.read_bytes().startswith(b"%PDF")


def is_png(path: Path) -> bool:
    return QImage(str(path)).width() > 1000


def is_svg(path: Path) -> bool:
    return ET.parse(path).getroot().tag.endswith("svg")  # noqa: S314 - our own file


@pytest.mark.parametrize(
    ("button", "ending", "is_right"),
    [
        ("previewPdf", ".pdf", is_pdf),
        ("previewPng", ".png", is_png),
        ("previewSvg", ".svg", is_svg),
    ],
)
def test_what_is_shown_is_written(  # noqa: PLR0913, PLR0917 - cases and fixtures
    opened: Kader,
    qtbot: QtBot,
    tmp_path: Path,
    answer: Answer,
    button: str,
    ending: str,
    is_right: Callable[[Path], bool],
) -> None:
    path = tmp_path / f"plan{ending}"
    answer(FileDialog, "ask_save", path)
    dialog = preview(opened, qtbot)
    with qtbot.waitSignal(opened.window.exchanging.exported, timeout=30_000):
        click(find(dialog, QPushButton, button))
    assert is_right(path)
    assert dialog.says.text() == f"plan{ending} is written."
    assert sorted(one.name for one in tmp_path.iterdir() if one.suffix == ".part") == []
    close(dialog)


def test_the_whole_plan_is_exported_as_pdf(
    opened: Kader, qtbot: QtBot, tmp_path: Path, answer: Answer
) -> None:
    path = tmp_path / "plan.pdf"
    answer(FileDialog, "ask_save", path)
    with qtbot.waitSignal(opened.window.exchanging.exported, timeout=30_000):
        opened.window.actions_of_window["export_pdf"].trigger()
    assert is_pdf(path)


def test_a_file_that_cannot_be_written_is_told_in_one_sentence(
    opened: Kader, qtbot: QtBot, tmp_path: Path, answer: Answer
) -> None:
    answer(FileDialog, "ask_save", tmp_path / "no folder" / "plan.pdf")
    told = answer(SentenceDialog, "tell", None)
    opened.window.actions_of_window["export_pdf"].trigger()
    qtbot.waitUntil(lambda: bool(told), timeout=30_000)
    assert "plan.pdf" in str(told[0][2])


def test_the_printer_gets_the_pages(
    opened: Kader, qtbot: QtBot, tmp_path: Path, answer: Answer
) -> None:
    path = tmp_path / "printed.pdf"
    printer = printer_for(A4)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    asked = answer(PrinterDialog, "ask", printer)
    dialog = preview(opened, qtbot)
    click(find(dialog, QPushButton, "previewPrint"))
    assert asked[0][2] == len(dialog.pages)
    assert is_pdf(path)
    close(dialog)


def test_paper_is_white_in_a_dark_window(program: Kader) -> None:
    program.window.theme_chosen.emit(ThemeChoice.DARK)
    page = Page(100, 50, (Box(10, 10, 20, 20, "#ff0000"), Line(0, 45, 100, 45, "#0000ff", 2)))
    image = picture_of(page, 2)
    assert image.pixelColor(150, 20) == QColor("white")
    assert image.pixelColor(40, 40) == QColor("red")
    assert image.pixelColor(100, 90) == QColor("blue")


def test_letters_are_drawn_with_the_fonts_of_the_program(qapp: object) -> None:
    assert qapp is not None
    image = picture_of(Page(100, 30, (Text(5, 20, "ćğł■", 14, "#000000", bold=True),)), 2)
    dark = [x for x in range(image.width()) if image.pixelColor(x, 34).lightness() < 100]
    assert dark
    assert max(dark) < 140


def test_a_very_high_page_makes_a_picture_of_fewer_dots(qapp: object) -> None:
    assert qapp is not None
    image = picture_of(Page(1190, 40_000, ()))
    assert image.width() * image.height() <= 51_000_000
    assert image.height() <= 30_001


def test_every_part_of_the_preview_is_named_and_reached_by_keys(
    opened: Kader, qtbot: QtBot
) -> None:
    dialog = preview(opened, qtbot)
    nameless = [part.objectName() for part in own_parts(dialog) if not said(part).strip()]
    assert nameless == []
    assert {"printSubject", "printPaper", "printFirst", "previewPage", "previewPdf"} <= {
        part.objectName() for part in own_parts(dialog)
    }
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_every_part_of_the_report_is_named(opened: Kader) -> None:
    opened.window.actions_of_window["view_report"].trigger()
    nameless = [part.objectName() for part in own_parts(opened.window) if not said(part).strip()]
    assert nameless == []
