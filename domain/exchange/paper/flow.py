"""Pages that are filled from above: what does not fit goes on to the next one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from domain.exchange.paper.letters import LEADING, fitted, width_of, wrapped
from domain.exchange.paper.looks import INK, QUIET, TEXT, TITLE
from domain.exchange.paper.marks import Colour, Mark, Page, Text
from domain.exchange.paper.paper import Paper


@dataclass(slots=True)
class _Sheet:
    marks: list[Mark] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    end: float = 0.0


class Flow:
    """Fills pages; ``y`` is where the next thing may stand."""

    def __init__(self, paper: Paper) -> None:
        """Begin with a blank page."""
        self.paper = paper
        self._sheets: list[_Sheet] = []
        self.y = paper.above
        self.turn()

    @property
    def left(self) -> float:
        """The left margin."""
        return self.paper.margin

    @property
    def right(self) -> float:
        """The right margin."""
        return self.paper.margin + self.paper.inner

    @property
    def room(self) -> float:
        """How much height is left on the page."""
        return self.paper.bottom - self.y

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands on the page yet."""
        return not self._sheets[-1].marks

    def turn(self) -> None:
        """Go on on a new page."""
        self._sheets.append(_Sheet())
        self.y = self.paper.above

    def fits(self, height: float) -> bool:
        """Whether something of a height fits on what is left of the page."""
        return height <= self.room

    def put(self, *marks: Mark) -> None:
        """Draw on the page."""
        self._sheets[-1].marks += marks

    @property
    def depth(self) -> int:
        """How many marks stand on the page."""
        return len(self._sheets[-1].marks)

    def put_under(self, depth: int, marks: Iterable[Mark]) -> None:
        """Draw beneath what was drawn on the page since it had so many marks."""
        self._sheets[-1].marks[depth:depth] = marks

    def put_all(self, marks: Iterable[Mark]) -> None:
        """Draw many things on the page."""
        self._sheets[-1].marks += marks

    def write(  # noqa: PLR0913 - each is said by name
        self,
        x: float,
        y: float,
        text: str,
        size: float = TEXT,
        *,
        colour: Colour = INK,
        bold: bool = False,
        width: float | None = None,
    ) -> None:
        """Write a line; with a width it is cut off there."""
        shown = text if width is None else fitted(text, width, size, bold=bold)
        if shown:
            self.put(Text(x, y, shown, size, colour, bold))

    def write_right(  # noqa: PLR0913 - each is said by name
        self,
        x: float,
        y: float,
        text: str,
        size: float = TEXT,
        *,
        colour: Colour = INK,
        bold: bool = False,
    ) -> None:
        """Write a line that ends at a place."""
        self.write(x - width_of(text, size, bold=bold), y, text, size, colour=colour, bold=bold)

    def title(self, title: str, lead: str) -> None:
        """Begin a part on a page of its own, with a line or more about it."""
        if not self.is_blank and not self.paper.is_picture:
            self.turn()
        self._sheets[-1].titles.append(title)
        self.write(self.left, self.y + TITLE, title, TITLE, bold=True, width=self.paper.inner)
        self.y += TITLE * 1.55
        self.say(lead)
        self.y += 4

    def say(self, text: str, *, colour: Colour = QUIET, bold: bool = False) -> None:
        """Write a paragraph over the whole width."""
        step = TEXT * LEADING
        for line in wrapped(text, self.paper.inner, TEXT, bold=bold) if text else ():
            if not self.fits(step):
                self.turn()
            self.write(self.left, self.y + TEXT, line, colour=colour, bold=bold)
            self.y += step

    def pages(self) -> list[Page]:
        """The pages; that of a picture ends below what stands on it."""
        paper = self.paper
        height = self.y + paper.below if paper.is_picture else paper.height
        return [
            Page(paper.width, height, tuple(sheet.marks), tuple(sheet.titles))
            for sheet in self._sheets
        ]
