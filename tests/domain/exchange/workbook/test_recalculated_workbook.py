"""The formulas of the workbook give what the engine gave, says a spreadsheet program."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest
from openpyxl import load_workbook

from domain.baselines import plans_of
from domain.exchange.workbook import write_workbook
from domain.language import set_language
from domain.model import Frame, Mission, Plan, Rotation
from tests.domain import plan_builder as build
from tests.domain.exchange.workbook.recalculating import (
    OFFICE,
    WITHOUT,
    formulas_of,
    recalculated,
)
from tests.domain.exchange.workbook.workbooks import material, rows_of, silently

pytestmark = pytest.mark.skipif(OFFICE is None, reason=WITHOUT)
BASELINES = ("nl-2020", "nl-2024", "nl-2025", "sample")
CATEGORIES = ("military", "civilian", "police")
ODD_NAMES = (
    "A*",
    "A?",
    "B~",
    '"quoted"',
    "=1+1",
    "<5",
    "2026",
    "Missie & co",
    "x[1]#'",
    "Ångström",
)


def random_plan(seed: int) -> Plan:
    """Missions with odd names, frames of all kinds, rotations that overlap, relieve, continue."""
    dice = Random(seed)
    missions = [
        Mission(
            f"m{number}",
            name,
            region=f"Region {number % 3}",
            handover_days=dice.choice((0, 14)),
            handover_counts=dice.random() < 0.7,
        )
        for number, name in enumerate(ODD_NAMES)
    ]
    frames = [_frame(dice, number, missions) for number in range(14)]
    rotations: list[Rotation] = []
    for number in range(60):
        rotations.append(_rotation(dice, number, missions, rotations))
    return build.plan(*missions, *frames, *rotations)


def _frame(dice: Random, number: int, missions: list[Mission]) -> Frame:
    named = " ".join(one.id for one in dice.sample(missions, dice.choice((1, 1, 2, 3))))
    limits = [
        build.limit(
            f"limit-{number}-{place}",
            dice.choice((None, 0, 3, 8, 20)),
            " ".join(dice.sample(CATEGORIES, dice.choice((1, 2, 3)))),
            measure=dice.choice(("persons", "persons", "teams", "average_per_year")),
        )
        for place in range(dice.choice((1, 2, 3)))
    ]
    first = dice.choice((None, f"2026-0{dice.randint(1, 9)}-{dice.randint(10, 28)}"))
    last = dice.choice((None, f"2027-0{dice.randint(1, 9)}-{dice.randint(10, 28)}"))
    return build.frame(named, *limits, id_=f"frame-{number}", days=(first, last))


def _rotation(
    dice: Random, number: int, missions: list[Mission], before: list[Rotation]
) -> Rotation:
    start = date(2026, 1, 1).toordinal() + dice.randint(0, 600)
    end = start + dice.randint(0, 200)
    earlier = dice.choice(before) if before and dice.random() < 0.4 else None
    tie = dice.choice(("relieves", "continues", "part_of"))
    mission = earlier.mission if earlier and tie == "relieves" else dice.choice(missions).id
    made = build.rotation(
        f"r{number}",
        mission,
        date.fromordinal(start).isoformat(),
        date.fromordinal(end).isoformat(),
        military=dice.randint(0, 9),
        civilian=dice.choice((0, 0, 2)),
        police=dice.choice((0, 0, 3)),
        teams=dice.randint(0, 3),
        status=dice.choice(("planned", "planned", "draft", "cancelled")),
    )
    return made if earlier is None else replace(made, **{tie: earlier.id})  # type: ignore[arg-type]


def write(folder: Path, name: str, plan: Plan, **fields: object) -> Path:
    path = folder / f"{name}.xlsx"
    write_workbook(path, material(plan, **fields), silently)  # type: ignore[arg-type]
    return path


def require_equal(folder: Path, workbooks: list[Path]) -> None:
    for path, again in zip(workbooks, recalculated(folder, workbooks), strict=True):
        formulas = list(formulas_of(path, again))
        assert len(formulas) > 50, path
        different = [one for one in formulas if (one[1] or 0) != pytest.approx(one[2] or 0)]
        assert different == [], path
        checks = rows_of(load_workbook(again, data_only=True), "control")
        assert checks, path
        assert [check for check in checks if check["agrees"] is not True] == [], path


def test_every_formula_of_the_baselines_gives_what_the_engine_gave(tmp_path: Path) -> None:
    workbooks = [
        write(tmp_path, f"{name}-{number}", plan)
        for name in BASELINES
        for number, plan in enumerate(plans_of(name))
    ]
    require_equal(tmp_path, workbooks)


def test_every_formula_of_random_plans_gives_what_the_engine_gave(tmp_path: Path) -> None:
    workbooks = [write(tmp_path, f"random-{seed}", random_plan(seed)) for seed in range(4)]
    require_equal(tmp_path, workbooks)


def test_so_it_is_in_dutch_for_a_period_and_for_the_public(tmp_path: Path) -> None:
    plan = random_plan(7)
    period = {"first_day": date(2026, 3, 10), "last_day": date(2026, 11, 20)}
    workbooks = [
        write(tmp_path, "period", plan, **period),
        write(tmp_path, "public", plan, public=True),
    ]
    set_language("nl")
    try:
        workbooks.append(write(tmp_path, "dutch", plan))
    finally:
        set_language("en")
    require_equal(tmp_path, workbooks)


def test_a_change_on_rotations_shows_on_strength_and_fails_on_control(tmp_path: Path) -> None:
    plan = build.plan(
        build.frame("osc", build.limit("cap", 7), days=("2026-01-01", "2026-12-31")),
        build.rotation("r1", "osc", "2026-02-01", "2026-06-30", military=5),
    )
    path = write(tmp_path, "changed", plan)
    workbook = load_workbook(path)
    (cell,) = [cell for row in workbook["Rotations"].iter_rows() for cell in row if cell.value == 5]
    cell.value = 8
    workbook.save(path)
    (again,) = recalculated(tmp_path, [path])
    changed = load_workbook(again, data_only=True)
    (strength,) = rows_of(changed, "strength")
    assert (strength["peak"], strength["state"]) == (8, "exceeded")
    assert (strength["2026-02"], strength["2026-06"]) == (8, 8)
    failing = {check["what"] for check in rows_of(changed, "control") if not check["agrees"]}
    assert "Military" in failing
