"""Colours and sizes of what is printed: dark on white, whatever the window looks like."""

from __future__ import annotations

from typing import Final

INK: Final = "#16191d"
QUIET: Final = "#555c66"
DARK: Final = "#1f3a4d"
WHITE: Final = "#ffffff"
RULE: Final = "#c4cad1"
FAINT: Final = "#e3e7eb"
PALE: Final = "#eef1f4"
RED: Final = "#a3201a"
BLUE: Final = "#0b62a8"

TITLE: Final = 15.0
SECTION: Final = 9.5
TEXT: Final = 7.2
SMALL: Final = 6.2
