"""The open plan as Qt sees it: edits go in, changes come out, every step can be undone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QSignalBlocker, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from domain.errors import KnownError
from domain.language import _
from domain.model import Applied, Edit, Plan, touched_between
from domain.rules.finding import Finding
from domain.session import Change, Preview, Session
from domain.store import PlanFile
from domain.values import replace
from gui.recalling import recalled

if TYPE_CHECKING:
    from domain.engine.profile import Profile

_NOTHING: Final = Plan()
_PAUSE: Final = 150
"""Milliseconds after which earlier steps are looked up: first the plan is shown."""


class Step(QUndoCommand):
    """One step in the list of undo: the plans on either side of it.

    It does nothing by itself. The document goes to the plan that belongs to the place in the
    list; so a jump over many steps is one move, and one that fails leaves the list in order.
    """

    def __init__(self, change: Change, seq: int | None = None) -> None:
        """Take up a step that has been made, and the entry of the journal that tells of it."""
        super().__init__(change.label)
        # What it did to the findings was told when it was made; it is not kept for hours.
        self.change = replace(change, touched=frozenset(), solved=(), caused=())
        self.seq = seq


def with_name(plan: Plan, old: str, new: str) -> Plan:
    """A plan that knows a scenario, itself or the one it was derived from, by another name."""
    return replace(
        plan,
        scenario=new if plan.scenario == old else plan.scenario,
        derived_from=new if plan.derived_from == old else plan.derived_from,
    )


class Document(QObject):
    """The plan that the window shows, or none."""

    changed = Signal(object)
    """A step was made, and is on disk: the ``Change``."""
    previewed = Signal(object)
    """What an edit under way would do: a ``Preview``, or None when it is over."""
    failed = Signal(str)
    """Something could not be done: one sentence."""
    replaced = Signal()
    """Another plan or scenario is open, or none."""
    checked = Signal()
    """A plan that was shown before it was checked has been checked now."""
    moved = Signal()
    """The same plan is now kept in another file."""
    recalled = Signal()
    """The steps that were made before it was opened can now be undone."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file: PlanFile | None = None
        self._session: Session | None = None
        self._preview: Preview | None = None
        self._is_checked = True
        self.as_of: date | None = None
        self._knows_past = False
        self._recalls = QTimer(self, singleShot=True, interval=_PAUSE)
        self._recalls.timeout.connect(self.recall)
        self.undo_stack = QUndoStack(self)
        self.undo_stack.indexChanged.connect(self._on_index_changed)

    @property
    def file(self) -> PlanFile | None:
        """The plan file, or none."""
        return self._file

    @property
    def session(self) -> Session | None:
        """The open scenario, or none."""
        return self._session

    @property
    def is_open(self) -> bool:
        """Whether there is a plan."""
        return self._session is not None

    @property
    def can_edit(self) -> bool:
        """Whether there is a plan that may be changed."""
        return self._file is not None and not self._file.read_only

    @property
    def plan(self) -> Plan:
        """The plan as it is now; an empty one when none is open."""
        return _NOTHING if self._session is None else self._session.plan

    @property
    def is_checked(self) -> bool:
        """Whether findings and strengths are known, so that asking for them costs nothing.

        Whoever asks for them before that gets them all the same, after the check.
        """
        return self._is_checked

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the rules say about the plan as it is now."""
        return () if self._session is None else self._session.findings

    @property
    def is_previewing(self) -> bool:
        """Whether an edit under way is shown."""
        return self._preview is not None

    @property
    def shown_plan(self) -> Plan:
        """The plan as an edit under way would make it, else as it is."""
        return self.plan if self._preview is None else self._preview.plan

    @property
    def shown_findings(self) -> tuple[Finding, ...]:
        """What the rules say about the shown plan."""
        return self.findings if self._preview is None else self._preview.findings

    def open(
        self,
        file: PlanFile,
        scenario: str | None = None,
        *,
        check_later: bool = False,
        make_current: bool = False,
    ) -> None:
        """Show a scenario of a file, by default its current one; raises KnownError.

        What is to be checked later is shown without findings, until someone calls ``check``.
        """
        plan = file.load(scenario)
        session = Session(plan, file.keeper(plan.scenario), self.as_of)
        if make_current:
            file.make_current(plan.scenario)
        if self._file is not None and self._file is not file:
            self._file.close()
        self._file, self._session, self._preview = file, session, None
        self._is_checked = not check_later
        self.undo_stack.clear()
        self._knows_past = file.read_only
        if self._is_checked:
            self._recalls.start()
        self.replaced.emit()

    def recall(self) -> None:
        """Let the steps be undone that were made before the plan was opened.

        It comes by itself soon after a plan was opened, and before its first edit.
        """
        if self._file is None or self._knows_past:
            return
        self._knows_past = True
        try:
            past = recalled(self._file, self.plan)
        except KnownError:
            return  # what is wrong with the journal is for a check of the file to say
        with QSignalBlocker(self.undo_stack):
            for change, seq in past.steps:
                self.undo_stack.push(Step(change, seq))
            self.undo_stack.setIndex(past.done)
        self.undo_stack.indexChanged.emit(past.done)
        self.recalled.emit()

    def check(self) -> None:
        """Check the plan and show what was found, if that was left for later."""
        if not self._is_checked:
            self._is_checked = True
            self.checked.emit()
            self._recalls.start()

    def switch_to(self, scenario: str) -> None:
        """Show another scenario of the same file; raises KnownError."""
        if self._file is None or scenario == self.plan.scenario:
            return
        self.open(self._file, scenario, make_current=not self._file.read_only)

    def rename(self, old: str, new: str, description: str | None = None) -> None:
        """Give a scenario of the file another name, and perhaps say something else of it.

        The plan and its steps know it by that name. What can fail is done before the file is
        written; where something fails after that, the plan is read again. Raises KnownError.
        """
        file, session = self._file, self._session
        if file is None or session is None:
            return
        self.end_preview()
        self.recall()
        renamed: dict[int, Plan] = {}

        def known_as(plan: Plan) -> Plan:
            return renamed.setdefault(id(plan), with_name(plan, old, new))

        steps = self.steps()
        changes = [
            replace(
                step.change, before=known_as(step.change.before), after=known_as(step.change.after)
            )
            for step in steps
        ]
        plan = known_as(self.plan)
        try:
            file.rename_scenario(old, new, description)
            session.take_name(plan)
        except BaseException:
            if old not in file.scenarios():
                self.open(file, plan.scenario)
            raise
        for step, change in zip(steps, changes, strict=True):
            step.change = change
        self.moved.emit()

    def continue_in(self, copy: PlanFile) -> None:
        """Go on in a copy of the file: the plan and its steps stay as they are."""
        plan, before = self.plan, self._file
        session = Session(plan, copy.keeper(plan.scenario), self.as_of)
        self._file, self._session = copy, session
        if before is not None:
            before.close()
        self.moved.emit()

    def close(self) -> None:
        """Let go of the file."""
        before = self._file
        self._file, self._session, self._preview = None, None, None
        self._is_checked = True
        try:
            if before is not None:
                before.close()
        finally:
            self.undo_stack.clear()
            self.replaced.emit()

    def close_file(self) -> None:
        """Let go of the file as the window closes, without showing anything else any more."""
        file, self._file = self._file, None
        if file is not None:
            file.close()

    def submit(self, edit: Edit) -> bool:
        """Do an edit; false when it was refused or could not be kept, and nothing changed."""
        if self._session is None or self._file is None:
            return False
        self.check()
        self.end_preview()
        self.recall()
        entries = self._file.last_entry
        try:
            change = self._session.submit(edit)
        except KnownError as error:
            self.failed.emit(error.sentence)
            return False
        seq = self._file.last_entry
        self.undo_stack.push(Step(change, seq if seq > entries else None))
        self.changed.emit(change)
        return True

    def preview(self, edit: Edit, limits: Iterable[str] = ()) -> Preview | None:
        """What an edit would do; none, and nothing shown, when it cannot be."""
        if self._session is None:
            return None
        self.check()
        try:
            preview = self._session.preview(edit, limits)
        except KnownError:
            preview = None
        self._preview = preview
        self.previewed.emit(preview)
        return preview

    def end_preview(self) -> None:
        """Show the plan as it is again."""
        if self._preview is not None:
            self._preview = None
            self.previewed.emit(None)

    def profile(self, limit_id: str) -> Profile:
        """The strength that one limit counts, in the plan as it is; only while one is open."""
        if self._session is None:
            raise KeyError(limit_id)
        return self._session.profile(limit_id)

    def _on_index_changed(self, index: int) -> None:
        """Go to the plan that belongs to a place in the list of steps, or back to that place."""
        try:
            change = self._go_to(index)
        except KnownError as error:
            self._return_to_index()
            self.failed.emit(error.sentence)
            return
        except BaseException:
            self._return_to_index()
            raise
        if change is not None:
            self.changed.emit(change)

    def _go_to(self, index: int) -> Change | None:
        """Go to the plan after so many steps; none where it is that already."""
        target, label = self._plan_at(index)
        if self._session is None or target is None or target is self.plan:
            return None
        self.check()
        self.end_preview()
        touched = touched_between(self.plan, target)
        return self._session.move_to(Applied(target, touched), label)

    def _plan_at(self, index: int) -> tuple[Plan | None, str]:
        """The plan after so many steps, and how going there from here is called."""
        here = self._index_of_plan()
        if here is None:
            return None, ""
        back = index < here
        step = self._step(index if back else index - 1)
        if step is None:
            return None, ""
        if back:
            return step.change.before, _("Undo: {step}").format(step=step.change.label)
        return step.change.after, _("Redo: {step}").format(step=step.change.label)

    def _index_of_plan(self) -> int | None:
        """After how many steps the plan is as it is now; none when no step leads to it."""
        for index in range(self.undo_stack.count(), 0, -1):
            step = self._step(index - 1)
            if step is not None and step.change.after is self.plan:
                return index
        first = self._step(0)
        return 0 if first is not None and first.change.before is self.plan else None

    def steps(self) -> tuple[Step, ...]:
        """The steps that can be undone or done again, the first one first."""
        places = range(self.undo_stack.count())
        return tuple(step for step in map(self._step, places) if step is not None)

    def _step(self, index: int) -> Step | None:
        command = self.undo_stack.command(index)
        return command if isinstance(command, Step) else None

    def _return_to_index(self) -> None:
        """Let the list of steps stand where the plan stands."""
        here = self._index_of_plan()
        if here is not None:
            self.undo_stack.setIndex(here)
