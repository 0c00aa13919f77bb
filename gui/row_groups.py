"""Groups of rotations under a heading, how they are sorted, and what is wanted to be shown."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from operator import attrgetter
from typing import Any, Final

from domain.model import Mission, Plan, Rotation, Status
from domain.values import dataclass, field
from gui.seeking import Groups, forgiven, goes_with, plain, sought, vocabulary_of

Order = Callable[[Rotation], Any]
by_days: Final[Order] = attrgetter("first_day", "last_day", "name")


class Grouping(StrEnum):
    """By what the rows are grouped; the values are kept among the choices of a user."""

    MISSION = "mission"
    FORCE = "force"
    STATUS = "status"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class SortKey:
    """What rotations are sorted by, and which way; the plan says by what names they go."""

    order_in: Callable[[Plan], Order]
    descending: bool = False


def group_of(grouping: Grouping, rotation: Rotation) -> str:
    """The id of the group in which a rotation stands; empty for one without a force."""
    match grouping:
        case Grouping.MISSION:
            return rotation.mission
        case Grouping.FORCE:
            return rotation.force or ""
        case Grouping.STATUS:
            return rotation.status.value
        case Grouping.NONE:
            return ""


def groups_in_order(grouping: Grouping, plan: Plan) -> list[str]:
    """The ids of all groups from top to bottom; without grouping there is one, without a name."""
    match grouping:
        case Grouping.MISSION:
            return [mission.id for mission in missions_in_order(plan)]
        case Grouping.FORCE:
            forces = sorted(plan.forces.things(), key=lambda force: force.name.casefold())
            return [*(force.id for force in forces), ""]
        case Grouping.STATUS:
            return [status.value for status in Status]
        case Grouping.NONE:
            return [""]


def missions_in_order(plan: Plan) -> list[Mission]:
    """The missions by region, regions and missions in the order of the plan."""
    regions: dict[str, list[Mission]] = {}
    for mission in plan.missions.things():
        regions.setdefault(mission.region, []).append(mission)
    return [mission for missions in regions.values() for mission in missions]


class Sorting:
    """The order of rotations: by several keys, and where these are equal by days and name."""

    def __init__(self, keys: Sequence[SortKey] = ()) -> None:
        """Sort by the first key, equals by the second, and so on."""
        self._keys = tuple(keys)

    def sorted(self, ids: Iterable[str], plan: Plan) -> list[str]:
        """These rotations in order."""
        # A sort for each key, the last one first, is quicker than one by all: no key is wrapped.
        rotations = [plan.rotations[name] for name in ids]
        rotations.sort(key=by_days)
        for key in reversed(self._keys):
            rotations.sort(key=key.order_in(plan), reverse=key.descending)
        return [rotation.id for rotation in rotations]

    def put_in(self, ids: list[str], names: Iterable[str], plan: Plan) -> None:
        """Put rotations in their places among others that are in order."""
        orders = [(key.order_in(plan), key.descending) for key in self._keys]

        def place(name: str) -> tuple[Any, ...]:
            rotation = plan.rotations[name]
            keys = ((order(rotation), down) for order, down in orders)
            return *(_Falling(key) if down else key for key, down in keys), by_days(rotation)

        for name in names:
            ids.insert(bisect_right(ids, place(name), key=place), name)


@dataclass(frozen=True, slots=True)
class _Falling:
    """A key that sorts from high to low."""

    key: Any

    def __lt__(self, other: _Falling) -> bool:
        return bool(other.key < self.key)


@dataclass(slots=True, eq=False)
class Group:
    """A heading with the rotations of it that are shown; they are sorted when first asked for."""

    id: str
    heads: int = 1
    """How many rows the heading takes: none where the rotations are not grouped."""
    ids: list[str] = field(default_factory=list)
    start: int = 0
    is_shown: bool = False
    is_sorted: bool = False
    places: dict[str, int] | None = None

    def sort(self, plan: Plan, sorting: Sorting) -> None:
        """Put the rotations in order."""
        self.ids = sorting.sorted(self.ids, plan)
        self.is_sorted, self.places = True, None

    def exchange(self, gone: set[str], come: list[str], plan: Plan, sorting: Sorting) -> None:
        """Drop rotations, and put others in their places; the order of the rest is kept."""
        self.ids = [name for name in self.ids if name not in gone]
        if self.is_sorted:
            sorting.put_in(self.ids, come, plan)
        else:
            self.ids += come
        self.places = None

    def place(self, rotation: str) -> int | None:
        """The place of a rotation in the group, or none."""
        if self.places is None:
            self.places = {name: number for number, name in enumerate(self.ids)}
        return self.places.get(rotation)


@dataclass(slots=True)
class Wanted:
    """Which missions and rotations are to be shown."""

    missions: frozenset[str] | None = None
    text: str = ""
    matches: Callable[[Rotation], bool] | None = None
    cancelled: bool = False
    named: frozenset[str] = frozenset()
    _sought: Groups = field(default=(), init=False)
    _around: dict[str, str] = field(default_factory=dict, init=False)
    """By the id of a mission or force its names, which go with those of its rotations."""

    @property
    def picks(self) -> bool:
        """Whether only some rotations are asked for, so that a mission without them is hidden."""
        return bool(self.text) or self.matches is not None

    def read(self, plan: Plan) -> None:
        """Look up which missions and forces go with the text; with what is like it, if none do."""
        self.named, self._sought = frozenset(), sought(self.text)
        if not self._sought:
            return
        missions = {m.id: plain(f"{m.name} {m.full_name} {m.id}") for m in plan.missions.things()}
        forces = {f.id: plain(f"{f.name} {f.id}") for f in plan.forces.things()}
        self._around = {**missions, **forces}
        if not self._finds(plan):
            names = [rotation.name for rotation in plan.rotations.things()]
            self._sought = forgiven(self._sought, vocabulary_of([*self._around.values(), *names]))
        self.named = frozenset(
            name for name, text in self._around.items() if goes_with(text, self._sought)
        )

    def _finds(self, plan: Plan) -> bool:
        rotations = plan.rotations.things()
        return any(goes_with(text, self._sought) for text in self._around.values()) or any(
            goes_with(self._text_of(rotation), self._sought) for rotation in rotations
        )

    def _text_of(self, rotation: Rotation) -> str:
        own = plain(f"{rotation.name} {rotation.id}")
        around = [self._around.get(name, "") for name in (rotation.mission, rotation.force or "")]
        return " ".join((own, *around))

    def counts(self, rotation: Rotation) -> bool:
        """Whether a rotation would be shown if nothing were picked."""
        return self.cancelled or not rotation.cancelled

    def takes(self, rotation: Rotation) -> bool:
        """Whether a rotation is to be shown."""
        if not self.counts(rotation):
            return False
        if self.matches is not None and not self.matches(rotation):
            return False
        if not self._sought or rotation.mission in self.named or rotation.force in self.named:
            return True
        return goes_with(self._text_of(rotation), self._sought)

    def takes_at(self, rotation: Rotation) -> bool:
        """Whether a rotation is to be shown, its mission looked at as well."""
        shown = self.missions is None or rotation.mission in self.missions
        return shown and self.takes(rotation)

    def takes_mission(self, group: Group) -> bool:
        """Whether a mission is to be shown."""
        if self.missions is not None and group.id not in self.missions:
            return False
        return not self.picks or bool(group.ids) or (group.id in self.named)
