"""The manual: whole in both languages, found by words, opened at the right page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QTextBrowser

from domain.language import LANGUAGES, set_language
from domain.rules.catalogue import RULES
from gui.application import Kader
from gui.dialogs.manual_window import ManualWindow
from gui.manual import FOLDER, WRITTEN, page_for, pages
from tests.gui.driving import find


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
