"""Take the pictures of the manual, of the sample plan, per language, small on disk."""

from __future__ import annotations

import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
from gui.manual import FOLDER, PICTURE_SCALE, PICTURES  # noqa: E402 - the path comes first

# Before there is an application: a picture has more pixels than the window that it shows.
os.environ["QT_SCALE_FACTOR"] = str(PICTURE_SCALE)
os.environ["LOGNAME"] = "planner"  # who made the steps

import numpy as np  # noqa: E402
from PySide6.QtCore import QRect, Qt, QTimer  # noqa: E402
from PySide6.QtGui import QImage, QPixmap  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QDialog, QDockWidget, QToolButton, QWidget  # noqa: E402

from docs.pictures.take import (  # noqa: E402
    drag_a_bar,
    let_go,
    select_exceeded_limit,
    window_of,
)
from docs.pictures.take_import import TABLE, arrived, some_changes  # noqa: E402
from domain.exchange.paper.booklet import unheard  # noqa: E402
from domain.exchange.table_reading import look  # noqa: E402
from domain.language import LANGUAGES  # noqa: E402
from domain.model import ChangeRotations, Edit, MoveRotations  # noqa: E402
from domain.store import PlanFile  # noqa: E402
from domain.store.receiving import receive  # noqa: E402
from gui.dialogs.import_dialog import ImportDialog, Incoming  # noqa: E402
from gui.dialogs.mapping_dialog import MappingDialog  # noqa: E402
from gui.dialogs.merge_dialog import MergeDialog  # noqa: E402
from gui.dialogs.new_plan import NewPlanDialog  # noqa: E402
from gui.dialogs.settings import SettingsDialog  # noqa: E402
from gui.main_window import MainWindow  # noqa: E402
from gui.models.arrival import CLEAN, OWN, Arrival, meet  # noqa: E402
from gui.models.standing import Now  # noqa: E402
from gui.preferences import Preferences  # noqa: E402
from gui.printing.preview_dialog import PreviewDialog  # noqa: E402
from gui.theme import ThemeChoice  # noqa: E402
from gui.views.compare_view import CompareView  # noqa: E402
from gui.widgets.repair_box import RepairBox  # noqa: E402

NARROW: Final = (1000, 640)
"""A view without panes beside it, so that its words can be read in the manual."""
WIDER: Final = (1160, 640)
WHOLE: Final = (1440, 880)
SHORT: Final = (1000, 330)
LOW: Final = 440
"""So high is a dialog with a list that has few rows here."""
COLOURS: Final = 96
WAIT: Final = 500
LONG_WAIT: Final = 60_000
BOTH: Final = "V-osc-mil-3"
"""The rotation that two people changed."""
CIVILIAN: Final = "V-osc-civ-2"
VARIANT: Final = "Variant B"


