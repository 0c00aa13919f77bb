"""Every theme can be read."""

import pytest
from PySide6.QtGui import QColor

from gui.theme import (
    DARK,
    HIGH_CONTRAST,
    LIGHT,
    Colours,
    ThemeChoice,
    colours_of,
    contrast,
    palette_of,
    readable_on,
)

READABLE = 4.5
VISIBLE = 3.0
ALL = pytest.mark.parametrize(
    "colours", [LIGHT, DARK, HIGH_CONTRAST], ids=["light", "dark", "high"]
)


@ALL
@pytest.mark.parametrize("ink", ["text", "muted", "accent", "error", "warning", "note", "good"])
@pytest.mark.parametrize("paper", ["background", "alternate", "surface"])
def test_text_can_be_read_on_every_ground(colours: Colours, ink: str, paper: str) -> None:
    assert contrast(getattr(colours, ink), getattr(colours, paper)) >= READABLE


@ALL
@pytest.mark.parametrize("bar", ["military", "civilian", "police", "mixed", "force"])
def test_the_text_of_a_bar_can_be_read(colours: Colours, bar: str) -> None:
    assert contrast(colours.bar_text, getattr(colours, f"bar_{bar}")) >= READABLE


@ALL
def test_selected_text_can_be_read(colours: Colours) -> None:
    assert contrast(colours.text, colours.selection) >= READABLE
    assert contrast(colours.on_accent, colours.accent) >= READABLE


@ALL
@pytest.mark.parametrize("line", ["today", "frame_end", "mandate_end", "limit_line", "strip_over"])
def test_lines_can_be_seen(colours: Colours, line: str) -> None:
    assert contrast(getattr(colours, line), colours.background) >= VISIBLE


def test_high_contrast_is_higher_than_the_others() -> None:
    assert contrast(HIGH_CONTRAST.text, HIGH_CONTRAST.background) > 20
    assert contrast(HIGH_CONTRAST.muted, HIGH_CONTRAST.background) > 7


def test_the_system_decides_between_light_and_dark_only_when_asked() -> None:
    assert colours_of(ThemeChoice.SYSTEM, system_is_dark=True) is DARK
    assert colours_of(ThemeChoice.SYSTEM, system_is_dark=False) is LIGHT
    assert colours_of(ThemeChoice.LIGHT, system_is_dark=True) is LIGHT


@ALL
def test_the_palette_of_qt_has_the_same_colours(colours: Colours) -> None:
    palette = palette_of(colours)
    assert palette.base().color() == colours.background
    assert palette.text().color() == colours.text
    assert palette.highlight().color() == colours.selection


@pytest.mark.parametrize("name", ["#154273", "#ffcc00", "#c8102e", "#808080", "#00843d"])
def test_a_marking_of_any_colour_can_be_read(name: str) -> None:
    assert contrast(readable_on(QColor(name)), QColor(name)) >= READABLE
