"""The table of findings: the worst first, or as the user sorts it; it follows an edit under way."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Any, Final

from PySide6.QtCore import (
    QObject,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QIcon
from typing_extensions import override

from domain.language import N_, _
from domain.rules.finding import Finding, Severity
from domain.session import Change, Preview
from domain.words.days import period_text
from gui.document import Document
from gui.icons import Icons
from gui.models.finding_groups import Group, GroupBy, group_of
from gui.models.finding_index import FindingIndex
from gui.models.resetting import resetting
from gui.models.table_of_rows import NOWHERE, Index, TableOfRows, bold
from gui.words import word

Shown = frozenset[Severity]
ALL: Final[Shown] = frozenset(Severity)
HEADINGS: Final = (N_("Severity"), N_("Rule"), N_("Finding"), N_("Days"), N_("Mission"))
SEVERITY, RULE, TEXT, DAYS, WHERE = range(5)
MOST_EXCHANGED: Final = 100
"""More findings than this that come or go are quicker shown anew."""


class FindingTable(TableOfRows[Finding | Group]):
    """The findings as shown, each a row."""

    counted = Signal()
    """Other findings are shown, or others are new."""

    def __init__(
        self,
        document: Document,
        findings: FindingIndex,
        icons: Icons,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(HEADINGS, parent)
        self._document, self._index, self._icons = document, findings, icons
        self._severities = ALL
        self._waived = True
        self._column, self._descending = SEVERITY, False
        self._by = GroupBy.NOTHING
        self._new: frozenset[Finding] = frozenset()
        self._fresh: frozenset[Finding] = frozenset()
        self._step = ""
        self._keys: list[Any] = []
        self._groups: list[Group] = []
        self._counts = Counter[Group]()
        self._preview: Preview | None = None
        self.is_exchanging = False
        document.changed.connect(self._on_changed)
        document.previewed.connect(self._on_previewed)
        document.replaced.connect(self._on_replaced)
        document.checked.connect(self._on_replaced)
        self._read()

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        heads = isinstance(self.row_at(index), Group)
        return Qt.ItemFlag.ItemIsEnabled if heads else super().flags(index)

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._column, self._descending = max(column, 0), order is Qt.SortOrder.DescendingOrder
        self._reset()

    def finding_at(self, index: Index) -> Finding | None:
        """The finding in the row of an index; none for a heading and outside."""
        shown = self.row_at(index)
        return shown if isinstance(shown, Finding) else None

    def row_of(self, finding: Finding) -> int | None:
        """The row of a finding, or of the same finding with other numbers; none if not shown."""
        row = self._place_of(finding)
        if row is not None:
            return row
        rows = (
            row
            for row, shown in enumerate(self.rows)
            if isinstance(shown, Finding) and shown.key == finding.key
        )
        return next(rows, None)

    def row_after(self, row: int, step: int) -> int | None:
        """The row of the next finding, or of the previous with a step of -1, round the end."""
        count = len(self.rows)
        around = range(1, count + 1)
        rows = ((row + step * distance) % count for distance in around)
        return next((one for one in rows if isinstance(self.rows[one], Finding)), None)

    def rows_of_headings(self) -> list[int]:
        """The rows in which a group begins."""
        if self._by is GroupBy.NOTHING:
            return []
        # The groups stand in order: to look each up takes less than to go through all rows.
        return sorted(bisect_left(self._groups, group) for group, n in self._counts.items() if n)

    def since(self, finding: Finding) -> str:
        """The last step, if it caused a finding; else nothing."""
        return self._step if finding in self._fresh else ""

    def _is_new(self, finding: Finding) -> bool:
        """Whether an edit under way would cause a finding, or the last step did."""
        return finding in self._new or finding in self._fresh

    def show_severities(self, severities: Iterable[Severity], *, waived: bool) -> None:
        """Show only findings of these severities, and accepted ones or not."""
        self._severities, self._waived = frozenset(severities), waived
        self._reset()

    def group_by(self, by: GroupBy) -> None:
        """Put findings together that have something in common, each group with a heading."""
        self._by = by
        self._reset()

    def _look_of_heading(self, role: int) -> QFont | QColor | None:
        if role == Qt.ItemDataRole.FontRole:
            return bold()
        background = role == Qt.ItemDataRole.BackgroundRole
        return self._icons.colours.surface if background else None

    @override
    def look_of(
        self, row: Finding | Group, column: int, role: int
    ) -> QIcon | QColor | QFont | None:
        return (
            self._look_of_heading(role) if isinstance(row, Group) else self._look(row, column, role)
        )

    def _look(self, finding: Finding, column: int, role: int) -> QIcon | QColor | QFont | None:
        if role == Qt.ItemDataRole.DecorationRole and column == SEVERITY:
            return self._icons.of_severity(finding.severity)
        if role == Qt.ItemDataRole.ForegroundRole and finding.waived:
            return self._icons.colours.muted
        stands_out = role == Qt.ItemDataRole.FontRole and column == TEXT and self._is_new(finding)
        return bold() if stands_out else None

    @override
    def tip_of(self, row: Finding | Group, column: int) -> str:
        return "" if isinstance(row, Group) else _message(row)

    @override
    def text_of(self, row: Finding | Group, column: int) -> str:
        if isinstance(row, Group):
            return f"{row.title}  ({self._counts[row]})"
        texts: dict[int, Callable[[Finding], str]] = {
            SEVERITY: self._severity_text,
            RULE: lambda finding: finding.code,
            TEXT: self._sentence,
            DAYS: lambda finding: period_text(finding.first_day, finding.last_day),
            WHERE: self._missions_text,
        }
        return texts[column](row)

    def _sentence(self, finding: Finding) -> str:
        text = _message(finding)
        return _("New: {text}").format(text=text) if self._is_new(finding) else text

    @staticmethod
    def _severity_text(finding: Finding) -> str:
        severity = word(finding.severity)
        return _("{severity}, accepted").format(severity=severity) if finding.waived else severity

    def _missions_text(self, finding: Finding) -> str:
        missions = self._document.plan.missions
        names = self._index.missions_of(finding)
        return ", ".join(missions[name].name for name in names if name in missions)

    def _takes(self, finding: Finding) -> bool:
        return finding.severity in self._severities and (self._waived or not finding.waived)

    def _key(self) -> Callable[[Finding], Any]:
        keys: dict[int, Callable[[Finding], Any]] = {
            # What an edit under way would cause stands on top, where it is seen.
            SEVERITY: lambda finding: (finding not in self._new, finding.waived, finding.order),
            RULE: lambda finding: (finding.code, finding.order),
            TEXT: lambda finding: (_message(finding), finding.order),
            DAYS: lambda finding: (finding.first_day, finding.last_day, finding.order),
            WHERE: lambda finding: (self._missions_text(finding), finding.order),
        }
        return keys[self._column]

    def _reset(self) -> None:
        with resetting(self):
            self._read()
        self.counted.emit()

    def _read(self) -> None:
        key = self._key()
        every = self._document.shown_findings if self._index.is_known else ()
        taken = (finding for finding in every if self._takes(finding))
        ordered = sorted(taken, key=key, reverse=self._descending)
        ordered.sort(key=self._group_of)
        self.rows, self._keys, self._groups = [], [], []
        for group, findings in groupby(ordered, key=self._group_of):
            members: list[Finding | Group] = [*self._heading(group), *findings]
            self.rows += members
            self._groups += [group] * len(members)
        self._keys = [self._full_key(one) for one in self.rows]
        self._counts = Counter(self._group_of(finding) for finding in ordered)

    def _group_of(self, finding: Finding) -> Group:
        return group_of(finding, self._by, self._missions_text)

    def _heading(self, group: Group) -> tuple[Group, ...]:
        return () if self._by is GroupBy.NOTHING else (group,)

    def _full_key(self, shown: Finding | Group) -> tuple[Any, ...]:
        """The place of a row: its group, the heading first, then as the user sorts."""
        if isinstance(shown, Group):
            return shown, False
        return self._group_of(shown), True, self._key()(shown)

    def _on_replaced(self) -> None:
        self._preview, self._new = None, frozenset()
        self._fresh, self._step = frozenset(), ""
        self._reset()

    def _on_changed(self, change: Change) -> None:
        self._fresh, self._step = caused_anew(change), change.label
        self._exchange(change.solved, change.caused, frozenset())
        self.tell_all()

    def _on_previewed(self, preview: Preview | None) -> None:
        before, self._preview = self._preview, preview
        new = frozenset[Finding]() if preview is None else frozenset(preview.caused)
        gone: set[Finding] = set() if before is None else set(before.caused)
        come: set[Finding] = set() if before is None else set(before.solved)
        if preview is not None:
            gone, come = gone | set(preview.solved), come | set(preview.caused)
        self._exchange(gone - come, come - gone, new)

    def _exchange(
        self, gone: Iterable[Finding], come: Iterable[Finding], new: frozenset[Finding]
    ) -> None:
        leaving, coming = tuple(gone), tuple(come)
        if self._descending or len(leaving) + len(coming) > MOST_EXCHANGED:
            self._new = new
            self._reset()
            return
        # What Qt calls current wanders while rows go; that is nobody's choice.
        self.is_exchanging = True
        for finding in leaving:
            self._take_out(finding)
        self._new = new
        for finding in coming:
            if self._takes(finding):
                self._put_in(finding)
        self.is_exchanging = False
        self.counted.emit()

    def _place_of(self, finding: Finding) -> int | None:
        if self._descending:
            return None
        row = bisect_left(self._keys, self._full_key(finding))
        return row if row < len(self.rows) and self.rows[row] == finding else None

    def _take_out(self, finding: Finding) -> None:
        row = self._place_of(finding)
        if row is None and self._takes(finding) and finding in self.rows:
            # Its thing went with it, so it no longer sorts where it stood.
            row = self.rows.index(finding)
        if row is not None:
            group = self._groups[row]
            self._remove_row(row)
            self._count(group, -1)

    def _put_in(self, finding: Finding) -> None:
        group = self._group_of(finding)
        if not self._counts[group]:
            for heading in self._heading(group):
                self._insert_row(heading, group)
        row = bisect_left(self._keys, self._full_key(finding))
        if row == len(self.rows) or self.rows[row] != finding:
            self._insert_row(finding, group)
            self._count(group, 1)

    def _count(self, group: Group, more: int) -> None:
        """Let the heading of a group tell of more or fewer; it goes with the last."""
        self._counts[group] += more
        for _heading in self._heading(group):
            row = bisect_left(self._groups, group)
            if self._counts[group]:
                self.dataChanged.emit(self.index(row, 0), self.index(row, 0))
            else:
                self._remove_row(row)

    def _remove_row(self, row: int) -> None:
        self.beginRemoveRows(NOWHERE, row, row)
        del self.rows[row], self._keys[row], self._groups[row]
        self.endRemoveRows()

    def _insert_row(self, shown: Finding | Group, group: Group) -> None:
        key = self._full_key(shown)
        row = bisect_left(self._keys, key)
        self.beginInsertRows(NOWHERE, row, row)
        self.rows.insert(row, shown)
        self._keys.insert(row, key)
        self._groups.insert(row, group)
        self.endInsertRows()


def caused_anew(change: Change) -> frozenset[Finding]:
    """The findings of a step that were not there before it, not even with other numbers."""
    before = {(finding.code, finding.subjects) for finding in change.solved}
    return frozenset(f for f in change.caused if (f.code, f.subjects) not in before)


def _message(finding: Finding) -> str:
    # Read with the rules, once there are findings.
    from domain.rules.texts import message

    return message(finding)