class Taker:
    """Takes the pictures of one language."""

    def __init__(self, window: MainWindow, language: str, folder: Path) -> None:
        self._window, self._folder = window, folder
        self._pictures = FOLDER / language / PICTURES

    def act(self, name: str) -> None:
        """Do an action of the window, and let it settle."""
        self._window.actions_of_window[name].trigger()
        self._settle()

    def save(self, name: str, widget: QWidget, area: QRect | None = None) -> None:
        """Save a part of the window."""
        self._settle()
        picture = widget.grab() if area is None else widget.grab(area)
        _small(picture).save(str(self._pictures / f"{name}.png"), "PNG", 0)  # type: ignore[call-overload]

    def save_dialog(self, name: str, dialog: QDialog) -> None:
        """Save a dialog, and put it away."""
        dialog.show()
        if dialog.height() > LOW:
            dialog.resize(dialog.width(), max(LOW, dialog.minimumSizeHint().height()))
        self.save(name, dialog)
        dialog.close()
        dialog.deleteLater()

    def save_asked(self, name: str, action: str, height: int = 0) -> None:
        """Save the dialog that an action opens, and call it off."""
        self.look_at(name, height)
        self.act(action)

    def look_at(self, name: str, height: int = 0) -> None:
        """Save the dialog that is open in a moment, and call it off."""

        def look_at() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, QDialog):
                dialog.resize(dialog.width(), height or dialog.height())
                if isinstance(dialog, PreviewDialog):
                    _wait_for(lambda: bool(dialog.pages))
                self.save(name, dialog)
                dialog.reject()

        QTimer.singleShot(WAIT, look_at)

    def alone(self, size: tuple[int, int]) -> QWidget:
        """The view without the panes around it."""
        self._window.layout_of_panes.show_panes(shown=False)
        self._window.resize(*size)
        self._settle()
        self._window.workspace.timeline.fit()
        return self.middle

    @property
    def middle(self) -> QWidget:
        """What is in the middle of the window."""
        return self._window.centralWidget() or self._window

    def together(self, size: tuple[int, int]) -> None:
        """The window with its panes."""
        self._window.layout_of_panes.show_panes(shown=True)
        self._window.resize(*size)
        self._settle()

    def pane(self, name: str) -> QDockWidget:
        """A pane of the window."""
        found = self._window.findChild(QDockWidget, name)
        if found is None:
            raise LookupError(name)
        return found

    @staticmethod
    def _settle() -> None:
        QTest.qWait(WAIT)

    def take_all(self) -> None:
        """Take all of them; the last ones change the plan, or close it."""
        self.take_views()
        self.take_missions()
        self.take_findings()
        self.take_exchange()
        self.take_comparison()
        self.take_scenarios()
        self.take_shell()

    def take_views(self) -> None:
        """The views but that of missions."""
        for view, size in (("forces", NARROW), ("frames", WIDER), ("sources", NARROW)):
            self.act(f"view_{view}")
            self.save(view, self.alone(size))
        self.alone(WIDER)
        self.act("view_report")
        button = self._window.findChild(QToolButton, "annexSwitch_two")
        if button is not None:
            button.click()
        self.save("report", self.middle)
        self.act("view_missions")

    def take_missions(self) -> None:
        """The table and the timeline, and what is done in them."""
        window = self._window
        window.going.to_mission("osc")
        self.save("missions", self.alone(NARROW))
        drag_a_bar(window)
        self.save("dragging", self.middle)
        let_go(window)
        window.desk.selection.set_rotations([BOTH])
        self.save_asked("fill", "fill", 540)
        self.save_asked("rotation", "edit")
        self.together(WHOLE)
        window.going.to_mission("osc")
        window.workspace.timeline.fit()
        self.save("window", window)

    def take_findings(self) -> None:
        """The pane of findings, what would mend one, and accepting it."""
        window = self._window
        select_exceeded_limit(window)
        pane = self.pane("findingsDock")
        window.resizeDocks([pane], [400], Qt.Orientation.Vertical)
        self._settle()
        self.save("findings", pane)
        box = window.findChild(RepairBox)
        if box is not None:
            window.lower_pane.findings.explanation.ensureWidgetVisible(box, 0, 0)
            self.save("repairs", box)
        self.save_asked("accept", "accept")

    def take_exchange(self) -> None:
        """What leaves and what comes in."""
        window, icons, plan = self._window, self._window.desk.icons, self._window.document.plan
        self.save_asked("export", "export_excel")
        incoming = Incoming(
            "plan.xlsx",
            plan.scenario,
            is_new=False,
            arrival=arrived(window, self._folder, some_changes),
        )
        self.save_dialog("import", ImportDialog(window, icons, incoming))
        table = self._folder / "lijst.csv"
        table.write_text(TABLE, encoding="utf-8")
        mapping = MappingDialog(window, icons, plan, table.name, lambda _headings: None)
        mapping.show_look(look(table))
        self.save_dialog("mapping", mapping)
        # It opens without waiting for an answer.
        self.look_at("print")
        self._window.actions_of_window["print"].trigger()
        _wait_for(lambda: QApplication.activeModalWidget() is None)

    def take_scenarios(self) -> None:
        """A scenario that comes back from a colleague, with a conflict."""
        window, document = self._window, self._window.document
        if document.file is None:
            return
        sent = self._folder / "collega.kader"
        document.file.parcel(document.plan, sent)()
        self._change(sent, ChangeRotations((BOTH,), {"military": 5, "note": "overleg OSC"}))
        document.submit(ChangeRotations((BOTH,), {"military": 3}))
        self.take_history()
        folder = self._folder / "arrival"
        folder.mkdir()
        receive(sent, folder / CLEAN)
        document.file.copy_as_it_is(folder / OWN)
        now = Now(document.findings, document.as_of)
        met = meet(folder, document.plan, None, now, unheard)
        arrival = Arrival(document, sent, folder, met, lambda work: work(unheard))
        dialog = MergeDialog(window, arrival, window.desk.icons, document.file.scenarios())
        self.save_dialog("conflicts", dialog)

    def take_history(self) -> None:
        """The history with a step that is chosen."""
        history = self._window.lower_pane.history
        self._window.lower_pane.setCurrentWidget(history)
        self._settle()
        history.view.setCurrentIndex(history.table.index(0, 0))
        self.save("history", self.pane("findingsDock"))

    def take_comparison(self) -> None:
        """A variant beside the open scenario, and what is taken over from it."""
        window, document = self._window, self._window.document
        if document.file is None:
            return
        edit = ChangeRotations((BOTH,), {"first_day": date(2026, 6, 1), "military": 3})
        other = replace(edit.apply(document.plan).plan, scenario=VARIANT)
        document.file.put_scenario(MoveRotations((CIVILIAN,), 14).apply(other).plan)
        self.act("view_compare")
        window.requests.compare_requested.emit(VARIANT)
        self.save("compare", self.alone(NARROW))
        view = window.findChild(CompareView, "compareView")
        if view is not None:
            view.list.table.selectAll()
            self.look_at("take-over")
            view.take.click()
            self._settle()
        self.act("view_missions")
        self.together(WHOLE)

    @staticmethod
    def _change(path: Path, edit: Edit) -> None:
        with PlanFile.open(path) as file:
            plan = file.load()
            file.keeper(plan.scenario).save(plan, edit.apply(plan), edit.label)

    def take_shell(self) -> None:
        """Backups, the settings, a new plan, and the page on which all begins."""
        window = self._window
        if window.document.file is not None:
            window.document.file.back_up(VARIANT)
        self.save_asked("backups", "snapshots", LOW)
        self.save_dialog("settings", SettingsDialog(window, Preferences()))
        window.document.close()
        self.alone(SHORT)
        self.save("welcome", self.middle)
        self.save_dialog("new-plan", NewPlanDialog(window, Path("/home/planner/plannen")))


