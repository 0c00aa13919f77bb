"""Take the pictures of the window, of the sample plan, into docs/pictures; no screen is needed."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from itertools import product
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QPoint, Qt  # noqa: E402 - the path and the platform come first
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QDockWidget, QToolButton  # noqa: E402

from domain.baselines import SAMPLE, plans_of  # noqa: E402
from domain.exchange.paper.print_out import PrintOut, print_out  # noqa: E402
from domain.exchange.workbook import material_of  # noqa: E402
from domain.language import LANGUAGES  # noqa: E402
from domain.rules.finding import Finding  # noqa: E402
from domain.store import PlanFile  # noqa: E402
from gui.action_list import VIEWS  # noqa: E402
from gui.application import Kader  # noqa: E402
from gui.dialogs.manual_window import ManualWindow  # noqa: E402
from gui.dialogs.rotation_dialog import RotationDialog  # noqa: E402
from gui.dialogs.settings import SettingsDialog  # noqa: E402
from gui.main_window import MainWindow  # noqa: E402
from gui.preferences import Preferences  # noqa: E402
from gui.printing.page_painter import picture_of  # noqa: E402
from gui.row import ROW_HEIGHT, RowKind  # noqa: E402
from gui.theme import ThemeChoice  # noqa: E402

PICTURES = Path(__file__).resolve().parent
SIZE = (1600, 1000)
AS_OF = date(2026, 5, 1)  # pictures of one plan are the same every time
DRAGGED = "V-osc-mil-3"
DAYS_EARLIER = 20
WAIT = 400  # milliseconds: what is found a moment after it is shown
TALL_PANE = 450


@contextmanager
def window_of(language: str, theme: ThemeChoice) -> Iterator[MainWindow]:
    """The window with the example scenario of the sample plan."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication(["kader"])
    with tempfile.TemporaryDirectory() as folder:
        preferences = Preferences(Path(folder, "window.ini"))
        preferences.language, preferences.theme = language, theme
        program = Kader(application, preferences)
        program.document.as_of = AS_OF
        plans = plans_of(SAMPLE)
        program.window.resize(*SIZE)
        program.window.show()
        file = PlanFile.create(Path(folder, "sample.kader"), plans, current=plans[-1].scenario)
        program.document.open(file)
        application.processEvents()
        program.window.workspace.timeline.fit()
        application.processEvents()
        yield program.window
        program.document.close()
        program.window.close()


def take(window: MainWindow, name: str) -> None:
    """Save the window as it is now."""
    QApplication.processEvents()
    window.grab().save(str(PICTURES / f"{name}.png"))


def select_finding(window: MainWindow, wanted: Callable[[Finding], bool]) -> None:
    """Go through the findings up to one."""
    for _finding in window.document.findings:
        window.going.to_next_finding()
        found = window.desk.selection.finding
        if found is not None and wanted(found):
            return


def select_exceeded_limit(window: MainWindow) -> None:
    """Select the finding that OSC has more people than its frame allows."""
    select_finding(window, lambda found: found.code == "FRA001" and found.limit == 7)  # noqa: PLR2004 - the cap of OSC


def drag_a_bar(window: MainWindow) -> None:
    """Take a bar with the mouse and pull it to the left, without letting go."""
    window.desk.selection.set_rotations([DRAGGED])
    window.views.show_rotation(DRAGGED)
    QApplication.processEvents()
    rotation = window.document.plan.rotations[DRAGGED]
    row = window.desk.rows.row_of(RowKind.ROTATION, DRAGGED) or 0
    timeline, axis = window.workspace.timeline, window.desk.axis
    middle = (rotation.start + rotation.end) / 2
    y = row * ROW_HEIGHT + ROW_HEIGHT // 2 - timeline.vertical_offset
    place = QPoint(round(axis.x_of(middle)), y)
    pulled = QPoint(round(axis.x_of(middle - DAYS_EARLIER)), y)
    QTest.mousePress(timeline.canvas, Qt.MouseButton.LeftButton, pos=place)
    for x in range(place.x(), pulled.x(), -2):
        QTest.mouseMove(timeline.canvas, QPoint(x, y))
    QApplication.processEvents()


