"""Plans as nobody makes them: everything in one place, on one day, or in one chain."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from domain.model import (
    Binding,
    Category,
    Force,
    ForceKind,
    Frame,
    Limit,
    Measure,
    Mission,
    Plan,
    Rotation,
    Table,
)

FIRST: Final = date(2021, 1, 1)
_YEARS: Final = 3_650
_LENGTH: Final = 180
_EVERYBODY: Final = frozenset(Category)


def one_unit_booked_at_once(times: int) -> Plan:
    """One ship in so many places on the same days."""
    rotations = [_rotation(f"r{n}", "m0", n % 7, force="ship") for n in range(times)]
    ship = Force("ship", "Ship", ForceKind.UNIT)
    return _plan(["m0"], rotations, times, forces=Table([ship]))


def everything_on_one_day(rotations: int) -> Plan:
    """All rotations on the same days at 200 missions."""
    names = _missions(200)
    return _plan(names, [_rotation(f"r{n}", names[n % 200], 0) for n in range(rotations)], 400)


def one_mission(rotations: int) -> Plan:
    """All rotations at one mission, over ten years."""
    return _plan(["m0"], list(_spread(["m0"], rotations)), rotations // 20)


def one_frame(rotations: int, missions: int) -> Plan:
    """One frame over many missions."""
    names = _missions(missions)
    return _plan(names, list(_spread(names, rotations)), rotations // 20, together=True)


def long_reliefs(chains: int, links: int) -> Plan:
    """At each mission one chain of relief, a month each, the handover deducted."""
    names = _missions(chains)
    rotations = [
        _rotation(
            f"{name}-{n}", name, 2 * n, 30, relieves=f"{name}-{n - 1}" if n else None
        )
        for name in names
        for n in range(links)
    ]  # fmt: skip
    return _plan(names, rotations, 400, handover_counts=False)


def the_same_people(chains: int, links: int) -> Plan:
    """A few people who go on and on, ten days at a time, on one ship each."""
    names = _missions(chains)
    rotations = [
        _rotation(
            f"{name}-{n}", name, n, 3, force=name, continues=f"{name}-{n - 1}" if n else None
        )
        for name in names
        for n in range(links)
    ]  # fmt: skip
    ships = Table([Force(name, name, ForceKind.UNIT) for name in names])
    return _plan(names, rotations, 100, forces=ships)


def without_frames(rotations: int) -> Plan:
    """Nothing that is planned has a frame."""
    names = _missions(200)
    plan = _plan(names, list(_spread(names, rotations)), 0)
    return Plan(name=plan.name, missions=plan.missions, rotations=plan.rotations)


def _missions(count: int) -> list[str]:
    return [f"m{number}" for number in range(count)]


def _spread(missions: list[str], count: int) -> Iterator[Rotation]:
    for number in range(count):
        yield _rotation(f"r{number}", missions[number % len(missions)], number * 37 % _YEARS)


def _rotation(  # noqa: PLR0913 - as many as differ between these plans
    name: str,
    mission: str,
    after: int,
    days: int = _LENGTH,
    *,
    force: str | None = None,
    relieves: str | None = None,
    continues: str | None = None,
) -> Rotation:
    first = FIRST + timedelta(days=after)
    last = first + timedelta(days=days - 1)
    return Rotation(
        name, mission, name, first, last, military=1,
        force=force, relieves=relieves, continues=continues,
    )  # fmt: skip


def _plan(  # noqa: PLR0913 - as many as differ between these plans
    missions: list[str],
    rotations: list[Rotation],
    number: int,
    *,
    together: bool = False,
    handover_counts: bool = True,
    forces: Table[Force] | None = None,
) -> Plan:
    covers = [tuple(missions)] if together else [(name,) for name in missions]
    frames = [
        Frame(
            names[0], names[0], names, FIRST, FIRST + timedelta(days=2 * _YEARS),
            (Limit(f"{names[0]}/all", Measure.PERSONS, _EVERYBODY, number, Binding.MAXIMUM),),
        )
        for names in covers
    ]  # fmt: skip
    return Plan(
        name="extreme",
        missions=Table(
            [Mission(n, n, handover_days=7, handover_counts=handover_counts) for n in missions]
        ),
        frames=Table(frames),
        forces=forces or Table(()),
        rotations=Table(rotations),
    )
