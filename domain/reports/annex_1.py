"""Annex 1: for each mission its legal basis, and until when its mandate and its frame go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from domain.model import DayNotes, EndKind, Frame, Mandate, Mission, Plan, Precision
from domain.model.days import AFTER_ALL
from domain.reports.holding import Holding, holdings
from domain.reports.period import Period
from domain.reports.regions import by_region


@dataclass(frozen=True, slots=True)
class Until:
    """A last day, or why there is none; how exact it is, and the words of the source."""

    last_day: date | None
    kind: EndKind = EndKind.DATE
    precision: Precision = Precision.DAY
    note: str = ""


@dataclass(frozen=True, slots=True)
class MandateUntil:
    """A mandate of a mission, and until when it goes."""

    mandate: Mandate
    until: Until


@dataclass(frozen=True, slots=True)
class FrameUntil:
    """A frame of a mission, and until when it goes; ``dormant`` if it waits for its condition."""

    frame: Frame
    until: Until
    dormant: bool

    @property
    def conditional(self) -> bool:
        """Whether nobody has decided yet on its condition."""
        return self.frame.undecided


@dataclass(frozen=True, slots=True)
class MissionRow:
    """A mission with its mandates and frames, those that end first in front.

    Where no mandate holds in the period, the one that ended last before it stands there.
    """

    mission: Mission
    mandates: tuple[MandateUntil, ...]
    frames: tuple[FrameUntil, ...]


def annex_1(plan: Plan, period: Period) -> tuple[MissionRow, ...]:
    """The missions with a mandate, a frame or a rotation in the period, region by region."""
    frames, mandates = _by_mission(holdings(plan, period)), _mandates(plan)
    visited = {
        rotation.mission
        for rotation in plan.rotations.things()
        if not rotation.cancelled and period.touches(rotation.first_day, rotation.last_day)
    }
    rows = []
    for mission in plan.missions.things():
        held = [one for one in mandates.get(mission.id, ()) if _holds(one, period)]
        own = frames.get(mission.id, ())
        if held or own or mission.id in visited:
            shown = held or _ended_last(mandates.get(mission.id, ()), period)
            rows.append(MissionRow(mission, _until_of(shown), _frames_until(own)))
    return tuple(by_region(plan, rows, lambda row: row.mission.id))


def _by_mission(held: Iterable[Holding]) -> Mapping[str, Sequence[Holding]]:
    found: dict[str, list[Holding]] = {}
    for holding in held:
        for mission in dict.fromkeys(holding.frame.missions):
            found.setdefault(mission, []).append(holding)
    return found


def _mandates(plan: Plan) -> Mapping[str, Sequence[Mandate]]:
    found: dict[str, list[Mandate]] = {}
    for mandate in plan.mandates.things():
        found.setdefault(mandate.mission, []).append(mandate)
    return found


def _holds(mandate: Mandate, period: Period) -> bool:
    return period.part_of((mandate.start, mandate.end)) is not None


def _ended_last(mandates: Sequence[Mandate], period: Period) -> list[Mandate]:
    ended = [mandate for mandate in mandates if mandate.end <= period.span[0]]
    return [max(ended, key=lambda mandate: mandate.end)] if ended else []


def _until_of(mandates: Iterable[Mandate]) -> tuple[MandateUntil, ...]:
    return tuple(
        MandateUntil(mandate, _until(mandate.last_day, mandate.day_notes))
        for mandate in sorted(mandates, key=lambda mandate: mandate.end)
    )


def _frames_until(held: Iterable[Holding]) -> tuple[FrameUntil, ...]:
    return tuple(
        FrameUntil(one.frame, _until_of_frame(one), one.dormant)
        for one in sorted(held, key=lambda one: one.end)
    )


def _until_of_frame(holding: Holding) -> Until:
    if holding.cut_short:
        return Until(date.fromordinal(min(holding.end, AFTER_ALL) - 1))
    return _until(holding.frame.last_day, holding.frame.day_notes)


def _until(last_day: date | None, notes: DayNotes) -> Until:
    if last_day is None:
        return Until(None, notes.last_kind or EndKind.NOT_STATED, note=notes.last_note)
    return Until(last_day, EndKind.DATE, notes.last_precision, notes.last_note)