def _wait_for(done: Callable[[], bool]) -> None:
    """Let the window live until something is done, or for a minute."""
    for _turn in range(LONG_WAIT // WAIT):
        QTest.qWait(WAIT)
        if done():
            return


def _small(picture: QPixmap) -> QImage:
    """A picture with few colours: those that it has most, each pixel the nearest of them."""
    image = picture.toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = (
        np.frombuffer(image.constBits(), np.uint32)
        .astype(np.int64)
        .reshape(image.height(), image.width())
    )
    pixels = np.bitwise_and(pixels, 0xFFFFFF)
    coarse = pixels & 0xF8F8F8
    values, counts = np.unique(coarse, return_counts=True)
    found = Counter(dict(zip(values.tolist(), counts.tolist(), strict=True)))
    table: list[int] = []
    for value, _count in found.most_common(COLOURS):
        inside, often = np.unique(pixels[coarse == value], return_counts=True)
        table.append(0xFF000000 | int(inside[often.argmax()]))
    flags = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    return image.convertToFormat(QImage.Format.Format_Indexed8, table, flags)


def main() -> None:
    """Take the pictures of all languages."""
    for language in sorted(LANGUAGES):  # what Qt says itself stays in the last one spoken
        (FOLDER / language / PICTURES).mkdir(exist_ok=True)
        with (
            tempfile.TemporaryDirectory() as folder,
            window_of(language, ThemeChoice.LIGHT) as window,
        ):
            Taker(window, language, Path(folder)).take_all()


if __name__ == "__main__":
    main()
