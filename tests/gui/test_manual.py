"""The manual: whole in both languages, found by words, opened at the right page."""

from __future__ import annotations

import ast
import re

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QListWidget, QTextBrowser
from pytestqt.qtbot import QtBot

from domain.language import LANGUAGES, set_language
from domain.rules.catalogue import RULES
from gui.application import Kader
from gui.dialogs.manual_page import ManualPage
from gui.dialogs.manual_window import ManualWindow
from gui.dialogs.settings import SettingsDialog
from gui.manual import FOLDER, PAGE_OF_PANE, PICTURES, WRITTEN, page_for, pages, picture_path
from gui.preferences import Preferences
from tests.gui.driving import find, press


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_there_in_each_language_and_no_other(language: str) -> None:
    there = {path.stem for path in (FOLDER / language).glob("*.md")}
    assert there == set(WRITTEN)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_a_title_and_the_rules_have_all_rules(program: Kader, language: str) -> None:
    program.speak(language)
    book = pages(program.window.actions_of_window)
    assert all(page.title and page.text for page in book)
    assert len({page.title for page in book}) == len(book)
    (rules,) = (page for page in book if page.name == "rules")
    for rule in RULES:
        assert f"{rule.code} – {rule.title_text()}" in rules.text


def test_both_languages_have_the_same_chapters() -> None:
    for name in WRITTEN:
        counts = {
            (FOLDER / language / f"{name}.md").read_text(encoding="utf-8").count("\n## ")
            for language in LANGUAGES
        }
        assert len(counts) == 1, name


def text_of(language: str, name: str) -> str:
    return (FOLDER / language / f"{name}.md").read_text(encoding="utf-8")


def pictures_in(language: str, name: str) -> list[tuple[str, str]]:
    """What stands for each picture of a page, and its file."""
    return re.findall(r"!\[([^\]]*)\]\(pictures/([a-z-]+\.png)\)", text_of(language, name))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_is_there_says_what_it_shows_and_none_is_left_over(language: str) -> None:
    named = [picture for name in WRITTEN for picture in pictures_in(language, name)]
    assert all(len(says) > 20 and says.endswith(".") for says, _file in named)
    there = {path.name for path in (FOLDER / language / PICTURES).iterdir()}
    assert {file for _says, file in named} == there
    assert text_of(language, "first-hour").count("![") >= 7


def test_both_languages_have_the_same_pictures_in_the_same_places() -> None:
    for name in WRITTEN:
        files = [[file for _says, file in pictures_in(one, name)] for one in LANGUAGES]
        assert files[0] == files[1], name


def test_the_pictures_are_small_and_have_few_colours() -> None:
    paths = [path for one in LANGUAGES for path in (FOLDER / one / PICTURES).iterdir()]
    assert sum(path.stat().st_size for path in paths) < 4_000_000
    assert all(QImage(str(path)).colorCount() for path in paths)


def test_every_page_in_docs_is_linked_and_there() -> None:
    index = (FOLDER.parents[1] / "docs" / "manual.md").read_text(encoding="utf-8")
    for language in LANGUAGES:
        for name in WRITTEN:
            assert f"(../resources/manual/{language}/{name}.md)" in index


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_leads_to_a_page(language: str) -> None:
    for name in WRITTEN:
        links = re.findall(r"[^!]\[[^\]]*\]\(([^)]+)\)", text_of(language, name))
        assert all(link.removesuffix(".md") in WRITTEN for link in links), name


