"""Plan as a user does who sees only what a screen reader says: the whole program from outside.

``make acceptance`` runs it with the Python of the system, which has the library of screen readers.
It starts the program with the sample plan on a screen and in a home of its own, drags a bar, reads
its new days, takes that back, exports a workbook, and reads a finding.
"""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Final

from tests.acceptance.hands import click, drag, press, type_text
from tests.acceptance.reader import NotThereError, Thing, application, wait_for
from tests.acceptance.screen import program, screen

LONGEST: Final = 110  # seconds
_DAYS: Final = re.compile(r"\d\d-\d\d-\d{4} – \d\d-\d\d-\d{4}")
_PULL: Final = 90  # pixels
_NOISE: Final = "qt.accessibility.atspi: "
"""What Qt says of questions about what it does not know, or knows no more."""


class Story:
    """The window, and what happens in it."""

    def __init__(self, running: subprocess.Popen[bytes], folder: Path) -> None:
        self._running, self._folder = running, folder
        self.window: Thing = wait_for("the program", lambda: application(running.pid))
        self.timeline = wait_for("the timeline", lambda: self.window.showing("list", "Timeline"))
        wait_for("its place", lambda: self.timeline.place == self._place_before())
        self.bar = ""

    def _place_before(self) -> object:
        """Where the timeline was a moment ago: it moves while the window is being laid out."""
        before, self._before = getattr(self, "_before", None), self.timeline.place
        return before

    def find_a_bar(self) -> None:
        """A bar that can be dragged is there by name."""
        bar = wait_for("a bar in sight", self._whole_bar)
        self.bar = bar.name
        assert _DAYS.search(bar.name), bar.name
        say(f"A bar is there: {shortened(bar.name)}")

    def drag_it(self) -> None:
        """Dragged to the right, it has later days: in its own name and in the table."""
        place = self._named(self.bar).place
        drag(place.middle, _PULL)
        moved = wait_for("other days after the drag", self._moved)
        days = days_of(moved.name)
        assert days != days_of(self.bar), moved.name
        wait_for("the new days in the table", lambda: self._stand_in_table(days.split(" – ")))
        say(f"It was dragged, and now has {days}")

    def take_it_back(self) -> None:
        """Undo in the menu gives it its days again."""
        self._choose("Edit", "Undo")
        wait_for("the days from before", lambda: self._named_or_none(self.bar))
        say("It was taken back through the menu")

    def export(self) -> None:
        """Export in the menu writes a workbook with the rotation in it."""
        workbook = self._folder / "plan.xlsx"
        self._choose("File", "Export to Excel")
        click(wait_for("the dialog", lambda: self._button("Export to Excel", "Choose a file")))
        wait_for("the dialog for the file", lambda: self._button("Export to Excel", "Save"))
        press("ctrl+a")
        type_text(str(workbook))
        press("Return")
        wait_for("a whole workbook", lambda: zipfile.is_zipfile(workbook))
        with zipfile.ZipFile(workbook) as archive:
            parts = b"".join(map(archive.read, archive.namelist()))
        name = self.bar.split(", ")[1]
        assert name.encode() in parts, f"{name} is not in the workbook"
        say(f"A workbook of {workbook.stat().st_size} bytes was written, with {name} in it")

    def read_a_finding(self) -> None:
        """A finding is read in the list of findings, and explained when it is chosen."""
        table = wait_for("the findings", lambda: self.window.showing("table", "Findings"))
        cell = wait_for("a finding", lambda: sentence_in(table))
        click(cell)
        wait_for("its explanation", lambda: self._explained(cell.name))
        say(f"A finding says: {shortened(cell.name)}")

    def quit(self) -> None:
        """Quit in the menu ends it, and nothing went wrong on the way."""
        self._choose("File", "Quit")
        code = self._running.wait(timeout=20)
        assert code == 0, f"the program ended with {code}"
        assert complaints(self._folder / "log.txt") == []
        say("It was quit, and had nothing to complain about")

    def _whole_bar(self) -> Thing | None:
        area = self.timeline.place
        for bar in self.timeline.parts:
            place = bar.place
            ends = place.x - area.x, area.x + area.width - place.x - place.width
            if place.width > 40 and min(ends) > 0:
                return bar
        return None

    def _named_or_none(self, name: str) -> Thing | None:
        return next((bar for bar in self.timeline.parts if bar.name == name), None)

    def _named(self, name: str) -> Thing:
        return wait_for(name, lambda: self._named_or_none(name))

    def _moved(self) -> Thing | None:
        """The bar with other days, once the mouse has let go of it."""
        start = self.bar.split(str(days_of(self.bar)))[0]
        same = (bar for bar in self.timeline.parts if bar.name.startswith(start))
        return next((bar for bar in same if bar.is_selected and bar.name != self.bar), None)

    def _stand_in_table(self, days: list[str]) -> bool:
        """Whether the table has a cell for each day; a cell may say before it what it is."""
        table = self.window.showing("table", "Rotations")
        cells = [] if table is None else [cell.name for cell in table.parts]
        return all(any(cell.endswith(day) for cell in cells) for day in days)

    def _choose(self, menu: str, entry: str) -> None:
        """Click on a menu, and on an entry in it."""
        title = wait_for(menu, lambda: self.window.showing("menu item", menu))
        click(title)
        click(wait_for(f"{entry} in {menu}", lambda: title.showing("menu item", entry)))

    def _button(self, dialog: str, button: str) -> Thing | None:
        """A button in a dialog, while it can be seen."""
        parts = (part for part in self.window.parts if part.name.startswith(dialog))
        found = (part.showing("push button", button) for part in parts if part.is_showing)
        return next(filter(None, found), None)

    def _explained(self, sentence: str) -> bool:
        pane = self.window.showing("filler", "Explanation of the finding")
        return pane is not None and any(label.name == sentence for label in pane.all("label"))


def sentence_in(table: Thing) -> Thing | None:
    """The first cell with a whole sentence in it."""
    return next((cell for cell in table.parts if cell.name.endswith(".")), None)


def days_of(name: str) -> str:
    """The days in the name of a bar."""
    found = _DAYS.search(name)
    return found[0] if found else ""


def shortened(text: str) -> str:
    """A text on one line."""
    return text if len(text) <= 80 else f"{text[:79]}…"


def complaints(log: Path) -> list[str]:
    """What the program had to say, but for what is of no weight."""
    lines = log.read_text("utf-8", "replace").splitlines() if log.exists() else []
    return [line for line in lines if _NOISE not in line]


def say(text: str) -> None:
    """Tell how far it is."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def too_long(*_about: object) -> None:
    """End it when it takes too long."""
    raise NotThereError(f"the end: not within {LONGEST} seconds")


def main() -> int:
    """Live the story once; 0 when it ended well."""
    signal.signal(signal.SIGALRM, too_long)
    signal.alarm(LONGEST)
    with tempfile.TemporaryDirectory(prefix="kader-", ignore_cleanup_errors=True) as place:
        folder = Path(place)
        log = folder / "log.txt"
        with screen(folder / "home") as variables:
            try:
                story = Story(program(variables, log), folder)
                story.find_a_bar()
                story.drag_it()
                story.take_it_back()
                story.export()
                story.read_a_finding()
                story.quit()
            except (AssertionError, NotThereError) as error:
                sys.stderr.write("\n".join([str(error), *complaints(log)]) + "\n")
                return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
