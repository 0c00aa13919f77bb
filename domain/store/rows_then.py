"""A scenario as its rows were after some entry of the journal: taken back, change by change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Self

from domain.model import LISTS, Kind, Plan, Table
from domain.store.descriptions import Contradiction, Said, summary_of, taken_back
from domain.store.driver import Connection
from domain.store.forms import FORMS
from domain.store.journal_words import SCENARIO, by_column
from domain.store.reading import records_of, scenario_row_of
from domain.store.records import Form, Record
from domain.store.scenario_rows import COLUMNS, plan_of


class RowsThen:
    """The rows of a scenario, at first as they are now."""

    def __init__(self, row: Said, lists: dict[Kind, dict[str, Record]]) -> None:
        self.row = row
        self._lists = lists

    @classmethod
    def now(cls, connection: Connection, number: int) -> Self:
        """The rows of a scenario as the file has them."""
        lists = {
            kind: {str(record.row[0]): record for record in records_of(connection, form, number)}
            for kind, form in FORMS.items()
        }
        return cls(by_column(scenario_row_of(connection, number)), lists)

    def take_back(self, changes: Iterable[Mapping[str, Any]]) -> None:
        """Take back all changes of an entry; raises Contradiction when they do not fit."""
        for change in reversed(list(changes)):
            if change["kind"] == SCENARIO:
                # A copy has another name than what it was copied from: that is left unchecked.
                self.row = {**self.row, **(change["before"] or {})}
            elif change["kind"] in LISTS:
                self.take_back_thing(change)

    def take_back_thing(self, change: Mapping[str, Any]) -> None:
        """Take one thing back; raises Contradiction when it is not what it became."""
        kind = Kind(change["kind"])
        rows = self._lists[kind]
        record = taken_back(FORMS[kind], rows.pop(change["id"], None), change)
        if record is not None:
            rows[change["id"]] = record

    def summary(self) -> Said:
        """The whole scenario in brief."""
        return summary_of(self.row, self._in_order())

    def equals(self, other: RowsThen) -> bool:
        """Whether all things are the same, the rows of the scenarios left out."""
        return self._lists == other._lists

    def plan(self, name: str) -> Plan:
        """The plan that the rows hold; raises Misfit where there is none."""
        lists: dict[str, Any] = {LISTS[kind]: self._table(form) for kind, form in FORMS.items()}
        return replace(plan_of(name, tuple(map(self.row.get, COLUMNS))), **lists)

    def _table(self, form: Form) -> Table[Any]:
        records = self._records(form)
        rows = [(record.position, *record.row) for record in records]
        parts = {str(record.row[0]): record.parts for record in records}
        return Table(form.things(rows, parts), [record.position for record in records])

    def _records(self, form: Form) -> list[Record]:
        return sorted(self._lists[form.kind].values(), key=_place)

    def _in_order(self) -> Iterator[tuple[Form, Record]]:
        for form in FORMS.values():
            for record in self._records(form):
                yield form, record


def _place(record: Record) -> int:
    return record.position


def said_before(said: Said | None, change: Mapping[str, Any]) -> Said | None:
    """What was said before a change; raises Contradiction when it was not what it became."""
    before, after = change["before"], change["after"]
    if said is None or any(said.get(name) != value for name, value in after.items()):
        raise Contradiction
    return None if before is None else {**said, **before}
