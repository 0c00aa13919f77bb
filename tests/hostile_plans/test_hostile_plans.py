"""Every hostile or damaged file is refused with a sentence, every good one is taken in."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from domain.errors import FileInUse, KnownError, NewerFile, UnreadableFile, UnwritableFile
from domain.store import PlanFile
from domain.store.confinement import Limits
from domain.store.inspection import inspect
from domain.store.receiving import receive, received
from tests.domain.store.plans import everything, long_plan
from tests.hostile_plans.making import (
    HARMS,
    edited_plan,
    flipped,
    good_plan,
    harmed,
    sent_plan,
)

KEPT = Path(__file__).resolve().parent.parent / "domain" / "store" / "kept"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("plans")


@pytest.fixture(scope="module")
def good(folder: Path) -> Path:
    return good_plan(folder)


def looked_at(path: Path, folder: Path) -> Path:
    """The clean copy that is made of a file, here and not in a process of its own."""
    clean = folder / "clean.kader"
    clean.unlink(missing_ok=True)
    inspect(path, clean, Path("theirs.kader"), Limits.for_file(path.stat().st_size))
    return clean


def refusal(path: Path, folder: Path) -> str:
    with pytest.raises((UnreadableFile, NewerFile)) as caught:
        looked_at(path, folder)
    sentence = caught.value.sentence
    assert sentence.startswith("theirs.kader ")
    assert sentence.endswith(".")
    assert "Traceback" not in sentence
    return sentence


@pytest.mark.parametrize("name", HARMS)
def test_a_hostile_file_is_refused_with_a_sentence(good: Path, tmp_path: Path, name: str) -> None:
    path = harmed(good, name, tmp_path)
    before = path.read_bytes()
    refusal(path, tmp_path)
    assert path.read_bytes() == before


def test_every_flipped_bit_of_a_file_that_was_sent_is_found(tmp_path: Path) -> None:
    content = sent_plan(tmp_path).read_bytes()
    dice, path = random.Random(2026), tmp_path / "flipped.kader"
    for _turn in range(300):
        path.write_bytes(flipped(content, dice))
        refusal(path, tmp_path)


def test_a_flipped_bit_since_is_found_or_is_no_part_of_the_plan(tmp_path: Path) -> None:
    path = edited_plan(tmp_path)
    content = path.read_bytes()
    with PlanFile.open(path, read_only=True) as file:
        said = said_in(file)
    dice, found = random.Random(2027), 0
    for _turn in range(60):
        path.write_bytes(flipped(content, dice))
        try:
            clean = looked_at(path, tmp_path)
        except KnownError:
            found += 1
            continue
        with PlanFile.open(clean, read_only=True) as file:
            assert said_in(file) == said
    assert found


Said = tuple[object, ...]


def said_in(file: PlanFile) -> Said:
    """All that a file says."""
    each = [
        (file.load(name), file.history(name), file.description(name)) for name in file.scenarios()
    ]
    return each, file.plan_id, file.name, file.head(), file.current, file.record


@pytest.mark.parametrize("make", [good_plan, sent_plan, edited_plan])
def test_a_good_file_is_taken_in_whole(tmp_path: Path, make: Callable[[Path], Path]) -> None:
    path = make(tmp_path)
    with PlanFile.open(path, read_only=True) as file:
        said = said_in(file)
    with received(path) as clean:
        assert clean.read_only
        assert said_in(clean) == said
        assert clean.verify() == ()


def test_a_file_of_an_older_program_is_taken_in_as_one_of_this(tmp_path: Path) -> None:
    before = (KEPT / "version-1.kader").read_bytes()
    with received(KEPT / "version-1.kader") as clean:
        assert clean.scenarios() == ("Plan A", "Lang")
        assert clean.verify() == ()
    assert (KEPT / "version-1.kader").read_bytes() == before
    assert list(tmp_path.iterdir()) == []


def test_a_large_plan_is_taken_in(tmp_path: Path) -> None:
    path = tmp_path / "large.kader"
    with PlanFile.create(path, [long_plan(5000)]) as file:
        plan = file.load()
    with received(path) as clean:
        assert clean.load() == plan


@pytest.mark.parametrize("beside", ["-journal", "-wal", "-shm"])
def test_what_stands_beside_a_file_does_nothing(good: Path, tmp_path: Path, beside: str) -> None:
    path = tmp_path / "theirs.kader"
    shutil.copyfile(good, path)
    other = path.with_name(path.name + beside)
    shutil.copyfile(good, other)
    with received(path) as clean:
        assert clean.load("Lang").rotations == long_plan(40).rotations
    assert other.read_bytes() == good.read_bytes()


def test_a_journal_that_would_turn_it_into_something_else_does_nothing(
    good: Path, tmp_path: Path
) -> None:
    path = tmp_path / "theirs.kader"
    shutil.copyfile(good, path)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN")
        connection.execute("UPDATE rotations SET note = hex(zeroblob(5000))")
        shutil.copyfile(f"{path}-journal", tmp_path / "hot")
        connection.execute("ROLLBACK")
    shutil.copyfile(good, path)
    shutil.move(tmp_path / "hot", f"{path}-journal")
    with received(path) as clean:
        assert clean.verify() == ()
    assert path.read_bytes() == good.read_bytes()


@pytest.mark.parametrize(
    "name", ["a trigger", "an empty file", "a text of forty megabytes", "a plan of a newer program"]
)
def test_another_process_refuses_it_too(good: Path, tmp_path: Path, name: str) -> None:
    path = harmed(good, name, tmp_path)
    kind = NewerFile if name == "a plan of a newer program" else UnreadableFile
    with pytest.raises(kind, match=r"harmed\.kader"), received(path):
        pass


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    for path, said in ((tmp_path, "is a folder"), (tmp_path / "lost.kader", "does not exist")):
        with pytest.raises(UnreadableFile, match=said), received(path):
            pass
    large = tmp_path / "large.kader"
    with large.open("wb") as file:
        file.truncate(1 << 30)
    with pytest.raises(UnreadableFile, match="larger than any plan"), received(large):
        pass


def test_a_plan_that_is_open_here_is_not_touched(tmp_path: Path) -> None:
    with PlanFile.create(tmp_path / "mine.kader", [everything()]) as file:
        with pytest.raises(FileInUse), received(file.path):
            pass
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            sqlite3.connect(file.path, timeout=0).execute("BEGIN IMMEDIATE")


def test_a_process_that_dies_is_a_refusal(
    good: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "python"
    program.write_text("#!/bin/sh\nkill -9 $$\n")
    program.chmod(0o755)
    monkeypatch.setattr("sys.executable", str(program))
    with pytest.raises(UnreadableFile, match="could not be looked at without harm"), received(good):
        pass


def test_what_takes_too_long_is_given_up(good: Path, tmp_path: Path) -> None:
    clean = tmp_path / "clean.kader"
    with pytest.raises(UnreadableFile, match="takes longer to look at"):
        inspect(good, clean, Path("theirs.kader"), Limits(seconds=-1, memory=0))


def test_a_colleagues_file_becomes_one_of_ones_own(tmp_path: Path) -> None:
    path = sent_plan(tmp_path)
    target = tmp_path / "mine.kader"
    receive(path, target)
    with PlanFile.open(target) as file:
        assert file.verify() == ()
        assert not file.read_only
    with pytest.raises(UnwritableFile, match="is there already"):
        receive(path, target)
