"""The tour: five steps through the window, on the sample plan if no plan is open."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from domain.language import N_, _

if TYPE_CHECKING:
    from gui.widgets.tour_card import TourCard
    from gui.window import Window


@dataclass(frozen=True, slots=True)
class TourStep:
    """What is said of which pane."""

    about: str
    """The name of the pane."""
    title: str
    text: str


_FINDINGS: Final = "lowerPane"
"""The pane in which a finding is explained; one is selected for that."""
STEPS: Final = (
    TourStep(
        "missionPanel",
        N_("Missions and scenarios"),
        N_(
            "Each mission shows how much of its national frame is taken, and whether anything is "
            "wrong. Choose one to see its rotations. A scenario is a whole plan of its own: copy "
            "one to try something without fear."
        ),
    ),
    TourStep(
        "timeline",
        N_("The timeline"),
        N_(
            "Drag a bar to move it, an edge to change its length, an empty row to draw a new one. "
            "The dashed lane above says how many people the mission still asks for. All of it "
            "goes by keyboard and in the table at the left too."
        ),
    ),
    TourStep(
        "strength-strip",
        N_("The frame, day by day"),
        N_(
            "The steps are the people there, the line is what the cabinet allows. What lies above "
            "it is red, and follows the mouse while you drag. As many as the limit is no breach."
        ),
    ),
    TourStep(
        "lowerPane",
        N_("Findings"),
        N_(
            "Every rule is checked at each step. A finding says by how much, because of whom and "
            "by which decision, and what single change would mend it. F8 goes to the next one; "
            "what is meant to be so is accepted with a reason."
        ),
    ),
    TourStep(
        "viewBar",
        N_("Nothing is lost, and it leaves as Excel"),
        N_(
            "Each step is on disk at once, and can be undone after a restart too. The tabs show "
            "the same plan by force, by frame and by source. Ctrl+E writes a workbook, Ctrl+K "
            "finds anything."
        ),
    ),
)


class Touring(QObject):
    """Leads through the steps."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._card: TourCard | None = None
        self._number = 0
        window.document.replaced.connect(self._on_replaced)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What the actions of the tour do, by name."""
        return {"tour": self.begin}

    def begin(self) -> None:
        """Begin with the first step; the sample plan is opened if there is no plan."""
        window = self._window
        if not window.document.is_open:
            window.files.sample()
            self._show_the_example()
        if window.document.is_open:
            window.actions_of_window["view_missions"].trigger()
            window.layout_of_panes.show_panes(shown=True)
            self._choose_a_limit()
            self._show(0)

    def _show_the_example(self) -> None:
        """Open the scenario of the sample in which there is something to be found."""
        file = self._window.document.file
        if file is not None:
            self._window.document.switch_to(file.scenarios()[-1])
            self._window.desk.selection.clear()

    def _choose_a_limit(self) -> None:
        """Select a mission with people and a limit, for there is much to be seen of it."""
        desk, rows = self._window.desk, self._window.desk.rows
        if desk.selection.limit is not None:
            return
        limited = (one for one in rows.missions if desk.states.tightest(one) is not None)
        best = max(limited, key=lambda one: len(rows.rotations_of(one)), default=None)
        if best is not None:
            self._window.going.to_mission(best)

    def go(self, step: int) -> None:
        """Go on by a step, or back by one; after the last the tour is over."""
        number = self._number + step
        if number == len(STEPS):
            self.end()
        elif number >= 0:
            self._show(number)

    def end(self) -> None:
        """Leave the tour."""
        if self._card is not None:
            self._card.put_away()

    def _show(self, number: int) -> None:
        self._number, step = number, STEPS[number]
        if step.about == _FINDINGS and self._window.desk.selection.finding is None:
            self._window.going.to_next_finding()
        about = self._window.findChild(QWidget, step.about)
        if about is not None:
            self._made_card().show_step(about, _(step.title), _(step.text), number + 1, len(STEPS))

    def _made_card(self) -> TourCard:
        if self._card is None:
            from gui.widgets.tour_card import TourCard

            self._card = TourCard(self._window)
            self._card.moved.connect(self.go)
            self._card.closed.connect(self.end)
        return self._card

    def _on_replaced(self) -> None:
        if not self._window.document.is_open:
            self.end()
