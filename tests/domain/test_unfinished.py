"""What a program left in the making is removed when it is gone for certain, and never before."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from domain.exchange.files import write_safely
from domain.store import PlanFile
from domain.unfinished import part_of, private_folder, sweep, sweep_private_folders
from tests.domain.store.plans import long_plan

ROOT = Path(__file__).resolve().parents[2]
MAKER = """
import sys
from pathlib import Path
from domain.unfinished import part_of, private_folder
part = part_of(Path(sys.argv[1]))
for one in (part, part.with_name(part.name + "-journal")):
    one.write_text("half")
print(private_folder(), flush=True)
sys.stdin.read()
"""
A_WEEK = 7 * 24 * 3600


@contextmanager
def maker(target: Path) -> Iterator[tuple[subprocess.Popen[str], Path]]:
    """A program with a file in the making and a private folder; alive until it is killed."""
    with subprocess.Popen(
        [sys.executable, "-c", MAKER, str(target)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        folder = Path(process.stdout.readline().strip())
        try:
            yield process, folder
        finally:
            process.kill()


@pytest.fixture(autouse=True)
def own_folder_for_what_is_private(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A temporary folder that nothing else uses."""
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr("tempfile.tempdir", None)
    return folder


def parts(folder: Path) -> list[Path]:
    return [one for one in folder.iterdir() if ".part" in one.name]


def test_of_a_program_that_lives_nothing_is_removed(tmp_path: Path) -> None:
    with maker(tmp_path / "a.xlsx") as (_process, folder):
        sweep(tmp_path)
        sweep_private_folders()
        assert len(parts(tmp_path)) == 2
        assert folder.is_dir()


def test_of_a_program_that_was_killed_all_is_removed(tmp_path: Path) -> None:
    with maker(tmp_path / "a.xlsx") as (process, folder):
        folder.joinpath("names.kader").write_text("names")
        process.kill()
        process.wait()
        sweep(tmp_path)
        sweep_private_folders()
        assert parts(tmp_path) == []
        assert not folder.exists()


def test_of_a_program_that_ended_and_is_not_yet_buried_all_is_removed(tmp_path: Path) -> None:
    with maker(tmp_path / "a.xlsx") as (process, _folder):
        process.kill()
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
        sweep(tmp_path)
        assert parts(tmp_path) == []


def test_an_export_and_the_opening_of_a_plan_remove_what_lies_beside(tmp_path: Path) -> None:
    plan = tmp_path / "a.kader"
    PlanFile.create(plan, [long_plan(3)]).close()
    ways: list[Callable[[], object]] = [
        lambda: write_safely(tmp_path / "a.csv", b"new"),
        lambda: PlanFile.open(plan).close(),
    ]
    for do in ways:
        with maker(tmp_path / "a.csv") as (process, _folder):
            process.kill()
            process.wait()
        assert len(parts(tmp_path)) == 2
        do()
        assert parts(tmp_path) == []


def test_the_backup_folder_is_swept_by_the_next_backup(tmp_path: Path) -> None:
    with PlanFile.create(tmp_path / "a.kader", [long_plan(3)]) as file:
        place = file.back_up("one").path.parent
        with maker(place / "b.kader") as (process, _folder):
            process.kill()
            process.wait()
        file.back_up("two")
        assert parts(place) == []


def _renamed(path: Path, place: int, to: str) -> Path:
    """A file whose maker says something else: 0 the machine, 1 the run of the system."""
    said = re.findall(r"(?<=-)[0-9a-f]{8}(?=-)", path.name)
    return path.rename(path.with_name(path.name.replace(said[place], to)))


def _ours(folder: Path) -> Path:
    part = part_of(folder / "a.pdf")
    part.write_text("half")
    return part


def test_what_another_machine_makes_stays_however_old(tmp_path: Path) -> None:
    theirs = _renamed(_ours(tmp_path), 0, "00000000")
    os.utime(theirs, (0, 0))
    sweep(tmp_path)
    assert theirs.exists()


def test_what_was_made_before_the_machine_was_started_anew_stays_for_a_day(tmp_path: Path) -> None:
    before = _renamed(_ours(tmp_path), 1, "00000000")
    sweep(tmp_path)
    assert before.exists()
    age = before.stat().st_mtime - A_WEEK
    os.utime(before, (age, age))
    sweep(tmp_path)
    assert not before.exists()


def test_another_process_that_got_the_same_number_is_not_the_maker(tmp_path: Path) -> None:
    ours = _ours(tmp_path)
    before = re.sub(r"-\d+(-[0-9a-f]{12}\.part)", r"-1\1", ours.name)
    other = ours.rename(ours.with_name(before))
    sweep(tmp_path)
    assert not other.exists()


def test_what_this_program_makes_itself_stays(tmp_path: Path) -> None:
    ours, folder = _ours(tmp_path), private_folder()
    sweep(tmp_path)
    sweep_private_folders()
    assert ours.exists()
    assert folder.is_dir()


def test_files_of_others_that_look_alike_stay(tmp_path: Path) -> None:
    names = (".a.part", ".a.xlsx.0123456789ab.part", "a.kader", ".kader-x.part")
    for name in names:
        tmp_path.joinpath(name).write_text("")
    sweep(tmp_path)
    assert {one.name for one in tmp_path.iterdir()} >= set(names)


def test_a_link_that_is_called_as_a_private_folder_leads_nowhere(
    tmp_path: Path, own_folder_for_what_is_private: Path
) -> None:
    treasure = tmp_path / "treasure"
    treasure.mkdir()
    treasure.joinpath("a").write_text("")
    folder = private_folder()
    folder.rmdir()
    link = own_folder_for_what_is_private / re.sub(r"-\d+-(\w+)$", r"-1-\1", folder.name)
    link.symlink_to(treasure)
    os.utime(link, (0, 0), follow_symlinks=False)
    sweep_private_folders()
    assert treasure.joinpath("a").exists()


def test_a_long_name_leaves_room_for_the_maker(tmp_path: Path) -> None:
    target = tmp_path / ("n" * 250)
    write_safely(target, b"whole")
    assert target.read_bytes() == b"whole"
