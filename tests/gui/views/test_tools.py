"""The tools above each view: never cut in a narrow window, and F1 knows what they are of."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QFrame, QLineEdit, QWidget

from domain.model import ChangeRotations
from gui.action_list import VIEWS
from gui.application import Kader
from gui.manual import page_for
from gui.theme import ThemeChoice
from gui.widgets.wrapping import WrapLayout
from tests.gui.driving import find

MARGIN = 8
"""So much of the room beside its text may a button lose before letters are cut."""


def tools_of(window: QWidget) -> list[QWidget]:
    """What can be used in the lines above the view that is shown."""
    names = {"viewBar", "reportTools"}
    lines = [part for part in window.findChildren(QWidget) if part.objectName() in names]
    kinds = (QAbstractButton, QComboBox, QLineEdit)
    found = [part for line in lines for kind in kinds for part in line.findChildren(kind)]
    return [part for part in found if part.isVisible() and part.objectName()]


def is_cut(tool: QWidget) -> bool:
    """Whether a tool is smaller than it must be, or reaches out of what it stands in."""
    parent = tool.parentWidget()
    assert parent is not None
    needed = tool.minimumSizeHint().width() - MARGIN
    inside = QRect(parent.rect()).adjusted(-1, -1, 1, 1)
    return tool.width() < needed or not inside.contains(tool.geometry())


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("percent", [100, 125])
def test_no_tool_is_cut_in_a_narrow_window(opened: Kader, language: str, percent: int) -> None:
    opened.speak(language)
    opened.size_text(percent)
    opened.window.resize(1117 if percent == 100 else 1280, 800)
    for spec in VIEWS:
        opened.window.actions_of_window[spec.name].trigger()
        QApplication.processEvents()
        QApplication.processEvents()
        cut = [tool.objectName() for tool in tools_of(opened.window) if is_cut(tool)]
        assert cut == [], spec.name


def test_parts_go_on_below_and_the_last_stands_at_the_right(opened: Kader) -> None:
    assert opened.window.isVisible()
    whole = QWidget()
    line = WrapLayout(whole, spacing=10)
    parts = [QFrame() for _number in range(3)]
    for number, part in enumerate(parts):
        part.setMinimumSize(100, 20)
        part.setFixedSize(100, 20)
        if number == 2:
            line.add_stretch()
        line.addWidget(part)
    whole.resize(500, 100)
    whole.show()
    QApplication.processEvents()
    margin = line.contentsMargins().right()
    assert {part.y() for part in parts} == {parts[0].y()}
    assert parts[2].geometry().right() == 500 - margin - 1
    whole.resize(250, 100)
    QApplication.processEvents()
    assert [part.y() - parts[0].y() for part in parts] == [0, 0, 30]
    assert line.heightForWidth(250) == line.heightForWidth(500) + 30
    whole.close()


@pytest.mark.parametrize(
    ("view", "tool", "page"),
    [("view_compare", "compareWith", "scenarios"), ("view_report", "reportPeriod", "excel")],
)
def test_help_about_the_tools_of_a_view_is_about_the_view(
    opened: Kader, view: str, tool: str, page: str
) -> None:
    opened.window.actions_of_window[view].trigger()
    assert page_for(find(opened.window, QComboBox, tool)) == page


def test_another_theme_keeps_the_finding_that_is_explained(opened: Kader) -> None:
    assert opened.document.submit(ChangeRotations(("a",), {"military": 9}))
    (finding,) = [one for one in opened.document.findings if one.code == "FRA001"]
    opened.window.desk.selection.set_finding(finding)
    opened.dress(ThemeChoice.DARK)
    assert opened.window.desk.selection.finding == finding
