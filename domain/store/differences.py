"""What differs between two plans, as rows: what a step has to write, and no more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple, Self

from domain.model import Applied, Kind, Plan, Table
from domain.store.forms import FORMS
from domain.store.records import Form, Record
from domain.store.scenario_rows import scenario_row


@dataclass(frozen=True, slots=True)
class RecordChange:
    """What becomes of one row: it comes, goes, or gets other cells."""

    form: Form
    before: Record | None
    after: Record | None

    @property
    def id(self) -> str:
        """The id of the thing."""
        record = self.after or self.before
        return "" if record is None else str(record.row[0])


class Step(NamedTuple):
    """A step from one plan to another, with every row that it changes."""

    before: Plan
    after: Plan
    records: list[RecordChange]

    @classmethod
    def of(cls, before: Plan, applied: Applied) -> Self:
        """The step that was applied to a plan."""
        return cls(before, applied.plan, record_changes(before, applied))

    @property
    def is_nothing(self) -> bool:
        """Whether both plans are the same in the file."""
        before, after = self.before, self.after
        equal = before.name == after.name and scenario_row(before) == scenario_row(after)
        return equal and not self.records


def record_changes(before: Plan, applied: Applied) -> list[RecordChange]:
    """Every row that is not the same after a step, in the order of the lists."""
    touched: dict[Kind, list[str]] = {}
    for ref in sorted(applied.touched):
        touched.setdefault(ref.kind, []).append(ref.id)
    return [
        change
        for kind, form in FORMS.items()
        for change in _in_list(
            form, before.table(kind), applied.plan.table(kind), touched.get(kind, ())
        )
    ]


def _in_list(
    form: Form, old: Table[Any], new: Table[Any], touched: Iterable[str]
) -> Iterator[RecordChange]:
    # A list that was not made of the old one has positions of its own, all of which count.
    names = touched if new.shares_positions(old) else dict.fromkeys((*old, *new))
    for name in names:
        change = RecordChange(form, _record(form, old, name), _record(form, new, name))
        if change.before != change.after:
            yield change


def _record(form: Form, table: Table[Any], name: str) -> Record | None:
    thing = table.get(name)
    return None if thing is None else form.record(thing, table.position(name))


def all_new(plan: Plan) -> list[RecordChange]:
    """Every row of a plan of which the file has nothing yet."""
    return [
        RecordChange(form, None, form.record(thing, plan.table(kind).position(thing.id)))
        for kind, form in FORMS.items()
        for thing in plan.table(kind).things()
    ]
