"""A limit of which nobody has said yet what it counts: somebody says so."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from domain.language import _
from domain.model import Binding, Frame, Limit, Measure, Put
from domain.model.demands import LARGEST_COUNT
from domain.words.limits import bound_text
from gui.desk import Desk
from gui.models.decision_words import CHOICES, binding_in, choice_text
from gui.views.effect import effect_text
from gui.widgets.choice_box import Unscrolled
from gui.widgets.count_box import NumberBox
from gui.widgets.plain_text import Paragraph, PlainLabel, named, without_mnemonic
from gui.words import word

_BINDINGS = (Binding.EXACT, Binding.MAXIMUM, Binding.CIRCA)


class MeasureForm(QFrame):
    """Chooses what one unread limit counts; choosing it is one step."""

    chosen = Signal(object)
    """The edit that records what was chosen."""

    def __init__(
        self, desk: Desk, frame: Frame, limit: Limit, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        named(self, f"measureForm_{limit.id}", _("What the limit counts"))
        self._document, self._frame, self._limit = desk.document, frame, limit
        self._choices = {measure: self._choice(measure) for measure in CHOICES}
        self._number = named(NumberBox(), "measureNumber", _("Number"))
        self._binding = named(QComboBox(), "measureBinding", _("How binding it is"))
        self._effect = Paragraph()
        self._record = named(QPushButton(_("Choose this")), "recordMeasure", _("Choose this"))
        self._set_up()
        self._lay_out()
        self._connect()
        self._refresh()

    def _choice(self, measure: Measure) -> QRadioButton:
        text = word(measure)
        spoken = f"{text}: {choice_text(measure, self._limit.number)}"
        return named(QRadioButton(without_mnemonic(text)), f"measure_{measure.value}", spoken)

    def _set_up(self) -> None:
        unscrolled = Unscrolled(self)
        for field in (self._number, self._binding):
            field.installEventFilter(unscrolled)
        self._number.setRange(0, LARGEST_COUNT)
        self._number.setValue(self._limit.number or 0)
        source = self._frame.source
        by_words = binding_in("" if source is None else source.quote)
        for binding in _BINDINGS:
            self._binding.addItem("", binding.value)
        self._name_bindings()
        self._binding.setCurrentIndex(_BINDINGS.index(by_words))

    def _name_bindings(self) -> None:
        for place, binding in enumerate(_BINDINGS):
            self._binding.setItemText(place, bound_text(binding, self._number.value()))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 4)
        column.setSpacing(5)
        column.addWidget(
            Paragraph(
                _(
                    "The source does not say what this number counts. Until somebody chooses, no "
                    "rule checks this limit."
                )
            )
        )
        for measure, choice in self._choices.items():
            column.addWidget(choice)
            column.addWidget(self._explanation(measure))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(PlainLabel(_("It reads")))
        if self._limit.number is None:
            line.addWidget(self._number)
        line.addWidget(self._binding)
        line.addWidget(self._record)
        line.addStretch(1)
        column.addLayout(line)
        self._effect.setForegroundRole(self._effect.palette().ColorRole.PlaceholderText)
        column.addWidget(self._effect)

    def _explanation(self, measure: Measure) -> Paragraph:
        text = Paragraph(choice_text(measure, self._limit.number))
        text.setForegroundRole(text.palette().ColorRole.PlaceholderText)
        text.setContentsMargins(24, 0, 0, 4)
        return text

    def _connect(self) -> None:
        for choice in self._choices.values():
            choice.toggled.connect(self._refresh)
        self._number.valueChanged.connect(self._on_number)
        self._binding.currentIndexChanged.connect(self._refresh)
        self._record.clicked.connect(self._on_record)
        self.setEnabled(self._document.can_edit)

    def _measure(self) -> Measure | None:
        found = (measure for measure, choice in self._choices.items() if choice.isChecked())
        return next(found, None)

    def edit(self) -> Put | None:
        """The edit that records what is chosen; none while nothing is."""
        measure = self._measure()
        if measure is None:
            return None
        binding = _BINDINGS[self._binding.currentIndex()]
        number = self._number.value()
        read = replace(self._limit, measure=measure, binding=binding, number=number)
        limits = tuple(read if one.id == read.id else one for one in self._frame.limits)
        title = _("{title} counts {measure}").format(title=self._frame.title, measure=word(measure))
        return Put((replace(self._frame, limits=limits),), title)

    def _refresh(self) -> None:
        edit = self.edit()
        self._record.setEnabled(edit is not None and self._document.can_edit)
        self._effect.setText("" if edit is None else effect_text(self._document, edit))
        self._effect.setVisible(edit is not None)

    def _on_number(self) -> None:
        self._name_bindings()
        self._refresh()

    def _on_record(self) -> None:
        edit = self.edit()
        if edit is not None:
            self.chosen.emit(edit)
