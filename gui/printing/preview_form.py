"""What is printed and how: the fields above the preview."""

from __future__ import annotations

from datetime import date
from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QWidget

from domain.exchange.paper.paper import A3, A4, Paper
from domain.exchange.paper.print_out import Subject
from domain.exchange.paper.scale import Breadth
from domain.language import _
from gui.icons import Icons
from gui.widgets.day_field import DayField
from gui.widgets.plain_text import PlainLabel, named


class PreviewForm(QWidget):
    """The choices; those that say nothing about the chosen subject cannot be made."""

    changed = Signal()
    """Something else is to be printed."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "previewForm", _("What is printed"))
        self._subjects = _choices("printSubject", _("What is printed"), Subject)
        self._breadths = _choices("printBreadth", _("How much time stands on a page"), Breadth)
        self._papers = named(QComboBox(), "printPaper", _("Paper"))
        for paper in (A4, A3):
            self._papers.addItem(paper.name, paper.name)
        self.named = named(QCheckBox(_("A row for each rotation")), "printNamed", "")
        self.filtered = named(QCheckBox(_("Only what the filter shows")), "printFiltered", "")
        self.public = named(QCheckBox(_("For the public")), "printPublic", "")
        self._first = named(DayField(icons), "printFirst", _("From"))
        self._last = named(DayField(icons), "printLast", _("Until"))
        self._breadth_label = PlainLabel(_("Width"))
        for box in (self.named, self.filtered, self.public):
            box.setAccessibleName(box.text())
        self.public.setToolTip(_("Leaves out forces, commitments, names and notes"))
        self.named.setChecked(True)
        self._lay_out()
        self._connect()
        self._show_allowed()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 10, 12, 6)
        grid.setHorizontalSpacing(8)
        pairs = (
            (PlainLabel(_("Print")), self._subjects),
            (PlainLabel(_("Paper")), self._papers),
            (self._breadth_label, self._breadths),
        )
        for place, (label, field) in enumerate(pairs):
            label.setBuddy(field)
            grid.addWidget(label, 0, 2 * place)
            grid.addWidget(field, 0, 2 * place + 1)
        for place, (text, day) in enumerate(((_("From"), self._first), (_("Until"), self._last))):
            label = PlainLabel(text)
            label.setBuddy(day)
            grid.addWidget(label, 1, 2 * place)
            grid.addWidget(day, 1, 2 * place + 1)
        boxes = QGridLayout()
        boxes.setHorizontalSpacing(18)
        boxes.setColumnStretch(3, 1)
        for place, box in enumerate((self.named, self.filtered, self.public)):
            boxes.addWidget(box, 0, place)
        grid.addLayout(boxes, 1, 4, 1, 3)
        grid.setColumnStretch(6, 1)

    def _connect(self) -> None:
        for field in (self._subjects, self._papers, self._breadths):
            field.activated.connect(self._on_changed)
        for box in (self.named, self.filtered, self.public):
            box.clicked.connect(self._on_changed)
        for day in (self._first, self._last):
            day.day_changed.connect(self._on_changed)

    @property
    def subject(self) -> Subject:
        """What is printed."""
        return tuple(Subject)[self._subjects.currentIndex()]

    @property
    def breadth(self) -> Breadth:
        """How much time stands on a page."""
        return tuple(Breadth)[self._breadths.currentIndex()]

    @property
    def paper(self) -> Paper:
        """The paper."""
        return (A4, A3)[self._papers.currentIndex()]

    @property
    def days(self) -> tuple[date | None, date | None]:
        """The first and last day; none goes as far as the plan."""
        return self._first.day, self._last.day

    def begin_with(self, subject: Subject, *, is_filtered: bool) -> None:
        """Offer a subject first; what the filter shows only where there is a filter."""
        self._subjects.setCurrentIndex(tuple(Subject).index(subject))
        self.filtered.setChecked(is_filtered)
        self.filtered.setVisible(is_filtered)
        self._show_allowed()

    def show_days(self, first: date | None, last: date | None) -> None:
        """Show from when until when."""
        self._first.set_day(first)
        self._last.set_day(last)

    def _on_changed(self) -> None:
        self._show_allowed()
        self.changed.emit()

    def _show_allowed(self) -> None:
        is_timeline = self.subject is Subject.TIMELINE
        for field in (self._breadths, self._breadth_label, self.named, self.filtered):
            field.setEnabled(is_timeline)


def _choices(name: str, spoken: str, values: type[Enum]) -> QComboBox:
    box = named(QComboBox(), name, spoken)
    for value in values:
        box.addItem(_(value.value), value.name)
    return box
