"""Timeline: the rotations of each mission as bars of filled cells, below the days of its frames."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from domain.engine.in_force import in_force_spans
from domain.exchange.workbook.bars import FRAME, NAME, NO_FRAME, Bars, legend
from domain.exchange.workbook.book import Book
from domain.exchange.workbook.calendar import Grid, Unit, places_of, week_grid
from domain.exchange.workbook.contents import Contents
from domain.exchange.workbook.lanes import lanes_of
from domain.exchange.workbook.layout import Line, Lines, Spot, spots
from domain.exchange.workbook.looks import HEADLINE, Look
from domain.exchange.workbook.page import set_page
from domain.exchange.workbook.sheets.sheet import Sheet
from domain.exchange.workbook.top import put_top
from domain.exchange.workbook.widths import width_of_all
from domain.language import _
from domain.model import Frame, Mission, Rotation
from domain.reports.regions import by_region, region_text
from domain.words.limits import short_limit_text

_FIRST: Final = 2
_WIDEST_NAME: Final = 34.0
_WIDTHS: Final = {Unit.WEEK: 2.9, Unit.MONTH: 4.8, Unit.YEAR: 7.0}
_A_PAGE: Final = {Unit.WEEK: 60, Unit.MONTH: 48, Unit.YEAR: 20}
_HEADINGS: Final = 2


def write(book: Book, contents: Contents) -> None:
    """Add the sheet."""
    grid = week_grid(contents.period)
    title, what = _("Timeline"), _("The rotations of each mission as bars, below its frames.")
    sheet = book.add_sheet(title, what)
    columns = _FIRST + len(grid.stretches) - 1
    row = put_top(sheet, contents.material, title, _lead(grid), max(columns, _FIRST))
    drawing = _Drawing(book, contents, grid)
    lines = Lines(row, max(columns, _FIRST + 80), list(drawing.lines()))
    book.put_rows(sheet, lines)
    _set_widths(sheet, contents, grid)
    heading = row + 2
    sheet.freeze_panes = f"{get_column_letter(_FIRST)}{heading + _HEADINGS}"
    set_page(sheet, contents.material, heading, _HEADINGS)
    sheet.page_setup.fitToWidth = max(1, -(-len(grid.stretches) // _A_PAGE[grid.unit]))
    sheet.print_title_cols = "A:A"
    sheet.print_area = f"A1:{get_column_letter(max(columns, _FIRST))}{lines.last}"


def _lead(grid: Grid) -> str:
    unit = {
        Unit.WEEK: _("A column is an ISO week."),
        Unit.MONTH: _("A column is a month."),
        Unit.YEAR: _("A column is a year."),
    }[grid.unit]
    rest = _("A bar begins with its number of persons; cancelled rotations are left out.")
    return f"{unit} {rest}"


def _set_widths(sheet: Worksheet, contents: Contents, grid: Grid) -> None:
    names = [mission.name for mission in contents.plan.missions.things()]
    sheet.column_dimensions["A"].width = min(max(width_of_all(names), 16.0), _WIDEST_NAME)
    for place in range(len(grid.stretches)):
        letter = get_column_letter(_FIRST + place)
        sheet.column_dimensions[letter].width = _WIDTHS[grid.unit]


class _Drawing:
    """The lines of the sheet, from the legend to the last lane."""

    def __init__(self, book: Book, contents: Contents, grid: Grid) -> None:
        self._book, self._contents, self._grid = book, contents, grid
        self._styles = book.styles
        self._bars = Bars(contents, book.styles, _FIRST)
        self._frames_at = _frames_at(contents, grid)

    def lines(self) -> Iterator[Line]:
        """All of them."""
        yield Line(list(legend(self._bars, _WIDTHS[self._grid.unit])))
        yield Line(())
        yield from self._headings()
        region = None
        for mission, rotations in self._missions():
            if mission.region != region:
                region = mission.region
                yield Line(spots(self._styles, Look.SECTION, [region_text(region)]), 20)
            yield Line(list(self._frames(mission)))
            for lane in lanes_of(rotations, self._grid.stretches):
                yield Line(list(self._bars.spots(lane)))

    def _headings(self) -> Iterator[Line]:
        groups = [stretch.group for stretch in self._grid.stretches]
        above = [
            group if place == 0 or group != groups[place - 1] else None
            for place, group in enumerate(groups)
        ]
        style = self._styles.painted(HEADLINE)
        yield Line([Spot(column, style, text) for column, text in enumerate([None, *above], 1)])
        short = [stretch.short for stretch in self._grid.stretches]
        yield Line(spots(self._styles, Look.HEADING, [_("Mission"), *short]))

    def _missions(self) -> list[tuple[Mission, Sequence[Rotation]]]:
        """The missions that have a frame or a rotation, region by region."""
        rotations: dict[str, list[Rotation]] = defaultdict(list)
        for rotation in self._contents.plan.rotations.things():
            if not rotation.cancelled:
                rotations[rotation.mission].append(rotation)
        shown = [
            (mission, rotations.get(mission.id, ()))
            for mission in self._contents.plan.missions.things()
            if mission.id in self._frames_at or mission.id in rotations
        ]
        return by_region(self._contents.plan, shown, lambda one: one[0].id)

    def _frames(self, mission: Mission) -> Iterator[Spot]:
        """The name of a mission, and a band where a frame of it is in force."""
        yield Spot(1, self._styles.painted(NAME), mission.name or mission.id)
        band, none = self._styles.painted(FRAME), self._styles.painted(NO_FRAME)
        texts = self._frame_texts(mission.id)
        for place in range(len(self._grid.stretches)):
            style = none if place not in texts else band
            yield Spot(_FIRST + place, style, " · ".join(texts.get(place, ())))

    def _frame_texts(self, mission: str) -> Mapping[int, Sequence[str]]:
        """For each column in which a frame is in force what begins there."""
        found: dict[int, list[str]] = defaultdict(list)
        for places, frame in self._frames_at.get(mission, ()):
            for place in places:
                found[place] += map(short_limit_text, frame.limits) if place == places[0] else ()
        return found


def _frames_at(contents: Contents, grid: Grid) -> Mapping[str, Sequence[tuple[range, Frame]]]:
    """For each mission the frames that are in force in any column, and in which."""
    spans = in_force_spans(contents.plan)
    found: dict[str, list[tuple[range, Frame]]] = defaultdict(list)
    for frame in contents.plan.frames.things():
        span = spans[frame.id]
        places = range(0) if span is None else places_of(grid.stretches, span)
        for mission in dict.fromkeys(frame.missions) if places else ():
            found[mission].append((places, frame))
    return found


SHEET: Final = Sheet(rows=lambda contents: len(contents.plan.rotations), write=write)
