"""A plan of as many rotations as one likes, crowded enough for every rule about numbers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from domain.model import Plan, Rotation, Thing
from tests.domain.plan_builder import frame, length_rule, limit, plan, post, recovery_rule

MISSIONS = 40


def large_plan(size: int) -> Plan:
    """A plan of at least so many rotations, spread over missions."""
    things = [
        thing for place in range(MISSIONS) for thing in _at_one_mission(place, size // MISSIONS + 1)
    ]
    return plan(
        recovery_rule("ten", days=10),
        recovery_rule("quota", days=40, window=200),
        length_rule("military", at_least=2, at_most=3),
        *things,
    )


def _at_one_mission(place: int, rotations: int) -> Iterator[Thing]:
    at = f"m{place}"
    yield frame(
        at,
        limit(f"{at}/cap", 20),
        limit(f"{at}/year", 40, measure="persons_per_year"),
        limit(f"{at}/mean", 5, measure="average_per_year"),
        days=("2024-01-01", "2029-06-30"),
    )
    yield post(f"post{place}", at, 3, "2025-01-01", "2025-12-31")
    for number in range(rotations):
        yield _rotation(place, number)


def _rotation(place: int, number: int) -> Rotation:
    first_day = date(2024, 1, 1) + timedelta(days=37 * number + place)
    return Rotation(
        f"m{place}-{number}",
        f"m{place}",
        f"Rotation {number}",
        first_day,
        first_day + timedelta(days=30 + (number * place) % 90),
        military=(number + place) % 9,
        force=f"ship{place}" if number % 3 else None,
        post=f"post{place}" if number % 2 else None,
        relieves=f"m{place}-{number - 1}" if number else None,
    )
