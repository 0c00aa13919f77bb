"""What the heat map says of a limit and of a cell, in the current language."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from domain.language import _
from domain.model import Binding, Category, Limit, Measure, Plan
from domain.words.days import day_text
from domain.words.fixed import categories_text
from domain.words.limits import bound_text
from gui.models.heat_map import Cell, Grade, HeatRow
from gui.timeline.periods import Unit, names_of
from gui.words import word


def missions_text(row: HeatRow, plan: Plan) -> str:
    """The missions of a limit: EULEX Kosovo + EU office."""
    found = (plan.missions.get(name) for name in row.frame.missions)
    return " + ".join(mission.name for mission in found if mission is not None)


def limit_text(limit: Limit) -> str:
    """A limit in a few words: at most 4 · military."""
    parts = [bound_text(limit.binding, limit.number)]
    if limit.measure is not None and limit.measure is not Measure.PERSONS:
        parts.append(word(limit.measure))
    if len(limit.categories) == len(Category):
        parts.append(_("all categories"))
    else:
        parts.append(categories_text(limit.categories))
    return " · ".join(parts)


def cell_sentence(row: HeatRow, cell: Cell, plan: Plan, unit: Unit) -> str:
    """Everything about a cell: OSC · at most 7 · May 2026 · peak 8 of 7 on 17-05-2026."""
    parts = [missions_text(row, plan), limit_text(row.limit), period_text(row, cell, unit)]
    return " · ".join([*parts, *_state(row, cell), *_in_force(cell)])


def period_text(row: HeatRow, cell: Cell, unit: Unit) -> str:
    """The period of a cell by name: May 2026."""
    return names_of(Unit.YEAR if row.is_yearly else unit, cell.span[0])[0]


def _state(row: HeatRow, cell: Cell) -> Iterator[str]:
    if cell.grade is Grade.ABSENT:
        yield _("the frame is not in force")
        return
    yield _peak(row, cell)
    if cell.grade is Grade.FULL:
        yield _("full, which is no breach")
    elif cell.grade is Grade.MARGIN:
        yield _("within the margin of circa")
    elif cell.grade is Grade.OVER:
        yield _("above the limit")
    elif cell.grade is Grade.UNSURE:
        unread = row.limit.binding is Binding.UNREAD
        yield _("nobody has chosen what it counts") if unread else _("the number is not known")


def _peak(row: HeatRow, cell: Cell) -> str:
    if cell.peak_day is None:
        return _("nobody planned")
    value, _slash, number = row.value_text(cell).partition("/")
    day = day_text(date.fromordinal(cell.peak_day))
    if row.is_yearly:
        return _("{value} of {number} in the year").format(value=value, number=number)
    if cell.grade in {Grade.FREE, Grade.UNSURE}:
        return _("peak {value} on {day}").format(value=value, day=day)
    return _("peak {value} of {number} on {day}").format(value=value, number=number, day=day)


def _in_force(cell: Cell) -> Iterator[str]:
    """From when until when the frame holds, where that is not the whole period."""
    if cell.days is None:
        return
    first, last = (date.fromordinal(day) for day in (cell.days[0], cell.days[1] - 1))
    if cell.days[0] > cell.span[0]:
        yield _("in force from {day}").format(day=day_text(first))
    if cell.days[1] < cell.span[1]:
        yield _("in force until {day}").format(day=day_text(last))
