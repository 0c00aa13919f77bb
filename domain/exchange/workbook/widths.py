"""How wide and how high a text is: no program fits columns when it opens a file, few fit rows."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import nlargest
from typing import Final

# Widths of the letters of Arial in thousandths of its size; a digit has 556.
_DIGIT: Final = 556
_LETTERS: Final = {
    191: "'",
    222: "ijl",
    278: " !,./:;\\I[]ft",
    333: "()-`r",
    389: "*",
    500: "cksvxyzJ",
    584: "+<=>~",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "wCDHNRU",
    778: "GOQ",
    833: "mM",
    889: "%",
    944: "W",
    1015: "@",
}
_WIDE: Final = 1_000
_FIRST_WIDE: Final = "\u1100"
_SLACK: Final = 1.02  # letters are drawn on whole pixels
_BOLD: Final = 1.08
_WIDEST: Final = 1.1  # of a whole text: digits and small letters are most of it
_MEASURED: Final = 12
_PADDING: Final = 1.4
_ROUNDING: Final = 0.05
_FILTER_BUTTON: Final = 2.4
LINE_HEIGHT: Final = 13.2
"""The height of a line in points."""


class _Widths(dict[str, float]):
    """The width of each letter in digits; those that are not listed are like a digit, or wide."""

    def __missing__(self, letter: str) -> float:
        units = _WIDE if letter >= _FIRST_WIDE else _DIGIT
        self[letter] = width = units * _SLACK / _DIGIT
        return width


_WIDTHS: Final = _Widths(
    {letter: units * _SLACK / _DIGIT for units, letters in _LETTERS.items() for letter in letters}
)


def _line(line: str) -> float:
    return sum(map(_WIDTHS.__getitem__, line))


def width_of(text: str) -> float:
    """The width of the longest line of a text, in digits."""
    return max(map(_line, text.split("\n")))


def width_of_all(texts: Iterable[str]) -> float:
    """The width that holds every text, with the margin of a cell; only the longest are measured."""
    longest = nlargest(_MEASURED, set(texts), key=len)
    return max(map(width_of, longest), default=0.0) + _PADDING


def width_of_heading(title: str, *, filtered: bool = True) -> float:
    """The width at which a heading takes two lines at most, with room for its filter button."""
    words = [_line(word) * _BOLD for word in title.split()]
    width = max(words)
    while _wrapped(words, width) > 2:  # noqa: PLR2004 - two lines, as it says
        width += 1
    return width + _PADDING + (_FILTER_BUTTON if filtered else 0)


def lines_of_heading(title: str, width: float, *, filtered: bool = True) -> int:
    """How many lines a heading takes in a column of a width."""
    words = [_line(word) * _BOLD for word in title.split()]
    return _wrapped(words, width - _PADDING - (_FILTER_BUTTON if filtered else 0))


def may_wrap(text: str, width: float) -> bool:
    """Whether a text might take more than a line; quick, and right when it says no."""
    return len(text) * _WIDEST > width - _PADDING or "\n" in text


def lines_of(text: str, width: float) -> int:
    """How many lines a text takes in a column of a width."""
    room = width - _PADDING
    return sum(_lines_of_line(line, room) for line in text.split("\n"))


def _lines_of_line(line: str, room: float) -> int:
    if _line(line) <= room:
        return 1
    return _wrapped([_line(word) for word in line.split(" ")], room)


def _wrapped(words: Iterable[float], room: float) -> int:
    """How many lines words take that do not break, but where one is wider than a line."""
    lines, used, room = 1, 0.0, room + _ROUNDING
    space = _WIDTHS[" "]
    for word in words:
        if used and used + space + word > room:
            lines, used = lines + 1, 0.0
        used += word + (space if used else 0)
        if used > room:
            more = int(used / room)
            lines, used = lines + more, used - more * room
    return lines
