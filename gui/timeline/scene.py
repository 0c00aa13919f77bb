"""What there is to draw: the shown plan with its rows, bars, troubles and bounds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtGui import QFont

from domain.model import Kind, Plan, Ref, Rotation
from domain.session import Change, Preview
from gui.document import Document
from gui.models.open_needs import OpenNeeds
from gui.row_groups import Grouping
from gui.rows import Rows
from gui.selection import Selection
from gui.theme import Colours
from gui.timeline.bars import RowBars
from gui.timeline.frame_days import FrameDays, MissionDays
from gui.timeline.ground import Ground, MissionGround
from gui.timeline.labels import Labels
from gui.timeline.reliefs import all_followed
from gui.timeline.styles import Styles
from gui.timeline.trouble_strip import TroubleStrip
from gui.timeline.troubles import Troubles, joined


class Scene:
    """Everything that a painter asks for, remembered as long as it holds."""

    def __init__(
        self, document: Document, rows: Rows, selection: Selection, colours: Colours
    ) -> None:
        """Show a document."""
        self.document = document
        self.rows = rows
        self.selection = selection
        self.colours = colours
        self.styles = Styles(colours)
        self.labels = Labels(QFont())
        self.troubles = Troubles()
        self._days = FrameDays()
        self._row_bars: dict[str, RowBars] = {}
        self._joined: dict[str, TroubleStrip] = {}
        self.dragged: frozenset[str] = frozenset()
        self.lifted = False
        self._previewed: frozenset[str] = frozenset()
        self._missions_previewed: set[str] = set()
        self.ground: Ground = MissionGround(self)
        self.needs = OpenNeeds(document)
        self.read()

    @property
    def plan(self) -> Plan:
        """The plan that is shown: while dragging, as it would become."""
        return self.document.shown_plan

    def set_colours(self, colours: Colours) -> None:
        """Draw in other colours from now on."""
        self.colours = colours
        self.styles = Styles(colours)

    def set_font(self, font: QFont) -> None:
        """Draw in another font from now on."""
        self.labels = Labels(font)

    def read(self) -> None:
        """Take up a whole plan anew."""
        self.troubles.read(self.document.findings if self.document.is_checked else ())
        self.needs.read()
        self.forget_rows()

    def forget_rows(self) -> None:
        """The rows hold other rotations now."""
        self._previewed = frozenset()
        self._row_bars.clear()
        self._joined.clear()

    def follow(self, change: Change) -> frozenset[str]:
        """Take up a step; the rotations that look different now."""
        concerned = self.troubles.follow(change.solved, change.caused)
        self.needs.follow(change)
        self._forget_joined(concerned)
        for plan in (change.before, change.after):
            self._forget(missions_of(change.touched, plan))
        touched = {ref.id for ref in change.touched if ref.kind is Kind.ROTATION}
        return frozenset(concerned | touched)

    def preview(self, preview: Preview | None) -> frozenset[str]:
        """Take up what an edit under way would do; the rotations that look different now."""
        solved, caused = (preview.solved, preview.caused) if preview else ((), ())
        concerned = self.troubles.end_preview() | self.troubles.preview(solved, caused)
        self.needs.preview(preview)
        touched = preview.touched if preview else frozenset[Ref]()
        missions = missions_of(touched, self.document.plan) | missions_of(touched, self.plan)
        self._forget(missions | self._missions_previewed)
        self._missions_previewed = missions
        self._forget_joined(concerned)
        now = frozenset(ref.id for ref in touched if ref.kind is Kind.ROTATION)
        now |= all_followed(now, self.plan, self.document.plan)
        before, self._previewed = self._previewed, now
        return before | now | concerned

    @property
    def previewed(self) -> frozenset[str]:
        """The rotations that an edit under way touches, and those that new ones follow."""
        return self._previewed

    def rotation(self, name: str) -> Rotation | None:
        """A rotation as it is shown."""
        return self.plan.rotations.get(name)

    def rotations_of(self, heading: str) -> Iterator[Rotation]:
        """The rotations that the filters let through, as they are shown under a heading."""
        rotations = self.plan.rotations
        return (rotations[name] for name in self._names_at(heading))

    def row_bars(self, heading: str) -> RowBars:
        """The bars under a heading, all in one row."""
        bars = self._row_bars.get(heading)
        if bars is None:
            bars = self._row_bars[heading] = RowBars(self.rotations_of(heading))
        return bars

    def days_of(self, mission: str) -> MissionDays:
        """What bounds a mission."""
        return self._days.of(self.plan, mission)

    def troubles_of(self, heading: str) -> TroubleStrip:
        """The troubled days of all shown rotations under a heading together."""
        found = self._joined.get(heading)
        if found is None:
            of = self.troubles.findings_of
            every = (finding for name in self._names_at(heading) for finding in of(name))
            found = self._joined[heading] = TroubleStrip(joined(every))
        return found

    def _names_at(self, heading: str) -> Iterable[str]:
        names, previewed = self.rows.rotations_in(heading), self._previewed
        if not previewed:
            return names
        found = map(self.plan.rotations.get, previewed)
        here = [r.id for r in found if r is not None and self.rows.group_of(r) == heading]
        return [*(name for name in names if name not in previewed), *here]

    def _forget(self, missions: set[str]) -> None:
        self.needs.forget(missions)
        if self.rows.grouping is not Grouping.MISSION:
            self._row_bars.clear()
            self._joined.clear()
        for mission in missions:
            self._row_bars.pop(mission, None)
            self._joined.pop(mission, None)

    def _forget_joined(self, rotations: Iterable[str]) -> None:
        """Other findings concern these rotations: reckon the days of their groups anew."""
        for plan in (self.document.plan, self.plan):
            for rotation in map(plan.rotations.get, rotations):
                if rotation is not None:
                    self._joined.pop(self.rows.group_of(rotation), None)


def missions_of(touched: frozenset[Ref], plan: Plan) -> set[str]:
    """The missions of touched rotations in a plan."""
    rotations = (plan.rotations.get(ref.id) for ref in touched if ref.kind is Kind.ROTATION)
    return {rotation.mission for rotation in rotations if rotation is not None}


def label_of(rotation: Rotation) -> str:
    """What stands on a bar: name and headcount; only the name where there are no people."""
    if rotation.headcount:
        return f"{rotation.name} · {rotation.headcount}"
    return rotation.name
