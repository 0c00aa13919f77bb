"""Backups: whole copies of a plan in a folder of the user's own, each opened and checked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Final
from urllib.parse import quote, unquote

from domain.disk import folder_on_disk
from domain.store.driver import Connection, connect, require_whole
from domain.store.files import beside, put_in_place
from domain.store.keeping import Backup, Reason, to_thin
from domain.store.troubles import known_troubles

_ENDING: Final = ".kader"
_BETWEEN: Final = ","
_MOMENT: Final = "%Y%m%d-%H%M%S"
_LONGEST_PART: Final = 80
"""Characters of a name of a file that come from a name that someone gave."""


def folder() -> Path:
    """Where backups are kept: a folder for each plan."""
    from platformdirs import user_data_path

    return user_data_path("kader", appauthor=False) / "backups"


def place_of(path: Path) -> str:
    """What tells a file from others, copies of the same plan among them."""
    return sha256(str(path.resolve()).encode()).hexdigest()[:8]


def backups_of(plan_id: str) -> tuple[Backup, ...]:
    """All backups of a plan, the newest first."""
    return _sorted(_read(folder() / plan_id, "*"))


def backups_at(path: Path) -> tuple[Backup, ...]:
    """All backups of what stands or stood in one place, the newest first; it is not opened."""
    return _sorted(_read(folder(), f"*/*{_BETWEEN}{place_of(path)}{_BETWEEN}*"))


def _sorted(backups: Iterator[Backup]) -> tuple[Backup, ...]:
    return tuple(sorted(backups, key=_moment, reverse=True))


def _moment(backup: Backup) -> tuple[datetime, int]:
    """When a backup was made: names say the second, and of one second the files say the rest."""
    try:
        return backup.made, backup.path.stat().st_mtime_ns
    except OSError:
        return backup.made, 0


def _read(place: Path, pattern: str) -> Iterator[Backup]:
    with suppress(OSError):
        for path in place.glob(f"{pattern}{_ENDING}"):
            with suppress(ValueError):
                yield _backup_in(path)


def _backup_in(path: Path) -> Backup:
    """The backup in a file; raises ValueError when the name is not that of one."""
    said = path.name.removesuffix(_ENDING).split(_BETWEEN)
    moment, stem, place, reason, label = said[:5]
    made = datetime.strptime(moment, _MOMENT).replace(tzinfo=UTC)
    return Backup(path, made, unquote(stem), place, Reason(reason), unquote(label))


def keep(connection: Connection, path: Path, reason: Reason, label: str = "") -> Backup:
    """A checked backup of a plan in the form that it has now; raises UnwritableFile.

    Older backups that need not be kept any longer are taken away.
    """
    (plan_id,) = connection.execute("SELECT id FROM plan").fetchone()
    now = datetime.now(UTC)
    target = _free_name(folder() / plan_id, path, now, reason, label)
    with known_troubles(target, writing=True):
        folder_on_disk(target.parent)
        back_up(connection, target)
    backup = _backup_in(target)
    here = [one for one in backups_of(plan_id) if one.place == backup.place]
    for old in to_thin(here, now):
        with suppress(OSError):
            old.path.unlink(missing_ok=True)
    return backup


def _free_name(place: Path, path: Path, now: datetime, reason: Reason, label: str) -> Path:
    said = [
        now.strftime(_MOMENT),
        _part(path.stem),
        place_of(path),
        reason.value,
        _part(label),
    ]
    target = place / f"{_BETWEEN.join(said)}{_ENDING}"
    number = 1
    while target.exists():
        number += 1
        target = place / f"{_BETWEEN.join([*said, str(number)])}{_ENDING}"
    return target


def _part(text: str) -> str:
    """A text as part of the name of a file."""
    kept = quote(text, safe=" ")
    while len(kept) > _LONGEST_PART:
        text = text[:-1]
        kept = quote(text, safe=" ")
    return kept


def keep_before_upgrade(connection: Connection, path: Path, version: int) -> Backup:
    """A backup of a plan in the form that it has now; raises UnwritableFile if it cannot be."""
    return keep(connection, path, Reason.UPGRADE, str(version))


def back_up(connection: Connection, target: Path) -> None:
    """A whole and checked copy of what a connection has open, put in place when it is on disk."""
    with beside(target) as copy:
        with closing(connect(copy, "rwc")) as other:
            connection.backup(other)
            require_whole(other, target)
        put_in_place(copy, target)


def restore(backup: Backup, target: Path) -> None:
    """Put the plan of a backup, as a fresh file, where nothing stands.

    Raises UnwritableFile, or UnreadableFile when the backup is not whole.
    """
    from domain.store.copies import save_as_new

    save_as_new(backup.path, target.resolve())
