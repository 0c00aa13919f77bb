"""Plans in and out of other files: to Excel and JSON, from JSON; beside the window."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from domain.errors import KnownError
from domain.language import _
from domain.model import Plan, ReplacePlan
from gui.background import Background, Job, Progress
from gui.dialogs.file_dialog import FileDialog
from gui.dialogs.messages import SentenceDialog
from gui.dialogs.progress import ProgressDialog
from gui.document import Document
from gui.widgets.notice import Notice


class Exchanging(QObject):
    """Exports and imports the open scenario."""

    exported = Signal(str)
    """A file was written: its path."""

    def __init__(self, document: Document, notice: Notice, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._notice, self._window = document, notice, window
        self.background = Background(self)
        self._written: Path | None = None

    def export_excel(self) -> None:
        """Ask for a file and write the scenario to it as a workbook."""
        path = self._ask_save(_("Export to Excel"), ".xlsx")
        file = self._document.file
        if path is None or file is None:
            return
        plan, plan_id, head = self._document.plan, file.plan_id, file.head()
        as_of, made_at = self._document.as_of, datetime.now(UTC).astimezone()

        def work(progress: Progress) -> Path:
            from domain.exchange.workbook import material_of, write_workbook

            material = material_of(
                plan, plan_id=plan_id, journal_head=head, made_at=made_at, as_of=as_of
            )
            write_workbook(path, material, progress)
            return path

        self._start(Job(work), _("Writing {file}").format(file=path.name))

    def export_json(self) -> None:
        """Ask for a file and write the scenario to it as JSON."""
        path = self._ask_save(_("Export JSON"), ".json")
        if path is None:
            return
        plan = self._document.plan

        def work(_progress: Progress) -> Path:
            from domain.exchange.plan_json import write_plan

            write_plan(plan, path)
            return path

        self._start(Job(work), _("Writing {file}").format(file=path.name))

    def import_json(self) -> None:
        """Ask for a file, read it, and show what it would change."""
        file = self._document.file
        if file is None:
            return
        path = FileDialog.ask_open(self._window, _("Import JSON"), ".json", file.path.parent)
        if path is None:
            return

        def work(_progress: Progress) -> Plan:
            from domain.exchange.plan_json import read_plan

            return read_plan(path)

        job = Job(work)
        job.succeeded.connect(self._on_read)
        self._start(job, _("Reading {file}").format(file=path.name))

    def take_in(self, plan: Plan) -> None:
        """Show what a scenario from elsewhere would change, and take it in if that is wanted."""
        file = self._document.file
        if file is None:
            return
        try:
            self._take_in(plan, is_new=plan.scenario not in file.scenarios())
        except KnownError as error:
            SentenceDialog.tell(self._window, _("Nothing was imported"), error.sentence)

    def _take_in(self, plan: Plan, *, is_new: bool) -> None:
        from gui.dialogs.import_dialog import ImportDialog
        from gui.models.import_summary import summary_of

        file = self._document.file
        if file is None:
            return
        is_open = plan.scenario == self._document.plan.scenario
        before = Plan() if is_new else self._document.plan if is_open else file.load(plan.scenario)
        summary = summary_of(before, plan)
        if not ImportDialog.ask(self._window, plan.scenario, summary, is_new=is_new):
            return
        if is_new:
            file.put_scenario(plan)
        if not is_open:
            self._document.switch_to(plan.scenario)
        title = _("Import {scenario}").format(scenario=plan.scenario)
        if is_new or self._document.submit(ReplacePlan(plan, title)):
            self._notice.tell(_("Imported into scenario {name}.").format(name=plan.scenario))

    def _ask_save(self, title: str, ending: str) -> Path | None:
        file = self._document.file
        if file is None:
            return None
        path = FileDialog.ask_save(self._window, title, ending, file.path.with_suffix(ending))
        if path is not None and path.resolve() == file.path.resolve():
            self._notice.refuse(_("That is the plan itself; choose another file."))
            return None
        return path

    def _start(self, job: Job, title: str) -> None:
        ProgressDialog(self._window, title, job)
        job.succeeded.connect(self._on_succeeded)
        job.failed.connect(self._on_failed)
        job.stopped.connect(self._on_stopped)
        self.background.start(job)

    def _on_read(self, plan: Plan) -> None:
        self.take_in(plan)

    def _on_succeeded(self, result: object) -> None:
        if not isinstance(result, Path):
            return
        self._written = result
        self._notice.tell(
            _("{file} is written.").format(file=result.name), _("Open folder"), self._open_folder
        )
        self.exported.emit(str(result))

    def _on_failed(self, sentence: str) -> None:
        SentenceDialog.tell(self._window, _("It was not done"), sentence)

    def _on_stopped(self) -> None:
        self._notice.tell(_("Stopped; nothing was written."))

    def _open_folder(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.parent)))
