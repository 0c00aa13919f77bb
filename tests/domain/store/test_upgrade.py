"""A file of an older form is backed up and brought up to date, in one step or not at all."""

import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from domain.errors import KnownError, UnreadableFile, UnwritableFile
from domain.model import MoveRotations, RemoveRotations
from domain.store import PlanFile, backups
from domain.store.edition import CURRENT, Edition
from tests.domain.store.plans import everything, long_plan

ROOT = Path(__file__).resolve().parents[3]
TAGS = "CREATE TABLE tags (name TEXT PRIMARY KEY) STRICT"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    PlanFile.create(tmp_path / "a.kader", [everything()]).close()
    return tmp_path / "a.kader"


def next_edition(step: Callable[[Database], None]) -> Edition:
    """An edition that is one step ahead of the present one."""

    def steps() -> Migrations:
        migrations = CURRENT.migrations()
        migrations(name=str(CURRENT.version + 1))(step)
        return migrations

    return Edition(CURRENT.version + 1, (*CURRENT.statements, TAGS), steps)


def add_tags(db: Database) -> None:
    db.execute(TAGS)
    db.table("tags").insert({"name": "first"})


def version_of(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def kept() -> list[Path]:
    return sorted(path for path in backups.folder().rglob("*") if path.is_file())


def test_an_older_plan_is_brought_up_to_date(path: Path) -> None:
    with PlanFile.open(path, edition=next_edition(add_tags)) as file:
        assert file.load() == everything()
        assert file.verify() == ()
    assert version_of(path) == CURRENT.version + 1
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT name FROM tags").fetchall() == [("first",)]
        names = connection.execute("SELECT name FROM _sqlite_migrations").fetchall()
    assert names == [("1",), ("2",), ("3",)]


def test_it_is_backed_up_before(path: Path) -> None:
    PlanFile.open(path, edition=next_edition(add_tags)).close()
    (backup,) = kept()
    (said,) = backups.backups_at(path)
    assert said.path == backup
    assert (said.stem, said.reason, said.label) == ("a", "upgrade", "2")
    with PlanFile.open(backup) as file:
        assert file.load() == everything()
        assert file.verify() == ()


def test_a_plan_that_is_up_to_date_is_not_backed_up(path: Path) -> None:
    edition = next_edition(add_tags)
    PlanFile.open(path, edition=edition).close()
    PlanFile.open(path, edition=edition).close()
    assert len(kept()) == 1


def break_a_reference(db: Database) -> None:
    db.execute(TAGS)
    db.execute("UPDATE rotations SET mission = 'gone' WHERE id = 'r9'")


def break_a_check(db: Database) -> None:
    db.execute(TAGS)
    db.execute("PRAGMA ignore_check_constraints = ON")
    db.execute("UPDATE rotations SET military = -1 WHERE id = 'r9'")
    db.execute("PRAGMA ignore_check_constraints = OFF")


def break_off(db: Database) -> None:
    db.execute(TAGS)
    db.execute("DELETE FROM rotations")
    raise LookupError("half way")


def mistype(db: Database) -> None:
    db.execute(TAGS)
    db.execute("DELETE FROM rotatoins")


@pytest.mark.parametrize("step", [break_a_reference, break_a_check, break_off, mistype])
def test_a_step_that_fails_leaves_the_plan_as_it_was(
    path: Path, step: Callable[[Database], None]
) -> None:
    with pytest.raises(UnreadableFile, match="cannot be brought up to date"):
        PlanFile.open(path, edition=next_edition(step))
    assert len(kept()) == 1
    with PlanFile.open(path) as file:
        assert file.load() == everything()
        assert file.verify() == ()


KILLED = """
import os, sys
from pathlib import Path
from domain.store import PlanFile
from tests.domain.store.test_upgrade import add_tags, next_edition

def die(db):
    add_tags(db)
    db.execute("UPDATE rotations SET note = hex(zeroblob(100000))")
    db.execute("UPDATE missions SET note = hex(zeroblob(1000000))")
    os.kill(os.getpid(), 9)

PlanFile.open(Path(sys.argv[1]), edition=next_edition(die))
"""


def test_a_step_during_which_the_program_is_killed_leaves_the_plan_as_it_was(path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, str(path)], cwd=ROOT, check=False)
    assert done.returncode == -signal.SIGKILL
    assert path.with_name("a.kader-journal").stat().st_size > 0
    with PlanFile.open(path) as file:
        assert file.load() == everything()
        assert file.verify() == ()
    with PlanFile.open(path, edition=next_edition(add_tags)) as file:
        assert file.load() == everything()


def test_an_upgrade_for_which_there_is_no_room_leaves_the_plan_as_it_was(path: Path) -> None:
    def grow(db: Database) -> None:
        db.execute("PRAGMA max_page_count = 10")
        db.execute("UPDATE missions SET note = hex(zeroblob(1000000))")

    with pytest.raises(UnwritableFile, match="There is no room left on the disk"):
        PlanFile.open(path, edition=next_edition(grow))
    with PlanFile.open(path) as file:
        assert file.load() == everything()


def test_without_room_for_a_backup_nothing_is_changed(path: Path) -> None:
    folder = backups.folder()
    folder.parent.mkdir(parents=True)
    folder.write_bytes(b"in the way")
    before = path.read_bytes()
    with pytest.raises(UnwritableFile, match="cannot be written"):
        PlanFile.open(path, edition=next_edition(add_tags))
    assert path.read_bytes() == before


def test_an_older_plan_that_may_only_be_read_asks_for_a_copy(path: Path) -> None:
    with pytest.raises(KnownError, match=r"Copy it to a folder of your own and open the copy\.$"):
        PlanFile.open(path, read_only=True, edition=next_edition(add_tags))
    assert version_of(path) == CURRENT.version


def test_a_step_that_makes_other_tables_than_it_says_is_found(path: Path) -> None:
    with pytest.raises(UnreadableFile, match="tags is missing"):
        PlanFile.open(path, edition=next_edition(lambda _db: None))


KEPT = Path(__file__).with_name("kept")


@pytest.mark.parametrize("name", ["version-1.kader"])
def test_a_plan_that_an_older_program_made_is_opened_with_all_that_is_in_it(
    tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    path.write_bytes((KEPT / name).read_bytes())
    with PlanFile.open(path) as file:
        assert file.scenarios() == ("Plan A", "Lang")
        assert file.load("Lang") == replace(long_plan(30), name="Inzet 2026")
        assert (
            file.load()
            == RemoveRotations(("r1",))
            .apply(MoveRotations(("r5",), 7).apply(everything()).plan)
            .plan
        )
        assert file.verify() == ()
        assert (file.record, file.description("Lang")) == (None, "")
        file.describe("Lang", "As it was before the summer.")
        assert file.verify() == ()
    assert version_of(path) == CURRENT.version
