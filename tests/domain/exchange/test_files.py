"""Files that are whole or not there."""

from __future__ import annotations

import resource
import signal
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from domain.errors import UnwritableFile
from domain.exchange.files import replacing, write_safely


@contextmanager
def no_room_for_more_than(size: int) -> Iterator[None]:
    """No file of this process may grow beyond a size, as on a disk that is full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)


def test_a_new_file_holds_what_was_written(tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    write_safely(path, b"new")

    assert path.read_bytes() == b"new"


def test_an_old_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    path.write_bytes(b"a long old text")
    write_safely(path, b"new")

    assert path.read_bytes() == b"new"


def test_nothing_else_is_left(tmp_path: Path) -> None:
    write_safely(tmp_path / "plan.json", b"new")

    assert [path.name for path in tmp_path.iterdir()] == ["plan.json"]


def test_others_may_read_what_they_might_read_of_any_new_file(tmp_path: Path) -> None:
    ordinary, path = tmp_path / "ordinary", tmp_path / "plan.json"
    ordinary.touch()
    write_safely(path, b"new")

    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IMODE(ordinary.stat().st_mode)


def test_a_full_disk_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    path.write_bytes(b"old")

    with no_room_for_more_than(1_000), pytest.raises(UnwritableFile) as refused:
        write_safely(path, b"x" * 10_000)

    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["plan.json"]
    assert refused.value.sentence.startswith(f"{path} cannot be written: ")
    assert refused.value.sentence.endswith(".")


def test_a_folder_in_its_place_is_left(tmp_path: Path) -> None:
    (tmp_path / "plan.json").mkdir()

    with pytest.raises(UnwritableFile, match=r"cannot be written: .+\.$"):
        write_safely(tmp_path / "plan.json", b"new")
    assert (tmp_path / "plan.json").is_dir()
    assert len(list(tmp_path.iterdir())) == 1


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(UnwritableFile, match=r"cannot be written: .+\.$"):
        write_safely(tmp_path / "nowhere" / "plan.json", b"new")
    assert list(tmp_path.iterdir()) == []


def test_a_failure_while_writing_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    path.write_bytes(b"old")

    def write_half() -> None:
        with replacing(path) as beside:
            beside.write_bytes(b"half")
            raise ValueError(beside)

    with pytest.raises(ValueError, match=r"plan\.json"):
        write_half()
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["plan.json"]


@pytest.mark.parametrize("beside", ["~$plan.xlsx", ".~lock.plan.xlsx#"])
def test_a_file_that_an_office_has_open_is_said_to_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, beside: str
) -> None:
    path = tmp_path / "plan.xlsx"
    path.write_bytes(b"old")
    (tmp_path / beside).touch()

    def as_windows_does(_self: Path, _target: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", as_windows_does)
    with pytest.raises(UnwritableFile, match="is open in another program, most likely Excel"):
        write_safely(path, b"new")
    assert path.read_bytes() == b"old"
    assert {one.name for one in tmp_path.iterdir()} == {"plan.xlsx", beside}
