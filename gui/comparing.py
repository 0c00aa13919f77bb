"""Another plan beside the open one: a scenario of the file, or of another file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from domain.engine.comparison import Difference, differences, sharing
from domain.errors import KnownError
from domain.language import _
from domain.model import Plan
from domain.rules.checker import Checker
from domain.rules.comparison import (
    FindingsCompared,
    LimitCompared,
    compared,
    limits_compared,
)
from gui.document import Document

_PAUSE: Final = 120


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that the open scenario can be compared with."""

    text: str
    scenario: str
    plan: Plan | None = None
    """The plan, where it is of another file."""


class Sides:
    """The open plan and the other one; what the rules say is found out when it is asked."""

    def __init__(self, document: Document, mine: Plan, theirs: Plan, checker: Checker) -> None:
        """Put two plans beside each other; theirs shares with mine what is equal."""
        self._document, self._checker = document, checker
        self.mine, self.theirs = mine, theirs

    @cached_property
    def things(self) -> tuple[Difference, ...]:
        """What differs, from mine to theirs."""
        return differences(self.mine, self.theirs)

    @cached_property
    def findings(self) -> FindingsCompared:
        """What becomes of the findings."""
        return compared(self._document.findings, self._checker.findings)

    @cached_property
    def limits(self) -> tuple[LimitCompared, ...]:
        """Every limit of either plan."""
        session = self._document.session
        return () if session is None else tuple(limits_compared(session, self._checker))


class Comparing(QObject):
    """Knows what is compared, and follows every edit while somebody looks."""

    changed = Signal()
    """Other plans are compared, or they differ in other things."""
    counted = Signal()
    """It is time to look at what the rules say; that may take a moment."""
    choices_changed = Signal()
    refused = Signal(str)
    """A scenario could not be read: one sentence."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._strangers: list[Choice] = []
        self._chosen: Choice | None = None
        self._checker: Checker | None = None
        self._file: Path | None = None
        self._awake = False
        self.sides: Sides | None = None
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self.counted)
        document.changed.connect(self._on_changed)
        document.replaced.connect(self._on_replaced)
        document.moved.connect(self._on_moved)

    @property
    def chosen(self) -> Choice | None:
        """What the open scenario is compared with."""
        return self._chosen

    def choices(self) -> Sequence[Choice]:
        """What it can be compared with: the other scenarios, then those of other files."""
        file, here = self._document.file, self._document.plan.scenario
        names = () if file is None else file.scenarios()
        return [*(Choice(name, name) for name in names if name != here), *self._strangers]

    def wake(self) -> None:
        """Somebody looks: compare, with what suits best where nothing was chosen."""
        self._awake = True
        if self._chosen is None or self._chosen not in self.choices():
            self._chosen = self._suggested()
            self._checker = None
        if self.sides is None:
            self._compare()
        self._later.start(0)

    def sleep(self) -> None:
        """Nobody looks any more."""
        self._awake = False

    def choose(self, choice: Choice) -> None:
        """Compare with something else."""
        if choice != self._chosen:
            self._chosen, self._checker = choice, None
            self._compare()
            self.choices_changed.emit()

    def add_file(self, path: Path, plans: Sequence[Plan]) -> None:
        """Let scenarios of another file be compared with, and take the first of them."""
        known = {choice.text for choice in self._strangers}
        found = [
            Choice(_("{file}: {scenario}").format(file=path.stem, scenario=p.scenario), "", p)
            for p in plans
        ]
        self._strangers = [c for c in self._strangers if c.text not in {f.text for f in found}]
        self._strangers += found
        if known or found:
            self.choices_changed.emit()
        if found:
            self.choose(found[0])

    def _suggested(self) -> Choice | None:
        """The plan of record, else what the scenario came from, else the first one."""
        choices, file = self.choices(), self._document.file
        wanted = (None if file is None else file.record, self._document.plan.derived_from)
        for name in wanted:
            for choice in choices:
                if choice.plan is None and choice.scenario == name:
                    return choice
        return choices[0] if choices else None

    def _compare(self) -> None:
        """Read the other plan, and see what differs."""
        self.sides = None
        theirs = self._theirs()
        if theirs is not None:
            if self._checker is None or self._checker.plan is not theirs:
                self._checker = Checker(theirs, self._document.as_of)
            mine = self._document.plan
            self.sides = Sides(self._document, mine, sharing(mine, theirs), self._checker)
        self.changed.emit()
        self._later.start(0)

    def _theirs(self) -> Plan | None:
        file, chosen = self._document.file, self._chosen
        if file is None or chosen is None:
            return None
        if chosen.plan is not None:
            return chosen.plan
        if self._checker is not None:
            return self._checker.plan
        try:
            return file.load(chosen.scenario)
        except KnownError as error:
            self._chosen = None
            self.refused.emit(error.sentence)
            return None

    def _on_changed(self) -> None:
        sides = self.sides
        if sides is None or self._checker is None:
            return
        if not self._awake:
            self.sides = None
            return
        mine = self._document.plan
        self.sides = Sides(self._document, mine, sides.theirs, self._checker)
        self.changed.emit()
        # Several steps one after the other are followed at once.
        self._later.start(_PAUSE)

    def _on_replaced(self) -> None:
        file = self._document.file
        path = None if file is None else file.path
        if path != self._file:
            self._file, self._strangers, self._chosen = path, [], None
        self._checker, self.sides = None, None
        if self._chosen is not None and self._chosen not in self.choices():
            self._chosen = None
        if self._awake and file is not None:
            self.wake()
        self.choices_changed.emit()

    def _on_moved(self) -> None:
        """Scenarios came, went or got other names."""
        choices = self.choices()
        if self._chosen is not None and self._chosen not in choices:
            self._chosen, self._checker, self.sides = None, None, None
            if self._awake:
                self.wake()
        if self.sides is not None:
            self.sides = Sides(
                self._document,
                self._document.plan,
                replace(self.sides.theirs, name=self._document.plan.name),
                self._checker or Checker(self.sides.theirs),
            )
        self.choices_changed.emit()
