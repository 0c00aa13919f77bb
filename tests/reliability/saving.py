"""Programs that save steps and acknowledge them, to be ended at any moment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from domain.engine.merging import Side, merge
from domain.exchange.plan_json import write_plan
from domain.model import (
    Applied,
    Mission,
    Plan,
    Put,
    Ref,
    RemoveRotations,
    ReplacePlan,
    Rotation,
    Table,
    touched_between,
)
from domain.model.words import Kind
from domain.store import PlanFile
from domain.store.keeping import Reason
from domain.store.plan_file import Keeper
from tests.domain.store.plans import FIRST, LAST

if TYPE_CHECKING:
    from domain.exchange.workbook.material import Material

SCENARIO: Final = "Lang"


@dataclass(frozen=True, slots=True)
class Work:
    """An open plan that is worked in."""

    file: PlanFile
    keeper: Keeper
    folder: Path


def step(number: int, plan: Plan) -> Applied:
    """Step number so many: it writes its number in two places, with more before and after."""
    stamps = (Mission("first", str(number)), Mission("last", str(number)))
    came = Rotation(f"new{number}", "first", "", FIRST, LAST)
    kept = list(plan.rotations)
    changed = replace(plan.rotations[kept[number % len(kept)]], note=str(number))
    applied = Put((stamps[0], came, changed, stamps[1])).apply(plan)
    gone = f"new{number - 5}"
    if gone in plan.rotations and gone != changed.id:
        removed = RemoveRotations((gone,)).apply(applied.plan)
        return Applied(removed.plan, applied.touched | {Ref(Kind.ROTATION, gone)})
    return applied


def stamps_of(plan: Plan) -> tuple[int, int]:
    """The numbers that the last step wrote in its two places."""
    names = [plan.missions[key].name if key in plan.missions else "0" for key in ("first", "last")]
    return int(names[0]), int(names[1])


def _edit(work: Work, plan: Plan, number: int) -> Plan:
    applied = step(number, plan)
    work.keeper.save(plan, applied, f"step {number}")
    return applied.plan


def _undo(work: Work, plan: Plan, number: int) -> Plan:
    applied = step(number, plan)
    work.keeper.save(plan, applied, "do")
    work.keeper.save(applied.plan, Applied(plan, applied.touched), "undo")
    return _edit(work, plan, number)


def _import(work: Work, plan: Plan, number: int) -> Plan:
    """Every rotation says something else, after a backup."""
    came = step(number, plan).plan
    notes = [replace(one, note=f"{number}" * 50) for one in came.rotations.things()]
    applied = ReplacePlan(replace(came, rotations=Table(notes))).apply(plan)
    work.file.back_up("", Reason.IMPORT)
    work.keeper.save(plan, applied, "import")
    return applied.plan


def _replace(work: Work, plan: Plan, number: int) -> Plan:
    changed = step(number, plan).plan
    work.file.put_scenario(replace(changed, scenario=f"{SCENARIO} {number % 3}"))
    return _edit(work, plan, number)


def _merge(work: Work, plan: Plan, number: int) -> Plan:
    """A colleague saves the step in a file of his own, and it is taken in after a backup."""
    with PlanFile.open(work.folder / "theirs.kader") as other:
        theirs = other.load(SCENARIO)
        if stamps_of(theirs)[0] < number:
            other.keeper(SCENARIO).save(theirs, step(number, theirs), "theirs")
        meeting = work.file.meeting(SCENARIO, other, SCENARIO)
    found = merge(meeting.base, meeting.mine, meeting.theirs, default=Side.THEIRS)
    work.file.back_up(reason=Reason.MERGE)
    applied = Applied(found.plan, touched_between(plan, found.plan))
    with work.file.taking(SCENARIO, meeting.taken(found.renamed)):
        work.keeper.save(plan, applied, "merge")
    return found.plan


def _export(work: Work, plan: Plan, number: int) -> Plan:
    """The step is saved, then sent and exported in place of what was sent and exported before."""
    plan = _edit(work, plan, number)
    work.file.send(SCENARIO, work.folder / "sent.kader")
    write_plan(plan, work.folder / "plan.json")
    return plan


def _workbook(work: Work, plan: Plan, number: int) -> Plan:
    """The step is saved, then exported over the workbook of the step before."""
    from domain.exchange.workbook import write_workbook

    plan = _edit(work, plan, number)
    write_workbook(work.folder / "plan.xlsx", _material(plan, number), lambda _done, _of: None)
    return plan


def _table(work: Work, plan: Plan, number: int) -> Plan:
    from domain.exchange.csv_rotations import write_rotations_csv

    plan = _edit(work, plan, number)
    write_rotations_csv(plan, work.folder / "plan.csv")
    return plan


def _pages(work: Work, plan: Plan, number: int) -> Plan:
    from domain.exchange.paper.booklet import write_booklet
    from domain.exchange.paper.paper import PAPERS

    plan = _edit(work, plan, number)
    write_booklet(work.folder / "plan.pdf", _material(plan, number), PAPERS["a4"])
    return plan


def _material(plan: Plan, number: int) -> Material:
    """The plan, with the number of the step as its title."""
    from domain.exchange.workbook import material_of

    named, made = replace(plan, name=f"step {number}"), datetime(2026, 1, 1, tzinfo=UTC)
    return material_of(named, plan_id="plan", journal_head="", made_at=made)


def _snapshot(work: Work, plan: Plan, number: int) -> Plan:
    """The step is saved, and then a snapshot of it."""
    plan = _edit(work, plan, number)
    work.file.back_up(f"step {number}")
    return plan


def _restore(work: Work, plan: Plan, number: int) -> Plan:
    """The step is saved, a backup is made, the step is undone, and the backup is put back."""
    applied = step(number, plan)
    work.keeper.save(plan, applied, "do")
    backup = work.file.back_up(f"step {number}")
    work.keeper.save(applied.plan, Applied(plan, applied.touched), "undo")
    work.file.put_back(backup)
    return work.file.load(SCENARIO)


_WAYS: Final[dict[str, Callable[[Work, Plan, int], Plan]]] = {
    "edit": _edit,
    "undo": _undo,
    "import": _import,
    "scenario": _replace,
    "merge": _merge,
    "upgrade": _edit,
    "snapshot": _snapshot,
    "restore": _restore,
    "export": _export,
    "workbook": _workbook,
    "csv": _table,
    "pdf": _pages,
}
KINDS: Final = tuple(_WAYS)


def save(path: Path, kind: str, steps: int | None, acknowledge: Callable[[int], None]) -> None:
    """Open a plan, take step after step, and say the number of each when it is saved."""
    if kind == "upgrade":
        acknowledge(0)
    with PlanFile.open(path) as file:
        plan = file.load(SCENARIO)
        work = Work(file, file.keeper(SCENARIO), path.parent)
        number = stamps_of(plan)[0]
        if kind != "upgrade":
            acknowledge(number)
        last = None if steps is None else number + steps
        while number != last:
            number += 1
            plan = _WAYS[kind](work, plan, number)
            acknowledge(number)
