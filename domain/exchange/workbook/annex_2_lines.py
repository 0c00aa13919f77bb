"""The lines of annex 2: headings, regions, missions, the total."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from domain.exchange.workbook.columns import Value
from domain.exchange.workbook.formulas import Formula, can_be_criterion
from domain.exchange.workbook.layout import Line, Spot, heading_line, height_of, spots, text_spot
from domain.exchange.workbook.live_deployed import passing
from domain.exchange.workbook.looks import DARK, HEADLINE, RULE, Look, Paint, Styles
from domain.language import _
from domain.reports import Annex2, ColumnNumber, Entry, FrameNumbers, Passage, Report
from domain.reports.regions import region_text
from domain.reports.texts import column_text, notes_of

WIDTHS: Final = {
    "A": 36.0,
    **dict.fromkeys("BCD", 11.0),
    **dict.fromkeys("EFG", 11.0),
    "H": 72.0,
}
COLUMNS: Final = len(WIDTHS)
FIRST_NUMBER: Final = "B"
_NOTES: Final = 8
_NUMBERS: Final = "BCDEFG"
_NUMBER: Final = "#,##0"
_ROOM_RIGHT: Final = f"{_NUMBER}_w;-{_NUMBER}_w;{_NUMBER}_w;@_w"
"""Room at the right in the format: an indent is lost in LibreOffice where formats alternate."""
_DEPLOYED: Final = ("E", "F")
_FIRST_DEPLOYED: Final = 5


def headings(styles: Styles) -> list[Line]:
    """Two lines: what the columns are of, and what each is."""
    groups = ["", _("National frame"), "", "", _("Deployed in the period"), "", "", ""]
    style = styles.painted(HEADLINE)
    above = [Spot(column, style, group) for column, group in enumerate(groups, start=1)]
    titles = (
        _("Mission"),
        _("Military"),
        _("Civil/police"),
        _("Joint"),
        _("Military"),
        _("Civil/police"),
        _("Total"),
        _("Notes"),
    )
    return [Line(above, 17), heading_line(styles, titles, WIDTHS.values())]


def region_line(styles: Styles, region: str) -> Line:
    """The name of a region."""
    return Line(spots(styles, Look.SECTION, [region_text(region)]), 22)


def entry_lines(
    styles: Styles, report: Report, entry: Entry, labels: Mapping[str, str], row: int
) -> Iterator[Line]:
    """A line for each mission of an entry, from a row on; its frame stands in the first."""
    for place, mission in enumerate(entry.missions):
        notes = "\n".join(notes_of(entry, report.plan, place))
        frame = FrameNumbers() if place else entry.frame
        passage = entry.passages[place]
        deployed = [*_deployed(report, labels[mission], passage), _total(passage, row + place)]
        name = report.plan.missions[mission].name or mission
        yield Line(
            [
                text_spot(styles, 1, name),
                *number_spots(styles, frame, deployed),
                text_spot(styles, _NOTES, notes, Look.QUIET),
            ],
            height_of([(name, WIDTHS["A"]), (notes, WIDTHS["H"])]),
        )


def _deployed(report: Report, label: str, passage: Passage) -> Iterator[Value]:
    """Live numbers where a formula can find the mission; who counts elsewhere is taken off."""
    for field, titles in {
        "military": (_("Military"),),
        "civil_police": (_("Civilian"), _("Police")),
    }.items():
        value: int = getattr(passage.deployed, field)
        less: int = getattr(passage.counted_elsewhere, field)
        text = passing(titles, report.period, label) + (f"-{less}" if less else "")
        yield Formula(text, value) if can_be_criterion(label) else value


def _total(passage: Passage, row: int) -> Formula:
    military, civil_police = _DEPLOYED
    return Formula(f"{military}{row}+{civil_police}{row}", passage.deployed.total)


def total_line(styles: Styles, annex: Annex2, first: int, last: int) -> Line:
    """The totals of the lines from a first to a last row."""
    frame, deployed = annex.frame, annex.deployed
    numbers = [
        *(column.number or 0 for column in (frame.military, frame.civil_police, frame.joint)),
        *(deployed.military, deployed.civil_police, deployed.total),
    ]
    cells = []
    for place, (letter, number) in enumerate(zip(_NUMBERS, numbers, strict=True), start=2):
        paint = replace(_paint(place), bold=True, above=DARK, below=DARK)
        total = Formula(f"SUM({letter}{first}:{letter}{last})", number)
        cells.append(Spot(place, styles.painted(paint), total if first <= last else number))
    label = styles.painted(Paint(bold=True, above=DARK, below=DARK, vertical="top"))
    note = _joint(annex)
    told = text_spot(styles, _NOTES, note, Look.QUIET)
    height = height_of([(note, WIDTHS["H"])])
    return Line([Spot(1, label, _("Total")), *cells, told], max(height, 18))


def _joint(annex: Annex2) -> str:
    if annex.frame.joint.number is None:
        return ""
    return _("A joint number counts military together with others; it is in no other column.")


def number_spots(styles: Styles, frame: FrameNumbers, deployed: Iterable[Value]) -> Iterator[Spot]:
    """Three cells for frames and three for deployed persons."""
    columns = (frame.military, frame.civil_police, frame.joint)
    for place, column in enumerate(columns, start=2):
        yield Spot(place, styles.painted(_paint(place, column)), _shown(column))
    for place, value in enumerate(deployed, start=2 + len(columns)):
        yield Spot(place, styles.painted(_paint(place)), value)


def _shown(column: ColumnNumber) -> Value:
    return column_text(column) if column.number is None else column.number


def _paint(place: int, column: ColumnNumber | None = None) -> Paint:
    form = _ROOM_RIGHT
    if column is not None and column.about:
        parts = _("circa {number}").split("{number}")
        before, after = (f'"{part}"' if part else "" for part in parts)
        form = f"{before}{_NUMBER}{after}_w"
    left = DARK if place == _FIRST_DEPLOYED else RULE
    return Paint(left=left, below=RULE, aligned="right", vertical="top", number_format=form)
