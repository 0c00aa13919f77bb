"""What there is to draw of the forces: their uses as they are, or as an edit would make them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF
from typing_extensions import override

from domain.engine.spans import overlap
from domain.model import Kind, Ref, Rotation
from domain.rules.finding import Finding
from domain.session import Change, Preview
from gui.document import Document
from gui.models.force_group import ForceGroup
from gui.models.force_rows import ForceRows
from gui.models.force_state import ForceState, can_follow
from gui.models.force_uses import PoolStrip, Use, use_of
from gui.models.thing_findings import ABOUT_FORCES, POOL_EXHAUSTED, ThingFindings
from gui.rows import Rows
from gui.selection import Selection
from gui.theme import Colours
from gui.timeline.geometry import View, rect_of
from gui.timeline.scene import Scene
from gui.timeline.troubles import Trouble, trouble_of
from gui.views.force_ground import ForceGround


class ForceScene(Scene):
    """A scene whose rows are those of forces."""

    def __init__(
        self,
        document: Document,
        rows: Rows,
        force_rows: ForceRows,
        selection: Selection,
        colours: Colours,
    ) -> None:
        """Show the forces of a document."""
        self.force_rows = force_rows
        self.findings = ThingFindings()
        self._strips: dict[str, PoolStrip] = {}
        self._uses: dict[str, Use] = {}
        self._gone_to: frozenset[Ref] = frozenset()
        self._is_read = False
        super().__init__(document, rows, selection, colours)
        self.ground = ForceGround(self)

    def wake(self) -> None:
        """Someone looks: take up what was not read yet."""
        if not self._is_read:
            self._is_read = True
            self.troubles.read(self.document.findings)
            self.findings.read(self.document.findings)

    @override
    def read(self) -> None:
        self._is_read = False
        self._strips, self._uses, self._gone_to = {}, {}, frozenset()

    @override
    def forget_rows(self) -> None:
        """The rows are those of ``force_rows``, which remembers them itself."""

    @override
    def follow(self, change: Change) -> frozenset[str]:
        touched = {ref.id for ref in change.touched if ref.kind is Kind.ROTATION}
        if not self._is_read:
            return frozenset(touched)
        self.findings.follow(change.solved, change.caused)
        return frozenset(self.troubles.follow(change.solved, change.caused) | touched)

    @override
    def preview(self, preview: Preview | None) -> frozenset[str]:
        state = self.force_rows.state
        if not self._is_read or state is None:
            return frozenset()
        solved, caused = (preview.solved, preview.caused) if preview else ((), ())
        concerned = self.troubles.end_preview() | self.troubles.preview(solved, caused)
        self.findings.preview(solved, caused)
        before = {ref.id for ref in self._gone_to}
        follows = preview is not None and can_follow(preview)
        touched = preview.touched if preview is not None and follows else frozenset[Ref]()
        plan = preview.plan if preview is not None and follows else self.document.plan
        forces = state.go_to(plan, self._gone_to | touched)
        self._gone_to = touched
        now = {ref.id for ref in touched}
        self._strips = dict(self._strips_of(state, forces)) if now else {}
        self._uses = {use.thing.id: use for use in self._uses_of(state, now)}
        return frozenset(before | now | concerned)

    def _strips_of(
        self, state: ForceState, forces: Iterable[str | None]
    ) -> Iterable[tuple[str, PoolStrip]]:
        for name in forces:
            group = self.force_rows.group_of(name)
            if name is not None and group is not None and group.strip is not None:
                yield name, state.strip_of(name)

    @staticmethod
    def _uses_of(state: ForceState, names: Iterable[str]) -> Iterable[Use]:
        for rotation in map(state.plan.rotations.get, names):
            if rotation is not None and rotation.force in state.plan.forces:
                force = state.plan.forces[rotation.force or ""]
                continued = state.continued_on(force.id)
                yield use_of(state.situation, force, rotation, continued)

    def strip(self, group: ForceGroup) -> PoolStrip | None:
        """The strip of a pool as it is shown."""
        return self._strips.get(group.force or "") or group.strip

    def shown(self, use: Use) -> Use:
        """A use as it is shown: while it is dragged, where it would be."""
        rotation = self.rotation(use.rotation) if use.rotation is not None else None
        if rotation is None or (rotation.start, rotation.end) == (use.start, use.end):
            return use
        start, end = rotation.start, rotation.end
        moved = self._uses.get(rotation.id) if use.via is None else None
        return moved or Use(rotation, start, end, start, end, use.via)

    def rect_of(self, view: View, use: Use, row: int) -> QRectF:
        """Where the bar of a use stands in a row."""
        shown = self.shown(use)
        return rect_of(view, shown.start, shown.end, row)

    def troubles_on(self, use: Use) -> list[Trouble]:
        """The days of a use on which a rule about forces speaks of it, the worst last."""
        thing = self.shown(use).thing
        if use.via is not None:
            return []
        if isinstance(thing, Rotation):
            every = self.troubles.findings_of(thing.id)
            about = [finding for finding in every if _is_shown(finding)]
            found = [trouble_of(finding, thing) for finding in about]
        else:
            about = [one for one in self.findings.of(use.ref) if _is_shown(one)]
            found = [trouble_within(use, finding) for finding in about]
        known = [trouble for trouble in found if trouble is not None]
        return sorted(known, key=lambda trouble: trouble.rank, reverse=True)


def _is_shown(finding: Finding) -> bool:
    """Whether a finding is shown on bars: what a pool lacks is shown in its strip."""
    return finding.code.startswith(ABOUT_FORCES) and finding.code != POOL_EXHAUSTED


def trouble_within(use: Use, finding: Finding) -> Trouble | None:
    """The days of a finding that lie within a use; none where there are none."""
    days = finding.first_day.toordinal(), finding.last_day.toordinal() + 1
    common = overlap((use.start, use.end), days)
    return None if common is None else Trouble(*common, finding.severity)
