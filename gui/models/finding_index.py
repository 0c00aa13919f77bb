"""Which findings belong to which rotation and mission, kept current at the cost of a change."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Final

from PySide6.QtCore import QObject, Signal

from domain.model import Frame, Kind, Plan, Ref
from domain.rules.finding import RANK, Finding, Severity
from domain.session import Change, Preview
from gui.document import Document

UNKNOWN: Final = "…"
"""What stands in the place of a number as long as the plan is not checked."""


class FindingIndex(QObject):
    """The findings as shown, by what they are about; an edit under way is followed."""

    changed = Signal(object)
    """Other findings are shown: those things have others, as a set of ``Ref``; none means all."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._by_thing: defaultdict[Ref, dict[Finding, None]] = defaultdict(dict)
        self._things: dict[Finding, tuple[Ref, ...]] = {}
        self._counts: Counter[Severity] = Counter()
        self._waived = 0
        self._shown: Preview | None = None
        self._limits: dict[str, Frame] = {}
        self._touched: set[Ref] = set()
        document.changed.connect(self._on_changed)
        document.previewed.connect(self._on_previewed)
        document.replaced.connect(self._on_replaced)
        document.checked.connect(self._on_replaced)
        self._read()

    def of(self, kind: Kind, name: str) -> tuple[Finding, ...]:
        """The findings that touch a rotation or a mission, the worst first."""
        found = self._by_thing.get(Ref(kind, name), {})
        return tuple(sorted(found, key=lambda finding: finding.order))

    def worst(self, kind: Kind, name: str) -> Severity | None:
        """The worst severity of what touches a rotation or a mission and is not accepted."""
        found = self._by_thing.get(Ref(kind, name), {})
        open_ones = (finding.severity for finding in found if not finding.waived)
        return min(open_ones, key=RANK.__getitem__, default=None)

    def troubled_rotations(self) -> set[str]:
        """The rotations that an open error or warning touches."""
        return self._rotations_with(is_trouble)

    def rotations_of(self, codes: Collection[str]) -> set[str]:
        """The rotations that findings of some rules touch, accepted ones too."""
        return self._rotations_with(lambda finding: finding.code in codes)

    def codes(self) -> set[str]:
        """The codes of the rules that found something."""
        return {finding.code for finding in self._things}

    def _rotations_with(self, matches: Callable[[Finding], bool]) -> set[str]:
        found = (things for finding, things in self._things.items() if matches(finding))
        return {ref.id for things in found for ref in things if ref.kind is Kind.ROTATION}

    def ranks(self, kind: Kind) -> dict[str, tuple[int, int]]:
        """For the things that findings touch how bad the worst open one is, and how many there are.

        Both are lower for what is worse, so that it sorts first.
        """
        names = (ref.id for ref in self._by_thing if ref.kind is kind)
        return {name: self._rank(kind, name) for name in names}

    def _rank(self, kind: Kind, name: str) -> tuple[int, int]:
        worst = self.worst(kind, name)
        count = len(self._by_thing[Ref(kind, name)])
        return (len(RANK) if worst is None else RANK[worst]), -count

    @property
    def is_known(self) -> bool:
        """Whether the plan has been checked; until then there are none here."""
        return self._document.is_checked

    def count(self, severity: Severity) -> int:
        """How many findings have a severity and are not accepted."""
        return self._counts[severity]

    @property
    def total(self) -> int:
        """How many findings there are, accepted ones too."""
        return len(self._things)

    @property
    def waived(self) -> int:
        """How many findings someone accepted."""
        return self._waived

    @property
    def caused(self) -> frozenset[Finding]:
        """The findings that an edit under way would cause."""
        return frozenset() if self._shown is None else frozenset(self._shown.caused)

    def missions_of(self, finding: Finding) -> tuple[str, ...]:
        """The missions that a finding touches, in the order of its things."""
        things = self._things.get(finding) or self._things_of(finding, self._document.shown_plan)
        return tuple(ref.id for ref in things if ref.kind is Kind.MISSION)

    def _on_replaced(self) -> None:
        self._read()
        self.changed.emit(None)

    def _read(self) -> None:
        self._by_thing.clear()
        self._things.clear()
        self._counts.clear()
        self._waived, self._shown = 0, None
        self._touched.clear()
        self._read_limits(self._document.plan)
        for finding in self._document.findings if self.is_known else ():
            self._add(finding, self._document.plan)

    def _read_limits(self, plan: Plan) -> None:
        self._limits = {limit.id: frame for frame, limit in plan.limits()}

    def _on_changed(self, change: Change) -> None:
        if any(ref.kind is not Kind.ROTATION for ref in change.touched):
            self._on_replaced()
            return
        moved = any(self._changes_mission(change, ref) for ref in change.touched)
        if moved:
            self._on_replaced()
            return
        self._exchange(change.solved, change.caused, change.after)
        self._tell()

    @staticmethod
    def _changes_mission(change: Change, ref: Ref) -> bool:
        before = change.before.rotations.get(ref.id)
        after = change.after.rotations.get(ref.id)
        return before is not None and after is not None and before.mission != after.mission

    def _on_previewed(self, preview: Preview | None) -> None:
        shown, self._shown = self._shown, preview
        if shown is not None:
            self._exchange(shown.caused, shown.solved, self._document.plan)
        if preview is not None:
            self._exchange(preview.solved, preview.caused, preview.plan)
        self._tell()

    def _tell(self) -> None:
        touched, self._touched = frozenset(self._touched), set()
        self.changed.emit(touched)

    def _exchange(self, gone: Iterable[Finding], come: Iterable[Finding], plan: Plan) -> None:
        for finding in gone:
            self._drop(finding)
        for finding in come:
            self._add(finding, plan)

    def _add(self, finding: Finding, plan: Plan) -> None:
        if finding in self._things:
            return
        things = self._things[finding] = self._things_of(finding, plan)
        self._touched.update(things)
        for ref in things:
            self._by_thing[ref][finding] = None
        self._tally(finding, 1)

    def _drop(self, finding: Finding) -> None:
        things = self._things.pop(finding, ())
        self._touched.update(things)
        for ref in things:
            self._by_thing[ref].pop(finding, None)
        self._tally(finding, -1)

    def _tally(self, finding: Finding, by: int) -> None:
        if finding.waived:
            self._waived += by
        else:
            self._counts[finding.severity] += by

    def _things_of(self, finding: Finding, plan: Plan) -> tuple[Ref, ...]:
        refs = [*finding.subjects, *(part.ref for part in finding.contributors)]
        rotations = [ref for ref in refs if ref.kind is Kind.ROTATION]
        missions = [Ref(Kind.MISSION, name) for ref in refs for name in self._missions(ref, plan)]
        return tuple(dict.fromkeys([*rotations, *missions]))

    def _missions(self, ref: Ref, plan: Plan) -> Iterator[str]:
        """The missions to which a thing belongs."""
        match ref.kind:
            case Kind.ROTATION if ref.id in plan.rotations:
                yield plan.rotations[ref.id].mission
            case Kind.POST if ref.id in plan.posts:
                yield plan.posts[ref.id].mission
            case Kind.FRAME if ref.id in plan.frames:
                yield from plan.frames[ref.id].missions
            case Kind.LIMIT if ref.id in self._limits:
                yield from self._limits[ref.id].missions
            case _:
                return


def is_trouble(finding: Finding) -> bool:
    """Whether a finding is an error or a warning that nobody accepted."""
    return not finding.waived and finding.severity is not Severity.NOTE
