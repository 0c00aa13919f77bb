"""Beside the strip of strength: which limit it shows, and how full that is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from domain.language import _
from domain.model import NUMBERED, Frame, Limit
from domain.session import Preview
from domain.words.days import day_text
from domain.words.fixed import categories_text
from domain.words.limits import bound_text
from domain.words.numbers import days_text
from gui.desk import Desk
from gui.models.mission_state import fill_of, room_text
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.plain_text import Heading, PlainLabel, named, plain_tip


class LimitLegend(QWidget):
    """The selected limit with its number, peak and room; it follows an edit under way."""

    chosen = Signal(str)
    """Another limit was chosen: its id."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("limitLegend")
        self._desk = desk
        self._box = named(ChoiceBox(), "limitChoice", _("Limit to show"))
        self._box.activated.connect(self._on_activated)
        self._title = named(PlainLabel(), "limitTitle", _("Frame"))
        self._title.setForegroundRole(self._title.palette().ColorRole.PlaceholderText)
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._values: dict[str, PlainLabel] = {}
        self._lay_out()
        desk.selection.limit_changed.connect(self.refresh)
        desk.selection.mission_changed.connect(self.refresh)
        desk.document.changed.connect(self._on_changed)
        desk.document.replaced.connect(self.refresh)
        desk.document.checked.connect(self.refresh)
        desk.document.previewed.connect(self._on_previewed)
        self.refresh()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(4)
        column.addWidget(self._box)
        column.addWidget(self._title)
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(1)
        names = {
            "number": _("Limit"),
            "peak": _("Peak"),
            "room": _("Room"),
            "above": _("Above"),
        }
        for place, (key, text) in enumerate(names.items()):
            label = PlainLabel(text)
            label.setForegroundRole(label.palette().ColorRole.PlaceholderText)
            self._values[key] = named(Heading(), f"limit_{key}", text)
            self._values[key].setWordWrap(False)
            grid.addWidget(label, place // 2, place % 2 * 2)
            grid.addWidget(self._values[key], place // 2, place % 2 * 2 + 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        column.addLayout(grid)
        column.addStretch(1)

    def refresh(self) -> None:
        """Show the selected limit of the plan as it is."""
        found = self._found()
        self._box.offer(self._choices, self._desk.selection.limit, _limit_text(found))
        self._box.setEnabled(self._desk.document.is_open)
        self._show_values(None)

    def _found(self) -> tuple[Frame, Limit] | None:
        wanted = self._desk.selection.limit
        if wanted is None:
            return None
        plan = self._desk.document.plan
        return next((pair for pair in plan.limits() if pair[1].id == wanted), None)

    def _choices(self) -> list[tuple[str, str]]:
        """The limits of the selected mission, then all others."""
        mission = self._desk.selection.mission
        own = [] if mission is None else self._desk.states.limits_of(mission)
        first = {limit.id for _frame, limit in own}
        rest = [pair for pair in self._desk.document.plan.limits() if pair[1].id not in first]
        return [(pair[1].id, _limit_text(pair)) for pair in (*own, *rest)]

    def _show_values(self, preview: Preview | None) -> None:
        found = self._found()
        if found is None:
            self._title.setText("")
            for label in self._values.values():
                label.setText("–")
            return
        frame, limit = found
        profile = None if preview is None else preview.profiles.get(limit.id)
        profile = profile or self._desk.document.profile(limit.id)
        fill = fill_of(profile)
        day = "" if fill.peak_day is None else f" ({day_text(fill.peak_day)})"
        numbered = limit.binding in NUMBERED
        above = profile.days_above if numbered else 0
        self._title.setText(f"{frame.title} · {categories_text(limit.categories)}")
        self._title.setToolTip(plain_tip(self._title.text()))
        self._values["number"].setText(bound_text(limit.binding, limit.number))
        self._values["peak"].setText(f"{fill.peak}{day}")
        self._values["room"].setText(room_text(fill) or "–")
        text = days_text(above)
        self._values["above"].setText(text if numbered else "–")
        self._stress(numbered and fill.room is not None and fill.room < 0)

    def _stress(self, too_many: bool) -> None:
        ink = self._desk.colours.error if too_many else self._desk.colours.text
        for key in ("peak", "room", "above"):
            label = self._values[key]
            palette = label.palette()
            if palette.color(label.foregroundRole()) != ink:
                palette.setColor(label.foregroundRole(), ink)
                label.setPalette(palette)

    def _on_changed(self) -> None:
        self.refresh()

    def _on_previewed(self, preview: Preview | None) -> None:
        self._show_values(preview)

    def _on_activated(self) -> None:
        chosen = self._box.chosen
        if chosen is not None:
            self.chosen.emit(chosen)


def _limit_text(found: tuple[Frame, Limit] | None) -> str:
    if found is None:
        return _("No limit chosen")
    frame, limit = found
    number = bound_text(limit.binding, limit.number)
    return f"{frame.title} · {number} · {categories_text(limit.categories)}"
