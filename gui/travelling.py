"""Ways through the history: many steps back or on at once, to any step, and to what it touched."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QToolButton

from domain.errors import KnownError
from domain.language import _
from domain.model import Kind, Plan, ReplacePlan
from gui.days import moment_text
from gui.widgets.plain_text import named, plain_action

if TYPE_CHECKING:
    from domain.store.history import HistoryStep
    from gui.window import Window

_MOST_LISTED: Final = 25
_LONGEST: Final = 60


class Travelling(QObject):
    """Goes to where the history panel and the lists at undo and redo lead."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window, self._document = window, window.document
        panel = window.lower_pane.history
        panel.after_asked.connect(self.to_after)
        panel.before_asked.connect(self.to_before)
        panel.where_asked.connect(self.show_where)
        self._lists = [self._listed("undo", back=True), self._listed("redo", back=False)]

    def _listed(self, name: str, *, back: bool) -> QMenu | None:
        """The list that drops down at a button of the toolbar."""
        button = self._window.findChild(QToolButton, f"tool_{name}")
        if button is None:
            return None
        title = _("Steps to undo") if back else _("Steps to do again")
        menu = named(QMenu(self._window), f"{name}Steps", title)
        menu.aboutToShow.connect(partial(self._fill, menu, back=back))
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        return menu

    def _fill(self, menu: QMenu, *, back: bool) -> None:
        menu.clear()
        steps, place = self._document.steps(), self._document.undo_stack.index()
        places = range(place - 1, -1, -1) if back else range(place, len(steps))
        for index in places[:_MOST_LISTED]:
            text = steps[index].change.label
            text = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
            action = plain_action(menu, text)
            target = index if back else index + 1
            action.triggered.connect(partial(self._document.undo_stack.setIndex, target))
        menu.addSeparator()
        menu.addAction(_("All steps…")).triggered.connect(self.to_history)

    def to_history(self) -> None:
        """Show the history."""
        self._window.layout_of_panes.docks[2].show()
        pane = self._window.lower_pane
        pane.setCurrentWidget(pane.history)
        pane.history.build()
        pane.history.view.setFocus()

    def to_after(self, step: HistoryStep) -> None:
        """Make the plan what it was after a step."""
        place = self._window.lower_pane.history.table.place_of(step)
        self._go(step, place, back=False)

    def to_before(self, step: HistoryStep) -> None:
        """Make the plan what it was before a step."""
        place = self._window.lower_pane.history.table.place_of(step)
        self._go(step, None if place is None else place - 1, back=True)

    def _go(self, step: HistoryStep, place: int | None, *, back: bool) -> None:
        if place is not None:
            self._document.undo_stack.setIndex(place)
            return
        file, scenario = self._document.file, self._document.plan.scenario
        if file is None:
            return
        try:
            find = file.plan_before if back else file.plan_after
            plan = find(step.seq, scenario)
        except KnownError as error:
            self._window.notice.refuse(error.sentence)
            return
        title = _("Back to before: {step} ({when})") if back else _("Back to: {step} ({when})")
        label = title.format(step=step.label, when=moment_text(step.at))
        self._take(plan, label)

    def _take(self, then: Plan, label: str) -> None:
        now = self._document.plan
        named_now = ReplacePlan(_called_as(then, now), label)
        if self._document.submit(named_now):
            self._window.notice.tell(_("The plan is as it was then. Ctrl+Z takes that back."))

    def show_where(self, step: HistoryStep) -> None:
        """Select what a step changed, as far as it is still there."""
        plan, selection = self._document.plan, self._window.desk.selection
        there = sorted(ref for ref in step.things if plan.find(ref) is not None)
        rotations = [ref.id for ref in there if ref.kind is Kind.ROTATION]
        missions = [ref.id for ref in there if ref.kind is Kind.MISSION]
        frames = [plan.frames[ref.id] for ref in there if ref.kind is Kind.FRAME]
        if rotations:
            selection.set_rotations(rotations, rotations[0])
            self._window.going.to_rotation()
        elif missions:
            self._window.going.to_mission(missions[0])
        elif frames and frames[0].missions:
            self._window.going.to_mission(frames[0].missions[0])
            if frames[0].limits:
                selection.set_limit(frames[0].limits[0].id)
        else:
            self._window.notice.refuse(
                _("What this step changed is no longer in the plan, or has no place to show.")
            )


def _called_as(then: Plan, now: Plan) -> Plan:
    """An earlier plan under the names that it has now."""
    return replace(then, name=now.name, scenario=now.scenario, derived_from=now.derived_from)
