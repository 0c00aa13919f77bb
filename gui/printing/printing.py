"""Printing: from the window to the preview, and from there to paper and files."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from domain.language import _
from domain.model import Plan
from gui.background import Job, Progress
from gui.timeline.today import today_of

if TYPE_CHECKING:
    from domain.exchange.paper.marks import Page
    from domain.exchange.paper.print_out import PrintOut, Subject
    from domain.exchange.workbook.material import Material
    from domain.reports.period import Period
    from gui.printing.preview_dialog import PreviewDialog
    from gui.window import Window


Days = tuple[date | None, date | None]


class Printing(QObject):
    """What the actions of printing do; pages are laid out beside the window."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._dialog: PreviewDialog | None = None
        self._plan: Plan | None = None
        self._latest: Job | None = None
        window.exchanging.exported.connect(self._on_exported)
        window.requests.report_requested.connect(self._on_report)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What the actions of printing do, by name."""
        return {"print": self.preview, "export_pdf": self.export_pdf}

    def preview(self) -> None:
        """Show what the view that is shown looks like on paper."""
        from domain.exchange.paper.print_out import Subject

        subject = {
            "view_frames": Subject.STRENGTH,
            "view_report": Subject.REPORT,
            "view_sources": Subject.PLAN,
        }.get(self._window.views.current, Subject.TIMELINE)
        self._open(subject, self._window.document.plan, None)

    def export_pdf(self) -> None:
        """Ask for a file and write the whole plan to it as a PDF."""
        from domain.exchange.paper.print_out import PrintOut, Subject

        wanted = PrintOut(Subject.PLAN)
        self._write(_("Export to PDF"), ".pdf", self._material(self._window.document.plan), wanted)

    def _on_report(self, how: str, plan: Plan, period: Period) -> None:
        """The report of a period is wanted: on paper, as PDF, or as a workbook."""
        from domain.exchange.paper.print_out import PrintOut, Subject

        if how == "print":
            self._open(Subject.REPORT, plan, period)
        elif how == "pdf":
            material = self._material(plan, period)
            self._write(_("Export to PDF"), ".pdf", material, PrintOut(Subject.REPORT))
        else:
            self._window.exchanging.export_workbook(self._material(plan, period))

    def _open(self, subject: Subject, plan: Plan, period: Period | None) -> None:
        from domain.reports.period import period_of
        from gui.printing.preview_dialog import PreviewDialog

        self._plan = plan
        dialog = self._dialog = PreviewDialog(self._window.desk.icons, self._window)
        dialog.form.begin_with(subject, is_filtered=self._is_filtered())
        shown = period or period_of(plan)
        if shown is not None:
            dialog.form.show_days(shown.first_day, shown.last_day)
        dialog.form.changed.connect(self._lay_out)
        dialog.file_wanted.connect(self._on_file_wanted)
        dialog.print_with(self._print)
        dialog.finished.connect(self._on_finished)
        dialog.open()
        self._lay_out()

    def _lay_out(self) -> None:
        if self._dialog is None or self._plan is None:
            return
        self._dialog.wait()
        make, wanted = self._shown(self._plan), self._print_out()

        def work(progress: Progress) -> Sequence[Page]:
            from domain.exchange.paper.print_out import print_out

            return print_out(make(), wanted, progress)

        if self._latest is not None:
            self._latest.stop()
        job = self._latest = Job(work)
        job.succeeded.connect(self._on_laid_out)
        self._window.exchanging.background.start(job)

    def _on_laid_out(self, pages: Sequence[Page]) -> None:
        if self._dialog is not None and self.sender() is self._latest:
            self._dialog.show_pages(pages)

    def _print(self, pages: Sequence[Page]) -> None:
        from gui.printing.printer import PrinterDialog, print_pages

        if self._dialog is None:
            return
        printer = PrinterDialog.ask(self._dialog, self._dialog.form.paper, len(pages))
        if printer is not None:
            print_pages(printer, pages)

    def _on_file_wanted(self, ending: str) -> None:
        if self._plan is not None:
            title = _("Write to a file")
            self._write(title, ending, self._shown(self._plan), self._print_out())

    def _write(
        self, title: str, ending: str, make: Callable[[], Material], wanted: PrintOut
    ) -> None:
        def work(path: Path, progress: Progress) -> None:
            from gui.printing.files import WRITERS

            WRITERS[ending](path, make(), wanted, progress)

        self._window.exchanging.write_as(title, ending, work, self._dialog)

    def _shown(self, plan: Plan) -> Callable[[], Material]:
        """What makes the material of what the dialog shows."""
        if self._dialog is None:
            return self._material(plan)
        form = self._dialog.form
        first, last = _days_of(form.days, plan)
        make, public = self._material(plan), form.public.isChecked()
        return lambda: replace(make(), first_day=first, last_day=last, public=public)

    def _material(self, plan: Plan, period: Period | None = None) -> Callable[[], Material]:
        """What makes the material of a plan, away from the window."""
        document = self._window.document
        file, as_of = document.file, document.as_of
        plan_id, head = ("", "") if file is None else (file.plan_id, file.head())
        made_at = datetime.now(UTC).astimezone()

        def make() -> Material:
            from domain.exchange.workbook import material_of

            return material_of(
                plan,
                plan_id=plan_id,
                journal_head=head,
                made_at=made_at,
                as_of=as_of,
                first_day=None if period is None else period.first_day,
                last_day=None if period is None else period.last_day,
            )

        return make

    def _print_out(self) -> PrintOut:
        from domain.exchange.paper.print_out import PrintOut
        from domain.exchange.paper.timeline import Wishes

        if self._dialog is None:
            return PrintOut()
        form, rows = self._dialog.form, self._window.desk.rows
        missions = rotations = None
        if form.filtered.isChecked() and not form.public.isChecked():
            missions = frozenset(rows.missions)
            rotations = frozenset(name for m in rows.missions for name in rows.rotations_of(m))
        today = today_of(self._window.document)
        wishes = Wishes(form.breadth, form.named.isChecked(), missions, rotations, today)
        return PrintOut(form.subject, form.paper, wishes)

    def _is_filtered(self) -> bool:
        rows, plan = self._window.desk.rows, self._window.document.plan
        return rows.picks or len(rows.missions) < len(plan.missions)

    def _on_exported(self, path: str) -> None:
        if self._dialog is not None:
            self._dialog.says.setText(_("{file} is written.").format(file=Path(path).name))

    def _on_finished(self) -> None:
        if self._latest is not None:
            self._latest.stop()
        self._dialog, self._plan, self._latest = None, None, None


def _days_of(days: Days, plan: Plan) -> Days:
    """The days that are asked for; none where they are those of the whole plan."""
    from domain.reports.period import Period, period_of

    whole, (first, last) = period_of(plan), days
    if whole is None or first is None or last is None:
        return days
    last = max(first, last)
    return (None, None) if whole == Period(first, last) else (first, last)
