"""The inspector of a mission: its frames with their limits, its mandates, its notes and sources."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from domain.language import _, plural
from domain.model import (
    NUMBERED,
    DayNotes,
    Frame,
    Limit,
    Mandate,
    Mission,
)
from domain.words.days import day_text, period_text
from domain.words.fixed import categories_text, end_text
from domain.words.limits import bound_text, measure_text
from domain.words.numbers import length_text
from gui.desk import Desk
from gui.icons import Icons
from gui.models.mission_state import Fill, fill_of, room_text
from gui.widgets.plain_text import Heading, Paragraph, PlainLabel, named


class MissionView(QScrollArea):
    """All that the plan holds of one mission."""

    limit_chosen = Signal(str)
    """A limit was chosen: its id."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._states, self._icons = desk.document, desk.states, desk.icons
        self._shown: tuple[object, ...] | None = None
        named(self, "missionView", _("Mission"))
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_mission(self, name: str) -> None:
        """Show a mission of the plan."""
        mission = self._document.plan.missions.get(name)
        shows = self._shows(mission)
        if shows == self._shown:
            return  # most edits are about another mission, or leave its peaks as they are
        self._shown = shows
        page = QWidget()
        page.setObjectName("missionPage")
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(6)
        if mission is not None:
            self._fill(column, mission)
        column.addStretch(1)
        self.setWidget(page)

    def _shows(self, mission: Mission | None) -> tuple[object, ...]:
        """All that the page of a mission is made of."""
        if mission is None:
            return ()
        plan, limits = self._document.plan, self._states.limits_of(mission.id)
        mandates = [one for one in plan.mandates.things() if one.mission == mission.id]
        profiles = [self._document.profile(limit.id) for _frame, limit in limits]
        fills = [(fill_of(profile), profile.in_force is not None) for profile in profiles]
        return mission, tuple(frame for frame, _limit in limits), tuple(mandates), tuple(fills)

    def _fill(self, column: QVBoxLayout, mission: Mission) -> None:
        column.addWidget(Heading(mission.name, steps=1))
        if mission.full_name and mission.full_name != mission.name:
            column.addWidget(Paragraph(mission.full_name))
        for line in _facts(mission):
            column.addWidget(_quiet(line))
        self._add_frames(column, mission)
        self._add_mandates(column, mission)
        if mission.note:
            _add_heading(column, _("Note"))
            column.addWidget(Paragraph(mission.note))

    def _add_frames(self, column: QVBoxLayout, mission: Mission) -> None:
        frames: dict[str, Frame] = {}
        for frame, _limit in self._states.limits_of(mission.id):
            frames.setdefault(frame.id, frame)
        _add_heading(column, _("National frames"))
        if not frames:
            column.addWidget(_quiet(_("No national frame names this mission.")))
        for frame in sorted(frames.values(), key=self._order):
            column.addWidget(self._frame(frame))

    def _order(self, frame: Frame) -> tuple[bool, int, str]:
        """What is in force comes first, and of that the newest."""
        return not self._in_force(frame), -(frame.first_day or date.min).toordinal(), frame.id

    def _frame(self, frame: Frame) -> QWidget:
        from gui.widgets.quotation import Quotation

        box = QFrame()
        box.setObjectName("frameBox")
        column = QVBoxLayout(box)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(4)
        column.addWidget(Heading(frame.title))
        column.addWidget(Paragraph(_frame_days(frame, self._in_force(frame))))
        _add_notes(column, frame.day_notes)
        for limit in frame.limits:
            row = LimitRow(limit, fill_of(self._document.profile(limit.id)), self._icons)
            row.chosen.connect(self.limit_chosen)
            column.addWidget(row)
        for line in _conditions(frame):
            column.addWidget(Paragraph(line))
        if frame.source is not None:
            column.addWidget(Quotation(frame.source))
        return box

    def _in_force(self, frame: Frame) -> bool:
        return self._document.profile(frame.limits[0].id).in_force is not None

    def _add_mandates(self, column: QVBoxLayout, mission: Mission) -> None:
        from gui.widgets.quotation import Quotation

        mandates = [m for m in self._document.plan.mandates.things() if m.mission == mission.id]
        _add_heading(column, _("Mandates"))
        if not mandates:
            column.addWidget(_quiet(_("No mandate is given.")))
        for mandate in mandates:
            column.addWidget(Paragraph(f"{mandate.legal_basis}\n{_mandate_days(mandate)}"))
            _add_notes(column, mandate.day_notes)
            if mandate.source is not None:
                column.addWidget(Quotation(mandate.source))


