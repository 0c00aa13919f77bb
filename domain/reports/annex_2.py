"""Annex 2: for each mission its frame, and the persons who were deployed in the period."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from domain.model import Limit, Plan
from domain.reports.deployed import NOBODY, Deployed, Passage, passages
from domain.reports.frame_numbers import FrameNumbers, caps_of, numbers_in
from domain.reports.holding import Holding, holdings
from domain.reports.period import Period
from domain.reports.regions import by_region


@dataclass(frozen=True, slots=True)
class Entry:
    """Missions that share their frames, most often one alone: one frame, counted once.

    ``missions`` and ``passages`` go together. ``caps`` are joint limits whose parts stand in the
    columns, so that they are not added to them.
    """

    region: str
    missions: tuple[str, ...]
    passages: tuple[Passage, ...]
    holdings: tuple[Holding, ...]
    frame: FrameNumbers
    caps: tuple[Limit, ...] = ()

    @property
    def deployed(self) -> Deployed:
        """The persons who passed through its missions, each once."""
        return sum((passage.deployed for passage in self.passages), NOBODY)


@dataclass(frozen=True, slots=True)
class Annex2:
    """All entries, region by region, and their totals."""

    entries: tuple[Entry, ...]

    @property
    def frame(self) -> FrameNumbers:
        """The frames of all entries together, each once, a joint one in a column of its own."""
        return sum((entry.frame for entry in self.entries), FrameNumbers())

    @property
    def deployed(self) -> Deployed:
        """The persons of all entries together."""
        return sum((entry.deployed for entry in self.entries), NOBODY)


def annex_2(plan: Plan, period: Period) -> Annex2:
    """Annex 2 of a plan for a period: missions with a frame that holds, or with people there."""
    held, passed = holdings(plan, period), passages(plan, period)
    shown = {mission for one in held for mission in one.frame.missions} | set(passed)
    groups = (group for group in _sharing_frames(plan, held) if shown & set(group))
    entries = [_entry(plan, group, held, passed) for group in groups]
    return Annex2(tuple(by_region(plan, entries, lambda entry: entry.missions[0])))


def _entry(
    plan: Plan, missions: Sequence[str], held: Iterable[Holding], passed: Mapping[str, Passage]
) -> Entry:
    own = tuple(one for one in held if one.frame.missions and one.frame.missions[0] in missions)
    return Entry(
        region=plan.missions[missions[0]].region,
        missions=tuple(missions),
        passages=tuple(passed.get(mission, Passage()) for mission in missions),
        holdings=own,
        frame=numbers_in(own),
        caps=caps_of(own),
    )


def _sharing_frames(plan: Plan, held: Iterable[Holding]) -> list[list[str]]:
    """The missions of a plan in groups: two that share a frame, through others too, are in one.

    In a group they stand as the frames name them.
    """
    group_of = {mission: [mission] for mission in plan.missions}
    for holding in held:
        first, *others = holding.frame.missions or (None,)
        for mission in others:
            one, other = group_of[str(first)], group_of[mission]
            if one is not other:
                one.extend(other)
                group_of.update(dict.fromkeys(other, one))
    return list({id(group): group for group in group_of.values()}.values())
