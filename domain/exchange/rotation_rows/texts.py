"""Text in cells: nothing in it that cannot be seen."""

from __future__ import annotations

import unicodedata
from typing import Final

from domain.exchange.rotation_rows.cell import Cell, Kind, number_in
from domain.exchange.rotation_rows.doubt import Doubt, doubt_of
from domain.exchange.workbook.text import LONGEST_TEXT, as_shown
from domain.language import _

_TEXT: Final = Kind.TEXT
_FINE: Final = frozenset("\n\t ")
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
_LONGEST_NUMBER: Final = 15


def text_of(cell: Cell) -> str:
    """The text that a cell shows; a number is text only where it is shown digit by digit."""
    kind, text = cell
    if kind is _TEXT or kind is Kind.PLAIN or (kind is Kind.NUMBER and _as_typed(text)):
        return text
    raise doubt_of(cell, _("text"))


def _as_typed(text: str) -> bool:
    return len(text) <= _LONGEST_NUMBER and str(number_in(text)) == text and "." not in text


def same_text(found: str, before: str) -> bool:
    """Whether a cell shows a text that is in the plan: then it says nothing new."""
    if found == before:
        return True
    shown, known = as_shown(found), as_shown(before)
    return shown == known or unicodedata.normalize("NFC", shown) == unicodedata.normalize(
        "NFC", known
    )


def clean(text: str) -> str:
    """A text that is new to the plan, composed; raises Doubt where something in it is not seen."""
    if text.isascii() and text.isprintable():
        return text
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = text if composed == text else composed
    if len(text) > LONGEST_TEXT:
        raise Doubt(_("the text has more than {longest} characters.").format(longest=LONGEST_TEXT))
    for char in text:
        if char not in _FINE and unicodedata.category(char) in _UNSEEN:
            raise Doubt(
                _("the text holds the character {code}, which is not seen; type it anew.").format(
                    code=f"U+{ord(char):04X}"
                )
            )
    return text
