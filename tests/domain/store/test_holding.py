"""One window or command has a plan; the next one is told who, and the file is free after that."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from domain.errors import FileInUse
from domain.model import MoveRotations
from domain.store import PlanFile
from domain.store.holder import holder_of, user_name
from tests.domain.store.plans import everything

ROOT = Path(__file__).resolve().parents[3]
HOLD = """
import sys
from pathlib import Path
from domain.store import PlanFile
with PlanFile.open(Path(sys.argv[1])):
    print("open", flush=True)
    sys.stdin.read()
"""
TRY = """
import sys
from pathlib import Path
from domain.errors import KnownError
from domain.store import PlanFile
try:
    PlanFile.open(Path(sys.argv[1]), read_only=sys.argv[2:] == ["ro"]).close()
    print("opened")
except KnownError as error:
    print(error.sentence)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    PlanFile.create(tmp_path / "a.kader", [everything()]).close()
    return tmp_path / "a.kader"


def holding(path: Path) -> subprocess.Popen[str]:
    """Another program that has the plan open until it is told to stop."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    return process


def tried(path: Path, *how: str) -> str:
    """What another program hears that opens the plan."""
    return subprocess.run(
        [sys.executable, "-c", TRY, str(path), *how],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()


def test_another_program_is_told_who_has_the_plan_open_and_since_when(path: Path) -> None:
    with holding(path) as other:
        with pytest.raises(FileInUse) as caught:
            PlanFile.open(path)
        other.communicate("")
    assert f"has been open with {user_name()} on " in caught.value.sentence
    assert " since 20" in caught.value.sentence
    assert caught.value.sentence.endswith("or look at a backup.")


def test_a_reader_is_told_too(path: Path) -> None:
    with holding(path) as other:
        with pytest.raises(FileInUse):
            PlanFile.open(path, read_only=True)
        other.communicate("")


def test_the_plan_is_free_again_when_the_other_closes_it(path: Path) -> None:
    with holding(path) as other:
        other.communicate("")
    with PlanFile.open(path) as file:
        assert file.load() == everything()


def test_the_plan_is_free_again_when_the_other_is_killed(path: Path) -> None:
    with holding(path) as other:
        other.send_signal(signal.SIGKILL)
        other.wait()
    assert holder_of(path) is not None
    with PlanFile.open(path) as file:
        assert not file.read_only
    assert sorted(path.parent.iterdir()) == [path]


def test_the_same_program_cannot_open_a_plan_twice_and_so_keeps_its_lock(path: Path) -> None:
    with PlanFile.open(path) as file:
        for read_only in (False, True):
            with pytest.raises(FileInUse):
                PlanFile.open(path, read_only=read_only)
        assert "has been open with" in tried(path)
        keeper, plan = file.keeper("Plan A"), file.load()
        keeper.save(plan, MoveRotations(("r5",), 1).apply(plan), "")
        assert "has been open with" in tried(path)
    assert tried(path) == "opened"


def test_readers_do_not_keep_each_other_or_a_writer_out(path: Path) -> None:
    with PlanFile.open(path, read_only=True) as file:
        file.load()
        assert tried(path, "ro") == "opened"
        assert tried(path) == "opened"
        assert file.load() == everything()


def test_a_reader_that_looks_again_is_told_when_someone_has_taken_the_plan(path: Path) -> None:
    with PlanFile.open(path, read_only=True) as file, holding(path) as other:
        with pytest.raises(FileInUse):
            file.load()
        other.communicate("")


def test_a_file_that_cannot_be_opened_can_be_tried_again(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:5_000])
    for _again in range(2):
        with pytest.raises(Exception, match="is damaged"):
            PlanFile.open(path)
    path.write_bytes(whole)
    assert tried(path) == "opened"


@pytest.mark.parametrize(
    "note",
    [
        "",
        "[]",
        "rubbish",
        '{"user": 1, "host": "h", "since": "2026-01-01"}',
        '{"user": "u", "host": "h", "since": "then"}',
        '{"user": "' + "[" * 5_000,
    ],
)
def test_a_note_that_cannot_be_read_tells_nothing(path: Path, note: str) -> None:
    with PlanFile.open(path):
        path.with_name("a.kader.lock").write_text(note)
        assert tried(path).startswith(f"{path} is open in another window or command.")


def test_a_note_shows_only_what_can_be_printed_and_not_much_of_it(path: Path) -> None:
    said = {"user": "a\u202e\nb" + "c" * 99, "host": "h", "since": "2026-01-01T10:00:00+00:00"}
    path.with_name("a.kader.lock").write_text(json.dumps(said))
    holder = holder_of(path)
    assert holder is not None
    assert holder.user == "ab" + "c" * 62


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="a system without numbers for users")
def test_a_user_without_a_name_has_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os, "getuid", lambda: 4_000_000)
    assert user_name() == "4000000"
