"""Comparing scenarios: the commands that reach beyond the view."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from domain.errors import KnownError
from domain.language import _
from domain.model import Plan
from domain.words.things import name_of
from gui.background import Job, Progress
from gui.views.requests import TakingOver

if TYPE_CHECKING:
    from gui.window import Window

Reader = Callable[[Path, list[Plan]], None]


class CompareCommands(QObject):
    """Takes over from another scenario, reads other files, writes a comparison."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        requests = window.requests
        requests.take_over_requested.connect(self.take_over)
        requests.strangers_requested.connect(self.read_strangers)
        requests.comparison_export_requested.connect(window.exchanging.export_comparison)
        requests.rotation_requested.connect(window.views.go_to_rotation)
        requests.refused.connect(window.notice.refuse)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What the actions of comparing do, by name."""
        return {"scenario_compare": self.compare}

    def compare(self) -> None:
        """Compare the open scenario with the one that stands in the list."""
        window = self._window
        name = window.scenarios.meant()
        window.views.show_view("view_compare")
        window.requests.compare_requested.emit(name)

    def take_over(self, wanted: TakingOver) -> None:
        """Show what taking over would do, and do it as one step if that is wanted."""
        from domain.engine.taking_over import TakeOver, taking_of
        from gui.dialogs.take_over_dialog import Effect, TakeOverDialog
        from gui.models.taking_words import taking_lines

        window, session = self._window, self._window.document.session
        if session is None:
            return
        edit = TakeOver(wanted.theirs, wanted.wishes)
        try:
            preview = session.preview(edit)
        except KnownError as error:
            window.notice.refuse(error.sentence)
            return
        taking = taking_of(session.plan, wanted.theirs, wanted.wishes)
        along = [name_of(ref, wanted.theirs) for ref in taking.along]
        changes = list(taking_lines(session.plan, wanted.theirs, wanted.wishes))
        effect = Effect(edit.label, along, preview.solved, preview.caused, changes)
        if TakeOverDialog.ask(window, window.desk.icons, effect) and window.document.submit(edit):
            window.notice.tell(
                _("{step}: {solved} findings solved, {caused} new.").format(
                    step=edit.label, solved=len(preview.solved), caused=len(preview.caused)
                ),
                _("Undo"),
                window.document.undo_stack.undo,
            )

    def read_strangers(self, reader: Reader) -> None:
        """Ask for a plan file, have another process look at it, and hand its scenarios over."""
        from gui.dialogs.file_dialog import FileDialog

        file = self._window.document.file
        if file is None:
            return
        path = FileDialog.ask_open(
            self._window, _("Compare with another file"), ".kader", file.path.parent
        )
        if path is None:
            return
        if path.resolve() == file.path.resolve():
            self._window.notice.refuse(_("That is this plan; choose one of its scenarios."))
            return

        def work(progress: Progress) -> list[Plan]:
            from domain.store.receiving import received

            with received(path, lambda: progress(0, 0)) as other:
                names = sorted(other.scenarios(), key=lambda name: name != other.current)
                return [other.load(name) for name in names]

        job = Job(work)
        job.succeeded.connect(lambda plans: reader(path, plans))
        self._window.exchanging.run(job, _("Reading {file}").format(file=path.name))
