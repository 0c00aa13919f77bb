"""Strength: for each limit its peak in each month, computed from the sheet Rotations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from openpyxl.utils import get_column_letter

from domain.engine.spans import overlap
from domain.exchange.workbook.all_missions import put_all_missions
from domain.exchange.workbook.book import Book
from domain.exchange.workbook.calendar import Stretch, Unit, month_grid, places_of
from domain.exchange.workbook.columns import Column, Value, aside, number, text
from domain.exchange.workbook.contents import Contents
from domain.exchange.workbook.filling import Filling, State, fillings
from domain.exchange.workbook.formulas import Formula, in_this_row, literal
from domain.exchange.workbook.live_strength import MOST_DAYS, Counting, counting_of
from domain.exchange.workbook.looks import Look
from domain.exchange.workbook.marks import Mark, equals, mark, mark_cells
from domain.exchange.workbook.naming import frame_name, labels_of, missions_text
from domain.exchange.workbook.presence import Presence, presences
from domain.exchange.workbook.sheets.sheet import Sheet
from domain.exchange.workbook.table import Placed, TableSheet, write_table
from domain.exchange.workbook.words import short_limit_text
from domain.language import _
from domain.model import ABOUT, NUMBERED, Limit, Measure, Settings

NAME: Final = "strength"
MOST_WORK: Final = 30_000_000
"""How many comparisons a spreadsheet may be asked for; some seconds for those in use."""
_A_PAGE: Final = 24
_FROZEN: Final = 5
_DAILY: Final = frozenset({Measure.PERSONS, Measure.TEAMS})
_PEAK, _NUMBER, _MARGIN = "peak", "number", "x_margin"


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


def write(book: Book, contents: Contents) -> None:
    """Add the sheet."""
    stretches = month_grid(contents.period).stretches
    rows = rows_of(contents)
    together = all_together(contents)
    what = _("For each limit on persons or teams at once its peak in each month.")
    about = TableSheet(
        NAME, _("Strength"), what, _lead(rows), _columns(contents, stretches), _FROZEN
    )
    placed = write_table(book, contents.material, about, rows)
    book.remarks.extend(_remarks(rows))
    _mark(placed, stretches)
    sheet = placed.sheet
    sheet.page_setup.fitToWidth = max(1, -(-len(stretches) // _A_PAGE))
    sheet.print_title_cols = f"A:{get_column_letter(_FROZEN)}"
    put_all_missions(book, placed, together, stretches, _PEAK)


def _lead(rows: Sequence[Row]) -> str:
    text = _("The highest strength on any day of the month; empty where the frame is not in force.")
    if any(row.counting for row in rows):
        return f"{text} {_('The cells follow the sheet Rotations.')}"
    return text


def _remarks(rows: Sequence[Row]) -> Iterator[str]:
    fixed = sum(row.counting is None for row in rows)
    if fixed:
        yield _(
            "On Strength the months of {count} limits of {all} are values too: the plan is too "
            "large for a spreadsheet to compute them, people who hand over are deducted there, or "
            "no formula can name the missions."
        ).format(count=fixed, all=len(rows))


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


def _columns(contents: Contents, stretches: Sequence[Stretch]) -> tuple[Column[Row], ...]:
    plan = contents.plan

    def peak(row: Row) -> Value:
        if not stretches:
            return None
        cells = in_this_row(NAME, stretches[0].title, stretches[-1].title)
        return Formula(f"MAX({cells})", row.highest)

    def state(row: Row) -> Value:
        return _state(row) if stretches else None

    return (
        text(
            "missions", _("Missions"), lambda r: missions_text(plan, r.filling.frame.missions), 20
        ),
        text("x_limit", _("Limit"), lambda r: short_limit_text(r.filling.limit), 26),
        number(_NUMBER, _("Number"), lambda r: r.filling.limit.number),
        Column(_PEAK, _("Peak"), peak, Look.NUMBER),
        Column("state", _("State"), state, Look.COMPUTED, 18),
        *(_month(place, stretch) for place, stretch in enumerate(stretches)),
        aside("frame", _("National frame"), lambda r: frame_name(plan, r.filling.frame), Look.TEXT),
        aside(
            "x_live",
            _("Cells"),
            lambda r: _("values") if r.counting is None else _("computed"),
            Look.TEXT,
        ),
        aside(_MARGIN, _("Margin"), lambda r: r.margin, Look.NUMBER),
        aside("id", _("Limit id"), lambda r: r.filling.limit.id),
    )


def _month(place: int, stretch: Stretch) -> Column[Row]:
    def value(row: Row) -> Value:
        return row.peaks[place]

    return Column(stretch.key, stretch.title, value, Look.GRID, filtered=False)


def _value(peak: Value) -> int:
    value = peak.value if isinstance(peak, Formula) else peak
    return value if isinstance(value, int) else 0


def _margin(limit: Limit, settings: Settings) -> int | None:
    """How far above its number a limit is still about that number; none without a number."""
    if limit.binding not in NUMBERED or limit.number is None:
        return None
    return settings.margin(limit.number) if limit.binding in ABOUT else 0


def _state(row: Row) -> Value:
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


def _mark(placed: Placed, stretches: Sequence[Stretch]) -> None:
    marks = {State.EXCEEDED: Mark.ERROR, State.ABOUT: Mark.WARNING, State.FULL: Mark.FULL}
    words = [(equals(placed, "state", _(state.value)), how) for state, how in marks.items()]
    mark(placed, "state", words)
    if not stretches:
        return
    first, last = (placed.letters[stretch.key] for stretch in (stretches[0], stretches[-1]))
    row = placed.rows.first
    cell, number, margin = f"{first}{row}", placed.first_cell(_NUMBER), placed.first_cell(_MARGIN)
    mark_cells(
        placed.sheet,
        f"{first}{row}:{last}{placed.rows.last}",
        [
            (f"ISBLANK({cell})", Mark.UNSURE),
            (f"AND(ISNUMBER({number}),{cell}>{number}+{margin})", Mark.ERROR),
            (f"AND(ISNUMBER({number}),{cell}>{number})", Mark.WARNING),
            (f"AND(ISNUMBER({number}),{cell}>0,{cell}={number})", Mark.FULL),
        ],
    )


SHEET: Final = Sheet(rows=lambda contents: len(contents.material.profiles), write=write)
