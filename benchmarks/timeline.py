"""What a frame of the timeline costs, as a ratio to putting a pixmap of its size on the screen.

Run it with ``python -m benchmarks.timeline [ROTATIONS]``. All things are measured in turn in one
run, in processor time; the figures are medians. Where there is no screen it draws without one.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median
from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from benchmarks.plans import AS_OF, plan_of
from domain.engine.profile import Profile, Step
from domain.model import Binding, Category, Frame, Limit, Measure, MoveRotations, Settings
from domain.store import PlanFile
from gui.document import Document
from gui.row import RowKind
from gui.rows import Rows
from gui.selection import Selection
from gui.theme import LIGHT
from gui.timeline.axis import FEWEST_PIXELS, TimeAxis
from gui.timeline.filled_lane import FilledLane
from gui.timeline.lanes import Lane, Stretch
from gui.timeline.panel import TimelinePanel
from gui.timeline.strip import StrengthStrip

SIZE: Final = (1600, 900)
ROUNDS: Final = 15
SCALES: Final = {"detail": 24.0, "plan": 4.0, "dense": 1.0, "overview": FEWEST_PIXELS}
_LIMITS: Final = 10
_DAYS: Final = 4000


class Blit(QWidget):
    """A widget that puts a pixmap of its own size on the screen: the least that a frame costs."""

    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self.resize(width, height)
        self._pixmap = QPixmap(width, height)
        self._pixmap.fill(LIGHT.background)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(QPointF(), self._pixmap)
        painter.end()


@dataclass(frozen=True)
class Stage:
    """A timeline and a strip on screen, each with a widget of its size to compare it with."""

    document: Document
    rows: Rows
    axis: TimeAxis
    panel: TimelinePanel
    strip: StrengthStrip
    blit: Blit
    strip_blit: Blit


def measured(actions: Mapping[str, Callable[[], object]]) -> dict[str, float]:
    """The median milliseconds of processor time of some actions, done in turn."""
    times: dict[str, list[float]] = {name: [] for name in actions}
    for action in actions.values():
        action()
    for _round in range(ROUNDS):
        for name, action in actions.items():
            begun = time.process_time()
            action()
            times[name].append((time.process_time() - begun) * 1000)
    return {name: median(found) for name, found in times.items()}


def staged(count: int, folder: Path) -> Stage:
    """A plan of so many rotations on screen."""
    document = Document()
    document.as_of = AS_OF
    document.open(PlanFile.create(folder / "plan.kader", [plan_of(count)]))
    rows, selection, axis = Rows(document), Selection(), TimeAxis()
    panel = TimelinePanel(document, rows, selection, axis, LIGHT)
    panel.resize(*SIZE)
    strip = StrengthStrip(document, selection, axis, LIGHT)
    strip.resize(panel.width(), 300)
    panel.show()
    strip.show()
    QApplication.processEvents()
    blit = Blit(panel.canvas.width(), panel.canvas.height())
    strip_blit = Blit(strip.width(), strip.height())
    blit.show()
    strip_blit.show()
    QApplication.processEvents()
    return Stage(document, rows, axis, panel, strip, blit, strip_blit)


def line(what: str, found: Mapping[str, float], name: str = "it") -> str:
    """One line of the table."""
    ratio = found[name] / found["blit"]
    return f"| {what} | {found[name]:.2f} | {found['blit']:.2f} | {ratio:.1f} |"


def frames(stage: Stage) -> list[str]:
    """A whole frame at four scales, with all missions open and with all closed."""
    lines = []
    for state, closed in (("rotations in rows", ()), ("missions in rows", stage.rows.missions)):
        stage.rows.set_collapsed(closed)
        for name, pixels in SCALES.items():
            stage.axis.set_view(date(2024, 1, 1).toordinal(), pixels)
            canvas = stage.panel.canvas
            found = measured({"it": canvas.repaint, "blit": stage.blit.repaint})
            lines.append(line(f"frame, {state}, {name}", found))
    stage.rows.set_collapsed(())
    return lines


def one_bar(stage: Stage) -> list[str]:
    """A bar that goes a day on: an edit, with what has to be drawn anew."""
    stage.axis.set_view(date(2024, 1, 1).toordinal(), SCALES["dense"])
    row = next(row for row in stage.rows.rows if row.kind is RowKind.ROTATION)
    number = stage.rows.row_of(RowKind.ROTATION, row.id)
    canvas = stage.panel.canvas
    area = {number} if number is not None else set[int]()

    def repaint() -> None:
        canvas.update_rows(area)
        QApplication.processEvents()

    found = measured({"it": repaint, "blit": stage.blit.repaint})
    lines = [line("one bar a day on, repaint", found)]

    def preview() -> None:
        stage.document.preview(MoveRotations((row.id,), 1))
        QApplication.processEvents()
        stage.document.end_preview()
        QApplication.processEvents()

    found = measured({"it": preview, "blit": stage.blit.repaint})
    lines.append(line("one bar previewed there and back, checked and repainted", found))
    return lines


def strips(stage: Stage) -> list[str]:
    """The strip with ten limits that change every day."""
    start = date(2022, 1, 1).toordinal()
    lanes = [lane_of(number, start) for number in range(_LIMITS)]
    stage.strip.lanes[:] = lanes
    lines = []
    for name, pixels in SCALES.items():
        stage.axis.set_view(start, pixels)
        found = measured({"it": stage.strip.repaint, "blit": stage.strip_blit.repaint})
        lines.append(line(f"strip, {_LIMITS} limits × {_DAYS} days, {name}", found))
    return lines


def lane_of(number: int, start: int) -> FilledLane:
    """A limit whose strength is another one each day."""
    everyone = frozenset(Category)
    limit = Limit(f"limit-{number}", Measure.PERSONS, everyone, 12, Binding.CIRCA)
    frame = Frame(f"frame-{number}", "", ("mission",), None, None, (limit,))
    days = start, start + _DAYS
    values = ((day * 7919 + number * 31) % 20 for day in range(_DAYS))
    steps = tuple(Step(start + n, start + n + 1, value) for n, value in enumerate(values))
    lane = Lane(Measure.PERSONS, everyone, (Stretch(frame, limit, days),))
    return FilledLane(lane, [Profile(frame, limit, steps, days)], Settings())


def main(arguments: list[str]) -> None:
    """Measure, and print the table."""
    if sys.platform == "linux" and not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication([])
    count = int(arguments[0]) if arguments else 100_000
    with tempfile.TemporaryDirectory() as folder:
        stage = staged(count, Path(folder))
        platform = application.platformName()
        print(f"{count:,} rotations, {SIZE[0]} × {SIZE[1]}, platform {platform}")
        print("| what | ms | blit ms | ratio |")
        print("|---|---:|---:|---:|")
        for part in (frames, one_bar, strips):
            for text in part(stage):
                print(text)
        stage.document.close()


if __name__ == "__main__":
    main(sys.argv[1:])
