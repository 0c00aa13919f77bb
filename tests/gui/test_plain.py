"""Whatever stands in a plan is shown as it stands there: nothing of it is read as markup.

Every text of a plan is one that would be a picture, a heading or a letter for a key if a part of
the window took it for more than text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtGui import Qt as Text
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QMenu,
    QMessageBox,
    QTabBar,
    QTextBrowser,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from domain.baselines import plans_of
from domain.model import Kind, Marking, Plan
from gui.application import Kader
from tests.gui.walk import Walk

MARKUP = "<b>Fout</b><img src=x>"
LETTER = "&Naam"
HOSTILE = (
    f"{MARKUP} {LETTER}",
    f"{LETTER} {MARKUP}",
    f"\u05d0\u05d1 {MARKUP} {LETTER} \u202b\u0645\u0631",
    f"{MARKUP} {LETTER} " + "lang " * 60,
)
LINES = f"{MARKUP}\n{LETTER}\n<h1>x</h1>"
WITH_LINES = {"note", "quote", "condition", "question", "caveats", "description", "reason"}
NO_TEXT = {"id", "colour", "subject_kind"}
"""What stands in these is chosen from a list."""
MOST_ROWS, MOST_COLUMNS = 25, 20
WIDEST = 1280
"""No window and no dialog may need more room than a small screen has, whatever a name is."""
SAID = (
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.StatusTipRole,
    Qt.ItemDataRole.WhatsThisRole,
)
HEARD = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole)


def hostile(plan: Plan) -> Plan:
    """The plan with another text wherever it has a text, but for ids."""
    ids = {
        thing.id for kind in Kind if kind is not Kind.LIMIT for thing in plan.table(kind).things()
    }
    ids |= {limit.id for _frame, limit in plan.limits()}
    made = plan
    for kind in Kind:
        if kind is not Kind.LIMIT:
            for number, thing in enumerate(plan.table(kind).things()):
                made = made.put(spoilt(thing, ids, number))
    points = tuple(spoilt(point, ids, at) for at, point in enumerate(plan.open_points))
    marking = Marking(1, f"{MARKUP} {LETTER}", "#aa0000")
    settings = replace(made.settings, marking=marking)
    return replace(
        made,
        name="<b>Plan</b> &Naam",
        scenario=f"{MARKUP} {LETTER}",
        settings=settings,
        open_points=points,
    )


def spoilt(value: Any, ids: set[str], number: int) -> Any:  # noqa: ANN401 - any value of a plan
    """A value with hostile texts in it."""
    changes: dict[str, Any] = {}
    for field in fields(value):
        old: Any = getattr(value, field.name)
        if type(old) is str and old not in ids and field.name not in NO_TEXT:
            text = LINES if field.name in WITH_LINES else HOSTILE[number % len(HOSTILE)]
            changes[field.name] = text
        elif is_dataclass(old) and not isinstance(old, type):
            changes[field.name] = spoilt(old, ids, number)
        elif isinstance(old, tuple) and old and is_dataclass(old[0]):
            changes[field.name] = tuple(spoilt(one, ids, number) for one in old)
    return replace(value, **changes) if changes else value


def faults_in(root: QWidget, known: set[tuple[str, ...]]) -> Iterator[str]:
    """What in a window reads markup, or takes a letter of a name for a key."""
    for widget in (root, *root.findChildren(QWidget)):
        name = f"{type(widget).__name__} '{widget.objectName()}'"
        for said in (widget.toolTip(), widget.whatsThis(), widget.statusTip()):
            if is_read_as_markup(said):
                yield f"{name} has a tip that reads markup: {said[:60]}"
        if "<qt>" in widget.accessibleName() + widget.accessibleDescription():
            yield f"{name} speaks markup"
        yield from (f"{name}: {fault}" for fault in faults_of(widget))
        if isinstance(widget, QComboBox | QAbstractItemView) and is_new(widget, known):
            yield from (
                f"{name}: {fault}" for fault in faults_of_model(widget.model(), QModelIndex())
            )
        for action in widget.actions():
            yield from (f"{name}: {fault}" for fault in faults_of_action(action))


def faults_of(widget: QWidget) -> Iterator[str]:
    """What is wrong with the text of one part of the window."""
    if isinstance(widget, QLabel | QMessageBox) and not widget.objectName().startswith("qt_msgbox"):
        plain = widget.textFormat() is Qt.TextFormat.PlainText
        if widget.text() and not plain:
            yield f"reads markup: {widget.text()[:60]}"
    writes = isinstance(widget, QTextEdit) and not isinstance(widget, QTextBrowser)
    if writes and isinstance(widget, QTextEdit) and widget.acceptRichText():
        yield "takes rich text"
    if widget.isWindow() and widget.minimumSizeHint().width() > WIDEST:
        yield f"is {widget.minimumSizeHint().width()} wide at least"
    yield from (
        f"takes a letter for a key: {text[:60]}" for text in keyed(widget) if swallows(text)
    )


def keyed(widget: QWidget) -> Iterator[str]:
    """The texts of a part of the window in which an ampersand marks a letter."""
    match widget:
        case QLabel():
            yield widget.text() if widget.buddy() is not None else ""
        case QAbstractButton():
            yield widget.text()
        case QTabBar():
            yield from (widget.tabText(tab) for tab in range(widget.count()))
        case QMenu():
            yield widget.title()
        case _:
            pass


def is_new(view: QComboBox | QAbstractItemView, known: set[tuple[str, ...]]) -> bool:
    """Whether a list holds something else than when it was looked at before."""
    model: QAbstractItemModel | None = view.model()
    rows = 0 if model is None else model.rowCount()
    ends = [str(view.model().index(row, 0).data()) for row in (0, rows - 1) if rows]
    state = (view.objectName(), str(rows), *ends)
    if state in known:
        return False
    known.add(state)
    return True


def faults_of_action(action: QAction) -> Iterator[str]:
    if swallows(action.text()):
        yield f"an action takes a letter for a key: {action.text()[:60]}"
    for said in (action.toolTip(), action.statusTip(), action.whatsThis()):
        if is_read_as_markup(said):
            yield f"an action has a tip that reads markup: {said[:60]}"


def faults_of_model(model: QAbstractItemModel | None, root: QModelIndex) -> Iterator[str]:
    """What the cells of a list say of themselves."""
    if model is None:
        return
    is_list = isinstance(model, QAbstractListModel)
    columns = range(1 if is_list else min(model.columnCount(root), MOST_COLUMNS))
    for column in columns:
        for role in SAID:
            said = str(model.headerData(column, Qt.Orientation.Horizontal, role) or "")
            if is_read_as_markup(said):
                yield f"heading {column} has a tip that reads markup: {said[:60]}"
    for row in range(min(model.rowCount(root), MOST_ROWS)):
        for column in columns:
            index = model.index(row, column, root)
            tips = (str(index.data(role) or "") for role in SAID)
            yield from (
                f"column {column} has a tip that reads markup: {tip[:60]}"
                for tip in tips
                if is_read_as_markup(tip)
            )
            if any("<qt>" in str(index.data(role) or "") for role in HEARD):
                yield f"column {column} speaks markup"
        below = model.index(row, 0, root)
        if model.rowCount(below):
            yield from faults_of_model(model, below)


def is_read_as_markup(tip: str) -> bool:
    """Whether a tip would be read as markup, but for the lines and signs that we put in."""
    if not Text.mightBeRichText(tip):
        return False
    return not tip.startswith("<qt>") or "<b>" in tip or "<img" in tip or "<h1>" in tip


def swallows(text: str) -> bool:
    """Whether an ampersand that stands in a name is taken for a letter's mark."""
    return LETTER in text.replace("&&", "")


def test_no_text_of_a_plan_is_read_as_markup_or_loses_a_sign(
    program: Kader, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    found: dict[str, str] = {}
    known: set[tuple[str, ...]] = set()

    def look(root: QWidget, at: str) -> None:
        for fault in faults_in(root, known):
            found.setdefault(fault, at)

    Walk(program, qtbot, monkeypatch, tmp_path, hostile(plans_of("sample")[-1]), look).go()
    assert found == {}
