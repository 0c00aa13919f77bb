"""Where a mission still needs people: posts that nobody fills, frames that nobody uses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from domain.engine.in_force import in_force_spans
from domain.engine.spans import Span, hull, merged, outside, overlap
from domain.model import NUMBERED, Frame, Kind, Limit, Measure, Plan, Rotation
from domain.rules.finding import Finding
from domain.session import Change, Preview
from domain.values import dataclass
from gui.document import Document
from gui.models.need import Need
from gui.timeline.troubles import without

if TYPE_CHECKING:
    from domain.engine.profile import Profile

UNFILLED: Final = "COV001"


@dataclass(frozen=True, slots=True)
class Room:
    """A frame with the limit that leaves the most room, and its days in force."""

    frame: Frame
    limit: Limit
    days: Span


class OpenNeeds:
    """The open needs of each mission; they follow the document."""

    def __init__(self, document: Document) -> None:
        """Look at a document."""
        self._document = document
        self._frames = Plan().frames
        self._rooms: dict[str, list[Room]] = {}
        self._unfilled: dict[str, list[Finding]] = {}
        self._solved: dict[str, list[Finding]] = {}
        self._caused: dict[str, list[Finding]] = {}
        self._profiles: dict[str, Profile] = {}
        self._known: dict[str, tuple[Need, ...]] = {}
        self._extremes: Span | None = None
        self._is_known = False

    def read(self) -> None:
        """Take up a whole plan anew."""
        plan = self._document.plan
        self._is_known = self._document.is_checked
        self._unfilled = _by_mission(self._document.findings, plan) if self._is_known else {}
        self._solved, self._caused, self._profiles = {}, {}, {}
        self._known.clear()
        self._extremes = _extremes(plan.rotations.things())

    def follow(self, change: Change) -> None:
        """Take up a step."""
        if any(ref.kind is not Kind.ROTATION for ref in change.touched):
            self.read()
            return
        for mission, gone in _by_mission(change.solved, change.after).items():
            self._unfilled[mission] = without(self._unfilled.get(mission, ()), gone)
        for mission, come in _by_mission(change.caused, change.after).items():
            self._unfilled.setdefault(mission, []).extend(come)
        after = (change.after.rotations.get(ref.id) for ref in change.touched)
        self._cover(_extremes(rotation for rotation in after if rotation is not None))

    def _cover(self, ends: Span | None) -> None:
        """Look at these days too."""
        before = self._extremes
        if ends is not None and ends != before:
            self._extremes = ends if before is None else hull(before, ends)
            if self._extremes != before:
                self._known.clear()

    def preview(self, preview: Preview | None) -> None:
        """Take up what an edit under way would do."""
        plan = self._document.shown_plan
        self._solved = _by_mission(preview.solved, plan) if preview else {}
        self._caused = _by_mission(preview.caused, plan) if preview else {}
        self._profiles = dict(preview.profiles) if preview else {}

    def forget(self, missions: Iterable[str]) -> None:
        """Other rotations are at these missions now."""
        for mission in missions:
            for partner in self.partners(mission):
                self._known.pop(partner, None)

    def partners(self, mission: str) -> set[str]:
        """A mission and those that share a frame with it."""
        rooms = self._rooms_of(mission)
        return {mission, *(name for room in rooms for name in room.frame.missions)}

    def of(self, mission: str) -> tuple[Need, ...]:
        """What a mission lacks, in the order of days; nothing before the plan was checked."""
        if not self._is_known:
            return ()
        needs = self._known.get(mission)
        if needs is None:
            found = sorted(self._reckoned(mission), key=lambda need: need.span)
            needs = self._known[mission] = tuple(found)
        return needs

    def at(self, mission: str, day: float) -> Need | None:
        """What a mission lacks on a day, or none."""
        found = (need for need in self.of(mission) if need.span[0] <= day < need.span[1])
        return next(found, None)

    def _reckoned(self, mission: str) -> Iterator[Need]:
        plan = self._document.shown_plan
        posts = {post.id for post in plan.posts.things() if post.mission == mission}
        if posts:
            for finding in self._unfilled_at(mission):
                yield _need_of_post(finding, plan)
            return
        covered: list[Span] = []
        for room in self._rooms_of(mission):
            for span in self._unused(room):
                for part in outside(span, covered):
                    number = room.limit.number or 0
                    yield Need(mission, part, number, room.limit.categories)
                covered = merged([*covered, span])

    def _unfilled_at(self, mission: str) -> list[Finding]:
        found = self._unfilled.get(mission, [])
        if mission in self._solved:
            found = without(found, self._solved[mission])
        return [*found, *self._caused.get(mission, ())]

    def _unused(self, room: Room) -> Iterator[Span]:
        """The days of a frame, within the planning days, on which nobody is planned."""
        days = self._planning_days()
        span = None if days is None else overlap(room.days, days)
        if span is None:
            return
        profile = self._profiles.get(room.limit.id) or self._document.profile(room.limit.id)
        used = merged((step.start, step.end) for step in profile.steps)
        yield from outside(span, used)

    def _planning_days(self) -> Span | None:
        settings, extremes = self._document.plan.settings, self._extremes
        first, last = settings.planning_first_day, settings.planning_last_day
        if first is not None and last is not None:
            return first.toordinal(), last.toordinal() + 1
        if extremes is None:
            return None
        start = extremes[0] if first is None else first.toordinal()
        end = extremes[1] if last is None else last.toordinal() + 1
        return (start, end) if start < end else None

    def _rooms_of(self, mission: str) -> list[Room]:
        plan = self._document.plan
        if plan.frames is not self._frames:
            self._frames, self._rooms = plan.frames, _rooms(plan)
        return self._rooms.get(mission, [])


def _need_of_post(finding: Finding, plan: Plan) -> Need:
    post = plan.posts[finding.subjects[0].id]
    span = finding.first_day.toordinal(), finding.last_day.toordinal() + 1
    lacking = int(finding.excess or 0)
    return Need(post.mission, span, lacking, frozenset({post.category}), post.id)


def _by_mission(findings: Iterable[Finding], plan: Plan) -> dict[str, list[Finding]]:
    """The findings about posts, by the mission of the post."""
    found: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.code == UNFILLED:
            post = plan.posts.get(finding.subjects[0].id)
            if post is not None:
                found[post.mission].append(finding)
    return dict(found)


def _rooms(plan: Plan) -> dict[str, list[Room]]:
    in_force = in_force_spans(plan)
    found: defaultdict[str, list[Room]] = defaultdict(list)
    for frame in plan.frames.things():
        days, limit = in_force[frame.id], widest(frame)
        if days is not None and limit is not None:
            for mission in dict.fromkeys(frame.missions):
                found[mission].append(Room(frame, limit, days))
    return {mission: sorted(rooms, key=lambda room: room.days) for mission, rooms in found.items()}


def widest(frame: Frame) -> Limit | None:
    """The limit on persons at once that counts most categories; none where nobody may go."""
    limits = [
        limit
        for limit in frame.limits
        if limit.measure is Measure.PERSONS and limit.binding in NUMBERED and limit.number
    ]
    return max(limits, key=lambda one: (len(one.categories), one.number or 0), default=None)


def _extremes(rotations: Iterable[Rotation]) -> Span | None:
    spans = [(rotation.start, rotation.end) for rotation in rotations]
    if not spans:
        return None
    return min(start for start, _end in spans), max(end for _start, end in spans)
