"""Edits: each makes another plan of a plan, and says what it touched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Final, Protocol

from domain.errors import Refused
from domain.language import _, plural
from domain.model.plan import KINDS, Plan, Thing, touched_between
from domain.model.references import check_all, check_things, users_of
from domain.model.relocation import relocated
from domain.model.rotations import Rotation
from domain.model.waivers import Ref
from domain.model.words import Kind
from domain.values import dataclass, field, replace

_LINKS: Final = ("relieves", "continues", "part_of")
"""The fields in which a rotation names another one."""


@dataclass(frozen=True, slots=True)
class Applied:
    """What an edit made of a plan, and the things it touched."""

    plan: Plan
    touched: frozenset[Ref]


class Edit(Protocol):
    """Something that a planner does to a plan, as one step."""

    @property
    def label(self) -> str:
        """What it does, in the current language, as the undo list shows it."""

    def apply(self, plan: Plan) -> Applied:
        """The plan after it; raises Refused where that plan cannot be."""


def rotation_in(plan: Plan, rotation_id: str) -> Rotation:
    """The rotation with an id; raises Refused if there is none."""
    rotation = plan.rotations.get(rotation_id)
    if rotation is None:
        raise Refused(_("There is no rotation '{id}' in this plan.").format(id=rotation_id))
    return rotation


def _put_all(plan: Plan, things: Iterable[Thing]) -> Applied:
    before, touched = plan, set[Ref]()
    for thing in things:
        plan = plan.put(thing)
        touched.add(Ref(KINDS[type(thing)], thing.id))
    check_things(plan, touched)
    check_things(plan, _tied_to(plan, _at_other_missions(before, plan, touched)))
    return Applied(plan, frozenset(touched))


def _at_other_missions(before: Plan, after: Plan, touched: Iterable[Ref]) -> set[Ref]:
    """The rotations and posts that were at another mission before."""
    return {
        ref
        for ref in touched
        if ref.kind in {Kind.ROTATION, Kind.POST}
        and getattr(before.find(ref), "mission", None) not in (None, _mission(after, ref))
    }


def _mission(plan: Plan, ref: Ref) -> str | None:
    return getattr(plan.find(ref), "mission", None)


def _tied_to(plan: Plan, refs: set[Ref]) -> list[Ref]:
    """The rotations that must be at the mission of these: that relieve them, or fill them."""
    if not refs:
        return []
    rotations, posts = (
        {ref.id for ref in refs if ref.kind is kind} for kind in (Kind.ROTATION, Kind.POST)
    )
    return [
        Ref(Kind.ROTATION, rotation.id)
        for rotation in plan.rotations.things()
        if rotation.relieves in rotations or rotation.post in posts
    ]


@dataclass(frozen=True, slots=True)
class Put:
    """Add things, or put them in the place of those with their ids."""

    things: tuple[Thing, ...]
    title: str = ""

    @property
    def label(self) -> str:
        """What it does."""
        return self.title or _("Change {name}").format(name=", ".join(t.id for t in self.things))

    def apply(self, plan: Plan) -> Applied:
        """The plan with these things in it."""
        return _put_all(plan, self.things)


@dataclass(frozen=True, slots=True)
class AddRotations:
    """Add rotations that were not there."""

    rotations: tuple[Rotation, ...]

    @property
    def label(self) -> str:
        """What it does."""
        if len(self.rotations) == 1:
            return _("Add rotation {name}").format(name=self.rotations[0].name)
        return _("Add {count} rotations").format(count=len(self.rotations))

    def apply(self, plan: Plan) -> Applied:
        """The plan with these rotations added."""
        for rotation in self.rotations:
            if rotation.id in plan.rotations:
                raise Refused(_("There is already a rotation '{id}'.").format(id=rotation.id))
        return _put_all(plan, self.rotations)


@dataclass(frozen=True, slots=True)
class ChangeRotations:
    """Give some fields of rotations another value: the same fields in each of them."""

    ids: tuple[str, ...]
    changes: Mapping[str, object] = field(hash=False)

    @property
    def label(self) -> str:
        """What it does."""
        return plural("Change rotation", "Change {count} rotations", len(self.ids)).format(
            count=len(self.ids)
        )

    def apply(self, plan: Plan) -> Applied:
        """The plan with these fields changed."""
        values: dict[str, object] = dict(self.changes)
        changed = [replace(rotation_in(plan, name), **values) for name in self.ids]  # type: ignore[arg-type]
        return _put_all(plan, relocated(plan, changed) if "mission" in values else changed)


@dataclass(frozen=True, slots=True)
class MoveRotations:
    """Move rotations by so many days, their lengths kept; possibly to another mission."""

    ids: tuple[str, ...]
    by_days: int
    mission: str | None = None

    @property
    def label(self) -> str:
        """What it does."""
        return plural("Move rotation", "Move {count} rotations", len(self.ids)).format(
            count=len(self.ids)
        )

    def apply(self, plan: Plan) -> Applied:
        """The plan with these rotations moved."""
        moved = [self._moved(rotation_in(plan, name)) for name in self.ids]
        return _put_all(plan, relocated(plan, moved))

    def _moved(self, rotation: Rotation) -> Rotation:
        try:
            by = timedelta(days=self.by_days)
            first_day, last_day = rotation.first_day + by, rotation.last_day + by
        except OverflowError as error:
            raise Refused(
                _("{name} cannot be moved by {days} days.").format(
                    name=rotation.name, days=self.by_days
                )
            ) from error
        mission = self.mission or rotation.mission
        return replace(rotation, first_day=first_day, last_day=last_day, mission=mission)


@dataclass(frozen=True, slots=True)
class ResizeRotation:
    """Give a rotation another first and last day."""

    id: str
    first_day: date
    last_day: date

    @property
    def label(self) -> str:
        """What it does."""
        return _("Change the days of a rotation")

    def apply(self, plan: Plan) -> Applied:
        """The plan with this rotation on other days."""
        rotation = rotation_in(plan, self.id)
        changed = replace(rotation, first_day=self.first_day, last_day=self.last_day)
        return _put_all(plan, [changed])


@dataclass(frozen=True, slots=True)
class RemoveRotations:
    """Take rotations out; others that refer to them no longer do."""

    ids: tuple[str, ...]

    @property
    def label(self) -> str:
        """What it does."""
        return plural("Remove rotation", "Remove {count} rotations", len(self.ids)).format(
            count=len(self.ids)
        )

    def apply(self, plan: Plan) -> Applied:
        """The plan without these rotations."""
        gone = {rotation_in(plan, name).id for name in self.ids}
        freed = [
            _freed(other, gone)
            for other in plan.rotations.holding(_LINKS, gone)
            if other.id not in gone
        ]
        touched = {Ref(Kind.ROTATION, name) for name in gone}
        for name in gone:
            plan = plan.without(Ref(Kind.ROTATION, name))
        applied = _put_all(plan, freed)
        return Applied(applied.plan, applied.touched | touched)


def _freed(rotation: Rotation, gone: set[str]) -> Rotation:
    links = {field: None for field in _LINKS if getattr(rotation, field) in gone}
    return replace(rotation, **links)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Remove:
    """Take one thing out that nothing refers to."""

    ref: Ref

    @property
    def label(self) -> str:
        """What it does."""
        return _("Remove {name}").format(name=self.ref.id)

    def apply(self, plan: Plan) -> Applied:
        """The plan without it; refused while something refers to it."""
        if plan.find(self.ref) is None:
            raise Refused(_("There is no '{id}' in this plan.").format(id=self.ref.id))
        users = list(users_of(plan, self.ref))
        if users:
            raise Refused(
                _("'{id}' is still used by {users}; change those first.").format(
                    id=self.ref.id, users=", ".join(f"{u.kind} {u.id}" for u in users[:3])
                )
            )
        return Applied(plan.without(self.ref), frozenset({self.ref}))


@dataclass(frozen=True, slots=True)
class ReplacePlan:
    """Make the scenario exactly what another plan says, as an import does."""

    plan: Plan
    title: str = ""

    @property
    def label(self) -> str:
        """What it does."""
        return self.title or _("Import")

    def apply(self, plan: Plan) -> Applied:
        """The other plan, with everything that is equal kept as it was."""
        check_all(self.plan)
        return Applied(self.plan, touched_between(plan, self.plan))


@dataclass(frozen=True, slots=True)
class Together:
    """Several edits as one step."""

    edits: tuple[Edit, ...]
    title: str = ""

    @property
    def label(self) -> str:
        """What it does."""
        return self.title or "; ".join(edit.label for edit in self.edits)

    def apply(self, plan: Plan) -> Applied:
        """The plan after all of them, in their order."""
        touched: frozenset[Ref] = frozenset()
        for edit in self.edits:
            applied = edit.apply(plan)
            plan, touched = applied.plan, touched | applied.touched
        return Applied(plan, touched)
