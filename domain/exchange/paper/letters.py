"""How wide texts are, and how they break into lines: measured in the fonts that are written."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from domain.exchange.workbook.text import as_shown, on_one_line

FONTS: Final = Path(__file__).resolve().parents[3] / "resources" / "fonts"
REGULAR: Final = FONTS / "DejaVuSansCondensed.ttf"
BOLD: Final = FONTS / "DejaVuSansCondensed-Bold.ttf"
LEADING: Final = 1.25
"""The distance between two lines, in sizes of the font."""
_CUT: Final = "…"


@cache
def _widths(*, bold: bool) -> tuple[dict[int, float], float]:
    from reportlab.pdfbase.ttfonts import TTFontFile

    font = TTFontFile(str(BOLD if bold else REGULAR))
    return font.charWidths, font.defaultWidth


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a text in points."""
    widths, other = _widths(bold=bold)
    return sum(widths.get(ord(letter), other) for letter in text) * size / 1000


def fitted(text: str, width: float, size: float, *, bold: bool = False) -> str:
    """A text on one line, cut off where it is too wide; empty where not even a letter fits."""
    shown = on_one_line(text)
    if width_of(shown, size, bold=bold) <= width:
        return shown
    room = width - width_of(_CUT, size, bold=bold)
    widths, other = _widths(bold=bold)
    for place, letter in enumerate(shown):
        room -= widths.get(ord(letter), other) * size / 1000
        if room < 0:
            return shown[:place].rstrip() + _CUT if place else ""
    return shown


def wrapped(text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """A text in lines of at most a width; its own line breaks stay."""
    return [
        line
        for paragraph in as_shown(text).split("\n")
        for line in _broken(paragraph, width, size, bold=bold)
    ]


def _broken(paragraph: str, width: float, size: float, *, bold: bool) -> Iterator[str]:
    if width_of(paragraph, size, bold=bold) <= width:
        yield paragraph
        return
    line, room, blank = "", width, width_of(" ", size, bold=bold)
    for word in paragraph.split():
        wide = width_of(word, size, bold=bold)
        if line and wide + blank <= room:
            line, room = f"{line} {word}", room - wide - blank
            continue
        if line:
            yield line
        *pieces, line = _in_pieces(word, width, size, bold=bold)
        yield from pieces
        room = width - width_of(line, size, bold=bold)
    yield line


def _in_pieces(word: str, width: float, size: float, *, bold: bool) -> Iterator[str]:
    """A word that is wider than a line, in pieces; one letter at least in each."""
    start = 0
    room = width
    for place, letter in enumerate(word):
        wide = width_of(letter, size, bold=bold)
        if wide > room and place > start:
            yield word[start:place]
            start, room = place, width
        room -= wide
    yield word[start:]
