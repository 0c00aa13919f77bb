"""What is no whole plan is refused with one sentence, and is not touched."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from domain.errors import KnownError, NewerFile, UnreadableFile
from domain.store import PlanFile
from tests.domain.store.plans import everything, long_plan


@pytest.fixture
def path(tmp_path: Path) -> Path:
    PlanFile.create(tmp_path / "a.kader", [everything()]).close()
    return tmp_path / "a.kader"


def refusal(path: Path, kind: type[KnownError] = UnreadableFile) -> str:
    """The sentence with which a file is refused; the file is as it was, nothing beside it."""
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(kind) as caught:
        PlanFile.open(path)
    assert (path.read_bytes() if path.is_file() else b"") == before
    assert not path.with_name(path.name + ".lock").exists()
    assert caught.value.sentence.startswith(str(path))
    return caught.value.sentence.removeprefix(f"{path} ")


def change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "b.kader").startswith("does not exist.")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path).startswith("is a folder.")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without pipes that have names")
def test_what_is_no_file_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refusal(tmp_path / "pipe").startswith("is no file.")


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.kader").touch()
    assert refusal(tmp_path / "a.kader").startswith("is empty.")


@pytest.mark.parametrize("content", [b"x", b"SQLite format 3\0", b"\xff" * 5_000, b"PK\3\4" * 999])
def test_what_is_not_of_sqlite_is_no_plan(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.kader").write_bytes(content)
    assert refusal(tmp_path / "a.kader").startswith("is no Kader plan.")


def test_a_database_of_another_program_is_no_plan(tmp_path: Path) -> None:
    change(tmp_path / "a.kader", "CREATE TABLE t (a)")
    assert refusal(tmp_path / "a.kader").startswith("is no Kader plan.")
    change(tmp_path / "a.kader", "PRAGMA application_id = 252006673")
    assert refusal(tmp_path / "a.kader").startswith("is no Kader plan.")


def test_a_plan_of_a_newer_program_is_refused_as_such(path: Path) -> None:
    change(path, "PRAGMA user_version = 3")
    assert "newer Kader (its form is 3, this program knows 2)" in refusal(path, NewerFile)


def test_a_form_that_never_was_is_refused(path: Path) -> None:
    change(path, "PRAGMA user_version = -1")
    assert refusal(path).startswith("is damaged (its form is unknown)")


def test_a_plan_that_was_cut_off_is_refused(path: Path) -> None:
    whole = path.read_bytes()
    for length in (len(whole) // 2, len(whole) - 4096, len(whole) - 1, 4096, 1000, 100):
        path.write_bytes(whole[:length])
        assert refusal(path).startswith("is damaged (")


def test_a_plan_with_a_page_of_rubbish_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.kader"
    PlanFile.create(path, [long_plan(500)]).close()
    whole = bytearray(path.read_bytes())
    middle = len(whole) // 2 // 4096 * 4096
    whole[middle : middle + 4096] = b"\xa5" * 4096
    path.write_bytes(whole)
    assert refusal(path).startswith("is damaged (")


def test_a_plan_with_a_value_that_its_tables_forbid_is_refused(path: Path) -> None:
    change(
        path,
        "PRAGMA ignore_check_constraints = ON",
        "UPDATE rotations SET first_day = '2025-02-30' WHERE id = 'r9'",
    )
    assert "CHECK constraint failed in rotations" in refusal(path)


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("CREATE TRIGGER t AFTER UPDATE ON missions BEGIN DELETE FROM journal; END", "trigger t"),
        ("CREATE VIEW v AS SELECT 1", "view v"),
        ("CREATE VIRTUAL TABLE w USING fts5 (a)", "table w"),
        ("ALTER TABLE missions ADD COLUMN extra TEXT", "table missions"),
        ("DROP INDEX posts_by_mission", "posts_by_mission is missing"),
        ("DROP TABLE waivers", "waivers is missing"),
    ],
)
def test_a_plan_with_something_in_it_that_acts_or_differs_is_refused(
    path: Path, statement: str, named: str
) -> None:
    change(path, statement)
    assert f"({named}" in refusal(path)


def test_statistics_and_a_stray_table_do_not_keep_a_plan_from_opening(path: Path) -> None:
    change(path, "ANALYZE", "CREATE TABLE notes (a)")
    with PlanFile.open(path) as file:
        assert file.load() == everything()


def test_a_file_without_its_plan_is_refused(path: Path) -> None:
    change(path, "DELETE FROM plan")
    assert refusal(path).startswith("is damaged (there is no plan in it)")


@pytest.mark.parametrize(
    ("change_of", "row"),
    [
        ("UPDATE frames SET missions = '[1]' WHERE id = 'osc-2025'", "frame osc-2025"),
        ("UPDATE frames SET source = '{\"x\": \"y\"}' WHERE id = 'osc-2025'", "frame osc-2025"),
        ("UPDATE waivers SET subjects = '[{}]' WHERE id = 'w2'", "waiver w2"),
        ("UPDATE waivers SET accepted_excess = 'many' WHERE id = 'w1'", "waiver w1"),
        ("UPDATE recovery_rules SET factor = '-1' WHERE id = 'dwell'", "recovery_rule dwell"),
        ("UPDATE rotations SET supports = '[1]' WHERE id = 'r1'", "rotation r1"),
        ("UPDATE rotations SET supports = '[x]' WHERE id = 'r1'", "rotation r1"),
        ("UPDATE scenarios SET open_points = '[1]'", "scenario Plan A"),
        ("UPDATE scenarios SET planning_first_day = '1900-01-01'", "scenario Plan A"),
    ],
)
def test_a_row_that_is_no_value_is_named_when_the_plan_is_loaded(
    path: Path, change_of: str, row: str
) -> None:
    change(path, change_of)
    with PlanFile.open(path) as file, pytest.raises(UnreadableFile) as caught:
        file.load()
    assert f"is damaged ({row}" in caught.value.sentence


def test_a_plan_that_another_program_left_in_another_mode_of_journal_opens(path: Path) -> None:
    change(path, "PRAGMA journal_mode = WAL", "UPDATE missions SET note = 'x' WHERE id = 'fer'")
    with PlanFile.open(path) as file:
        assert file.load().missions["fer"].note == "x"
    assert sorted(path.parent.iterdir()) == [path]


def test_names_with_odd_characters_are_names(tmp_path: Path) -> None:
    path = tmp_path / "Inzet 100% #2? “€” &x=y.kader"
    PlanFile.create(path, [everything()]).close()
    with PlanFile.open(path) as file:
        assert file.load() == everything()
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


def test_a_name_from_the_folder_one_is_in_will_do(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(path.parent)
    with PlanFile.open(Path("a.kader")) as file:
        assert file.path == path


def test_a_plan_behind_a_link_is_the_plan(path: Path) -> None:
    link = path.with_name("link.kader")
    link.symlink_to(path)
    with PlanFile.open(link) as file, pytest.raises(KnownError, match="has been open with"):
        PlanFile.open(path)
    assert file.path == link
