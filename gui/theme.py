"""The colours of the window: light, dark and high contrast, each safe for the colour-blind.

The hues come from the schemes of Okabe and Ito and of Paul Tol. Bars are light enough to carry
dark text in every theme; errors, warnings and notes can be read as text on the background.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from PySide6.QtGui import QColor, QPalette

from domain.values import dataclass

LUMINANCE_OF_EQUAL_CONTRAST: Final = 0.179
"""A colour of this luminance stands out as much against black as against white."""
LINEAR_BELOW: Final = 0.04045
"""Up to here a channel of sRGB is a straight line."""


TEXT_SIZES: Final = (90, 100, 110, 125)
"""The sizes of text that a user can choose, in per cent of what the system gives."""


class ThemeChoice(StrEnum):
    """What a user can choose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


@dataclass(frozen=True, slots=True, eq=False)
class Colours:
    """Every colour that the window uses, by what it stands for."""

    surface: QColor
    background: QColor
    alternate: QColor
    border: QColor
    grid: QColor
    grid_strong: QColor
    text: QColor
    muted: QColor
    accent: QColor
    on_accent: QColor
    selection: QColor
    bar_military: QColor
    bar_civilian: QColor
    bar_police: QColor
    bar_mixed: QColor
    bar_force: QColor
    bar_text: QColor
    cancelled: QColor
    error: QColor
    warning: QColor
    note: QColor
    good: QColor
    today: QColor
    frame_end: QColor
    mandate_end: QColor
    strip_fill: QColor
    strip_over: QColor
    limit_line: QColor
    margin_band: QColor
    weekend: QColor


LIGHT: Final = Colours(
    surface=QColor("#f3f4f6"),
    background=QColor("#ffffff"),
    alternate=QColor("#f7f8fa"),
    border=QColor("#d5d9df"),
    grid=QColor("#eceef1"),
    grid_strong=QColor("#c9ced6"),
    text=QColor("#1b1f24"),
    muted=QColor("#5b6470"),
    accent=QColor("#0b62a8"),
    on_accent=QColor("#ffffff"),
    selection=QColor("#cfe4f7"),
    bar_military=QColor("#8ab8e6"),
    bar_civilian=QColor("#eedd88"),
    bar_police=QColor("#5cc4a5"),
    bar_mixed=QColor("#d6a8c9"),
    bar_force=QColor("#c3cad3"),
    bar_text=QColor("#12161b"),
    cancelled=QColor("#b9bec6"),
    error=QColor("#b3261e"),
    warning=QColor("#955300"),
    note=QColor("#3d6688"),
    good=QColor("#0b6b4f"),
    today=QColor("#0b62a8"),
    frame_end=QColor("#882255"),
    mandate_end=QColor("#117733"),
    strip_fill=QColor("#a9cdee"),
    strip_over=QColor("#d3453b"),
    limit_line=QColor("#1b1f24"),
    margin_band=QColor("#f6e3b5"),
    weekend=QColor("#f1f3f5"),
)

DARK: Final = Colours(
    surface=QColor("#16181c"),
    background=QColor("#1d2025"),
    alternate=QColor("#22262c"),
    border=QColor("#383e47"),
    grid=QColor("#2a2e35"),
    grid_strong=QColor("#454c57"),
    text=QColor("#e7e9ec"),
    muted=QColor("#a3abb6"),
    accent=QColor("#73b7f2"),
    on_accent=QColor("#0d1116"),
    selection=QColor("#274e73"),
    bar_military=QColor("#6fa5d8"),
    bar_civilian=QColor("#d9c870"),
    bar_police=QColor("#4db395"),
    bar_mixed=QColor("#c592b6"),
    bar_force=QColor("#98a1ad"),
    bar_text=QColor("#0d1116"),
    cancelled=QColor("#6b737f"),
    error=QColor("#ff8f84"),
    warning=QColor("#f2b457"),
    note=QColor("#8fbfe6"),
    good=QColor("#66cfad"),
    today=QColor("#73b7f2"),
    frame_end=QColor("#e58ab8"),
    mandate_end=QColor("#7fcf8f"),
    strip_fill=QColor("#3f6a92"),
    strip_over=QColor("#e2665b"),
    limit_line=QColor("#e7e9ec"),
    margin_band=QColor("#4f4326"),
    weekend=QColor("#23272d"),
)

