"""When a backup is to be made, and which ones need not be kept any longer."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Final

from domain.values import dataclass


class Reason(StrEnum):
    """Why a backup was made."""

    NAMED = "named"
    """Someone asked for it, and gave it a name."""
    DAY = "day"
    """It was the first change of a day."""
    HALF_HOUR = "half-hour"
    """There were changes, and the last backup was half an hour old."""
    UPGRADE = "upgrade"
    """The file was about to get a newer form."""
    IMPORT = "import"
    """Another plan was about to take the place of a scenario."""
    MERGE = "merge"
    """A scenario of someone else was about to be taken in."""
    RESTORE = "restore"
    """A backup was about to be put back."""
    REMOVAL = "removal"
    """A scenario was about to be taken out."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A whole copy of a plan as it was at some moment."""

    path: Path
    made: datetime
    stem: str
    """The name of the file that it is a copy of."""
    place: str
    """What tells that file from others of its name."""
    reason: Reason
    label: str = ""


HALF_HOUR: Final = timedelta(minutes=30)
_DAY: Final = timedelta(days=1)
_KEEP_ALL: Final = _DAY
_KEEP_STEPS: Final = timedelta(days=30)
_KEEP_DAYS: Final = timedelta(days=31)
_KEEP_WEEKS: Final = timedelta(days=366)
_BEFORE_A_STEP: Final = frozenset(set(Reason) - {Reason.NAMED, Reason.DAY, Reason.HALF_HOUR})


def due(
    now: datetime, last: datetime | None, created: datetime, changed: datetime
) -> Reason | None:
    """Why a backup is to be made before the next change, or none.

    ``last`` is when the last one was made, ``changed`` when the plan was last changed. A plan
    that was made today needs none at its first change.
    """
    today = now.astimezone().date()
    if last is None and created.astimezone().date() < today:
        return Reason.DAY
    if last is not None and last.astimezone().date() < today:
        return Reason.DAY
    since = created if last is None else last
    return Reason.HALF_HOUR if now - since >= HALF_HOUR and changed > since else None


def to_thin(backups: Iterable[Backup], now: datetime) -> tuple[Backup, ...]:
    """Those of the backups of one plan that need not be kept any longer, the newest first.

    Kept are: those with a name, for ever; all of the last day, and the newest; those that were
    made before an import, a merge, a removal or an upgrade for a month; the last of each day for
    a month, of each week for a year, of each month after that.
    """
    gone: list[Backup] = []
    seen: set[tuple[object, ...]] = set()
    for backup in sorted(backups, key=lambda backup: backup.made, reverse=True):
        period = _period(backup.made, now)
        first_seen = period not in seen
        seen.add(period)
        if not (first_seen or _is_kept(backup, now)):
            gone.append(backup)
    return tuple(gone)


def _is_kept(backup: Backup, now: datetime) -> bool:
    age = now - backup.made
    return (
        backup.reason is Reason.NAMED
        or age < _KEEP_ALL
        or (backup.reason in _BEFORE_A_STEP and age < _KEEP_STEPS)
    )


def _period(made: datetime, now: datetime) -> tuple[object, ...]:
    """The stretch of time of which the last backup is kept."""
    day = made.astimezone().date()
    if now - made < _KEEP_DAYS:
        return "day", day
    if now - made < _KEEP_WEEKS:
        return "week", *day.isocalendar()[:2]
    return "month", day.year, day.month
