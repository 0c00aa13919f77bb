"""Plans out to other files, to Excel and JSON, beside the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from domain.errors import KnownError
from domain.language import _, speaking
from domain.model import Plan
from gui.background import Background, Job, Progress
from gui.desk import Desk
from gui.widgets.notice import Notice

if TYPE_CHECKING:
    from domain.exchange.workbook.material import Material
    from gui.dialogs.export_dialog import ExportWish


class Exchanging(QObject):
    """Exports a scenario of the open plan."""

    exported = Signal(str)
    """A file was written: its path."""

    def __init__(self, desk: Desk, notice: Notice, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._document = desk, desk.document
        self._notice, self._window = notice, window
        self.background = Background(self)
        self._written: Path | None = None

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What the actions of exporting do, by name."""
        return {"export_excel": self.export_excel, "export_json": self.export_json}

    def export_excel(self) -> None:
        """Ask what to show and for a file, and write a scenario to it as a workbook."""
        file = self._document.file
        self._export_excel(() if file is None else file.scenarios(), None)

    def export_comparison(self, other: Plan) -> None:
        """The same of the open scenario, with a sheet that compares it with another plan."""
        self._export_excel((self._document.plan.scenario,), other)

    def _export_excel(self, scenarios: Sequence[str], beside: Plan | None) -> None:
        file = self._document.file
        if file is None:
            return
        here = self._document.plan.scenario
        from gui.dialogs.export_dialog import ExportDialog

        wish = ExportDialog.ask(self._window, self._desk.icons, scenarios, here)
        if wish is None:
            return
        path = self._ask_save(_("Export to Excel"), ".xlsx")
        if path is None:
            return
        try:
            plan = self._document.plan if wish.scenario == here else file.load(wish.scenario)
        except KnownError as error:
            self._on_failed(error.sentence)
            return
        self._write_workbook(path, plan, wish, beside)

    def _write_workbook(
        self, path: Path, plan: Plan, wish: ExportWish, beside: Plan | None
    ) -> None:
        file = self._document.file
        if file is None:
            return
        plan_id, head, as_of = file.plan_id, file.head(), self._document.as_of
        made_at = datetime.now(UTC).astimezone()

        def work(progress: Progress) -> Path:
            from domain.exchange.workbook import material_of, write_workbook

            with speaking(wish.language):
                material = material_of(
                    plan,
                    plan_id=plan_id,
                    journal_head=head,
                    made_at=made_at,
                    first_day=wish.first_day,
                    last_day=wish.last_day,
                    as_of=as_of,
                    public=wish.public,
                    beside=beside,
                )
                write_workbook(path, material, progress)
            return path

        self._start(Job(work), _("Writing {file}").format(file=path.name))

    def export_workbook(self, material: Callable[[], Material]) -> None:
        """Ask for a file and write a workbook to it; its material is made beside the window."""

        def work(path: Path, progress: Progress) -> None:
            from domain.exchange.workbook import write_workbook

            write_workbook(path, material(), progress)

        self.write_as(_("Export to Excel"), ".xlsx", work)

    def export_json(self) -> None:
        """Ask for a file and write the scenario to it as JSON."""
        plan = self._document.plan

        def work(path: Path, _progress: Progress) -> None:
            from domain.exchange.plan_json import write_plan

            write_plan(plan, path)

        self.write_as(_("Export JSON"), ".json", work)

    def write_as(
        self,
        title: str,
        ending: str,
        work: Callable[[Path, Progress], None],
        over: QWidget | None = None,
    ) -> None:
        """Ask for a file, over a dialog if need be, and have it written beside the window."""
        path = self._ask_save(title, ending, over)
        if path is None:
            return

        def written(progress: Progress) -> Path:
            work(path, progress)
            return path

        self._start(Job(written), _("Writing {file}").format(file=path.name))

    def _ask_save(self, title: str, ending: str, over: QWidget | None = None) -> Path | None:
        from gui.dialogs.file_dialog import FileDialog

        file = self._document.file
        if file is None:
            return None
        path = FileDialog.ask_save(
            over or self._window, title, ending, file.path.with_suffix(ending)
        )
        if path is not None and path.resolve() == file.path.resolve():
            self._notice.refuse(_("That is the plan itself; choose another file."))
            return None
        return path

    def run(self, job: Job, title: str) -> None:
        """Have a job done beside the window, with its progress in sight."""
        self._start(job, title)

    def _start(self, job: Job, title: str) -> None:
        from gui.dialogs.progress import ProgressDialog

        ProgressDialog(self._window, title, job)
        job.succeeded.connect(self._on_succeeded)
        job.failed.connect(self._on_failed)
        job.stopped.connect(self._on_stopped)
        self.background.start(job)

    def _on_succeeded(self, result: object) -> None:
        if not isinstance(result, Path):
            return
        self._written = result
        self._notice.tell(
            _("{file} is written.").format(file=result.name), _("Open folder"), self._open_folder
        )
        self.exported.emit(str(result))

    def _on_failed(self, sentence: str) -> None:
        from gui.dialogs.messages import SentenceDialog

        SentenceDialog.tell(self._window, _("It was not done"), sentence)

    def _on_stopped(self) -> None:
        self._notice.tell(_("Stopped; nothing was written."))

    def _open_folder(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.parent)))