HIGH_CONTRAST: Final = Colours(
    surface=QColor("#000000"),
    background=QColor("#000000"),
    alternate=QColor("#0d0d0d"),
    border=QColor("#ffffff"),
    grid=QColor("#3a3a3a"),
    grid_strong=QColor("#8a8a8a"),
    text=QColor("#ffffff"),
    muted=QColor("#e0e0e0"),
    accent=QColor("#ffd60a"),
    on_accent=QColor("#000000"),
    selection=QColor("#00448a"),
    bar_military=QColor("#66ccee"),
    bar_civilian=QColor("#f0e442"),
    bar_police=QColor("#44d6a8"),
    bar_mixed=QColor("#ffaabb"),
    bar_force=QColor("#dddddd"),
    bar_text=QColor("#000000"),
    cancelled=QColor("#9a9a9a"),
    error=QColor("#ff9b91"),
    warning=QColor("#ffc04d"),
    note=QColor("#9fd4ff"),
    good=QColor("#5ff0c0"),
    today=QColor("#ffd60a"),
    frame_end=QColor("#ff9ccf"),
    mandate_end=QColor("#8cf29c"),
    strip_fill=QColor("#0072b2"),
    strip_over=QColor("#ff5a4d"),
    limit_line=QColor("#ffffff"),
    margin_band=QColor("#5c4a00"),
    weekend=QColor("#1c1c1c"),
)

THEMES: Final = {
    ThemeChoice.LIGHT: LIGHT,
    ThemeChoice.DARK: DARK,
    ThemeChoice.HIGH_CONTRAST: HIGH_CONTRAST,
}


def colours_of(choice: ThemeChoice, *, system_is_dark: bool) -> Colours:
    """The colours of a choice; the system's are light or dark."""
    if choice is ThemeChoice.SYSTEM:
        return DARK if system_is_dark else LIGHT
    return THEMES[choice]


def palette_of(colours: Colours) -> QPalette:
    """The colours as the widgets of Qt want them."""
    palette = QPalette()
    role = QPalette.ColorRole
    for name, colour in {
        role.Window: colours.surface,
        role.WindowText: colours.text,
        role.Base: colours.background,
        role.AlternateBase: colours.alternate,
        role.Text: colours.text,
        role.PlaceholderText: colours.muted,
        role.Button: colours.surface,
        role.ButtonText: colours.text,
        role.BrightText: colours.error,
        role.ToolTipBase: colours.background,
        role.ToolTipText: colours.text,
        role.Highlight: colours.selection,
        role.HighlightedText: colours.text,
        role.Accent: colours.accent,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.Light: colours.background,
        role.Midlight: colours.alternate,
        role.Mid: colours.border,
        role.Dark: colours.grid_strong,
        role.Shadow: colours.muted,
    }.items():
        palette.setColor(name, colour)
    for name in (role.Text, role.WindowText, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, faded(colours))
    return palette


def faded(colours: Colours) -> QColor:
    """The colour of what cannot be used now."""
    return mixed(colours.muted, colours.surface, 0.35)


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """A colour between two: so large a share of the other."""
    return QColor(
        round(one.red() + (other.red() - one.red()) * share),
        round(one.green() + (other.green() - one.green()) * share),
        round(one.blue() + (other.blue() - one.blue()) * share),
    )


def luminance(colour: QColor) -> float:
    """The relative luminance, 0 to 1. Source: WCAG 2.2, relative luminance."""
    channels = []
    for channel in (colour.redF(), colour.greenF(), colour.blueF()):
        linear = channel / 12.92 if channel <= LINEAR_BELOW else ((channel + 0.055) / 1.055) ** 2.4
        channels.append(linear)
    red, green, blue = channels
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """How well two colours stand out, 1 to 21. Source: WCAG 2.2, contrast ratio."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def readable_on(colour: QColor) -> QColor:
    """Black or white, whichever reads better on a colour."""
    dark = luminance(colour) < LUMINANCE_OF_EQUAL_CONTRAST
    return QColor("white") if dark else QColor("black")
