"""A copy under another name is whole, fresh, and there only when it is."""

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from domain.errors import FileInUse, Refused, UnreadableFile, UnwritableFile
from domain.model import MoveRotations, RemoveRotations
from domain.store import PlanFile
from tests.domain.store.plans import everything, long_plan
from tests.domain.store.test_holding import holding


@pytest.fixture
def file(tmp_path: Path) -> Iterator[PlanFile]:
    with PlanFile.create(tmp_path / "a.kader", [everything(), long_plan(30)]) as opened:
        yield opened


def test_a_copy_holds_all_scenarios_and_the_journal_of_the_same_plan(file: PlanFile) -> None:
    target = file.path.with_name("b.kader")
    file.save_as(target)
    with PlanFile.open(target) as copy:
        assert copy.scenarios() == file.scenarios()
        assert copy.load("Plan A") == everything()
        assert (copy.plan_id, copy.head()) == (file.plan_id, file.head())
        assert copy.verify() == ()
    assert file.path != target


def test_the_plan_itself_stays_open_and_can_be_saved(file: PlanFile) -> None:
    file.save_as(file.path.with_name("b.kader"))
    plan = file.load()
    applied = MoveRotations(("r5",), 1).apply(plan)
    file.keeper("Plan A").save(plan, applied, "move")
    assert file.load() == applied.plan


def test_a_copy_holds_nothing_that_was_removed(tmp_path: Path) -> None:
    plan = long_plan(30)
    rotation = plan.rotations["r000003"]
    with PlanFile.create(tmp_path / "a.kader", [plan]) as file:
        file.put_scenario(long_plan(2), "")
        file.save_as(tmp_path / "b.kader")
    tables = (tmp_path / "b.kader").read_bytes()
    assert rotation.name.encode() in tables  # the journal still says what was removed
    assert tables.count(rotation.name.encode()) == 1


def test_a_copy_takes_the_place_of_another_file(file: PlanFile) -> None:
    target = file.path.with_name("b.kader")
    PlanFile.create(target, [long_plan(5)]).close()
    file.save_as(target)
    target.with_name("c.kader").write_bytes(b"something else")
    file.save_as(target.with_name("c.kader"))
    for name in ("b.kader", "c.kader"):
        with PlanFile.open(target.with_name(name)) as copy:
            assert copy.load() == everything()
    names = {"a.kader", "a.kader.lock", "b.kader", "c.kader"}
    assert {path.name for path in target.parent.iterdir()} == names


@pytest.mark.skipif(os.name == "nt", reason="rights as Unix has them")
def test_who_could_open_the_file_that_was_there_can_open_the_copy(file: PlanFile) -> None:
    target = file.path.with_name("b.kader")
    PlanFile.create(target, [long_plan(5)]).close()
    target.chmod(0o664)
    file.save_as(target)
    assert stat.S_IMODE(target.stat().st_mode) == 0o664


def test_a_plan_is_not_copied_onto_itself(file: PlanFile) -> None:
    link = file.path.with_name("link.kader")
    link.symlink_to(file.path)
    for target in (file.path, link):
        with pytest.raises(Refused, match="is this plan itself"):
            file.save_as(target)
    assert file.verify() == ()


def test_a_plan_that_someone_has_open_is_not_replaced(file: PlanFile) -> None:
    target = file.path.with_name("b.kader")
    with PlanFile.create(target, [long_plan(5)]) as here, pytest.raises(FileInUse):
        file.save_as(here.path)
    with holding(target) as other:
        with pytest.raises(FileInUse):
            file.save_as(target)
        other.communicate("")
    with PlanFile.open(target) as kept:
        assert kept.load() == long_plan(5)


def test_there_is_no_copy_in_a_folder_that_is_not_there(file: PlanFile, tmp_path: Path) -> None:
    with pytest.raises(UnwritableFile, match="cannot be written"):
        file.save_as(tmp_path / "nowhere" / "b.kader")


def test_a_folder_is_not_replaced_by_a_copy(file: PlanFile, tmp_path: Path) -> None:
    (tmp_path / "b.kader").mkdir()
    with pytest.raises(UnwritableFile, match="cannot be written"):
        file.save_as(tmp_path / "b.kader")
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "a.kader",
        "a.kader.lock",
        "b.kader",
    ]


DAMAGE = """
import sys
from pathlib import Path
from domain.errors import UnreadableFile
from domain.store import PlanFile
path, target = map(Path, sys.argv[1:])
with PlanFile.open(path) as file:
    size = path.stat().st_size
    with path.open("r+b") as stream:
        stream.seek(4096)
        stream.write(b"\\xa5" * (size - 4096))
    try:
        file.save_as(target)
    except UnreadableFile as error:
        print(error.sentence)
"""


def test_a_damaged_plan_is_not_copied_over_a_whole_one(tmp_path: Path) -> None:
    path, target = tmp_path / "a.kader", tmp_path / "b.kader"
    PlanFile.create(path, [long_plan(20_000)]).close()  # more than SQLite remembers
    PlanFile.create(target, [long_plan(5)]).close()
    said = subprocess.run(
        [sys.executable, "-c", DAMAGE, str(path), str(target)],
        cwd=Path(__file__).resolve().parents[3],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert said.startswith(f"{path} is damaged (")
    with PlanFile.open(target) as kept:
        assert kept.load() == long_plan(5)
    with pytest.raises(UnreadableFile):
        PlanFile.open(path)


def test_removed_rows_leave_nothing_in_the_plan_itself_but_the_journal(tmp_path: Path) -> None:
    plan = long_plan(30)
    with PlanFile.create(tmp_path / "a.kader", [plan]) as file:
        applied = RemoveRotations(("r000003",)).apply(plan)
        file.keeper("Lang").save(plan, applied, "remove")
    # The journal says what was removed; nothing else does.
    assert (tmp_path / "a.kader").read_bytes().count(b"Rotatie 3") == 1