class LimitRow(QFrame):
    """One limit: what it counts, its number, the peak and the room that is left."""

    chosen = Signal(str)

    def __init__(
        self, limit: Limit, fill: Fill, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._id = limit.id
        what = f"{categories_text(limit.categories)} · {measure_text(limit.measure)}"
        named(self, f"limit_{limit.id}", f"{what}: {fill.sentence}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(_("Show this limit below the timeline"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 3, 0, 3)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        number = Heading(bound_text(limit.binding, limit.number))
        grid.addWidget(number, 0, 0)
        grid.addWidget(_peak(fill, icons), 0, 1, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(_quiet(what), 1, 0, 1, 2)
        grid.setColumnStretch(0, 1)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.chosen.emit(self._id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.chosen.emit(self._id)
        else:
            super().keyPressEvent(event)


def _peak(fill: Fill, icons: Icons) -> PlainLabel:
    parts = [_("peak {number}").format(number=fill.peak)]
    if room_text(fill):
        parts.append(room_text(fill))
    label = PlainLabel(" · ".join(parts))
    if fill.room is not None and fill.room < 0 and fill.limit.binding in NUMBERED:
        palette = label.palette()
        palette.setColor(label.foregroundRole(), icons.colours.error)
        label.setPalette(palette)
    return label


def _frame_days(frame: Frame, in_force: bool) -> str:
    text = period_text(frame.first_day, frame.last_day)
    if frame.last_day is None:
        text = f"{day_text(frame.first_day) or '…'} – {end_text(frame.day_notes.last_kind)}"
    if not in_force:
        text += " · " + _("not in force")
    return text


def _mandate_days(mandate: Mandate) -> str:
    text = period_text(mandate.first_day, mandate.last_day)
    if mandate.last_day is None:
        text = f"{day_text(mandate.first_day) or '…'} – {end_text(mandate.day_notes.last_kind)}"
    return text


def _conditions(frame: Frame) -> Iterator[str]:
    if frame.condition is not None:
        met = {True: _("met"), False: _("not met"), None: _("undecided")}[frame.condition_met]
        yield _("Condition ({met}): {condition}").format(met=met, condition=frame.condition)
    for caveat in frame.caveats:
        yield _("Caveat: {caveat}").format(caveat=caveat)


def _facts(mission: Mission) -> Iterator[str]:
    where = [part for part in (mission.region, mission.lead, mission.kind) if part]
    if where:
        yield " · ".join(where)
    if mission.main_task is not None:
        yield _("Main task {number}").format(number=mission.main_task)
    if mission.handover_days:
        counts = _("counted") if mission.handover_counts else _("not counted twice")
        yield plural(
            "Handover of {number} day, {counts}",
            "Handover of {number} days, {counts}",
            mission.handover_days,
        ).format(number=mission.handover_days, counts=counts)
    if mission.preparation_days:
        yield _("{number} days of preparation").format(number=mission.preparation_days)
    if mission.min_length is not None:
        yield _("At least {length}").format(length=length_text(mission.min_length))
    if mission.max_length is not None:
        yield _("At most {length}").format(length=length_text(mission.max_length))


def _quiet(text: str) -> Paragraph:
    label = Paragraph(text)
    label.setForegroundRole(label.palette().ColorRole.PlaceholderText)
    return label


def _add_notes(column: QVBoxLayout, notes: DayNotes) -> None:
    from gui.widgets.rotation_form import notes_text

    text = notes_text(notes)
    if text:
        column.addWidget(_quiet(text))


def _add_heading(column: QVBoxLayout, text: str) -> None:
    column.addSpacing(8)
    column.addWidget(Heading(text))
