"""Scenarios as a whole: copied, derived, renamed, described, marked, deleted and taken back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from domain.errors import KnownError
from domain.language import _
from domain.store import PlanFile
from gui.scenario_words import scenario_text

if TYPE_CHECKING:
    from domain.store.removing import Removed
    from gui.dialogs.scenario_dialog import Described
    from gui.window import Window


class Scenarios(QObject):
    """Does what is asked of scenarios; what cannot be done the window says."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._list = window.missions.scenarios
        self._list.action_asked.connect(self._on_action)
        self._list.menu_asked.connect(self._on_menu)
        self._asked: str | None = None

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What the actions of scenarios do, by name."""
        return {
            "scenario_duplicate": self.duplicate,
            "scenario_derive": self.derive,
            "scenario_rename": self.rename,
            "scenario_describe": lambda: self.rename(at_description=True),
            "scenario_record": self.mark,
            "scenario_delete": self.delete,
            "scenario_take_back": self.take_back,
        }

    def duplicate(self) -> None:
        """Ask for a name, and add a copy of the scenario."""
        file, name = self._file, self.meant()
        if file is None:
            return
        answer = self._ask_new(_("Duplicate a scenario"), _("Duplicate"), file, name)
        if answer is not None and self._did(lambda: file.duplicate(answer.origin, answer.name)):
            self._describe_new(file, answer)
            self._tell(_("'{name}' is a copy of '{origin}'."), answer)

    def derive(self) -> None:
        """Ask for a name and what it is made of, and open the new variant."""
        file, name = self._file, self.meant()
        if file is None:
            return
        answer = self._ask_new(_("Derive a scenario"), _("Derive and open"), file, name)
        if answer is not None and self._did(lambda: file.derive(answer.origin, answer.name)):
            self._describe_new(file, answer)
            self._window.files.switch_to(answer.name)
            self._tell(_("You now work in '{name}', made of '{origin}'."), answer)

    def rename(self, *, at_description: bool = False) -> None:
        """Ask for another name and description of the scenario."""
        from gui.dialogs.scenario_dialog import Ask, Described, ScenarioDialog

        file, name = self._file, self.meant()
        if file is None:
            return
        title = _("Describe a scenario") if at_description else _("Rename a scenario")
        ask = Ask(title, _("Save"), at_description=at_description)
        now = Described(name, file.description(name))
        answer = ScenarioDialog.ask(
            self._window, self._window.desk.icons, ask, now, lambda new: fault_of(file, new, name)
        )
        if answer is not None:
            rename = self._window.document.rename
            self._did(lambda: rename(name, answer.name, answer.description))

    def mark(self) -> None:
        """Make the scenario the plan of record, or take the mark away where it has it."""
        file, name = self._file, self.meant()
        if file is not None:
            is_record = file.record == name
            if self._did(lambda: file.make_record(None if is_record else name)):
                said = _("No scenario is the plan of record.")
                if not is_record:
                    said = _("'{name}' is the plan of record.").format(name=scenario_text(name))
                self._window.notice.tell(said)

    def delete(self) -> None:
        """Take the scenario out; the notice offers to take it back."""
        file, name = self._file, self.meant()
        if file is None:
            return
        others = [other for other in file.scenarios() if other != name]
        if not others:
            self._window.notice.refuse(
                _("'{name}' is the only scenario; a plan has at least one.").format(name=name)
            )
            return
        if file.record != name and name == self._window.document.plan.scenario:
            parent = self._window.document.plan.derived_from
            near = (parent, file.record, others[0])
            self._window.files.switch_to(next(one for one in near if one in others))
        if self._did(lambda: file.remove_scenario(name)):
            (gone, *_older) = file.removed()
            self._window.notice.tell(
                _("'{name}' is deleted.").format(name=name),
                _("Take back"),
                lambda: self._bring_back(gone),
            )

    def take_back(self) -> None:
        """Ask which deleted scenario is to come back."""
        from gui.dialogs.removed_dialog import RemovedDialog

        file = self._file
        if file is None:
            return
        removed = file.removed()
        if not removed:
            self._window.notice.refuse(_("No scenario of this plan was deleted."))
            return
        gone = RemovedDialog.ask(self._window, removed)
        if gone is not None:
            self._bring_back(gone)

    def _bring_back(self, gone: Removed) -> None:
        file = self._file
        if file is None or gone not in file.removed():
            return
        name = free_name(file, gone.name)
        if self._did(lambda: file.take_back(gone, name)):
            self._window.notice.tell(_("'{name}' is back.").format(name=name))

    @property
    def _file(self) -> PlanFile | None:
        return self._window.document.file

    def meant(self) -> str:
        """The scenario of the list where that was asked, else the open one."""
        asked, self._asked = self._asked, None
        return self._window.document.plan.scenario if asked is None else asked

    def _ask_new(self, title: str, do: str, file: PlanFile, origin: str) -> Described | None:
        from gui.dialogs.scenario_dialog import Ask, Described, ScenarioDialog

        now = Described(free_name(file, origin), "", origin)
        ask = Ask(title, do, file.scenarios())
        return ScenarioDialog.ask(
            self._window, self._window.desk.icons, ask, now, lambda name: fault_of(file, name)
        )

    def _describe_new(self, file: PlanFile, answer: Described) -> None:
        if answer.description.strip():
            self._did(lambda: file.describe(answer.name, answer.description))

    def _tell(self, sentence: str, answer: Described) -> None:
        self._window.notice.tell(sentence.format(name=answer.name, origin=answer.origin))

    def _did(self, do: Callable[[], object]) -> bool:
        """Whether something was done; what kept it from being done is said."""
        try:
            do()
        except KnownError as error:
            self._window.notice.refuse(error.sentence)
            return False
        self._refresh()
        return True

    def _refresh(self) -> None:
        self._window.missions.scenarios.refresh()
        self._window.document.moved.emit()

    def _on_action(self, name: str) -> None:
        self._asked = self._list.current
        if self._window.actions_of_window[name].isEnabled():
            self._window.actions_of_window[name].trigger()
        self._asked = None

    def _on_menu(self, place: QPoint) -> None:
        self._asked = self._list.current
        menu = self._window.menus.open_context_menu("scenario", place)
        menu.aboutToHide.connect(self._forget_later)

    def _forget_later(self) -> None:
        from PySide6.QtCore import QTimer

        # The action that was chosen is triggered after its menu is hidden.
        QTimer.singleShot(0, self._forget)

    def _forget(self) -> None:
        self._asked = None


def fault_of(file: PlanFile, name: str, own: str | None = None) -> str:
    """What is wrong with a name for a scenario, in a sentence; empty when nothing is."""
    from domain.store.scenarios import require_name

    try:
        require_name(name)
    except KnownError as error:
        return error.sentence
    if name != own and name in file.scenarios():
        return _("There is already a scenario '{name}'.").format(name=name)
    return ""


def free_name(file: PlanFile, name: str) -> str:
    """A name that no scenario has: this one, or with a number behind it."""
    taken, found, number = set(file.scenarios()), name, 1
    while found in taken:
        number += 1
        found = f"{name} ({number})"
    return found
