"""Things of a plan by the names that a planner knows them by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from domain.language import _
from domain.model import Commitment, Force, Frame, Mandate, Mission, Plan, Post, Ref, Rotation
from domain.model.words import Kind
from domain.words.limits import limit_text

Named = Mission | Force


def missions_text(plan: Plan, missions: Iterable[str]) -> str:
    """The names of missions, one after the other."""
    return ", ".join(plan.missions[name].name or name for name in missions)


def frame_name(plan: Plan, frame: Frame) -> str:
    """The title of a frame, or the missions it is about, or its id."""
    return frame.title or missions_text(plan, frame.missions) or frame.id


class Names:
    """The names of the things of one plan."""

    def __init__(self, plan: Plan) -> None:
        """Look the limits up once: they have no list of their own."""
        self._plan = plan
        self._limits = {limit.id: (frame, limit) for frame, limit in plan.limits()}

    def of(self, ref: Ref) -> str:
        """The name of a thing, with what tells it from others of its name."""
        if ref.id in self._limits and ref.kind is Kind.LIMIT:
            frame, limit = self._limits[ref.id]
            return _("{frame}: {limit}").format(
                frame=frame_name(self._plan, frame), limit=limit_text(limit)
            )
        match None if ref.kind is Kind.LIMIT else self._plan.find(ref):
            case Rotation(name=name, mission=mission) | Post(title=name, mission=mission):
                return f"{name or ref.id} ({missions_text(self._plan, [mission])})"
            case Frame() as frame:
                return frame_name(self._plan, frame)
            case Mandate(legal_basis=basis, mission=mission):
                return f"{basis} ({missions_text(self._plan, [mission])})"
            case Force(name=name) | Commitment(name=name) | Mission(name=name) if name:
                return name
            case _:
                return ref.id

    def missions_of(self, subjects: Iterable[Ref]) -> str:
        """The missions of what a finding is about, one after the other."""
        missions = [mission for ref in subjects for mission in self._missions_of(ref)]
        return missions_text(self._plan, dict.fromkeys(missions))

    def _missions_of(self, ref: Ref) -> tuple[str, ...]:
        if ref.kind is Kind.LIMIT:
            return self._limits[ref.id][0].missions if ref.id in self._limits else ()
        match self._plan.find(ref):
            case Rotation(mission=mission) | Post(mission=mission):
                return (mission,)
            case Frame() as frame:
                return frame.missions
            case _:
                return ()


def labels_of(things: Iterable[Named]) -> Mapping[str, str]:
    """A label for each id that no other thing has: the name, with the id where it needs one."""
    named = list(things)
    names = Counter(thing.name.strip().casefold() for thing in named)
    ids = Counter(thing.id.casefold() for thing in named)
    return {thing.id: _label(thing, names, ids) for thing in named}


def _label(thing: Named, names: Counter[str], ids: Counter[str]) -> str:
    name = thing.name.strip()
    as_id = ids[name.casefold()] - (thing.id.casefold() == name.casefold())
    alone = name and names[name.casefold()] == 1 and not as_id
    return name if alone else f"{name} ({thing.id})".strip()
