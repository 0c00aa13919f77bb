"""The forces as a table: a row for each, in the order of the tree."""

from __future__ import annotations

from enum import IntEnum
from typing import Final

from PySide6.QtCore import QObject, Qt
from typing_extensions import override

from domain.language import N_, _, plural
from domain.model import Commitment, Force, ForceKind, Kind, Ref
from domain.rules.finding import Severity
from domain.rules.texts import message
from domain.words.numbers import rotations_text
from gui.document import Document
from gui.models.force_group import ForceGroup
from gui.models.force_rows import ForceRows
from gui.models.table_of_rows import TableOfRows
from gui.models.thing_findings import ThingFindings
from gui.words import word

GROUP_ROLE: Final = Qt.ItemDataRole.UserRole


class Column(IntEnum):
    """The columns from left to right."""

    NAME = 0
    KIND = 1
    USES = 2


HEADINGS: Final = (N_("Force"), N_("Kind"), N_("Uses"))


def kind_text(force: Force) -> str:
    """What kind of force it is: a pool says of what."""
    kind = word(force.kind)
    if force.kind is ForceKind.UNIT:
        return kind
    return f"{kind} · {word(force.measure)}"


class ForceTable(TableOfRows[ForceGroup]):
    """A row for each shown force, and one for rotations without any."""

    def __init__(
        self,
        document: Document,
        rows: ForceRows,
        findings: ThingFindings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(HEADINGS, parent)
        self._document, self._forces, self._findings = document, rows, findings
        rows.rebuilt.connect(self._on_rebuilt)
        rows.relaid.connect(self._on_relaid)
        document.previewed.connect(self._on_relaid)

    def row_of(self, group: ForceGroup) -> int:
        """The row of a shown force."""
        return self.rows.index(group)

    def worst(self, group: ForceGroup) -> Severity | None:
        """The worst that the rules about forces say of a force."""
        return None if group.force is None else self._findings.worst(Ref(Kind.FORCE, group.force))

    @override
    def text_of(self, row: ForceGroup, column: int) -> str:
        force = self._document.plan.forces.get(row.force or "")
        if column == Column.NAME:
            return _("Without a force") if force is None else force.name
        if column == Column.KIND:
            return "" if force is None else kind_text(force)
        count = sum(1 for use in row.uses if use.via is None)
        return str(count) if count else ""

    @override
    def look_of(self, row: ForceGroup, column: int, role: int) -> object:
        if role == GROUP_ROLE:
            return row
        return self._spoken(row, column) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def _spoken(self, group: ForceGroup, column: int) -> str:
        text = self.text_of(group, column)
        worst = self.worst(group)
        return f"{text}, {word(worst)}" if column == Column.NAME and worst is not None else text

    @override
    def tip_of(self, row: ForceGroup, column: int) -> str:
        lines = [self.text_of(row, Column.NAME)]
        claims = sum(1 for use in row.uses if isinstance(use.thing, Commitment))
        sent = sum(1 for use in row.uses if use.rotation is not None and use.via is None)
        lines.append(rotations_text(sent))
        if claims:
            lines.append(plural("{n} commitment", "{n} commitments", claims).format(n=claims))
        if row.force is not None:
            found = self._findings.of(Ref(Kind.FORCE, row.force))
            lines += [message(finding) for finding in reversed(found)]
        return "\n".join(lines)

    def _on_rebuilt(self) -> None:
        self.show_rows(list(self._forces.groups))

    def _on_relaid(self) -> None:
        self.tell_all()
