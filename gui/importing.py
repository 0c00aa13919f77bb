"""Files that come in through the window: read beside it, shown, and taken in as one step."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from domain.errors import KnownError
from domain.language import _
from domain.model import Plan, ReplacePlan
from domain.store import PlanFile
from gui.background import Background, Job, Progress
from gui.desk import Desk
from gui.preferences import Preferences
from gui.widgets.notice import Notice

if TYPE_CHECKING:
    from domain.exchange.arriving import Arrival
    from domain.exchange.table_reading import Look, Terms
    from gui.dialogs.mapping_dialog import MappingDialog

ENDINGS = (".xlsx", ".csv", ".json")


class Importing(QObject):
    """Takes workbooks, tables and JSON plans into the plan that is open."""

    def __init__(
        self,
        desk: Desk,
        notice: Notice,
        preferences: Preferences,
        background: Background,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._desk, self._document = desk, desk.document
        self._notice, self._preferences, self._window = notice, preferences, window
        self._background = background

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What the actions of importing do, by name."""
        return {"import": self.ask}

    def ask(self) -> None:
        """Ask for a file, read it, and show what it would change."""
        from gui.dialogs.file_dialog import FileDialog

        file = self._document.file
        if file is not None:
            folder = file.path.parent
            path = FileDialog.ask_open(self._window, _("Import"), ENDINGS, folder)
            if path is not None:
                self.take(path)

    def take(self, path: Path) -> None:
        """Read a file, and show what it would change."""
        if not self._document.can_edit:
            self._notice.refuse(_("Open a plan that can be changed first; then import the file."))
            return
        from domain.exchange.arriving import Arriving, kind_of

        ways: dict[Arriving, Callable[[Path], None]] = {
            Arriving.PLAN: self._read_plan,
            Arriving.OURS: self._read_ours,
            Arriving.TABLE: self._look_at_table,
        }
        self._do(path, lambda _progress: kind_of(path), lambda kind: ways[kind](path))

    def _read_plan(self, path: Path) -> None:
        from domain.exchange.plan_json import read_plan

        self._do(path, lambda _progress: read_plan(path), partial(self._compare_plan, path))

    def _compare_plan(self, path: Path, plan: Plan) -> None:
        file, here, as_of = self._document.file, self._document.plan, self._document.as_of
        if file is None:
            return
        is_new = plan.scenario not in file.scenarios()
        before = here if plan.scenario == here.scenario else Plan()
        if not is_new and before is not here:
            before = file.load(plan.scenario)

        def work(_progress: Progress) -> Arrival:
            from domain.exchange.arriving import arrival

            return arrival(before, plan, as_of)

        self._do(path, work, partial(self._show, path, is_new=is_new))

    def _read_ours(self, path: Path) -> None:
        file, plan, as_of = self._document.file, self._document.plan, self._document.as_of
        if file is None:
            return
        plan_id, head = file.plan_id, file.head()

        def work(progress: Progress) -> Arrival:
            from domain.exchange.arriving import arrival
            from domain.exchange.workbook_reading import read_workbook

            reading = read_workbook(path, plan, plan_id, journal_head=head, tell=progress)
            return arrival(plan, reading.plan, as_of, reading)

        self._do(path, work, partial(self._show, path))

    def _look_at_table(self, path: Path) -> None:
        def work(_progress: Progress) -> Look:
            from domain.exchange.table_reading import best_sheet, look

            is_text = path.suffix.lower() not in {".xlsx", ".xlsm"}
            return look(path, None if is_text else best_sheet(path))

        self._do(path, work, partial(self._ask_mapping, path))

    def _ask_mapping(self, path: Path, look: Look) -> None:
        from gui.dialogs.mapping_dialog import MappingDialog, ask_with
        from gui.source_memory import SourceMemory

        memory = SourceMemory(self._preferences)
        plan, icons = self._document.plan, self._desk.icons
        dialog = MappingDialog(self._window, icons, plan, path.name, memory.recall)
        dialog.looked_at.connect(partial(self._look_again, path, dialog))
        dialog.show_look(look)
        wanted = ask_with(dialog)
        terms, headings = dialog.terms, dialog.look.headings
        dialog.deleteLater()
        if wanted:
            memory.remember(headings, terms)
            self._read_table(path, terms)

    def _look_again(self, path: Path, dialog: MappingDialog, sheet: str, row: int) -> None:
        def work(_progress: Progress) -> Look | str:
            from domain.exchange.table_reading import look

            try:
                return look(path, sheet or None, row or None)
            except KnownError as error:
                return error.sentence

        def show(found: Look | str) -> None:
            # It may have been closed while the file was read.
            if isValid(dialog) and isinstance(found, str):
                dialog.show_trouble(found)
            elif isValid(dialog) and not isinstance(found, str):
                dialog.show_look(found)

        self._do(path, work, show, dialog)

    def _read_table(self, path: Path, terms: Terms) -> None:
        plan, as_of = self._document.plan, self._document.as_of

        def work(progress: Progress) -> Arrival:
            from domain.exchange.arriving import arrival
            from domain.exchange.table_reading import read_table

            reading = read_table(path, plan, terms, progress)
            return arrival(plan, reading.plan, as_of, reading)

        self._do(path, work, partial(self._show, path))

    def _do(
        self,
        path: Path,
        work: Callable[[Progress], object],
        then: Callable[..., None],
        over: QWidget | None = None,
    ) -> None:
        """Have something read beside the window, and go on with what was found."""
        from gui.dialogs.progress import ProgressDialog

        job = Job(work)
        title = _("Reading {file}").format(file=path.name)
        ProgressDialog(over or self._window, title, job)
        job.succeeded.connect(_Receiver(then, self).receive)
        job.failed.connect(self._on_failed)
        job.stopped.connect(self._on_stopped)
        self._background.start(job)

    def _show(self, path: Path, arrival: Arrival, *, is_new: bool = False) -> None:
        """Show what a file would do, and do it if that is wanted."""
        from gui.dialogs.import_dialog import ImportDialog, Incoming
        from gui.dialogs.messages import SentenceDialog

        plan = arrival.after
        incoming = Incoming(path.name, plan.scenario, is_new, arrival)
        if not ImportDialog.ask(self._window, self._desk.icons, incoming):
            return
        try:
            self._take_in(path.name, arrival, is_new=is_new)
        except KnownError as error:
            SentenceDialog.tell(self._window, _("Nothing was imported"), error.sentence)

    def _take_in(self, name: str, arrival: Arrival, *, is_new: bool) -> None:
        file, plan = self._document.file, arrival.after
        if file is None:
            return
        if not is_new and plan.scenario == self._document.plan.scenario:
            self._require_same(arrival.before)
        title = _("Import {name}").format(name=name)
        self._back_up(file, title)
        if is_new:
            file.put_scenario(plan, title)
        self._document.switch_to(plan.scenario)
        if is_new or self._document.submit(ReplacePlan(plan, title)):
            self._notice.tell(_("Imported into scenario {name}.").format(name=plan.scenario))

    def _require_same(self, before: Plan) -> None:
        """Refuse to undo on the quiet what was done since the file was read."""
        if self._document.plan is not before:
            raise KnownError(_("The plan was changed while the file was read; import it again."))

    @staticmethod
    def _back_up(file: PlanFile, label: str) -> None:
        from domain.store.keeping import Reason

        file.back_up(label, Reason.IMPORT)

    def _on_failed(self, sentence: str) -> None:
        from gui.dialogs.messages import SentenceDialog

        SentenceDialog.tell(self._window, _("Nothing was imported"), sentence)

    def _on_stopped(self) -> None:
        self._notice.tell(_("Stopped; nothing was changed."))


class _Receiver(QObject):
    """Takes what a job found, in the thread of the window."""

    def __init__(self, then: Callable[..., None], parent: QObject) -> None:
        super().__init__(parent)
        self._then = then

    def receive(self, found: object) -> None:
        """Go on, once the job is over."""
        self.deleteLater()
        self._then(found)


def importable(path: Path) -> bool:
    """Whether a file is of a kind that can be imported."""
    return path.suffix.lower() in {*ENDINGS, ".tsv", ".xlsm"}
