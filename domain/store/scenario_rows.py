"""What holds for a scenario as a whole, as the row that it has in the file."""

from __future__ import annotations

from typing import Any, Final

from domain.model import Marking, Plan, Settings
from domain.store.fields import Field, Row, day, plain
from domain.store.nested_fields import open_points
from domain.store.records import Shape, misfit


def _marking() -> Field:
    columns = ("marking_level", "marking_text", "marking_colour")
    return Field("marking", columns, _marking_cells, _marking_value)


def _marking_cells(given: Marking | None) -> Row:
    return (None,) * 3 if given is None else (given.level, given.text, given.colour)


def _marking_value(*cells: Any) -> Marking | None:  # noqa: ANN401 - the table says what they are
    return None if cells[0] is None else Marking(*cells)


_SETTINGS: Final = Shape(
    Settings,
    (
        *plain("circa_percent", "circa_least"),
        _marking(),
        day("planning_first_day"),
        day("planning_last_day"),
    ),
)
_OPEN_POINTS: Final = open_points("open_points")
COLUMNS: Final = ("name", "derived_from", *_SETTINGS.columns, "open_points")


def scenario_row(plan: Plan) -> Row:
    """The cells of a scenario."""
    settings = _SETTINGS.row(plan.settings)
    return (plan.scenario, plan.derived_from, *settings, *_OPEN_POINTS.cells(plan.open_points))


def plan_of(name: str, row: Row) -> Plan:
    """A plan of a name with what the row of a scenario says, its lists still empty.

    Raises Misfit when the row says what no scenario can.
    """
    scenario, derived_from, *settings, points = row
    with misfit(f"scenario {scenario}"):
        return Plan(
            name=name,
            scenario=str(scenario),
            derived_from=None if derived_from is None else str(derived_from),
            settings=Settings(**_SETTINGS.values(tuple(settings))),
            open_points=_OPEN_POINTS.value(points),
        )
