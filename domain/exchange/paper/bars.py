"""How the bars of a timeline look on paper: told apart by pattern, not by colour alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from domain.exchange.paper.flow import Flow
from domain.exchange.paper.letters import width_of
from domain.exchange.paper.looks import PALE, QUIET, RED, RULE, SMALL, WHITE
from domain.exchange.paper.marks import Box, Line, Mark, hatching, stripes
from domain.exchange.workbook.contents import SIGNS
from domain.language import _
from domain.model import Category, Rotation, Status
from domain.rules.finding import Severity
from domain.words.fixed import word

_HUES: Final = {
    "military": "#8ab8e6",
    "civilian": "#eedd88",
    "police": "#5cc4a5",
    "mixed": "#d6a8c9",
    "none": "#c3cad3",
}
_LIGHT: Final = {
    "military": "#cfe2f5",
    "civilian": "#f8f1cf",
    "police": "#bee6db",
    "mixed": "#efdcea",
    "none": "#e4e8ec",
}
_EDGE: Final = "#3d4855"
Sample = Callable[[Box], Iterable[Mark]]
"""Draws a sample into a box."""
_EDGING: Final = 2.2
_THICK: Final = 1.0
_SAMPLE: Final = 22.0
_TALL: Final = 8.0


def people_of(rotation: Rotation) -> str:
    """Who goes, as a word: the name of a category, mixed, or none."""
    present = [name for name in ("military", "civilian", "police") if getattr(rotation, name)]
    if not present:
        return "none"
    return present[0] if len(present) == 1 else "mixed"


def bar_marks(box: Box, people: str, status: Status) -> Iterator[Mark]:
    """A bar: its colour and pattern say who goes, its filling and edge how far it has come."""
    firm = status in {Status.APPROVED, Status.DEPLOYED, Status.COMPLETED}
    fill = _HUES[people] if firm else _LIGHT[people]
    if status in {Status.DRAFT, Status.CANCELLED}:
        fill = WHITE
    edge = QUIET if status is Status.CANCELLED else _EDGE
    yield Box(box.x, box.y, box.width, box.height, fill)
    if status is Status.CANCELLED:
        yield Line(box.x, box.y + box.height / 2, box.x + box.width, box.y + box.height / 2, edge)
    else:
        yield from _pattern(box, people)
    dashed = status in {Status.DRAFT, Status.CANCELLED}
    thickness = _THICK if firm else 0.5
    yield Box(box.x, box.y, box.width, box.height, None, edge, thickness, dashed=dashed)


def _pattern(box: Box, people: str) -> Iterator[Mark]:
    low = Box(box.x, box.y + box.height - _EDGING, box.width, _EDGING)
    if people == "civilian":
        yield from stripes(low, _EDGE, 2.4)
    elif people == "police":
        yield from hatching(low, _EDGE, 2.2)
        yield from hatching(low, _EDGE, 2.2, falling=True)
    elif people == "mixed":
        yield from hatching(low, _EDGE, 3.6)


def trouble_marks(x: float, to_x: float, y: float, severity: Severity) -> Iterator[Mark]:
    """The days of a finding, below a bar: an error is a thick line with ends, others are thin."""
    if severity is Severity.ERROR:
        yield Line(x, y, to_x, y, RED, 1.8)
        yield Line(x, y - 2.2, x, y + 0.9, RED, 0.9)
        yield Line(to_x, y - 2.2, to_x, y + 0.9, RED, 0.9)
    else:
        yield Line(x, y, to_x, y, "#8a4d00", 1.1, dashed=True)


def put_legend(flow: Flow) -> None:
    """What the bars, bands and lines say, in as many lines as it needs."""
    x, y = flow.left, flow.y
    for sample, text in _samples():
        width = _SAMPLE + 4 + width_of(text, SMALL) + 12
        if x + width > flow.right:
            x, y = flow.left, y + _TALL + 4
        flow.put_all(sample(Box(x, y, _SAMPLE, _TALL)))
        flow.write(x + _SAMPLE + 4, y + _TALL - 1.6, text, SMALL, colour=QUIET)
        x += width
    flow.y = y + _TALL + 6


def _samples() -> Iterator[tuple[Sample, str]]:
    for category in Category:
        yield _bar(category.value, Status.PLANNED), word(category)
    yield _bar("mixed", Status.PLANNED), _("several categories")
    for status in (Status.DRAFT, Status.PLANNED):
        yield _bar("military", status), word(status)
    yield _bar("military", Status.APPROVED), _("approved or further")
    for severity, text in (
        (Severity.ERROR, _("days with an error")),
        (Severity.WARNING, _("days with a warning")),
    ):
        yield _trouble(severity), f"{SIGNS[severity]} {text}"
    yield _band, _("frame in force, with its limits")


def _bar(people: str, status: Status) -> Sample:
    return lambda box: bar_marks(box, people, status)


def _trouble(severity: Severity) -> Sample:
    return lambda box: trouble_marks(box.x, box.x + box.width, box.y + _TALL / 2 + 1, severity)


def _band(box: Box) -> Iterator[Mark]:
    yield from band_marks(box)


def band_marks(box: Box) -> Iterator[Mark]:
    """A band of days on which a frame is in force."""
    yield Box(box.x, box.y, box.width, box.height, PALE, RULE)
