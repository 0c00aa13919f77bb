"""Filling a mission to the end of its frame: what is wanted, and what would come of it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from domain.engine.series_days import SeriesWish
from domain.errors import KnownError
from domain.language import _
from domain.model import AddRotations, Plan, Rotation, Together
from domain.rules.finding import Severity
from domain.rules.texts import message
from domain.session import Preview
from domain.words.days import period_text
from domain.words.numbers import rotations_text
from gui.days import length_text
from gui.desk import Desk
from gui.series_wishes import (
    MOST_MONTHS,
    ForceFits,
    ends_text,
    ends_to_fill,
    fill_edit,
    filled,
    rest_text,
    strands_at,
    usual_wish,
)
from gui.sustaining import sustainment_text
from gui.timeline.pill import effect_of
from gui.widgets.buttons import button_box
from gui.widgets.count_box import NumberBox
from gui.widgets.day_field import DayField
from gui.widgets.forces_in_turn import ForcesInTurn
from gui.widgets.plain_text import Paragraph, PlainLabel, add_row, named

_PAUSE: Final = 120
_MOST_DAYS: Final = 365
_MOST_SENTENCES: Final = 3
_SIZE: Final = (640, 640)
_ASIDE: Final = 24


class FillDialog(QDialog):
    """Asks for a series; while it is open the timeline shows what would come."""

    def __init__(self, parent: QWidget | None, desk: Desk, follows: Rotation) -> None:
        super().__init__(parent)
        self.setObjectName("fillDialog")
        self.edit: Together | None = None
        self.rotations: tuple[Rotation, ...] = ()
        self._desk, self._plan, self._follows = desk, desk.document.plan, follows
        self._fits = ForceFits(self._plan, desk.document.as_of)
        mission = self._plan.missions[follows.mission].name
        self.setWindowTitle(_("Fill {mission} to the end of the frame").format(mission=mission))
        self.follows = _strands(strands_at(self._plan, follows.mission), follows)
        self.ends = named(PlainLabel(), "fillEnds", _("Ends of frame and mandate"))
        self.months = _spin("fillMonths", _("Length in months"), 1, MOST_MONTHS)
        self.handover = _spin("fillHandover", _("Days of handover"), 0, _MOST_DAYS)
        self.last_day = named(DayField(desk.icons), "fillLastDay", _("Last day"))
        self.forces = ForcesInTurn()
        self.table = _table()
        self.summary = named(Paragraph(), "fillSummary", _("What would come of it"))
        self.fault = named(Paragraph(), "fillFault", _("What is wrong"))
        self._buttons = self._made_buttons()
        self._typing = QTimer(self, singleShot=True, interval=_PAUSE)
        self._show_usual()
        self._lay_out()
        self._connect()
        self.refresh()

    @classmethod
    def ask(cls, parent: QWidget | None, desk: Desk, follows: Rotation) -> Together | None:
        """The edit that the user wants, or none; raises Refused where nothing is to be filled."""
        dialog = cls(parent, desk, follows)
        dialog.stand_aside()
        dialog.exec()
        dialog.deleteLater()
        return dialog.edit if dialog.result() == QDialog.DialogCode.Accepted else None

    def stand_aside(self) -> None:
        """Move to where the timeline, at the right of the window, stays in sight."""
        parent = self.parentWidget()
        if parent is not None:
            corner = parent.mapToGlobal(parent.rect().bottomLeft())
            self.move(corner + QPoint(_ASIDE, -_ASIDE) - self.rect().bottomLeft())

    def _made_buttons(self) -> QDialogButtonBox:
        standard = QDialogButtonBox.StandardButton
        buttons = button_box("fillDialog", standard.Ok | standard.Cancel)
        buttons.button(standard.Ok).setText(_("Fill"))
        buttons.button(standard.Ok).setDefault(True)
        return buttons

    def _show_usual(self) -> None:
        self._show_wish()
        self.forces.show_forces(self._plan)
        palette = self.fault.palette()
        palette.setColor(self.fault.foregroundRole(), self._desk.colours.error)
        self.fault.setPalette(palette)

    def _show_wish(self) -> None:
        """Show what is usual after the rotation that is followed."""
        usual = usual_wish(self._plan, self._follows)
        self.months.setValue(usual.months)
        self.handover.setValue(usual.handover_days)
        self.last_day.set_day(usual.last_day)
        ends = ends_text(ends_to_fill(self._plan, self._follows))
        self.ends.setText(ends)
        self.ends.setVisible(bool(ends))

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(8)
        add_row(form, _("Follows"), self.follows)
        add_row(form, _("Length in months"), self.months)
        add_row(form, _("Days of handover"), self.handover)
        add_row(form, _("Last day"), self.last_day)
        form.addRow("", self.ends)
        sides = QHBoxLayout()
        sides.setSpacing(12)
        sides.addLayout(_titled(_("Forces in turn (none: as the one before)"), self.forces), 2)
        sides.addLayout(_titled(_("To be added"), self.table), 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        column.addLayout(form)
        column.addLayout(sides, 1)
        column.addWidget(self.summary)
        column.addWidget(self.fault)
        column.addWidget(self._buttons)
        self.resize(*_SIZE)

    def _connect(self) -> None:
        self._typing.timeout.connect(self.refresh)
        self.follows.activated.connect(self._on_followed)
        self.months.valueChanged.connect(self._typing.start)
        self.handover.valueChanged.connect(self._typing.start)
        self.last_day.text_is_day.connect(self._typing.start)
        self.last_day.day_changed.connect(self._typing.start)
        self.forces.chosen_changed.connect(self._typing.start)
        self._buttons.accepted.connect(self._on_accepted)
        self._buttons.rejected.connect(self.reject)
        self.finished.connect(self._desk.document.end_preview)

    def _on_followed(self, row: int) -> None:
        self._follows = self._plan.rotations[str(self.follows.itemData(row))]
        self._show_wish()
        self.refresh()

    def refresh(self) -> None:
        """Show what would come of what is entered now."""
        self._typing.stop()
        preview, sentence, rest = None, "", ""
        try:
            wish = self._wish()
            self.rotations = filled(self._plan, wish, self._fits)
            self.edit = fill_edit(self._plan, wish, self.rotations)
            preview = self._preview(self.edit)
            kept = sustainment_text(self._plan, self._follows, wish.months)
            rest = "\n".join(filter(None, (rest_text(wish, self.rotations), kept)))
        except KnownError as error:
            self.edit, self.rotations, sentence = None, (), error.sentence
            self._desk.document.end_preview()
        self._show_rotations()
        self.summary.setText("\n".join(filter(None, (_summary(self.edit, preview), rest))))
        self.fault.setText(sentence)
        self.fault.setVisible(bool(sentence))
        self.summary.setVisible(not sentence)
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(self.edit is not None)

    def _wish(self) -> SeriesWish:
        last_day = self.last_day.day
        if last_day is None:
            raise KnownError(_("Last day: type a day as 31-12-2027 or 2027-12-31."))
        return SeriesWish(
            self._follows,
            last_day,
            self.months.value(),
            self.handover.value(),
            self.forces.chosen,
        )

    def _preview(self, edit: Together) -> Preview | None:
        # What cannot be applied says so itself; the preview only keeps silent about it.
        edit.apply(self._plan)
        limit = self._desk.selection.limit
        return self._desk.document.preview(edit, () if limit is None else (limit,))

    def _show_rotations(self) -> None:
        self.table.setRowCount(len(self.rotations))
        for row, rotation in enumerate(self.rotations):
            for column, text in enumerate(_cells(self._plan, rotation)):
                self.table.setItem(row, column, QTableWidgetItem(text))

    def _on_accepted(self) -> None:
        if self._typing.isActive():
            self.refresh()
        if self.edit is not None:
            self.accept()


def _strands(found: list[Rotation], follows: Rotation) -> QComboBox:
    """Which rotation is followed: each that nobody relieves yet."""
    box = named(QComboBox(), "fillFollows", _("Follows"))
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    for one in found if follows in found else [follows, *found]:
        box.addItem(_about(one), one.id)
    box.setCurrentIndex(box.findData(follows.id))
    return box


def _spin(name: str, spoken: str, least: int, most: int) -> QSpinBox:
    spin = named(NumberBox(), name, spoken)
    spin.setRange(least, most)
    return spin


def _table() -> QTableWidget:
    table = named(QTableWidget(0, 3), "fillRotations", _("Rotations to be added"))
    table.setHorizontalHeaderLabels([_("Days"), _("Length"), _("Force")])
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.verticalHeader().hide()
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    for column in (0, 1):
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
    return table


def _titled(title: str, widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(4)
    label = PlainLabel(title)
    label.setBuddy(widget)
    column.addWidget(label)
    column.addWidget(widget, 1)
    return column


def _about(rotation: Rotation) -> str:
    return f"{rotation.name} · {period_text(rotation.first_day, rotation.last_day)}"


def _cells(plan: Plan, rotation: Rotation) -> tuple[str, str, str]:
    force = plan.forces.get(rotation.force or "")
    return (
        period_text(rotation.first_day, rotation.last_day),
        length_text(rotation.first_day, rotation.last_day),
        "–" if force is None else force.name,
    )


def _summary(edit: Together | None, preview: Preview | None) -> str:
    """How many rotations, what that does to the findings, and the worst of the new ones."""
    parts = () if edit is None else edit.edits
    count = sum(len(part.rotations) for part in parts if isinstance(part, AddRotations))
    added = rotations_text(count)
    if preview is None:
        return added
    effects = effect_of(preview) or [_("no other findings")]
    caused = [f for f in preview.caused if f.severity is not Severity.NOTE]
    sentences = [f"{f.code} · {message(f)}" for f in caused[:_MOST_SENTENCES]]
    return "\n".join([" · ".join([added, *effects]), *sentences])
