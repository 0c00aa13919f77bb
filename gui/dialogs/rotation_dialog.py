"""The quick editor of a rotation: what matters of it, entered at once."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from domain.errors import KnownError
from domain.language import _
from domain.model import Plan, Rotation
from domain.model.days import last_day_of_months
from gui.days import full_length_text, whole_months
from gui.dialogs.going import gone_after
from gui.icons import Icons
from gui.models.columns import TITLES
from gui.widgets.buttons import button_box
from gui.widgets.count_box import CountBox
from gui.widgets.plain_text import Paragraph, PlainLabel, named
from gui.widgets.rotation_fields import COUNTS, RotationFields

_ROWS: Final = ("name", "mission", "status")
_MORE: Final = ("force", "relieves", "note")
_MOST_MONTHS: Final = 60
_GAP: Final = 6


class RotationDialog(QDialog):
    """A rotation to add or to edit; Enter saves it, Esc leaves everything as it was."""

    def __init__(
        self, parent: QWidget | None, icons: Icons, title: str, plan: Plan, rotation: Rotation
    ) -> None:
        super().__init__(parent)
        self.setObjectName("rotationDialog")
        self.setWindowTitle(title)
        self._plan, self._rotation = plan, rotation
        self.result_rotation: Rotation | None = None
        self.fields = RotationFields(icons, self)
        self.months = named(CountBox(), "field_months", _("Length in months"))
        self.months.setRange(0, _MOST_MONTHS)
        self.months.setSpecialValueText("–")
        self._length = named(PlainLabel(), "dialogLength", _("Length"))
        self._fault = named(Paragraph(), "dialogFault", _("What is wrong"))
        self._colour_fault(icons)
        self._buttons = self._made_buttons()
        self._lay_out()
        self.fields.show_rotation(plan, rotation)
        self._show_length()
        self._connect()
        name = self.fields.controls["name"]
        name.setFocus(Qt.FocusReason.TabFocusReason)

    @classmethod
    def ask(
        cls, parent: QWidget | None, icons: Icons, title: str, plan: Plan, rotation: Rotation
    ) -> Rotation | None:
        """The rotation as the user wants it, or none if it was called off."""
        with gone_after(cls(parent, icons, title, plan, rotation)) as dialog:
            dialog.exec()
            return dialog.result_rotation

    def _colour_fault(self, icons: Icons) -> None:
        palette = self._fault.palette()
        palette.setColor(self._fault.foregroundRole(), icons.colours.error)
        self._fault.setPalette(palette)
        self._fault.hide()

    def _made_buttons(self) -> QDialogButtonBox:
        standard = QDialogButtonBox.StandardButton
        buttons = button_box("rotationDialog", standard.Save | standard.Cancel)
        buttons.button(standard.Save).setDefault(True)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        return buttons

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for field in _ROWS:
            self._add_row(form, field)
        self._add_row(form, "first_day")
        form.addRow(PlainLabel(_("Length")), self._length_line())
        self._add_row(form, "last_day")
        form.addRow(PlainLabel(_("Persons")), self._people_line())
        self._add_row(form, "teams")
        for field in _MORE:
            self._add_row(form, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self._fault)
        column.addWidget(self._buttons)
        self.setMinimumWidth(520)

    def _add_row(self, form: QFormLayout, field: str) -> None:
        label = PlainLabel(_(TITLES[field]))
        label.setBuddy(self.fields.controls[field])
        form.addRow(label, self.fields.controls[field])

    def _length_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(_GAP)
        line.addWidget(self.months)
        line.addWidget(PlainLabel(_("months")))
        line.addSpacing(10)
        line.addWidget(self._length, 1)
        return line

    def _people_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(_GAP)
        for field in COUNTS:
            line.addWidget(self.fields.controls[field])
            label = PlainLabel(_(TITLES[field]).lower())
            label.setBuddy(self.fields.controls[field])
            line.addWidget(label)
            line.addSpacing(10)
        line.addStretch(1)
        return line

    def _connect(self) -> None:
        for field in ("first_day", "last_day"):
            self.fields.controls[field].text_is_day.connect(self._on_days_typed)  # type: ignore[attr-defined]
        self.months.valueChanged.connect(self._on_months)

    def _on_days_typed(self, is_day: bool) -> None:
        first_typed = self.sender() is self.fields.controls["first_day"]
        if is_day and first_typed and self.months.value():
            self._set_last_day()
        self._show_length()

    def _on_months(self, months: int) -> None:
        if months:
            self._set_last_day()
            self._show_length()

    def _set_last_day(self) -> None:
        """Let the last day follow the first one and the number of months."""
        first_day = self.fields.value("first_day")
        if first_day is not None:
            last_day = last_day_of_months(first_day, self.months.value())
            self.fields.controls["last_day"].set_day(last_day)  # type: ignore[attr-defined]

    def _show_length(self) -> None:
        first_day, last_day = self.fields.value("first_day"), self.fields.value("last_day")
        self.months.blockSignals(True)
        if first_day is None or last_day is None or last_day < first_day:
            self._length.setText("–")
        else:
            self._length.setText(full_length_text(first_day, last_day))
            months = whole_months(first_day, last_day) or 0
            self.months.setValue(months if months <= _MOST_MONTHS else 0)
        self.months.blockSignals(False)

    def _on_accepted(self) -> None:
        try:
            self.result_rotation = self._entered()
        except KnownError as error:
            self._fault.setText(error.sentence)
            self._fault.show()
            return
        self.accept()

    def _entered(self) -> Rotation:
        """The rotation as it stands in the fields; raises Refused where it cannot be."""
        fields = (*_ROWS, "first_day", "last_day", *COUNTS, "teams", *_MORE)
        values = {field: self.fields.value(field) for field in fields}
        for field in ("first_day", "last_day"):
            if values[field] is None:
                raise KnownError(
                    _("{field}: type a day as 31-12-2027 or 2027-12-31.").format(
                        field=_(TITLES[field])
                    )
                )
        changed = replace(self._rotation, **values)
        return changed if changed.name else replace(changed, name=changed.id)
