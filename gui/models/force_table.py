"""The forces as a table: a row for each, in the order of the tree."""

from __future__ import annotations

from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from domain.language import N_, _, plural
from domain.model import Commitment, Force, ForceKind, Kind, Ref
from domain.rules.finding import Severity
from domain.rules.texts import message
from domain.words.numbers import rotations_text
from gui.document import Document
from gui.models.force_group import ForceGroup
from gui.models.force_rows import ForceRows
from gui.models.resetting import resetting
from gui.models.thing_findings import ThingFindings
from gui.widgets.plain_text import plain_tip
from gui.words import word

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
GROUP_ROLE: Final = Qt.ItemDataRole.UserRole


class Column(IntEnum):
    """The columns from left to right."""

    NAME = 0
    KIND = 1
    USES = 2


_HEADINGS: Final = {Column.NAME: N_("Force"), Column.KIND: N_("Kind"), Column.USES: N_("Uses")}


def kind_text(force: Force) -> str:
    """What kind of force it is: a pool says of what."""
    kind = word(force.kind)
    if force.kind is ForceKind.UNIT:
        return kind
    return f"{kind} · {word(force.measure)}"


class ForceTable(QAbstractTableModel):
    """A row for each shown force, and one for rotations without any."""

    def __init__(
        self,
        document: Document,
        rows: ForceRows,
        findings: ThingFindings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._rows, self._findings = document, rows, findings
        self._groups: list[ForceGroup] = []
        rows.rebuilt.connect(self._on_rebuilt)
        rows.relaid.connect(self._on_relaid)
        document.previewed.connect(self._on_relaid)

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._groups)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        wanted = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return _(_HEADINGS[Column(section)]) if wanted and 0 <= section < len(Column) else None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        group = self.group_at(index)
        if group is None:
            return None
        match role:
            case _ if role == GROUP_ROLE:
                return group
            case Qt.ItemDataRole.DisplayRole:
                return self.text_of(group, Column(index.column()))
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(group, Column(index.column()))
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(self._tip(group))
            case _:
                return None

    def group_at(self, index: Index) -> ForceGroup | None:
        """The force in the row of an index, or none."""
        row = index.row()
        return self._groups[row] if index.isValid() and 0 <= row < len(self._groups) else None

    def row_of(self, group: ForceGroup) -> int:
        """The row of a shown force."""
        return self._groups.index(group)

    def worst(self, group: ForceGroup) -> Severity | None:
        """The worst that the rules about forces say of a force."""
        return None if group.force is None else self._findings.worst(Ref(Kind.FORCE, group.force))

    def text_of(self, group: ForceGroup, column: Column) -> str:
        """What a cell shows."""
        force = self._document.plan.forces.get(group.force or "")
        if column is Column.NAME:
            return _("Without a force") if force is None else force.name
        if column is Column.KIND:
            return "" if force is None else kind_text(force)
        count = sum(1 for use in group.uses if use.via is None)
        return str(count) if count else ""

    def _spoken(self, group: ForceGroup, column: Column) -> str:
        text = self.text_of(group, column)
        worst = self.worst(group)
        return f"{text}, {word(worst)}" if column is Column.NAME and worst is not None else text

    def _tip(self, group: ForceGroup) -> str:
        lines = [self.text_of(group, Column.NAME)]
        claims = sum(1 for use in group.uses if isinstance(use.thing, Commitment))
        sent = sum(1 for use in group.uses if use.rotation is not None and use.via is None)
        lines.append(rotations_text(sent))
        if claims:
            lines.append(plural("{n} commitment", "{n} commitments", claims).format(n=claims))
        if group.force is not None:
            found = self._findings.of(Ref(Kind.FORCE, group.force))
            lines += [message(finding) for finding in reversed(found)]
        return "\n".join(lines)

    def _on_rebuilt(self) -> None:
        with resetting(self):
            self._groups = list(self._rows.groups)

    def _on_relaid(self) -> None:
        if self._groups:
            last = self.index(len(self._groups) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
