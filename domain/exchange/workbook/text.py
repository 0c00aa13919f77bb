"""Text in cells: what a cell can hold, how it is written, and how it is read back."""

from __future__ import annotations

import re
from typing import Final
from xml.sax.saxutils import escape as escape_markup

LONGEST_TEXT: Final = 32_767
"""How many UTF-16 units a cell holds."""

# Controls, marks that turn or hide what stands beside them, and what XML cannot hold at all.
_NOT_SHOWN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069"
    "\ud800-\udfff\ufeff\ufffe\uffff]"
)
# Excel reads _x0041_ as "A", and an underscore before it as _x005F_.
_LIKE_AN_ESCAPE: Final = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPE: Final = re.compile("_x([0-9A-Fa-f]{4})_")
_LIKE_A_FORMULA: Final = ("=", "+", "-", "@", "'", "\t", "\n")


def as_shown(text: str) -> str:
    r"""The text as a cell shows it: controls as \\uXXXX, cut where a cell is full.

    Reading a workbook back compares with this, so that an unchanged cell is no change.
    """
    if len(text) < LONGEST_TEXT // 2 and text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _cut(_NOT_SHOWN.sub(lambda found: f"\\u{ord(found[0]):04X}", text))


def _cut(text: str) -> str:
    if len(text) + sum(char > "\uffff" for char in text) <= LONGEST_TEXT:
        return text
    units = text.encode("utf-16-le")[: 2 * (LONGEST_TEXT - 1)]
    # Half a character at the end falls away.
    return units.decode("utf-16-le", "ignore") + "…"


def as_written(text: str) -> str:
    """The text as it stands in the file, so that Excel shows it and reads nothing into it."""
    shown = as_shown(text)
    return _LIKE_AN_ESCAPE.sub("_x005F_", shown) if "_x" in shown else shown


def as_read(text: str) -> str:
    """The text that a cell shows, of the text that stands in the file."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def in_markup(text: str) -> str:
    """The text as it stands inside an XML element."""
    return escape_markup(as_written(text))


def looks_like_a_formula(text: str) -> bool:
    """Whether Excel would compute the text, or drop its beginning, when someone edits the cell."""
    return text.startswith(_LIKE_A_FORMULA)


def on_one_line(text: str) -> str:
    """The text without breaks, as headers, properties and messages need it."""
    return " ".join(as_shown(text).split())
