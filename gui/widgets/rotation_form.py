"""The inspector of a rotation: all its fields, each entered as one step."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QScrollArea, QVBoxLayout, QWidget

from domain.language import _
from domain.model import DayNotes, Kind, Plan, Precision, Rotation
from domain.rules.texts import message
from domain.words.fixed import exactness_text
from gui.days import full_length_text
from gui.desk import Desk
from gui.models.columns import TITLES
from gui.models.source_words import row_text, table_row
from gui.rotation_edits import change_of
from gui.widgets.day_field import DayField
from gui.widgets.plain_text import Heading, Paragraph, PlainLabel, named
from gui.widgets.rotation_fields import RotationFields
from gui.words import word

SECTIONS: Final = (
    ("name", "mission", "status"),
    ("first_day", "last_day"),
    ("military", "civilian", "police", "teams"),
    ("force", "quantity", "post"),
    ("relieves", "continues", "part_of", "supports"),
    ("justification", "note"),
)


class RotationForm(QScrollArea):
    """The fields of the selected rotations; what is entered goes to all of them."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._findings = desk.document, desk.findings
        self._ids: tuple[str, ...] = ()
        named(self, "rotationForm", _("Rotation"))
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.fields = RotationFields(desk.icons, self)
        self.fields.entered.connect(self._on_entered)
        self._title = Heading(steps=1)
        self._length = named(PlainLabel(), "rotationLength", _("Length"))
        self._length.setWordWrap(True)
        self._days = named(Paragraph(), "rotationDays", _("What the source says of the days"))
        self._found = named(Paragraph(), "rotationFindings", _("Findings"))
        self._lay_out()

    def _lay_out(self) -> None:
        page = QWidget()
        page.setObjectName("rotationPage")
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(10)
        column.addWidget(self._title)
        for section in SECTIONS:
            form = QFormLayout()
            form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
            form.setHorizontalSpacing(10)
            form.setVerticalSpacing(5)
            for field in section:
                label = PlainLabel(_(TITLES[field]))
                label.setBuddy(self.fields.controls[field])
                label.setMinimumWidth(self._width_of_labels())
                form.addRow(label, self.fields.controls[field])
            if "last_day" in section:
                form.addRow(PlainLabel(_("Length")), self._length)
                form.addRow(self._days)
            column.addLayout(form)
        column.addWidget(self._found)
        column.addStretch(1)
        self.setWidget(page)
        self.setMinimumWidth(
            page.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        )

    def _width_of_labels(self) -> int:
        """As wide as the longest, so that the fields of all sections stand below one another."""
        texts = (_(TITLES[field]) for section in SECTIONS for field in section)
        return max(self.fontMetrics().horizontalAdvance(text) for text in texts)

    def show_rotations(self, ids: tuple[str, ...]) -> None:
        """Show rotations: the fields of the first, which change all of them."""
        self._ids = ids
        self.refresh()

    def refresh(self) -> None:
        """Show the plan as it is now."""
        rotations = self._rotations(self._document.plan)
        if not rotations:
            return
        first, alone = rotations[0], len(rotations) == 1
        self.fields.show_rotation(self._document.plan, first)
        self.fields.set_read_only(not self._document.can_edit)
        for field in ("name", "first_day", "last_day", "relieves", "continues", "part_of"):
            self.fields.controls[field].setEnabled(alone and self._document.can_edit)
        self._title.setText(
            first.name if alone else _("{count} rotations").format(count=len(rotations))
        )
        self.preview(self._document.plan)
        notes = notes_text(first.day_notes) if alone else ""
        self._days.setText(notes)
        self._days.setVisible(bool(notes))
        self._show_findings(first, alone=alone)

    def preview(self, plan: Plan) -> None:
        """Show the days of an edit under way."""
        rotations = self._rotations(plan)
        if len(rotations) != 1:
            self._length.setText("–")
            return
        rotation = rotations[0]
        for field in ("first_day", "last_day"):
            control = self.fields.controls[field]
            if isinstance(control, DayField) and not control.hasFocus():
                control.set_day(getattr(rotation, field))
        self._length.setText(full_length_text(rotation.first_day, rotation.last_day))

    def _show_findings(self, rotation: Rotation, *, alone: bool) -> None:
        found = self._findings.of(Kind.ROTATION, rotation.id) if alone else ()
        lines = [f"{word(finding.severity)} · {message(finding)}" for finding in found]
        self._found.setText("\n\n".join(lines))
        self._found.setVisible(bool(lines))

    def _rotations(self, plan: Plan) -> list[Rotation]:
        return [plan.rotations[name] for name in self._ids if name in plan.rotations]

    def _on_entered(self, field: str) -> None:
        plan = self._document.plan
        rotations = self._rotations(plan)
        value = self.fields.value(field)
        if not rotations or all(getattr(r, field) == value for r in rotations):
            return
        if not self._document.submit(change_of(plan, rotations, field, value)):
            self.refresh()


def notes_text(notes: DayNotes) -> str:
    """What a source says of a first and a last day beside the days themselves."""
    first = _of_one(_("First day"), notes.first_precision, notes.first_note)
    last = _of_one(_("Last day"), notes.last_precision, notes.last_note)
    return "\n".join(text for text in (first, last) if text)


def _of_one(name: str, precision: Precision, note: str) -> str:
    parts = [*filter(None, [exactness_text(precision)])]
    if note:
        row = table_row(note)
        parts.append(f"“{note}”" if row is None else row_text(*row))
    return f"{name}: {', '.join(parts)}" if parts else ""
