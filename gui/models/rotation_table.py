"""The table of rotations: the same rows as the timeline, edited in place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from domain.language import _
from domain.model import Kind, Plan, Ref, Rotation
from domain.rules.finding import Severity
from domain.session import Preview
from domain.values import dataclass
from gui.document import Document
from gui.models.columns import COLUMNS, FINDINGS, NAME, Column, Editor, tip_of_length
from gui.models.finding_index import FindingIndex
from gui.models.group_words import group_title
from gui.models.resetting import resetting
from gui.models.table_sorting import TableSorting
from gui.row import Row, RowKind
from gui.rows import Rows
from gui.widgets.plain_text import plain_tip

ROW_ROLE: Final = Qt.ItemDataRole.UserRole
WORST_ROLE: Final = Qt.ItemDataRole.UserRole + 1
COLUMN_ROLE: Final = Qt.ItemDataRole.UserRole + 2
NAME_ROLE: Final = Qt.ItemDataRole.UserRole + 3
"""The name in a heading, whatever the column."""
Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
MOST_FOLLOWED: Final = 200
"""More things than this with other findings are quicker shown anew."""


@dataclass(frozen=True, slots=True)
class Boxed:
    """A severity on its way through Qt, which would make plain text of it."""

    severity: Severity | None


class RotationTable(QAbstractTableModel):
    """Headings, below each its rotations; a change of cells is an edit."""

    def __init__(
        self,
        document: Document,
        rows: Rows,
        findings: FindingIndex,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._rows = document, rows
        self._findings = findings
        self.sorting = TableSorting(rows, findings, self)
        self.sorting.changed.connect(self._on_sorted)
        self._length = len(rows)
        self._previewed: list[int] = []
        rows.rebuilt.connect(self._on_rebuilt)
        rows.contents_changed.connect(self._on_contents_changed)
        document.previewed.connect(self._on_previewed)
        findings.changed.connect(self._on_findings_changed)

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else self._length

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        column = COLUMNS[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.heading
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(self._of_header(column, column.explanation, "\n"))
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._of_header(column, column.spoken, ", ")
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return column.explanation
            case _:
                return None

    def _of_header(self, column: Column, what: str, between: str) -> str:
        return between.join(filter(None, [what, self.sorting.words(column.key)]))

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        row, column = self.row_at(index), COLUMNS[index.column()]
        is_rotation = row is not None and row.kind is RowKind.ROTATION
        takes = is_rotation and column.editor is not Editor.NONE and self._document.can_edit
        return _TAKES if takes else _SHOWS

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= self._length:
            return None
        row, column = self._rows.row(index.row()), COLUMNS[index.column()]
        if role == ROW_ROLE:
            return row
        if role == COLUMN_ROLE:
            return column
        if row.kind is RowKind.MISSION:
            return self._of_mission(row, column, role)
        if row.kind is RowKind.GROUP:
            return self._of_group(row, column, role)
        rotation = self._document.shown_plan.rotations.get(row.id)
        return None if rotation is None else self._of_rotation(rotation, column, role)

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        rotation = self.rotation_at(index)
        if role != Qt.ItemDataRole.EditRole or rotation is None:
            return False
        column = COLUMNS[index.column()]
        if column.editor is Editor.NONE or getattr(rotation, column.key) == value:
            return False
        return self.enter([rotation], column, value)

    def enter(self, rotations: Sequence[Rotation], column: Column, value: Any) -> bool:  # noqa: ANN401 - each column has its own kind of value
        """Give a field of rotations a value in one step; false where that was refused."""
        from gui.rotation_edits import change_of

        others = [one for one in rotations if getattr(one, column.key) != value]
        if not others:
            return True
        return self._document.submit(change_of(self._document.plan, others, column.key, value))

    def refuse(self, sentence: str) -> None:
        """Say why something was not entered."""
        self._document.failed.emit(sentence)

    @property
    def can_edit(self) -> bool:
        """Whether the plan may be changed."""
        return self._document.can_edit

    def row_at(self, index: Index) -> Row | None:
        """The row of an index, or none."""
        return self._rows.row(index.row()) if 0 <= index.row() < self._length else None

    def rotation_at(self, index: Index) -> Rotation | None:
        """The rotation in the row of an index, or none where there is none."""
        row = self.row_at(index)
        if row is None or row.kind is not RowKind.ROTATION:
            return None
        return self._document.plan.rotations.get(row.id)

    @property
    def plan(self) -> Plan:
        """The plan that is shown."""
        return self._document.plan

    def _of_rotation(self, rotation: Rotation, column: Column, role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(rotation, column)
            case Qt.ItemDataRole.EditRole:
                return getattr(rotation, column.key, None)
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if column.to_the_right else _LEFT
                return side | Qt.AlignmentFlag.AlignVCenter
            case _ if role == WORST_ROLE:
                return Boxed(self._findings.worst(Kind.ROTATION, rotation.id))
            case _:
                return self._told(rotation, column, role)

    def _told(self, rotation: Rotation, column: Column, role: int) -> str | None:
        """What is said about a cell, to who rests on it and to who hears it."""
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._tip(rotation, column))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(rotation, column)
        return None

    def _text(self, rotation: Rotation, column: Column) -> str:
        if column is FINDINGS:
            count = len(self._findings.of(Kind.ROTATION, rotation.id))
            return str(count) if count else ""
        return column.shown(rotation, self._document.shown_plan)

    def _spoken(self, rotation: Rotation, column: Column) -> str:
        """A cell for who hears it: what it is about, and a word where nothing is shown."""
        from domain.rules.texts import message

        if column is FINDINGS:
            found = self._findings.of(Kind.ROTATION, rotation.id)
            told = "; ".join(message(finding) for finding in found)
            return told or _("no findings")
        if column is NAME:
            return rotation.name or _("without a name")
        text = self._tip(rotation, column) or _("empty")
        return _("{column}: {value}").format(column=column.full_name, value=text)

    def _tip(self, rotation: Rotation, column: Column) -> str:
        from domain.rules.texts import message

        if column is FINDINGS:
            found = self._findings.of(Kind.ROTATION, rotation.id)
            return "\n".join(message(finding) for finding in found)
        if column.key == "length":
            return tip_of_length(rotation)
        return column.shown(rotation, self._document.shown_plan)

    def _of_group(self, row: Row, column: Column, role: int) -> object:
        if role == NAME_ROLE or (role == Qt.ItemDataRole.DisplayRole and column is NAME):
            return group_title(self._rows, row.id, self._document.plan)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(group_title(self._rows, row.id, self._document.plan))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return group_title(self._rows, row.id, self._document.plan)
        return None

    def _of_mission(self, row: Row, column: Column, role: int) -> object:
        mission = self._document.plan.missions.get(row.id)
        if mission is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return mission.name if column is NAME else None
            case _ if role == NAME_ROLE:
                return mission.name
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(mission.full_name or mission.name)
            case _ if role == WORST_ROLE:
                return Boxed(self._findings.worst(Kind.MISSION, row.id))
            case _:
                return None

    def _on_sorted(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)

    def _on_rebuilt(self) -> None:
        with resetting(self):
            self._length = len(self._rows)
            self._previewed = []

    def _on_contents_changed(self, rows: list[int]) -> None:
        for row in rows:
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))

    def _on_previewed(self, preview: Preview | None) -> None:
        """Show the rotations of an edit under way as it would make them."""
        shown, self._previewed = self._previewed, []
        for ref in preview.touched if preview is not None else ():
            row = self._rows.row_of(RowKind.ROTATION, ref.id) if _is_rotation(ref.kind) else None
            if row is not None:
                self._previewed.append(row)
        self._on_contents_changed(sorted({*shown, *self._previewed}))

    def _on_findings_changed(self, touched: frozenset[Ref] | None) -> None:
        if touched is None or len(touched) > MOST_FOLLOWED:
            rows = [0, self._length - 1] if self._length else []
            self._tell_of(*rows)
            return
        for ref in touched:
            kind = RowKind.MISSION if ref.kind is Kind.MISSION else RowKind.ROTATION
            row = self._rows.row_of(kind, ref.id)
            if row is not None:
                self._tell_of(row, row)

    def _tell_of(self, first: int = 0, last: int = -1) -> None:
        if first <= last < self._length:
            whole = self.index(first, 0), self.index(last, len(COLUMNS) - 1)
            self.dataChanged.emit(*whole, [WORST_ROLE])


_LEFT: Final = Qt.AlignmentFlag.AlignLeft
_SHOWS: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_TAKES: Final = _SHOWS | Qt.ItemFlag.ItemIsEditable


def _is_rotation(kind: Kind) -> bool:
    return kind is Kind.ROTATION
