"""Putting the workbook in its place: whole or not at all, and stopped when asked."""

from __future__ import annotations

import os
import resource
import signal
from pathlib import Path

import pytest

from domain.errors import Cancelled, UnwritableFile
from domain.exchange.workbook import write_workbook
from tests.domain import plan_builder as build
from tests.domain.exchange.workbook.workbooks import material, silently

PLAN = build.plan(
    *(build.rotation(f"r{n}", "osc", "2026-01-01", "2026-04-30", military=4) for n in range(250))
)


def test_progress_goes_up_to_its_end(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    write_workbook(
        tmp_path / "a.xlsx", material(PLAN), lambda done, all_: told.append((done, all_))
    )
    done = [one for one, _all in told]
    assert done[0] == 0
    assert done == sorted(done)
    assert len(done) > 5
    assert told[-1][0] == told[-1][1]


@pytest.mark.parametrize("share", [0.0, 0.3, 0.7, 1.0])
def test_stopping_leaves_no_file_and_no_trace(tmp_path: Path, share: float) -> None:
    def stop(done: int, total: int) -> None:
        if done >= share * total:
            raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        write_workbook(tmp_path / "a.xlsx", material(PLAN), stop)
    assert list(tmp_path.iterdir()) == []


def test_stopping_leaves_the_old_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"old")

    def stop(done: int, total: int) -> None:
        if done == total:
            raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        write_workbook(path, material(PLAN), stop)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnwritableFile, match=r"a\.xlsx"):
        write_workbook(tmp_path / "missing" / "a.xlsx", material(PLAN), silently)


def test_a_place_where_a_folder_stands_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").mkdir()
    with pytest.raises(UnwritableFile):
        write_workbook(tmp_path / "a.xlsx", material(PLAN), silently)
    assert [path.name for path in tmp_path.iterdir()] == ["a.xlsx"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_permission_is_said_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"old")
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(UnwritableFile):
            write_workbook(path, material(PLAN), silently)
        assert path.read_bytes() == b"old"
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.skipif(os.name != "posix", reason="only there can a file be kept from growing")
def test_a_full_disk_leaves_the_old_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"old")
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, before[1]))
    try:
        with pytest.raises(UnwritableFile):
            write_workbook(path, material(PLAN), silently)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
