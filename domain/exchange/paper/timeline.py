"""The timeline on paper: rotations of each mission as bars, below the days of its frames."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from domain.engine.in_force import in_force_spans
from domain.engine.spans import Span, overlap
from domain.exchange.paper.bars import put_legend
from domain.exchange.paper.flow import Flow
from domain.exchange.paper.lane_marks import LaneDrawing
from domain.exchange.paper.lanes import Lane, lanes_of, named_lanes_of
from domain.exchange.paper.looks import BLUE, DARK, FAINT, QUIET, RULE, SECTION, SMALL, TEXT, WHITE
from domain.exchange.paper.marks import Box, Line
from domain.exchange.paper.scale import Breadth, Scale, groups_on, parts_of, ticks_on
from domain.exchange.workbook.contents import Contents
from domain.language import _
from domain.model import Frame, Mission, Rotation
from domain.reports.regions import by_region, region_text
from domain.words.limits import short_limit_text

_NAMES: Final = 128.0
_NAMES_AND_DAYS: Final = 236.0
_TIER: Final = 12.0
_HEADING: Final = 13.0
_BAND: Final = 10.0


@dataclass(frozen=True, slots=True)
class Wishes:
    """How the timeline is drawn: a rotation a row with its days, or as few rows as there can be.

    With ``missions`` only those, with ``rotations`` only those; ``today`` is marked by a line.
    """

    breadth: Breadth = Breadth.ALL
    named: bool = False
    missions: frozenset[str] | None = None
    rotations: frozenset[str] | None = None
    today: int | None = None


def put_timeline(flow: Flow, contents: Contents, wishes: Wishes) -> None:
    """The timeline of the period, on as many pages as it needs."""
    if contents.period is None:
        flow.title(_("Timeline"), _("The plan has no days to show."))
        return
    parts = parts_of(contents.period, wishes.breadth)
    for part in parts:
        _Drawing(flow, contents, wishes, part).put()


class _Drawing:
    """One part of the period, below each other on as many pages as the missions need."""

    def __init__(self, flow: Flow, contents: Contents, wishes: Wishes, days: Span) -> None:
        self._flow, self._contents, self._wishes = flow, contents, wishes
        names = _NAMES_AND_DAYS if wishes.named else _NAMES
        self._scale = Scale(days, flow.left + names, flow.right)
        self._lanes = LaneDrawing(flow, contents, self._scale, named=wishes.named)
        self._frames = _frames_of(contents)
        self._top, self._depth = 0.0, 0

    def put(self) -> None:
        """Draw it."""
        self._flow.title(_("Timeline"), _lead(named=self._wishes.named))
        self._head()
        region = None
        for mission, rotations in self._missions():
            lanes = self._lanes_of(rotations)
            bands = self._bands(mission.id)
            height = self._height(bands) + (self._lanes.height if lanes else 0)
            new_region = mission.region != region
            if not self._flow.fits(height + (SECTION + 8 if new_region else 0)):
                self._turn()
            if new_region:
                region = mission.region
                self._region(region)
            self._mission(mission, bands)
            for lane in lanes:
                if not self._flow.fits(self._lanes.height):
                    self._turn()
                    name = mission.name or mission.id
                    self._mission(mission, bands, _("{mission} (continued)").format(mission=name))
                self._lanes.put(lane)
        self._close()

    def _head(self) -> None:
        flow, scale = self._flow, self._scale
        put_legend(flow)
        flow.put(Box(flow.left, flow.y, flow.paper.inner, 2 * _TIER, DARK))
        flow.write(flow.left + 3, flow.y + _TIER - 3.5, _("Mission"), colour=WHITE, bold=True)
        if self._wishes.named:
            self._lanes.put_headings(flow.y + 2 * _TIER - 3.5)
        for tier, ticks in enumerate((groups_on(scale), ticks_on(scale))):
            for tick in ticks:
                part = scale.part(tick.days)
                if part is None:
                    continue
                y = flow.y + tier * _TIER
                flow.put(Line(part[0], y, part[0], y + _TIER, RULE, 0.4))
                room = part[1] - part[0] - 3
                flow.write(
                    part[0] + 2,
                    y + _TIER - 3.5,
                    tick.text,
                    SMALL,
                    colour=WHITE,
                    bold=tier == 0,
                    width=room,
                )
        flow.y += 2 * _TIER
        self._top, self._depth = flow.y, flow.depth

    def _turn(self) -> None:
        self._close()
        self._flow.turn()
        self._head()

    def _close(self) -> None:
        """The lines of the calendar, and of today, from the heading down to here."""
        flow, scale = self._flow, self._scale
        strong = {tick.days[0] for tick in groups_on(scale)}
        edges = sorted(strong | {tick.days[0] for tick in ticks_on(scale)})
        places = [(scale.x(day), day in strong) for day in edges if scale.days[0] < day]
        lines = [
            Line(x, self._top, x, flow.y, RULE if is_strong else FAINT, 0.7 if is_strong else 0.3)
            for x, is_strong in places
        ]
        flow.put_under(self._depth, lines)
        today = self._wishes.today
        if today is not None and scale.days[0] <= today < scale.days[1]:
            x = scale.x(today) + scale.per_day / 2
            flow.put(Line(x, self._top, x, flow.y, BLUE, 0.9, dashed=True))
            flow.write(x + 2, self._top + 6, _("today"), SMALL, colour=BLUE)

    def _region(self, region: str) -> None:
        flow = self._flow
        height = SECTION + 8
        flow.write(
            flow.left + 3,
            flow.y + height - 4.5,
            region_text(region),
            SECTION,
            colour=DARK,
            bold=True,
            width=flow.paper.inner,
        )
        flow.y += height

    def _mission(
        self, mission: Mission, bands: Sequence[Sequence[tuple[Span, str]]], name: str = ""
    ) -> None:
        flow, top = self._flow, self._flow.y
        flow.put(Line(flow.left, top, flow.right, top, RULE))
        flow.write(
            flow.left + 3,
            top + TEXT + 2.2,
            name or mission.name or mission.id,
            bold=True,
            width=self._scale.left - flow.left - 6,
        )
        for number, band in enumerate(bands):
            self._band(top + 1.5 + number * _BAND, band)
        flow.y += self._height(bands)

    @staticmethod
    def _height(bands: Sequence[object]) -> float:
        return max(_HEADING, len(bands) * _BAND + 3)

    def _band(self, y: float, band: Sequence[tuple[Span, str]]) -> None:
        for days, text in band:
            part = self._scale.part(days)
            if part is None:
                continue
            x, to_x = part
            self._flow.put(Box(x, y, to_x - x, _BAND - 1.5, FAINT, RULE, 0.4))
            for day, edge in ((days[0], x), (days[1], to_x)):
                if self._scale.days[0] < day < self._scale.days[1]:
                    self._flow.put(Line(edge, y, edge, y + _BAND - 1.5, DARK, 1.2))
            self._flow.write(x + 3, y + 6.3, text, SMALL, colour=QUIET, width=to_x - x - 5)

    def _lanes_of(self, rotations: Sequence[Rotation]) -> list[Lane]:
        days = self._scale.days
        shown = [r for r in rotations if overlap(days, (r.start, r.end)) is not None]
        if self._wishes.named:
            return named_lanes_of(shown)
        return lanes_of(shown, self._scale)

    def _bands(self, mission: str) -> list[list[tuple[Span, str]]]:
        """The frames of a mission in as few bands as do not overlap."""
        bands: list[list[tuple[Span, str]]] = []
        for days, frame in self._frames.get(mission, ()):
            if overlap(self._scale.days, days) is None:
                continue
            text = " · ".join(map(short_limit_text, frame.limits))
            free = next((band for band in bands if band[-1][0][1] <= days[0]), None)
            if free is None:
                bands.append(free := [])
            free.append((days, text))
        return bands

    def _missions(self) -> list[tuple[Mission, Sequence[Rotation]]]:
        plan, wishes = self._contents.plan, self._wishes
        rotations: dict[str, list[Rotation]] = defaultdict(list)
        for rotation in plan.rotations.things():
            wanted = wishes.rotations is None or rotation.id in wishes.rotations
            if wanted and (not rotation.cancelled or wishes.rotations is not None):
                rotations[rotation.mission].append(rotation)
        shown = [
            (mission, rotations.get(mission.id, ()))
            for mission in plan.missions.things()
            if (wishes.missions is None or mission.id in wishes.missions)
            and (self._lanes_of(rotations.get(mission.id, ())) or self._bands(mission.id))
        ]
        return by_region(plan, shown, lambda one: one[0].id)


def _lead(*, named: bool) -> str:
    if named:
        return _("A bar for each rotation, from its first through its last day.")
    return _("A bar begins with its number of persons; cancelled rotations are left out.")


def _frames_of(contents: Contents) -> Mapping[str, Sequence[tuple[Span, Frame]]]:
    """The frames that are ever in force, for each mission by their first days."""
    found: dict[str, list[tuple[Span, Frame]]] = defaultdict(list)
    for span, frame in sorted(_in_force(contents), key=lambda one: one[0]):
        for mission in dict.fromkeys(frame.missions):
            found[mission].append((span, frame))
    return found


def _in_force(contents: Contents) -> Iterator[tuple[Span, Frame]]:
    spans = in_force_spans(contents.plan)
    for frame in contents.plan.frames.things():
        span = spans[frame.id]
        if span is not None:
            yield span, frame
