"""Compare: the open scenario A beside another one, B; from B things and fields are taken over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from domain.language import _, plural
from domain.model import Kind, Ref
from gui.comparing import Choice, Comparing
from gui.desk import Desk
from gui.models.compared_tables import (
    FINDING_HEADINGS,
    LIMIT_HEADINGS,
    LineTable,
    finding_lines,
    limit_lines,
)
from gui.models.compared_things import DifferenceTable
from gui.timeline.today import today_of
from gui.timeline.wheel import ZOOM_STEP
from gui.views.compare_filter import CompareFilter, Page
from gui.views.compare_lists import ComparedTable, DifferenceList
from gui.views.compare_tools import CompareTools
from gui.views.requests import Requests, TakingOver
from gui.widgets.plain_text import PlainLabel, named
from gui.widgets.widths import at_text_size

_ROOM_FOR_HINT: Final = 860
_FINDING_WIDTHS: Final = {0: 110, 1: 116, 2: 76, 3: 440}
_LIMIT_WIDTHS: Final = {0: 262, **dict.fromkeys(range(1, 5), 70), **dict.fromkeys(range(5, 9), 94)}


class CompareView(QWidget):
    """The differences, the findings and the limits of two scenarios."""

    def __init__(self, desk: Desk, requests: Requests, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "compareView", _("Compare"))
        self._desk, self._requests = desk, requests
        self.comparing = Comparing(desk.document, self)
        self.model = DifferenceTable(desk.colours, self)
        self.list = DifferenceList(desk, self.model)
        self.findings = LineTable(FINDING_HEADINGS, self)
        self.limits = LineTable(LIMIT_HEADINGS, self, numbers=range(1, len(LIMIT_HEADINGS)))
        self.finding_list = named(
            ComparedTable(self.findings, _FINDING_WIDTHS), "comparedFindings", _("Findings")
        )
        self.limit_list = named(
            ComparedTable(self.limits, _LIMIT_WIDTHS), "comparedLimits", _("Limits")
        )
        self.limit_list.horizontalHeader().setStretchLastSection(False)
        self.tools = CompareTools(self.comparing)
        self.filter = CompareFilter()
        self.says = named(PlainLabel(), "compareSays", _("What differs"))
        self.export = named(
            QPushButton(_("To Excel…")), "compareExport", _("Write the comparison to Excel")
        )
        self.export.setToolTip(_("Write the open scenario with this comparison to a workbook"))
        self.take = named(QPushButton(_("Take over from B…")), "takeOver", _("Take over from B"))
        self.take.setToolTip(_("Make the selected fields as they are in B; you see what that does"))
        self._hint = PlainLabel(_("Bar: A · dashed outline: B"))
        self._nothing = PlainLabel()
        self._lists = QStackedWidget()
        self._pages = QStackedWidget()
        self._fitted: Choice | None = None
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        for page in (self.list, self.finding_list, self.limit_list):
            self._lists.addWidget(page)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        self._nothing.setForegroundRole(self._nothing.palette().ColorRole.PlaceholderText)
        self._pages.addWidget(self._lists)
        self._pages.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filter)
        column.addWidget(self._pages, 1)
        column.addWidget(self._foot())

    def _foot(self) -> QWidget:
        foot = QFrame()
        foot.setObjectName("viewFoot")
        line = QHBoxLayout(foot)
        line.setContentsMargins(10, 5, 10, 5)
        self.says.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        line.addWidget(self.says, 1)
        self._hint.setForegroundRole(self._hint.palette().ColorRole.PlaceholderText)
        line.addWidget(self._hint)
        line.addWidget(self.export)
        line.addWidget(self.take)
        return foot

    def _connect(self) -> None:
        comparing, requests = self.comparing, self._requests
        comparing.changed.connect(self._on_changed)
        comparing.counted.connect(self._on_counted)
        comparing.choices_changed.connect(self._on_choices)
        comparing.refused.connect(requests.refused)
        self.tools.chosen.connect(comparing.choose)
        self.tools.file_asked.connect(lambda: requests.strangers_requested.emit(self._on_strangers))
        self.export.clicked.connect(self._on_export)
        requests.compare_requested.connect(self._on_requested)
        self.filter.page_chosen.connect(self.show_page)
        self.filter.filtered.connect(self._on_filtered)
        self.filter.all_limits_toggled.connect(self._show_limits)
        self.list.selected.connect(self._show_allowed)
        self.list.menu_asked.connect(self._on_menu)
        self.list.table.asked.connect(self._on_take)
        self.finding_list.asked.connect(self._on_finding)
        self.limit_list.asked.connect(self._on_limit)
        self.take.clicked.connect(self._on_take)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # What the bars mean gives way where there is no room for all that is said.
        self._hint.setVisible(event.size().width() >= at_text_size(self, _ROOM_FOR_HINT))

    @property
    def page(self) -> QWidget:
        """The view itself."""
        return self

    @property
    def stops(self) -> Sequence[QWidget]:
        """The list that is shown, then the filters; without any what leads to one."""
        if self._pages.currentIndex() > 0:
            return (self.tools.file,)
        tables = (self.list.table, self.finding_list, self.limit_list)
        return tables[self._lists.currentIndex()], self.filter

    def enter(self) -> None:
        """Compare with what was chosen, as it is now."""
        self.comparing.wake()
        self.tools.refresh()

    def leave(self) -> None:
        """Nobody looks any more."""
        self.comparing.sleep()

    def zoom(self, way: int) -> None:
        """Make days wider, or narrower."""
        factor = ZOOM_STEP if way > 0 else 1 / ZOOM_STEP
        self.list.axis.zoom(factor, self.list.canvas.width() / 2)

    def fit(self) -> None:
        """Show all days on which rotations differ."""
        self.list.fit()

    def go_to_today(self) -> None:
        """Bring today to the middle."""
        self.list.axis.centre_on(today_of(self._desk.document) + 0.5)

    def set_folded(self, _folded: bool) -> None:
        """There is nothing to fold here."""

    def show_rotation(self, rotation: str) -> bool:
        """Stand at the first difference of a rotation; false where it has none."""
        ref = Ref(Kind.ROTATION, rotation)
        for number, row in enumerate(self.model.rows):
            if row.ref == ref:
                self.list.table.selectRow(number)
                self.list.table.scrollTo(self.model.index(number, 0))
                return True
        return False

    def show_mission(self, mission: str) -> None:
        """A mission is filtered by the user alone."""

    def show_page(self, page: Page) -> None:
        """Show the differences, the findings or the limits."""
        self.filter.show_page(page)
        self._lists.setCurrentIndex(list(Page).index(page))
        for widget in (self._hint, self.take):
            widget.setVisible(page is Page.THINGS)

    def take_over(self, *, whole: bool = False) -> None:
        """Ask the window to take over what is selected: fields, or things as a whole."""
        sides, rows = self.comparing.sides, self.list.rows
        if sides is not None and rows and self._desk.document.can_edit:
            wishes = self.model.wishes(rows, whole=whole)
            self._requests.take_over_requested.emit(TakingOver(sides.theirs, wishes))

    def _on_take(self, *_said: object) -> None:
        self.take_over()

    def _on_changed(self) -> None:
        sides = self.comparing.sides
        self.export.setEnabled(sides is not None)
        self.model.show_sides(sides)
        self.list.canvas.show_sides(sides)
        if sides is not None:
            self.filter.show_rows(self.model.all_rows, sides.mine, sides.theirs)
        self._on_filtered()
        self.filter.show_counts(len(self.model.all_rows), None, None)
        self._pages.setCurrentIndex(1 if sides is None or not self.model.all_rows else 0)
        self._nothing.setText(self._why_empty())

    def _why_empty(self) -> str:
        if self.comparing.sides is not None:
            return _("Both scenarios are the same.")
        return _(
            "There is nothing to compare with. Derive a scenario and change it, "
            "or choose another file."
        )

    def _on_counted(self) -> None:
        """Look at what the rules say; the differences are shown already."""
        sides = self.comparing.sides
        if sides is None:
            self.findings.show_rows(())
            self.limits.show_rows(())
            self.says.setText("")
            return
        self.findings.show_rows(finding_lines(sides.findings, self._desk.icons))
        self._show_limits()
        if self.comparing.chosen != self._fitted:
            # Only now the panes have the width that they will have.
            self._fitted = self.comparing.chosen
            self.list.fit()
        found = sides.findings
        differing = sum(limit.changed for limit in sides.limits)
        self.filter.show_counts(len(self.model.all_rows), len(self.findings.rows), differing)
        self.says.setText(
            _("{a} → {b}: {solved} solved, {caused} new, {changed} other, {same} the same").format(
                a=self._desk.document.plan.scenario,
                b=sides.theirs.scenario,
                solved=len(found.solved),
                caused=len(found.caused),
                changed=len(found.changed),
                same=len(found.same),
            )
        )
        if self.findings.rows and not self.model.all_rows:
            self._pages.setCurrentIndex(0)

    def _show_limits(self) -> None:
        sides = self.comparing.sides
        if sides is not None:
            every = self.filter.every_limit.isChecked()
            self.limits.show_rows(limit_lines(sides, self._desk.icons, all_of_them=every))

    def _on_choices(self) -> None:
        self.tools.refresh()

    def _on_filtered(self) -> None:
        bar = self.filter
        self.model.filter_by(bar.chosen_sort, bar.mission.currentData(), bar.text.text())
        self._show_allowed()

    def _show_allowed(self) -> None:
        count = len(self.list.rows)
        self.take.setEnabled(count > 0 and self._desk.document.can_edit)
        text = _("Take over from B…")
        if count > 1:
            text = plural(
                "Take over {count} row from B…", "Take over {count} rows from B…", count
            ).format(count=count)
        self.take.setText(text)

    def _on_menu(self, place: QPoint) -> None:
        menu = named(QMenu(self), "context_difference", _("Context menu"))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        allowed = bool(self.list.rows) and self._desk.document.can_edit
        entries: tuple[tuple[str, bool, Callable[[], None]], ...] = (
            (_("Take over these &fields…"), allowed, self._on_take),
            (_("Take over the &whole things…"), allowed, lambda: self.take_over(whole=True)),
            (_("&Select all of this thing"), bool(self.list.rows), self._select_thing),
            (_("&Go to it in Missions"), self._rotation() is not None, self._go_to),
        )
        for text, enabled, do in entries:
            action = QAction(text, menu)
            action.setEnabled(enabled)
            action.triggered.connect(do)
            menu.addAction(action)
        menu.popup(place)

    def _select_thing(self) -> None:
        refs = {self.model.rows[row].ref for row in self.list.rows}
        table = self.list.table
        mode = table.selectionMode()
        table.setSelectionMode(table.SelectionMode.MultiSelection)
        for number, row in enumerate(self.model.rows):
            if row.ref in refs and number not in self.list.rows:
                table.selectRow(number)
        table.setSelectionMode(mode)

    def _rotation(self) -> str | None:
        """The rotation of the current row, where it is in the open scenario."""
        row = self.list.table.currentIndex().row()
        ref = self.model.rows[row].ref if 0 <= row < len(self.model.rows) else None
        here = ref is not None and ref.kind is Kind.ROTATION
        return ref.id if here and ref and ref.id in self._desk.document.plan.rotations else None

    def _go_to(self) -> None:
        rotation = self._rotation()
        if rotation is not None:
            self._desk.selection.set_rotations([rotation])
            self._requests.rotation_requested.emit(rotation)

    def _on_finding(self, row: int) -> None:
        """Go to a finding of the open scenario; one that is only in B has no place here."""
        finding = self.findings.rows[row].finding
        if finding is not None and finding in self._desk.document.findings:
            self._desk.selection.set_finding(finding)

    def _on_limit(self, row: int) -> None:
        limit = self.limits.rows[row].limit
        plan = self._desk.document.plan
        if limit is not None and any(one.id == limit for _frame, one in plan.limits()):
            self._desk.selection.set_limit(limit)

    def _on_requested(self, scenario: str) -> None:
        for choice in self.comparing.choices():
            if choice.plan is None and choice.scenario == scenario:
                self.comparing.choose(choice)
                self.tools.refresh()

    def _on_strangers(self, path: object, plans: object) -> None:
        self.comparing.add_file(path, plans)  # type: ignore[arg-type]
        self.tools.refresh()

    def _on_export(self) -> None:
        sides = self.comparing.sides
        if sides is not None:
            self._requests.comparison_export_requested.emit(sides.theirs)
