"""What a page is made of: texts, boxes and lines in points, from its upper left corner."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Colour = str
"""Red, green and blue as #1f3a4d."""


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text; ``y`` is the line that its letters stand on."""

    x: float
    y: float
    text: str
    size: float
    colour: Colour
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, filled, with an edge, or both."""

    x: float
    y: float
    width: float
    height: float
    fill: Colour | None = None
    edge: Colour | None = None
    thickness: float = 0.5
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    x: float
    y: float
    to_x: float
    to_y: float
    colour: Colour
    thickness: float = 0.5
    dashed: bool = False


Mark = Text | Box | Line


@dataclass(frozen=True, slots=True)
class Page:
    """A page with its marks in the order in which they are drawn; ``titles`` begin on it."""

    width: float
    height: float
    marks: tuple[Mark, ...]
    titles: tuple[str, ...] = ()


def hatching(box: Box, colour: Colour, step: float = 3.5, *, falling: bool = False) -> list[Line]:
    """Slanting lines over a box: what a colour says can then be read in grey too."""
    return list(_slanted(box, colour, step, falling=falling))


def _slanted(box: Box, colour: Colour, step: float, *, falling: bool) -> Iterator[Line]:
    width, height = box.width, box.height
    shift = step - height % step
    while shift - height < width:
        # A line from the lower edge up to the right, cut off where the box ends.
        start = shift - height
        left, right = max(start, 0.0), min(shift, width)
        if right > left:
            low, high = height - (left - start), height - (right - start)
            if falling:
                low, high = height - low, height - high
            yield Line(box.x + left, box.y + low, box.x + right, box.y + high, colour, 0.45)
        shift += step


def stripes(box: Box, colour: Colour, step: float = 3.0) -> list[Line]:
    """Upright lines over a box."""
    count = int(box.width / step)
    places: Sequence[float] = [box.x + step * (place + 0.5) for place in range(count)]
    return [Line(x, box.y, x, box.y + box.height, colour, 0.35) for x in places]
