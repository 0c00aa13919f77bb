"""When backups are made by themselves, and which of them are kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.store.keeping import Backup, Reason, due, to_thin

NOON = datetime(2026, 3, 18, 12, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
LONG_AGO = NOON - 400 * DAY


@pytest.fixture(autouse=True)
def in_utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    import time

    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def backup(age: timedelta, reason: Reason = Reason.HALF_HOUR) -> Backup:
    return Backup(Path(f"{age}"), NOON - age, "plan", "0", reason)


@pytest.mark.parametrize(
    ("last", "created", "changed", "reason"),
    [
        (None, LONG_AGO, LONG_AGO, Reason.DAY),
        (NOON - DAY, LONG_AGO, NOON - DAY, Reason.DAY),
        (NOON - 13 * HOUR, LONG_AGO, NOON - 13 * HOUR, Reason.DAY),
        (None, NOON - MINUTE, NOON - MINUTE, None),
        (None, NOON - HOUR, NOON - MINUTE, Reason.HALF_HOUR),
        (None, NOON - HOUR, NOON - HOUR, None),
        (NOON - 29 * MINUTE, LONG_AGO, NOON - MINUTE, None),
        (NOON - 30 * MINUTE, LONG_AGO, NOON - MINUTE, Reason.HALF_HOUR),
        (NOON - HOUR, LONG_AGO, NOON - 2 * HOUR, None),
    ],
    ids=[
        "an old plan, no backup yet",
        "the last one is of yesterday",
        "the last one is of yesterday evening",
        "a plan of this minute",
        "a plan of an hour, with changes",
        "a plan of an hour, without",
        "not yet half an hour",
        "half an hour",
        "nothing was changed since the last one",
    ],
)
def test_a_backup_is_due(
    last: datetime | None, created: datetime, changed: datetime, reason: Reason | None
) -> None:
    assert due(NOON, last, created, changed) is reason


def test_all_of_the_last_day_are_kept() -> None:
    backups = [backup(number * HOUR / 2) for number in range(48)]
    assert to_thin(backups, NOON) == ()


def test_of_earlier_days_the_last_one_is_kept() -> None:
    early, late = backup(3 * DAY), backup(3 * DAY - HOUR)
    assert to_thin([early, late], NOON) == (early,)


def test_after_a_month_the_last_of_each_week_is_kept() -> None:
    tuesday, wednesday = backup(50 * DAY), backup(49 * DAY)
    assert to_thin([tuesday, wednesday], NOON) == (tuesday,)


def test_after_a_year_the_last_of_each_month_is_kept() -> None:
    # 8, 13 and 17 January, and 7 February 2024
    backups = [backup(days * DAY) for days in (800, 795, 791, 770)]
    assert to_thin(backups, NOON) == (backups[1], backups[0])


def test_what_has_a_name_is_kept_for_ever() -> None:
    named = [backup(900 * DAY + number * HOUR, Reason.NAMED) for number in range(5)]
    assert to_thin(named, NOON) == ()


@pytest.mark.parametrize("reason", [Reason.MERGE, Reason.IMPORT, Reason.UPGRADE])
def test_what_was_made_before_a_great_step_is_kept_for_a_month(reason: Reason) -> None:
    month = [backup(20 * DAY, reason), backup(20 * DAY - HOUR)]
    older = [backup(60 * DAY, reason), backup(60 * DAY - HOUR)]
    assert to_thin(month, NOON) == ()
    assert to_thin(older, NOON) == (older[0],)


ages = st.lists(st.timedeltas(timedelta(0), timedelta(days=1500)), max_size=60, unique=True)


@given(ages, st.sampled_from(Reason))
def test_the_newest_is_always_kept_and_a_second_time_nothing_goes(
    some: list[timedelta], reason: Reason
) -> None:
    backups = [backup(age, reason) for age in some]
    gone = to_thin(backups, NOON)
    kept = [one for one in backups if one not in gone]
    assert bool(kept) is bool(backups)
    if backups:
        assert max(one.made for one in backups) in {one.made for one in kept}
    assert to_thin(kept, NOON) == ()


@given(st.integers(1, 1400))
def test_a_plan_of_many_years_has_few_backups(days: int) -> None:
    backups = [backup(number * DAY / 2) for number in range(2 * days)]
    kept = len(backups) - len(to_thin(backups, NOON))
    assert kept <= 34 + 55 + days / 28 + 2
