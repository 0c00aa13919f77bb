"""Where nothing may be written a plan opens to be read, and says so."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from domain.errors import ReadOnlyPlan
from domain.model import MoveRotations
from domain.store import PlanFile
from tests.domain.store.plans import everything

ROOT = Path(__file__).resolve().parents[3]
# Root may write everywhere, so the one who tries is nobody.
TRY = """
import json, os, sys
from pathlib import Path
from domain.errors import KnownError
from domain.store import PlanFile, copies
if os.getuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
said = {}
try:
    with PlanFile.open(Path(sys.argv[1])) as file:
        said["read_only"] = file.read_only
        said["rotations"] = len(file.load().rotations)
        if len(sys.argv) > 2:
            file.save_as(Path(sys.argv[2]))
except KnownError as error:
    said["error"] = type(error).__name__
    said["sentence"] = error.sentence
print(json.dumps(said))
"""
unix_only = pytest.mark.skipif(not hasattr(os, "setuid"), reason="rights as Unix has them")


@pytest.fixture
def path() -> Iterator[Path]:
    """A plan in a folder into which everyone may look."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        PlanFile.create(Path(folder, "a.kader"), [everything()]).close()
        yield Path(folder, "a.kader")
        Path(folder).chmod(0o755)


def as_nobody(*arguments: Path) -> dict[str, object]:
    """What a user without rights finds."""
    done = subprocess.run(
        [sys.executable, "-c", TRY, *map(str, arguments)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    said: dict[str, object] = json.loads(done.stdout)
    return said


def test_a_plan_that_is_opened_to_be_read_cannot_be_changed(path: Path) -> None:
    with PlanFile.open(path, read_only=True) as file:
        assert file.read_only
        plan, keeper = file.load(), file.keeper("Plan A")
        assert plan == everything()
        edit = MoveRotations(("r5",), 1)
        with pytest.raises(ReadOnlyPlan, match="is open to be read only"):
            keeper.save(plan, edit.apply(plan), edit.label)
        with pytest.raises(ReadOnlyPlan):
            keeper.save(plan, MoveRotations(("r5",), 0).apply(plan), "nothing")
        with pytest.raises(ReadOnlyPlan):
            file.put_scenario(plan)
        with pytest.raises(Exception, match="open another one first"):
            file.remove_scenario("Plan A")
        assert file.verify() == ()


def test_reading_leaves_no_trace(path: Path) -> None:
    before = path.read_bytes()
    with PlanFile.open(path, read_only=True) as file:
        file.load()
        assert sorted(path.parent.iterdir()) == [path]
    assert path.read_bytes() == before
    assert sorted(path.parent.iterdir()) == [path]


def test_the_current_scenario_of_a_plan_to_be_read_stays(path: Path) -> None:
    with PlanFile.open(path, read_only=True) as file:
        file.make_current("Plan A")
        assert file.current == "Plan A"


@unix_only
def test_a_file_that_may_not_be_written_opens_to_be_read(path: Path) -> None:
    path.chmod(0o444)
    path.parent.chmod(0o777)
    assert as_nobody(path) == {"read_only": True, "rotations": 4}


@unix_only
def test_a_file_in_a_folder_that_may_not_be_written_opens_to_be_read(path: Path) -> None:
    path.chmod(0o666)
    path.parent.chmod(0o555)
    assert as_nobody(path) == {"read_only": True, "rotations": 4}


@unix_only
def test_a_file_that_may_not_be_read_is_refused(path: Path) -> None:
    path.chmod(0o000)
    said = as_nobody(path)
    assert said["error"] == "UnreadableFile"
    assert "cannot be read (Permission denied)" in str(said["sentence"])


@unix_only
def test_a_copy_of_what_may_only_be_read_can_be_saved_elsewhere(path: Path) -> None:
    other = path.with_name("open")
    other.mkdir()
    other.chmod(0o777)
    path.parent.chmod(0o555)
    assert as_nobody(path, other / "b.kader") == {"read_only": True, "rotations": 4}
    with PlanFile.open(other / "b.kader", read_only=True) as file:
        assert file.load() == everything()


@unix_only
def test_a_copy_into_a_folder_that_may_not_be_written_is_refused(path: Path) -> None:
    path.parent.chmod(0o555)
    said = as_nobody(path, path.with_name("b.kader"))
    assert said["error"] == "UnwritableFile"
    assert str(said["sentence"]).startswith(f"{path.with_name('b.kader')} cannot be written (")
    assert sorted(path.parent.iterdir()) == [path]


KILLED = """
import os, sys
from pathlib import Path
from domain.store import PlanFile
file = PlanFile.open(Path(sys.argv[1]))
connection = file._access.connection
connection.execute("PRAGMA cache_size = 1")
connection.execute("PRAGMA cache_spill = 1")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE rotations SET note = hex(zeroblob(20000))")
connection.execute("UPDATE missions SET note = hex(zeroblob(20000))")
os.kill(os.getpid(), 9)
"""


def killed_half_way(path: Path) -> None:
    """Leave a plan as a crash in the middle of a step leaves it."""
    subprocess.run([sys.executable, "-c", KILLED, str(path)], cwd=ROOT, check=False)
    assert path.with_name(f"{path.name}-journal").stat().st_size > 0


def test_what_a_crash_left_half_done_is_undone_when_the_plan_is_opened(path: Path) -> None:
    killed_half_way(path)
    with PlanFile.open(path) as file:
        assert file.load() == everything()
        assert file.verify() == ()


def test_it_is_undone_too_when_the_plan_is_only_to_be_read(path: Path) -> None:
    killed_half_way(path)
    with PlanFile.open(path, read_only=True) as file:
        assert file.read_only
        assert file.load() == everything()


@unix_only
def test_where_it_cannot_be_undone_the_plan_is_refused(path: Path) -> None:
    killed_half_way(path)
    path.chmod(0o666)
    path.with_name("a.kader-journal").chmod(0o666)
    path.parent.chmod(0o555)
    said = as_nobody(path)
    assert said["error"] == "UnreadableFile"
    assert "was not closed properly" in str(said["sentence"])
    path.parent.chmod(0o755)
    with PlanFile.open(path) as file:
        assert file.load() == everything()


def test_a_copy_over_what_a_crash_left_half_done_is_whole(path: Path) -> None:
    target = path.with_name("b.kader")
    shutil.copy(path, target)
    killed_half_way(target)
    with PlanFile.open(path) as file:
        file.save_as(target)
    with PlanFile.open(target) as file:
        assert file.load() == everything()
        assert file.verify() == ()
