"""The rows of the sheet Strength: limits with their peaks, and how they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from domain.engine.spans import overlap
from domain.exchange.workbook.calendar import Stretch, Unit, month_grid, places_of
from domain.exchange.workbook.columns import Value
from domain.exchange.workbook.contents import Contents
from domain.exchange.workbook.filling import Filling, State, fillings
from domain.exchange.workbook.formulas import Formula, in_this_row, literal
from domain.exchange.workbook.live_strength import MOST_DAYS, Counting, counting_of
from domain.exchange.workbook.naming import labels_of
from domain.exchange.workbook.presence import Presence, presences
from domain.language import _
from domain.model import ABOUT, NUMBERED, Limit, Measure, Settings

NAME: Final = "strength"
MOST_WORK: Final = 30_000_000
"""How many comparisons a spreadsheet may be asked for; some seconds for those in use."""
_DAILY: Final = frozenset({Measure.PERSONS, Measure.TEAMS})


@dataclass(frozen=True, slots=True)
class Row:
    """A limit with its peaks; ``counting`` if they are computed from the rotations."""

    filling: Filling
    peaks: Sequence[Value]
    counting: Counting | None
    margin: int | None

    @property
    def highest(self) -> int:
        """The highest of its peaks."""
        return max((_value(peak) for peak in self.peaks), default=0)

    @property
    def sum(self) -> int:
        """All of its peaks added up."""
        return sum(map(_value, self.peaks))


def all_together(contents: Contents) -> list[Presence]:
    """All missions together, month by month."""
    rotations = list(contents.plan.rotations.things())
    return presences(rotations, month_grid(contents.period), MOST_WORK)


def month_titles(contents: Contents) -> list[str]:
    """The headings of the months, or of the years where those are too many."""
    return [stretch.title for stretch in month_grid(contents.period).stretches]


def rows_of(contents: Contents) -> list[Row]:
    """A row for each limit that counts day by day and is in force in the period shown."""
    grid = month_grid(contents.period)
    stretches = grid.stretches
    shown = [filling for filling in fillings(contents) if _is_shown(filling, contents)]
    labels = labels_of(contents.plan.missions.things())
    countings = [counting_of(contents.plan, labels, one.frame, one.limit) for one in shown]
    work = _work(shown, countings, stretches) * len(contents.plan.rotations)
    if grid.unit is Unit.YEAR or work > MOST_WORK:
        countings = [None] * len(shown)
    return [
        Row(
            filling,
            list(_peaks(filling, counting, stretches)),
            counting,
            _margin(filling.limit, contents.plan.settings),
        )
        for filling, counting in zip(shown, countings, strict=True)
    ]


def _is_shown(filling: Filling, contents: Contents) -> bool:
    in_force = filling.profile.in_force
    if contents.period is None or in_force is None:
        return False
    counts = filling.limit.measure in _DAILY
    return counts and contents.period.part_of(in_force) is not None


def _work(
    shown: Sequence[Filling], countings: Sequence[Counting | None], stretches: Sequence[Stretch]
) -> int:
    """How many sums over all rotations the cells need."""
    return sum(
        counting.sums * MOST_DAYS * len(places_of(stretches, filling.profile.in_force))
        for filling, counting in zip(shown, countings, strict=True)
        if counting is not None and filling.profile.in_force is not None
    )


def _peaks(
    filling: Filling, counting: Counting | None, stretches: Sequence[Stretch]
) -> Iterator[Value]:
    highest = [0] * len(stretches)
    for step in filling.profile.steps:
        for place in places_of(stretches, (step.start, step.end)):
            highest[place] = max(highest[place], step.value)
    for stretch, peak in zip(stretches, highest, strict=True):
        in_force = filling.profile.in_force
        days = None if in_force is None else overlap(stretch.days, in_force)
        if days is None:
            yield None
        else:
            yield peak if counting is None else Formula(counting.peak(days), peak)


def _value(peak: Value) -> int:
    value = peak.value if isinstance(peak, Formula) else peak
    return value if isinstance(value, int) else 0


def _margin(limit: Limit, settings: Settings) -> int | None:
    """How far above its number a limit is still about that number; none without a number."""
    if limit.binding not in NUMBERED or limit.number is None:
        return None
    return settings.margin(limit.number) if limit.binding in ABOUT else 0


def state_of(row: Row) -> Value:
    """How a limit stands in the period, as a word that follows the peak."""
    number, margin = row.filling.limit.number, row.margin
    if number is None or margin is None:
        return _(row.filling.state.value)
    peak = row.highest
    state = State.FULL if peak and peak == number else State.FITS
    if peak > number:
        state = State.ABOUT if peak <= number + margin else State.EXCEEDED
    words = {one: literal(_(one.value)) for one in State}
    here, most, more = (in_this_row(NAME, title) for title in (_("Peak"), _("Number"), _("Margin")))
    return Formula(
        f"IF({here}>{most}+{more},{words[State.EXCEEDED]},"
        f"IF({here}>{most},{words[State.ABOUT]},"
        f"IF(AND({here}>0,{here}={most}),{words[State.FULL]},{words[State.FITS]})))",
        _(state.value),
    )
