"""A full disk loses nothing that was saved, and the same window goes on when there is room."""

import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from domain.errors import UnwritableFile
from domain.model import Applied, MoveRotations, Plan, Put
from domain.store import PlanFile
from tests.domain.store.plans import everything, long_plan

resource = pytest.importorskip("resource", reason="limits as Unix has them")
FULL = r"^There is no room left on the disk for .*; nothing in it was changed\."


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own with room for one mebibyte."""
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(tmp_path)]
    if (
        not shutil.which("mount")
        or subprocess.run(mount, check=False, capture_output=True).returncode
    ):
        pytest.skip("only root may make a small disk")
    yield tmp_path
    subprocess.run(["umount", str(tmp_path)], check=True)


def fill(filler: Path) -> None:
    """Take all the room that is left."""
    with filler.open("wb", buffering=0) as stream, suppress(OSError):
        while stream.write(b"x" * 4096):
            pass


def with_notes(plan: Plan, text: str) -> Applied:
    """A step that gives each rotation a note."""
    rotations = tuple(replace(rotation, note=text) for rotation in plan.rotations.things())
    return Put(rotations).apply(plan)


def test_nothing_that_was_saved_is_lost_and_the_window_goes_on(small_disk: Path) -> None:
    path, filler = small_disk / "a.kader", small_disk / "filler"
    with PlanFile.create(path, [long_plan(100)]) as file:
        keeper, plan = file.keeper("Lang"), file.load()
        fill(filler)
        applied = with_notes(plan, "n" * 2_000)
        for _again in range(3):
            with pytest.raises(UnwritableFile, match=FULL):
                keeper.save(plan, applied, "notes")
        assert file.load() == plan
        filler.unlink()
        keeper.save(plan, applied, "notes")
    with PlanFile.open(path) as file:
        assert file.load() == applied.plan
        assert file.verify() == ()


def test_a_plan_on_a_full_disk_opens(small_disk: Path) -> None:
    path, filler = small_disk / "a.kader", small_disk / "filler"
    PlanFile.create(path, [everything()]).close()
    fill(filler)
    with PlanFile.open(path) as file:
        assert file.load() == everything()


def test_a_copy_for_which_there_is_no_room_leaves_what_was_there(small_disk: Path) -> None:
    target = small_disk / "b.kader"
    target.write_bytes(b"the old one")
    plan = long_plan(8_000)
    with PlanFile.create(small_disk.parent / "a.kader", [plan]) as file:
        with pytest.raises(UnwritableFile, match=FULL):
            file.save_as(target)
        assert file.load() == plan
    assert target.read_bytes() == b"the old one"
    assert list(small_disk.iterdir()) == [target]


def test_a_new_plan_for_which_there_is_no_room_is_not_there(small_disk: Path) -> None:
    with pytest.raises(UnwritableFile, match=FULL):
        PlanFile.create(small_disk / "a.kader", [long_plan(8_000)])
    assert list(small_disk.iterdir()) == []


def test_a_file_that_may_not_grow_keeps_what_was_saved(tmp_path: Path) -> None:
    path = tmp_path / "a.kader"
    with PlanFile.create(path, [long_plan(100)]) as file:
        keeper, plan = file.keeper("Lang"), file.load()
        moved = MoveRotations(("r000001",), 1).apply(plan)
        keeper.save(plan, moved, "move")
        limits = resource.getrlimit(resource.RLIMIT_FSIZE)
        ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size, limits[1]))
        try:
            with pytest.raises(UnwritableFile, match="nothing in it was changed"):
                keeper.save(moved.plan, with_notes(moved.plan, "n" * 2_000), "notes")
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
            signal.signal(signal.SIGXFSZ, ignored)
        assert file.load() == moved.plan
        applied = with_notes(moved.plan, "n")
        keeper.save(moved.plan, applied, "notes")
    with PlanFile.open(path) as file:
        assert file.load() == applied.plan
        assert file.verify() == ()
