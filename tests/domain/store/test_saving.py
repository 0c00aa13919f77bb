"""Each step is in the file when it has been saved, whole, or not at all."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from domain.errors import KnownError, Refused, UnwritableFile
from domain.model import (
    AddRotations,
    Applied,
    Edit,
    Limit,
    Measure,
    Mission,
    MoveRotations,
    OpenPoint,
    Plan,
    Put,
    Ref,
    Remove,
    RemoveRotations,
    ReplacePlan,
    Rotation,
    Settings,
    Table,
)
from domain.model.words import Binding, Category, Kind
from domain.store import Keeper, PlanFile
from tests.domain.store.plans import FIRST, LAST, everything, long_plan


@pytest.fixture
def file(tmp_path: Path) -> Iterator[PlanFile]:
    with PlanFile.create(tmp_path / "a.kader", [everything()]) as opened:
        yield opened


@pytest.fixture
def keeper(file: PlanFile) -> Keeper:
    return file.keeper("Plan A")


def again(file: PlanFile) -> Plan:
    """The plan as the next one who opens the file finds it."""
    file.close()
    with PlanFile.open(file.path) as opened:
        assert opened.verify() == ()
        return opened.load()


def do(keeper: Keeper, plan: Plan, edit: Edit) -> Plan:
    applied = edit.apply(plan)
    keeper.save(plan, applied, edit.label)
    return applied.plan


def rows_in(path: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


def journal_of(path: Path) -> list[tuple[str, list[dict[str, object]]]]:
    rows = rows_in(path, "SELECT label, changes FROM journal ORDER BY seq")
    return [(str(label), json.loads(str(changes))) for label, changes in rows]


def test_a_saved_step_is_there_for_the_next_one_who_opens_the_file(
    file: PlanFile, keeper: Keeper
) -> None:
    plan = do(keeper, everything(), MoveRotations(("r2", "r5"), 7))
    assert again(file) == plan


def test_a_step_is_one_entry_of_the_journal_with_what_changed(
    file: PlanFile, keeper: Keeper
) -> None:
    do(keeper, file.load(), MoveRotations(("r5",), 7))
    file.close()
    label, changes = journal_of(file.path)[-1]
    assert label == "Move rotation"
    before = {"first_day": "2026-01-01", "last_day": "2026-06-30"}
    after = {"first_day": "2026-01-08", "last_day": "2026-07-07"}
    assert changes == [{"kind": "rotation", "id": "r5", "before": before, "after": after}]


def test_a_step_that_changes_nothing_leaves_no_trace(file: PlanFile, keeper: Keeper) -> None:
    head = file.head()
    do(keeper, file.load(), Put((everything().missions["osc"],)))
    assert file.head() == head


def test_each_step_gives_the_journal_another_head(file: PlanFile, keeper: Keeper) -> None:
    heads = [file.head()]
    plan = everything()
    for days in (1, -1):
        plan = do(keeper, plan, MoveRotations(("r5",), days))
        heads.append(file.head())
    assert len(set(heads)) == 3


def test_undo_brings_a_removed_row_back_to_its_place(file: PlanFile, keeper: Keeper) -> None:
    before = file.load()
    edit = RemoveRotations(("r2", "r1"))
    applied = edit.apply(before)
    keeper.save(before, applied, edit.label)
    keeper.save(applied.plan, Applied(before, applied.touched), "undo")
    assert list(again(file).rotations) == ["r9", "r2", "r1", "r5"]


def test_undo_after_another_row_came_keeps_the_order_of_the_window(
    file: PlanFile, keeper: Keeper
) -> None:
    before = file.load()
    removed = RemoveRotations(("r9",)).apply(before)
    keeper.save(before, removed, "")
    plan = do(keeper, removed.plan, AddRotations((Rotation("r3", "fer", "", FIRST, LAST),)))
    plan = do(keeper, plan, Put((before.rotations["r9"],)))
    assert list(plan.rotations) == ["r9", "r2", "r1", "r5", "r3"]
    assert again(file) == plan


def test_the_order_holds_when_rows_went_before_the_file_was_opened(
    file: PlanFile, keeper: Keeper
) -> None:
    do(keeper, everything(), RemoveRotations(("r2",)))
    file.close()
    with PlanFile.open(file.path) as opened:
        plan = opened.load()
        kept = opened.keeper("Plan A")
        plan = do(kept, plan, AddRotations((Rotation("r0", "fer", "", FIRST, LAST),)))
        assert list(plan.rotations) == ["r9", "r1", "r5", "r0"]
        assert again(opened) == plan


def test_a_plan_that_replaces_another_brings_its_own_order(file: PlanFile, keeper: Keeper) -> None:
    rotations = Table(reversed(list(everything().rotations.things())))
    plan = do(keeper, file.load(), ReplacePlan(replace(everything(), rotations=rotations)))
    assert list(plan.rotations) == ["r5", "r1", "r2", "r9"]
    assert again(file) == plan


def test_undo_of_a_replaced_plan_brings_the_old_one_back(file: PlanFile, keeper: Keeper) -> None:
    before = file.load()
    applied = ReplacePlan(replace(long_plan(30), scenario="Plan A")).apply(before)
    keeper.save(before, applied, "import")
    keeper.save(applied.plan, Applied(before, applied.touched), "undo")
    assert again(file) == everything()


def test_a_frame_is_saved_with_its_limits(file: PlanFile, keeper: Keeper) -> None:
    frame = everything().frames["osc-2026"]
    added = Limit("more", Measure.TEAMS, frozenset({Category.POLICE}), 1, Binding.EXACT)
    limits = (frame.limits[2], added)
    plan = do(keeper, file.load(), Put((replace(frame, limits=limits),)))
    assert [limit.id for _frame, limit in again(file).limits()] == ["vague", "more", "old"]
    assert plan.frames["osc-2026"].limits == limits


def test_a_limit_may_go_from_one_frame_to_another_in_one_step(
    file: PlanFile, keeper: Keeper
) -> None:
    new, old = everything().frames.things()
    swapped = (replace(new, limits=old.limits), replace(old, limits=new.limits))
    plan = do(keeper, file.load(), Put(swapped))
    assert again(file) == plan


def test_a_force_is_saved_with_its_supply(file: PlanFile, keeper: Keeper) -> None:
    pool = everything().forces["pool"]
    do(keeper, file.load(), Put((replace(pool, supply=pool.supply[1:]),)))
    assert again(file).forces["pool"].supply == pool.supply[1:]


def test_settings_points_and_the_names_are_saved_too(file: PlanFile, keeper: Keeper) -> None:
    plan = file.load()
    other = replace(
        plan,
        name="Inzet 2027",
        scenario="Plan B",
        derived_from=None,
        settings=Settings(circa_percent=5),
        open_points=(OpenPoint("a", "b"),),
    )
    keeper.save(plan, Applied(other, frozenset()), "settings")
    assert (file.name, file.current) == ("Inzet 2027", "Plan B")
    assert again(file) == other


def test_a_keeper_still_saves_when_its_scenario_got_another_name(
    file: PlanFile, keeper: Keeper
) -> None:
    plan = file.load()
    other = replace(plan, scenario="Plan B")
    keeper.save(plan, Applied(other, frozenset()), "rename")
    plan = do(keeper, other, MoveRotations(("r5",), 1))
    assert again(file) == plan


def test_a_scenario_cannot_take_the_name_of_another(file: PlanFile, keeper: Keeper) -> None:
    file.put_scenario(replace(long_plan(3), name="Inzet 2026"))
    plan = file.load("Plan A")
    renamed = Applied(replace(plan, scenario="Lang"), frozenset())
    with pytest.raises(Refused, match=r"^There is already a scenario 'Lang'\.$"):
        keeper.save(plan, renamed, "rename")
    assert again(file) == everything()


def test_steps_in_one_scenario_leave_the_others_alone(file: PlanFile, keeper: Keeper) -> None:
    other = replace(everything(), scenario="Plan B")
    file.put_scenario(other)
    plan = do(keeper, file.load("Plan A"), MoveRotations(("r5",), 1))
    plan = do(keeper, plan, RemoveRotations(("r9",)))
    assert file.load("Plan B") == other
    assert again(file) == plan


def test_a_plan_that_cannot_be_is_refused_with_a_sentence(file: PlanFile, keeper: Keeper) -> None:
    plan = file.load()
    lost = plan.without(Ref(Kind.MISSION, "fer"))
    with pytest.raises(Refused, match="names 'fer', which does not exist"):
        keeper.save(plan, Applied(lost, frozenset({Ref(Kind.MISSION, "fer")})), "")
    assert again(file) == everything()


def test_what_the_file_refuses_for_no_reason_of_the_plan_is_a_bug_and_changes_nothing(
    file: PlanFile, keeper: Keeper
) -> None:
    plan = file.load()
    settings = Settings(circa_percent=7)
    object.__setattr__(settings, "circa_percent", -1)
    with pytest.raises(sqlite3.IntegrityError):
        keeper.save(plan, Applied(replace(plan, settings=settings), frozenset()), "")
    plan = do(keeper, plan, MoveRotations(("r5",), 1))
    assert again(file) == plan


def test_a_long_label_is_cut_off(file: PlanFile, keeper: Keeper) -> None:
    plan = file.load()
    keeper.save(plan, MoveRotations(("r5",), 1).apply(plan), "x" * 2_000)
    file.close()
    assert journal_of(file.path)[-1][0] == "x" * 499 + "…"


def test_only_the_rows_that_a_step_touches_are_written(file: PlanFile, keeper: Keeper) -> None:
    plan = file.load()
    plan = do(keeper, plan, Put((Mission("new", "Nieuw"),)))
    plan = do(keeper, plan, Remove(Ref(Kind.MISSION, "new")))
    file.close()
    kinds = [[change["kind"] for change in changes] for _label, changes in journal_of(file.path)]
    assert kinds == [["plan", "scenario"], ["mission"], ["mission"]]


def test_nothing_more_is_written_into_a_file_that_another_took_the_place_of(
    file: PlanFile, keeper: Keeper
) -> None:
    plan = file.load()
    other = file.path.with_name("other")
    other.write_bytes(b"something else")
    other.replace(file.path)
    with pytest.raises(UnwritableFile, match="was moved, replaced or changed"):
        do(keeper, plan, MoveRotations(("r5",), 1))
    assert file.path.read_bytes() == b"something else"


def test_nothing_more_is_written_into_a_file_that_another_program_wrote_in(
    file: PlanFile, keeper: Keeper
) -> None:
    plan = file.load()
    with file.path.open("r+b") as stream:
        stream.seek(24)
        stream.write(b"\0\0\0\x63")
    with pytest.raises(KnownError, match="Save the plan in another place"):
        do(keeper, plan, MoveRotations(("r5",), 1))


def test_nothing_more_is_written_into_a_file_that_was_deleted(
    file: PlanFile, keeper: Keeper
) -> None:
    plan = file.load()
    file.path.unlink()
    with pytest.raises(UnwritableFile, match="was moved, replaced or changed"):
        do(keeper, plan, MoveRotations(("r5",), 1))
    assert not file.path.exists()


def test_a_plan_whose_file_was_deleted_can_still_be_saved_in_another_place(
    file: PlanFile, tmp_path: Path
) -> None:
    file.path.unlink()
    file.save_as(tmp_path / "b.kader")
    with PlanFile.open(tmp_path / "b.kader") as other:
        assert other.load() == everything()


def test_days_outside_the_years_of_a_plan_are_kept_where_a_value_allows_them(
    file: PlanFile, keeper: Keeper
) -> None:
    waiver = replace(everything().waivers["w2"], until=date(2200, 1, 1), on=date(1900, 1, 1))
    plan = do(keeper, file.load(), Put((waiver,)))
    assert again(file) == plan
