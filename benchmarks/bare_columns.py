"""The columns that the yardstick reads: rotations, and small tables of all the rest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from operator import attrgetter

import numpy as np
from numpy.typing import NDArray

from domain.engine.in_force import in_force_spans
from domain.model import Category, ForceKind, Measure, Plan, Status

Longs = NDArray[np.int64]
CATEGORIES = tuple(Category)


@dataclass(frozen=True)
class BareColumns:
    """A plan as arrays: one row a rotation, then one a limit and mission, and so on."""

    start: Longs
    end: Longs
    mission: Longs
    people: Longs
    """One row a category."""
    unit: Longs
    pool: Longs
    limits: Longs
    """One row a limit and mission: mission, limit, first day, end."""
    counted: Longs
    """One row a limit: for each category one or nothing."""
    numbers: Longs
    covered: Longs
    """One row a mission, three categories: first day and end of the frames, laid together."""
    mandated: Longs
    """One row a mission: first day and end of the mandates."""
    supply: Longs

    @property
    def size(self) -> int:
        """How many rotations there are."""
        return len(self.start)


def read_columns(plan: Plan) -> BareColumns:
    """The columns of a plan."""
    rows = [row for row in plan.rotations.things() if row.status is not Status.CANCELLED]
    missions = {name: code for code, name in enumerate(plan.missions)}
    units, pools = (
        [force.id for force in plan.forces.things() if force.kind is kind] for kind in ForceKind
    )
    unit_codes: dict[str | None, int] = {name: code for code, name in enumerate(units)}
    pool_codes: dict[str | None, int] = {name: code for code, name in enumerate(pools)}
    forces = list(map(attrgetter("force"), rows))
    first, last = (map(attrgetter(name), rows) for name in ("first_day", "last_day"))
    ordinal = date.toordinal
    in_force = in_force_spans(plan)
    limits = [
        (frame, limit, span)
        for frame, limit in plan.limits()
        if limit.measure is Measure.PERSONS and limit.number is not None
        if (span := in_force[frame.id]) is not None
    ]
    return BareColumns(
        start=np.fromiter(map(ordinal, first), np.int64, len(rows)),
        end=np.fromiter(map(ordinal, last), np.int64, len(rows)) + 1,
        mission=np.fromiter((missions[row.mission] for row in rows), np.int64, len(rows)),
        people=np.array([list(map(attrgetter(one.value), rows)) for one in CATEGORIES], np.int64),
        unit=np.fromiter((unit_codes.get(force, -1) for force in forces), np.int64, len(rows)),
        pool=np.fromiter((pool_codes.get(force, -1) for force in forces), np.int64, len(rows)),
        limits=np.array(
            [
                (missions[name], code, *span)
                for code, (frame, _limit, span) in enumerate(limits)
                for name in frame.missions
            ],
            np.int64,
        ),
        counted=np.array(
            [[one in limit.categories for one in CATEGORIES] for _f, limit, _s in limits], np.int64
        ),
        numbers=np.array([limit.number for _frame, limit, _span in limits], np.int64),
        covered=_covered(plan),
        mandated=_mandated(plan),
        supply=np.array(
            [sum(step.quantity for step in plan.forces[name].supply[:1]) for name in pools],
            np.int64,
        ),
    )


def _covered(plan: Plan) -> Longs:
    in_force, missions = in_force_spans(plan), list(plan.missions)
    found = np.zeros((len(missions), len(CATEGORIES), 2), np.int64)
    found[:, :, 0] = 1 << 30
    codes = {name: code for code, name in enumerate(missions)}
    for frame in plan.frames.things():
        span = in_force[frame.id]
        for name in frame.missions if span else ():
            for number, category in enumerate(CATEGORIES):
                if category in frame.categories and span:
                    own = found[codes[name], number]
                    own[:] = min(own[0], span[0]), max(own[1], span[1])
    return found


def _mandated(plan: Plan) -> Longs:
    found = np.zeros((len(plan.missions), 2), np.int64)
    found[:, 0] = 1 << 30
    codes = {name: code for code, name in enumerate(plan.missions)}
    for mandate in plan.mandates.things():
        own = found[codes[mandate.mission]]
        own[:] = min(own[0], mandate.start), max(own[1], mandate.end)
    return found
