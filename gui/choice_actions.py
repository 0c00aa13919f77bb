"""The choices between languages, themes and sizes of text, as actions."""

from __future__ import annotations

from typing import Final

from domain.language import N_
from gui.action_spec import Spec

LANGUAGES: Final = (
    Spec("language_nl", "&Nederlands", "Kader in het Nederlands", checkable=True, needs_plan=False),
    Spec("language_en", "&English", "Kader in English", checkable=True, needs_plan=False),
)

THEMES: Final = (
    Spec(
        "theme_system",
        N_("Follow the &system"),
        N_("Light or dark, as the system is"),
        "monitor",
        checkable=True,
        needs_plan=False,
    ),
    Spec(
        "theme_light",
        N_("&Light"),
        N_("Dark text on light"),
        "sun",
        checkable=True,
        needs_plan=False,
    ),
    Spec(
        "theme_dark",
        N_("&Dark"),
        N_("Light text on dark"),
        "moon",
        checkable=True,
        needs_plan=False,
    ),
    Spec(
        "theme_high_contrast",
        N_("&High contrast"),
        N_("White and bright colours on black"),
        "contrast",
        checkable=True,
        needs_plan=False,
    ),
)

SIZES: Final = (
    Spec(
        "text_90",
        N_("&90 %"),
        N_("Text a little smaller than usual"),
        checkable=True,
        needs_plan=False,
    ),
    Spec(
        "text_100",
        N_("1&00 %"),
        N_("Text as large as the system's"),
        checkable=True,
        needs_plan=False,
    ),
    Spec(
        "text_110",
        N_("&110 %"),
        N_("Text a little larger than usual"),
        checkable=True,
        needs_plan=False,
    ),
    Spec(
        "text_125",
        N_("1&25 %"),
        N_("Text a quarter larger than usual"),
        checkable=True,
        needs_plan=False,
    ),
)