def let_go(window: MainWindow) -> None:
    """Call the drag off."""
    QTest.keyClick(window.workspace.timeline.canvas, Qt.Key.Key_Escape)


def take_dialog(window: MainWindow, name: str) -> None:
    """Save the quick editor with the next rotation at the selected mission."""
    model = window.editing.proposed()
    if model is None:
        return
    dialog = RotationDialog(window, window.desk.icons, "Kader", window.document.plan, model)
    dialog.show()
    QApplication.processEvents()
    dialog.grab().save(str(PICTURES / f"{name}.png"))
    dialog.close()


def take_report(window: MainWindow, name: str) -> None:
    """Save the view Report with annex 2."""
    window.actions_of_window["view_report"].trigger()
    button = window.findChild(QToolButton, "annexSwitch_two")
    if button is not None:
        button.click()
    take(window, name)


def take_page(window: MainWindow, name: str) -> None:
    """Save the timeline as the PDF has it on its first page."""
    made_at = datetime.combine(AS_OF, time(9), UTC)
    material = material_of(
        window.document.plan, plan_id="", journal_head="", made_at=made_at, as_of=AS_OF
    )
    picture_of(print_out(material, PrintOut())[0], 2.0).save(str(PICTURES / f"{name}.png"))


def take_views(window: MainWindow, name: str) -> None:
    """Save each view, and the finding that is explained with what would mend it."""
    for spec in VIEWS:
        window.actions_of_window[spec.name].trigger()
        QTest.qWait(WAIT)
        take(window, f"{spec.name.replace('_', '-')}-{name}")
    window.actions_of_window["view_missions"].trigger()
    select_exceeded_limit(window)
    pane = window.findChild(QDockWidget, "findingsDock")
    if pane is not None:
        window.resizeDocks([pane], [TALL_PANE], Qt.Orientation.Vertical)
    QTest.qWait(WAIT)
    take(window, f"finding-{name}")


def take_helpers(window: MainWindow, name: str) -> None:
    """Save the first step of the tour, the manual and the settings."""
    window.actions_of_window["tour"].trigger()
    window.touring.go(1)
    take(window, f"tour-{name}")
    window.touring.end()
    for dialog, called in (
        (ManualWindow.show_for(window, window.actions_of_window, "frames"), "manual"),
        (SettingsDialog(window, Preferences()), "settings"),
    ):
        dialog.show()
        QApplication.processEvents()
        dialog.grab().save(str(PICTURES / f"{called}-{name}.png"))
        dialog.close()


def main() -> None:
    """Take all of them."""
    for language, theme in (("en", ThemeChoice.LIGHT), ("nl", ThemeChoice.DARK)):
        with window_of(language, theme) as window:
            take_views(window, f"{theme.value}-{language}")
            take_helpers(window, f"{theme.value}-{language}")
    for language, theme in product(LANGUAGES, (ThemeChoice.LIGHT, ThemeChoice.DARK)):
        with window_of(language, theme) as window:
            select_exceeded_limit(window)
            take(window, f"window-{theme.value}-{language}")
            drag_a_bar(window)
            take(window, f"dragging-{theme.value}-{language}")
            let_go(window)
    for language in LANGUAGES:
        with window_of(language, ThemeChoice.LIGHT) as window:
            window.going.to_mission("osc")
            take(window, f"mission-{language}")
            take_dialog(window, f"rotation-{language}")
            take_report(window, f"report-{language}")
            take_page(window, f"page-{language}")
            window.document.close()
            take(window, f"welcome-{language}")
        with window_of(language, ThemeChoice.HIGH_CONTRAST) as window:
            select_exceeded_limit(window)
            take(window, f"window-high-contrast-{language}")


if __name__ == "__main__":
    main()
