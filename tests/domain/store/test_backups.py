"""Backups: whole copies elsewhere, made by name and by themselves, and restored as fresh files."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from domain.errors import UnreadableFile, UnwritableFile
from domain.model import MoveRotations, Plan
from domain.store import PlanFile, backups
from domain.store.keeping import Reason
from domain.store.schedule import Schedule
from tests.domain.store.plans import everything

NOON = datetime(2026, 3, 18, 12, tzinfo=UTC)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[PlanFile]:
    with PlanFile.create(tmp_path / "a.kader", [everything()]) as opened:
        yield opened


def moved(file: PlanFile, days: int = 1) -> Plan:
    plan = file.load()
    applied = MoveRotations(("r5",), days).apply(plan)
    file.keeper(plan.scenario).save(plan, applied, "move")
    return applied.plan


def made_long_ago(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE plan SET created = '2026-01-01T00:00:00+00:00'")
        connection.commit()


def test_a_backup_has_a_name_and_all_that_is_in_the_plan(file: PlanFile) -> None:
    backup = file.back_up("Before the brief, 1/2: “é”")
    assert file.backups() == (backup,)
    assert (backup.label, backup.reason) == ("Before the brief, 1/2: “é”", Reason.NAMED)
    assert (backup.stem, backup.place) == ("a", backups.place_of(file.path))
    with PlanFile.open(backup.path, read_only=True) as copy:
        assert copy.load() == everything()
        assert copy.head() == file.head()
        assert copy.verify() == ()


def test_a_name_may_be_long_and_given_twice(file: PlanFile) -> None:
    names = ["é" * 200, "once", "once"]
    made = [file.back_up(name) for name in names]
    assert len({backup.path for backup in made}) == 3
    assert {backup.label for backup in file.backups()} == {"é" * 13, "once"}


def test_of_many_in_one_second_the_last_one_is_the_newest(file: PlanFile) -> None:
    labels = [f"{number * 7 % 20}" for number in range(20)]
    made = [file.back_up(label).path for label in labels]
    for path in made:
        moment = made[0].name.split(",")[0]
        path.rename(path.with_name(",".join([moment, *path.name.split(",")[1:]])))
    assert [one.label for one in file.backups()] == labels[::-1]


def test_backups_are_found_where_the_plan_stands_without_opening_it(file: PlanFile) -> None:
    backup = file.back_up("first")
    assert backups.backups_at(file.path) == (backup,)
    assert backups.backups_at(file.path.with_name("b.kader")) == ()


def test_a_copy_elsewhere_has_backups_of_its_own_but_knows_the_others(file: PlanFile) -> None:
    here = file.back_up("here")
    file.save_as(file.path.with_name("b.kader"))
    with PlanFile.open(file.path.with_name("b.kader")) as copy:
        there = copy.back_up("there")
        assert set(copy.backups()) == {here, there}
    assert backups.backups_at(file.path) == (here,)


def test_restored_it_is_a_fresh_file(file: PlanFile) -> None:
    backup = file.back_up("before")
    after = moved(file)
    target = file.path.with_name("restored.kader")
    backups.restore(backup, target)
    with PlanFile.open(target) as restored:
        assert restored.load() == everything()
        assert restored.verify() == ()
        assert not restored.read_only
    assert file.load() == after
    with pytest.raises(UnwritableFile, match="is there already"):
        backups.restore(backup, target)


def test_a_backup_that_was_damaged_is_not_restored(file: PlanFile, tmp_path: Path) -> None:
    backup = file.back_up("before")
    content = bytearray(backup.path.read_bytes())
    content[4096 : 4096 * 3] = b"x" * 4096 * 2
    backup.path.write_bytes(content)
    with pytest.raises(UnreadableFile):
        backups.restore(backup, tmp_path / "restored.kader")
    assert not (tmp_path / "restored.kader").exists()


def test_what_is_no_backup_in_the_folder_is_passed_over(file: PlanFile) -> None:
    backup = file.back_up("before")
    for name in ("x.kader", "a,b,c,d,e.kader", "20260101-000000,a,b,unheard,of.kader", "notes"):
        backup.path.with_name(name).write_bytes(b"")
    assert file.backups() == (backup,)


def test_a_plan_of_today_is_not_backed_up_at_its_first_change(file: PlanFile) -> None:
    moved(file)
    assert file.backups() == ()


def test_the_first_change_of_a_day_is_preceded_by_a_backup(file: PlanFile) -> None:
    file.close()
    made_long_ago(file.path)
    with PlanFile.open(file.path) as again:
        moved(again)
        moved(again)
        (backup,) = again.backups()
        assert backup.reason is Reason.DAY
        assert again.backup_trouble == ""
    with PlanFile.open(backup.path, read_only=True) as copy:
        assert copy.load() == everything()
    with PlanFile.open(file.path) as again:
        moved(again)
        assert again.backups() == (backup,)


def test_every_half_hour_with_changes_there_is_one(file: PlanFile) -> None:
    connection = file._access.connection  # noqa: SLF001 - the clock of a schedule is given here
    schedule = Schedule(file.path)
    now = datetime.now(UTC)
    schedule.before_a_change(connection, now)
    assert file.backups() == ()
    moved(file)
    later = now.replace(microsecond=0) + timedelta(minutes=31)
    connection.execute("UPDATE journal SET at = ?", (later.isoformat(),))
    schedule.before_a_change(connection, later)
    (backup,) = file.backups()
    same_day = later.astimezone().date() == now.astimezone().date()
    assert backup.reason is (Reason.HALF_HOUR if same_day else Reason.DAY)


def test_without_room_for_a_backup_the_change_is_saved_all_the_same(file: PlanFile) -> None:
    file.close()
    made_long_ago(file.path)
    backups.folder().parent.mkdir(parents=True, exist_ok=True)
    backups.folder().write_bytes(b"in the way")
    with PlanFile.open(file.path) as again:
        plan = moved(again)
        assert again.load() == plan
        assert "cannot be written" in again.backup_trouble
        with pytest.raises(UnwritableFile):
            again.back_up("by hand")


def test_before_another_plan_takes_the_place_of_a_scenario_there_is_one(file: PlanFile) -> None:
    file.put_scenario(everything())
    file.put_scenario(replace(everything(), scenario="B"))
    assert file.backups() == ()
    file.put_scenario(replace(everything(), derived_from=None))
    (backup,) = file.backups()
    assert backup.reason is Reason.IMPORT
    with PlanFile.open(backup.path, read_only=True) as copy:
        assert copy.load() == everything()


def test_backups_are_for_the_eyes_of_their_owner(file: PlanFile) -> None:
    folder = file.back_up("before").path.parent
    assert folder.stat().st_mode & 0o077 == 0