def dialogs() -> set[str]:
    """The names of all dialogs of the program, as the code gives them."""
    found = set()
    for path in (FOLDER.parents[1] / "gui").rglob("*.py"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            bases = [ast.unparse(base) for base in getattr(node, "bases", ())]
            if any(base.endswith(("Dialog", "MessageBox")) for base in bases):
                found |= set(re.findall(r"self\.setObjectName\('(\w+)'\)", ast.unparse(node)))
    return found


def test_every_pane_and_dialog_has_a_page_that_is_there(program: Kader) -> None:
    there = {page.name for page in pages(program.window.actions_of_window)}
    assert set(PAGE_OF_PANE.values()) <= there
    assert len(dialogs()) > 20
    assert dialogs() <= set(PAGE_OF_PANE)


def test_f1_in_a_dialog_opens_its_page(opened: Kader, qtbot: QtBot) -> None:
    dialog = SettingsDialog(opened.window, Preferences())
    dialog.setModal(True)
    dialog.show()
    dialog.activateWindow()
    box = find(dialog, QComboBox, "settingsLanguage")
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    press(box, Qt.Key.Key_F1)
    assert shown(find(dialog, ManualWindow, "manual")) == "Settings"
    dialog.close()


def test_a_picture_is_as_wide_as_the_page_and_what_it_shows_stands_below(opened: Kader) -> None:
    window = manual(opened)
    window.open_page("missions")
    page = find(window, ManualPage, "manualPage")
    QTest.qWait(150)
    assert "The view Missions: the table at the left" in page.toPlainText()
    widths = [shown_as.width() for _place, shown_as in page.pictures()]
    assert len(widths) == 4
    assert all(0 < width <= page.viewport().width() for width in widths)
    window.resize(700, 700)
    QTest.qWait(150)
    narrower = [shown_as.width() for _place, shown_as in page.pictures()]
    assert narrower[0] < widths[0]


def test_a_page_never_loads_what_is_no_picture_of_the_manual(opened: Kader) -> None:
    page = find(manual(opened), ManualPage, "manualPage")
    assert picture_path("pictures/window.png") is not None
    for name in ("../../icons/x.png", "pictures/../first-hour.md", "file:///etc/passwd", ""):
        assert picture_path(name) is None
        image = page.loadResource(2, QUrl(name))
        assert isinstance(image, QImage)
        assert image.isNull()


def manual(program: Kader) -> ManualWindow:
    program.window.actions_of_window["manual"].trigger()
    return find(program.window, ManualWindow, "manual")


def shown(window: ManualWindow) -> str:
    return find(window, QTextBrowser, "manualPage").toPlainText().partition("\n")[0]


def test_it_opens_at_the_page_about_the_pane_in_which_one_stands(opened: Kader) -> None:
    opened.window.activateWindow()
    opened.window.lower_pane.findings.grouping.setFocus()
    QApplication.processEvents()
    assert shown(manual(opened)) == "Findings"
    assert page_for(opened.window.workspace.table) == "missions"
    assert page_for(opened.window.missions) == "scenarios"
    assert page_for(None) == "first-hour"


@pytest.mark.parametrize(
    ("view", "page"),
    [
        ("view_missions", "missions"),
        ("view_forces", "forces"),
        ("view_frames", "frames"),
        ("view_sources", "sources"),
        ("view_report", "excel"),
    ],
)
def test_each_view_has_its_page(opened: Kader, view: str, page: str) -> None:
    opened.window.actions_of_window[view].trigger()
    assert page_for(opened.window.views.stops[0]) == page


def test_words_find_the_pages_that_have_them_all(opened: Kader) -> None:
    window = manual(opened)
    field, page_list = (
        find(window, QLineEdit, "manualSearch"),
        find(window, QListWidget, "manualPages"),
    )
    field.setText("quota recovery")
    assert page_list.item(0).text() == "Forces"
    field.setText("no such word anywhere")
    assert page_list.count() == 0
    field.clear()
    assert page_list.count() == len(WRITTEN) + 2


def test_a_link_leads_to_another_page_and_never_out(opened: Kader) -> None:
    window = manual(opened)
    page = find(window, QTextBrowser, "manualPage")
    page.anchorClicked.emit(QUrl("excel.md"))
    assert shown(window) == "Excel and the report"
    page.anchorClicked.emit(QUrl("file:///etc/passwd"))
    assert shown(window) == "Excel and the report"


def test_it_opens_once(opened: Kader) -> None:
    assert manual(opened) is manual(opened)
    assert len(opened.window.findChildren(ManualWindow)) == 1


def teardown_function() -> None:
    set_language("en")
