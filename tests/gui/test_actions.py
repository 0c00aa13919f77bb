"""The actions: complete in both languages, each with keys of its own, each in a menu."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from domain.language import set_language
from gui.action_list import SPECS
from gui.application import Kader
from gui.choice_actions import LANGUAGES
from gui.dialogs.shortcuts import ShortcutsDialog, keys_of
from gui.main_window import MainWindow
from gui.menus import CONTEXT, LINE
from tests.gui.driving import find

WITHOUT_ICON = {
    *("expand", "collapse", "next_pane", "previous_pane", "language_nl", "language_en"),
    *("text_90", "text_100", "text_110", "text_125"),
}


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_action_says_what_it_does(program: Kader, language: str) -> None:
    program.speak(language)
    for action in program.window.actions_of_window:
        name = action.objectName()
        assert action.text().strip(), name
        assert action.statusTip().strip(), name
        assert action.toolTip().startswith(action.statusTip()), name
        assert action.icon().isNull() == (name in WITHOUT_ICON), name


def test_every_action_is_translated(program: Kader) -> None:
    english = {a.objectName(): (a.text(), a.statusTip()) for a in program.window.actions_of_window}
    program.speak("nl")
    dutch = {a.objectName(): (a.text(), a.statusTip()) for a in program.window.actions_of_window}
    names = {spec.name for spec in SPECS} - {spec.name for spec in LANGUAGES}
    same = [name for name in names if english[name][1] == dutch[name][1]]
    assert same == []


def test_no_two_actions_have_the_same_keys(program: Kader) -> None:
    keys = Counter(
        key.toString() for action in program.window.actions_of_window for key in action.shortcuts()
    )
    assert [key for key, times in keys.items() if times > 1] == []


def actions_within(menu: QMenu | QMenuBar) -> set[QAction]:
    found = set()
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            found |= actions_within(inner)
        elif not action.isSeparator():
            found.add(action)
    return found


def test_every_action_stands_in_a_menu(program: Kader) -> None:
    bar = find(program.window, QMenuBar, "menuBar")
    in_menus = {action.objectName() for action in actions_within(bar)}
    assert {spec.name for spec in SPECS} <= in_menus


def test_context_menus_are_made_of_the_same_actions() -> None:
    names = {spec.name for spec in SPECS}
    for kind, entries in CONTEXT.items():
        assert {entry for entry in entries if entry != LINE} <= names, kind


@pytest.mark.parametrize("language", ["en", "nl"])
def test_no_two_entries_of_a_menu_have_the_same_letter(program: Kader, language: str) -> None:
    program.speak(language)
    for menu in program.window.findChildren(QMenu):
        letters = Counter(
            action.text().replace("&&", "").split("&", 1)[1][0].casefold()
            for action in menu.actions()
            if "&" in action.text().replace("&&", "")
        )
        assert [letter for letter, times in letters.items() if times > 1] == [], menu.title()


def test_the_list_of_shortcuts_is_made_from_the_actions(program: Kader) -> None:
    window = program.window
    dialog = ShortcutsDialog(window, window.actions_of_window)
    rows = range(dialog.table.rowCount())
    items = [(dialog.table.item(row, 0), dialog.table.item(row, 1)) for row in rows]
    listed = {(keys.text(), what.text()) for keys, what in items if keys and what}
    for action in window.actions_of_window:
        if action.shortcuts():
            assert (keys_of(action), action.statusTip()) in listed


def enabled_in(window: MainWindow) -> set[str]:
    return {action.objectName() for action in window.actions_of_window if action.isEnabled()}


def test_without_a_plan_only_that_can_be_done_which_needs_none(program: Kader) -> None:
    wanted = {spec.name for spec in SPECS if not spec.needs_plan}
    assert enabled_in(program.window) == wanted


def test_with_a_plan_everything_can_be_done_but_undo(opened: Kader) -> None:
    assert {spec.name for spec in SPECS} - enabled_in(opened.window) == {"undo", "redo"}


def test_languages_are_named_in_their_own_language() -> None:
    set_language("nl")
    assert [spec.text for spec in LANGUAGES] == ["&Nederlands", "&English"]
