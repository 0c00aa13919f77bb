"""Finding anything by a few letters: what can be found, and in which order it is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from heapq import nsmallest
from typing import Final

from PySide6.QtGui import QAction

from domain.language import _
from domain.model import Plan
from domain.words.days import period_text
from gui.dialogs.shortcuts import keys_of
from gui.seeking import Groups, forgiven, plain, sought, vocabulary_of

MOST_SHOWN: Final = 50


@dataclass(frozen=True, slots=True)
class Found:
    """Something that can be found: its name, what it is, more about it, what choosing it does."""

    text: str
    kind: str
    more: str
    run: Callable[[], object]


class Register:
    """Everything that can be found, ready to be searched."""

    def __init__(self, entries: Iterable[Found]) -> None:
        """Take up everything, in the order in which equals are shown."""
        self._entries = tuple(entries)
        self._plain = [plain(entry.text) for entry in self._entries]
        self._words: list[str] | None = None

    def find(self, text: str) -> list[Found]:
        """What goes with a text, the best first; with no text what comes first of all.

        Every word of the text is part of the name; where there is no such name, like a part.
        """
        words = sought(text)
        if not words:
            return list(self._entries[:MOST_SHOWN])
        return self._with(words) or self._with(forgiven(words, self._vocabulary()))

    def _with(self, wanted: Groups) -> list[Found]:
        """Entries in whose name one of each group of words stands."""
        ranks: list[tuple[int, int, int]] = []
        for number, name in enumerate(self._plain):
            places = [_place(name, group) for group in wanted]
            if None not in places:
                ranks.append((sum(place or 0 for place in places), len(name), number))
        return [self._entries[number] for _rank, _length, number in nsmallest(MOST_SHOWN, ranks)]

    def _vocabulary(self) -> list[str]:
        if self._words is None:
            self._words = vocabulary_of(self._plain)
        return self._words


def _place(name: str, group: Iterable[str]) -> int | None:
    """How well a name goes with a word: it begins so, a word in it does, it is in it; or none."""
    places = [
        0 if name.startswith(word) else 1 if f" {word}" in name else 2
        for word in group
        if word in name
    ]
    return min(places, default=None)


def actions_to_find(actions: Iterable[QAction]) -> Iterator[Found]:
    """The actions that can be done now."""
    for action in actions:
        if action.isEnabled():
            text = action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
            yield Found(text, _("Action"), keys_of(action), action.trigger)


def views_to_find(names: Iterable[str], show: Callable[[str], object]) -> Iterator[Found]:
    """The views that a user keeps."""
    for name in names:
        yield Found(name, _("Saved view"), "", _going(show, name))


@dataclass(frozen=True, slots=True)
class Ways:
    """How to go to a thing of the plan by its id."""

    to_mission: Callable[[str], object]
    to_rotation: Callable[[str], object]
    to_force: Callable[[str], object]


def things_to_find(plan: Plan, ways: Ways) -> Iterator[Found]:
    """The missions, rotations and forces of a plan."""
    for mission in plan.missions.things():
        yield Found(
            mission.name,
            _("Mission"),
            mission.full_name or mission.region,
            _going(ways.to_mission, mission.id),
        )
    for force in plan.forces.things():
        yield Found(force.name, _("Force"), force.service, _going(ways.to_force, force.id))
    for rotation in plan.rotations.things():
        days = period_text(rotation.first_day, rotation.last_day)
        more = f"{plan.missions[rotation.mission].name} · {days}"
        yield Found(rotation.name, _("Rotation"), more, _going(ways.to_rotation, rotation.id))


def _going(way: Callable[[str], object], name: str) -> Callable[[], object]:
    return lambda: way(name)
