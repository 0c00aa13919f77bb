"""The plan: one scenario, complete in itself, as a value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from domain.model.forces import Commitment, Force, RecoveryRule, Sharing
from domain.model.frames import Frame, Limit
from domain.model.missions import LengthRule, Mandate, Mission, Post
from domain.model.rotations import Rotation
from domain.model.settings import OpenPoint, Settings
from domain.model.table import Table
from domain.model.waivers import Ref, Waiver
from domain.model.words import Kind
from domain.values import dataclass, field, replace

LISTS: Final[Mapping[Kind, str]] = {
    Kind.MISSION: "missions",
    Kind.MANDATE: "mandates",
    Kind.FRAME: "frames",
    Kind.FORCE: "forces",
    Kind.COMMITMENT: "commitments",
    Kind.SHARING: "sharings",
    Kind.RECOVERY_RULE: "recovery_rules",
    Kind.LENGTH_RULE: "length_rules",
    Kind.POST: "posts",
    Kind.ROTATION: "rotations",
    Kind.WAIVER: "waivers",
}
KINDS: Final[Mapping[type, Kind]] = {
    Mission: Kind.MISSION,
    Mandate: Kind.MANDATE,
    Frame: Kind.FRAME,
    Force: Kind.FORCE,
    Commitment: Kind.COMMITMENT,
    Sharing: Kind.SHARING,
    RecoveryRule: Kind.RECOVERY_RULE,
    LengthRule: Kind.LENGTH_RULE,
    Post: Kind.POST,
    Rotation: Kind.ROTATION,
    Waiver: Kind.WAIVER,
}
Thing = (
    Mission
    | Mandate
    | Frame
    | Force
    | Commitment
    | Sharing
    | RecoveryRule
    | LengthRule
    | Post
    | Rotation
    | Waiver
)


@dataclass(frozen=True, slots=True)
class Plan:
    """One scenario of a plan: everything that a check looks at."""

    name: str = ""
    scenario: str = ""
    derived_from: str | None = None
    settings: Settings = Settings()
    missions: Table[Mission] = field(default_factory=Table)
    mandates: Table[Mandate] = field(default_factory=Table)
    frames: Table[Frame] = field(default_factory=Table)
    forces: Table[Force] = field(default_factory=Table)
    commitments: Table[Commitment] = field(default_factory=Table)
    sharings: Table[Sharing] = field(default_factory=Table)
    recovery_rules: Table[RecoveryRule] = field(default_factory=Table)
    length_rules: Table[LengthRule] = field(default_factory=Table)
    posts: Table[Post] = field(default_factory=Table)
    rotations: Table[Rotation] = field(default_factory=Table)
    waivers: Table[Waiver] = field(default_factory=Table)
    open_points: tuple[OpenPoint, ...] = ()

    def table(self, kind: Kind) -> Table[Any]:
        """The list in which things of a kind stand."""
        table: Table[Any] = getattr(self, LISTS[kind])
        return table

    def find(self, ref: Ref) -> Thing | None:
        """The thing that a reference names, or none."""
        thing: Thing | None = self.table(ref.kind).get(ref.id)
        return thing

    def put(self, thing: Thing) -> Plan:
        """Another plan with this thing added, or in the place of the one with its id."""
        kind = KINDS[type(thing)]
        changes: dict[str, Any] = {LISTS[kind]: self.table(kind).put(thing)}
        return replace(self, **changes)

    def without(self, ref: Ref) -> Plan:
        """Another plan without the thing that a reference names."""
        changes: dict[str, Any] = {LISTS[ref.kind]: self.table(ref.kind).without(ref.id)}
        return replace(self, **changes)

    def limits(self) -> Iterator[tuple[Frame, Limit]]:
        """All limits with their frames, in the order of the plan."""
        for frame in self.frames.things():
            for limit in frame.limits:
                yield frame, limit


def touched_between(before: Plan, after: Plan) -> frozenset[Ref]:
    """Every thing that is not the same object in two plans."""
    return frozenset(
        Ref(kind, key) for kind in LISTS for key in before.table(kind).differing(after.table(kind))
    )
