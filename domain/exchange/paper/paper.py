"""Sheets of paper, in points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

_POINTS_A_MM: Final = 72 / 25.4
A_PICTURE: Final = 1_000_000.0
"""So high is the paper of a picture: everything stands on it."""


@dataclass(frozen=True, slots=True)
class Paper:
    """The size of a page with its margins; above and below stand the marking and the page."""

    name: str
    width: float
    height: float
    margin: float = 28.0
    above: float = 44.0
    below: float = 40.0

    @property
    def inner(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.margin

    @property
    def bottom(self) -> float:
        """Where what is printed ends at the latest."""
        return self.height - self.below

    @property
    def is_picture(self) -> bool:
        """Whether it is cut off below what stands on it."""
        return self.height >= A_PICTURE


def _landscape(name: str, long_mm: float, short_mm: float) -> Paper:
    return Paper(name, long_mm * _POINTS_A_MM, short_mm * _POINTS_A_MM)


A4: Final = _landscape("A4", 297, 210)
A3: Final = _landscape("A3", 420, 297)
PAPERS: Final = {"a4": A4, "a3": A3}
PICTURE: Final = Paper("", A3.width, A_PICTURE)
"""One page as high as needed, for a picture."""
