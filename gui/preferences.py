"""What the window remembers of a user between two starts; nothing of it is in a plan."""

from __future__ import annotations

from math import isfinite
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QSettings

from domain.language import LANGUAGES, language_of_system
from gui.theme import TEXT_SIZES, ThemeChoice

MOST_RECENT: Final = 10
USUAL_SIZE: Final = 100


def _own_place() -> Path:
    from platformdirs import user_config_path

    return user_config_path("kader", appauthor=False) / "window.ini"


class Preferences:
    """The choices of a user, in a file of their own."""

    def __init__(self, path: Path | None = None) -> None:
        place = path or _own_place()
        self._store = QSettings(str(place), QSettings.Format.IniFormat)

    @property
    def language(self) -> str:
        """The chosen language, else that of the system."""
        chosen = self._text("language")
        return chosen if chosen in LANGUAGES else language_of_system()

    @language.setter
    def language(self, code: str) -> None:
        self._store.setValue("language", code)

    @property
    def theme(self) -> ThemeChoice:
        """The chosen theme, else that of the system."""
        chosen = self._text("theme")
        return ThemeChoice(chosen) if chosen in set(ThemeChoice) else ThemeChoice.SYSTEM

    @theme.setter
    def theme(self, choice: ThemeChoice) -> None:
        self._store.setValue("theme", choice.value)

    @property
    def text_size(self) -> int:
        """The chosen size of text, in per cent of the usual."""
        chosen = self._text("text_size")
        return int(chosen) if chosen in {str(size) for size in TEXT_SIZES} else USUAL_SIZE

    @text_size.setter
    def text_size(self, percent: int) -> None:
        self._store.setValue("text_size", str(percent))

    @property
    def opens_last(self) -> bool:
        """Whether the plan that was open last is to open at the start."""
        return self._text("opens_last") != "no"

    @opens_last.setter
    def opens_last(self, yes: bool) -> None:
        self._store.setValue("opens_last", "yes" if yes else "no")

    @property
    def recent(self) -> tuple[Path, ...]:
        """The plans that were open, the last one first; some may no longer be there."""
        lines = self._text("recent").splitlines()
        return tuple(Path(line) for line in lines[:MOST_RECENT] if line)

    def remember(self, plan: Path) -> None:
        """Put a plan in front of those that were open."""
        plan = plan.resolve()
        self._keep([plan, *(other for other in self.recent if other != plan)])

    def forget(self, plan: Path) -> None:
        """Take a plan off the list of those that were open."""
        self._keep([other for other in self.recent if other != plan])

    def _keep(self, plans: list[Path]) -> None:
        # A path with a line break in it could not be told from two.
        lines = [str(plan) for plan in plans[:MOST_RECENT] if "\n" not in str(plan)]
        self._store.setValue("recent", "\n".join(lines))

    @property
    def signs_as(self) -> str:
        """The name under which the user accepted a finding last; empty at first."""
        return self._text("signs_as")

    @signs_as.setter
    def signs_as(self, name: str) -> None:
        self._store.setValue("signs_as", name)

    @property
    def sources(self) -> str:
        """What was said of tables of others, as JSON; empty at first."""
        return self._text("sources")

    @sources.setter
    def sources(self, text: str) -> None:
        self._store.setValue("sources", text)

    @property
    def saved_views(self) -> str:
        """The views that the user keeps by name, as JSON; empty at first."""
        return self._text("saved_views")

    @saved_views.setter
    def saved_views(self, text: str) -> None:
        self._store.setValue("saved_views", text)

    @property
    def reopens(self) -> bool:
        """Whether the last plan was still open when the window was closed."""
        return self._text("reopens") == "yes"

    @reopens.setter
    def reopens(self, yes: bool) -> None:
        self._store.setValue("reopens", "yes" if yes else "no")

    @property
    def view(self) -> tuple[str, float, float, int] | None:
        """Of the plan of this path: first day in sight, width of a day, how far down."""
        parts = self._text("view").rsplit("|", 3)
        try:
            path, first, width, offset = parts
            view = path, float(first), float(width), int(offset)
        except ValueError:
            return None
        return view if isfinite(view[1]) and isfinite(view[2]) else None

    def keep_view(self, plan: Path, first: float, width: float, offset: int) -> None:
        """Remember what was in sight of a plan."""
        self._store.setValue("view", f"{plan}|{first}|{width}|{offset}")

    def blob(self, key: str) -> QByteArray:
        """Where something of the window stood; empty when that is not known."""
        value = self._store.value(f"window/{key}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep_blob(self, key: str, value: QByteArray) -> None:
        """Remember where something of the window stands."""
        self._store.setValue(f"window/{key}", value)

    def save(self) -> None:
        """Write everything to disk now."""
        self._store.sync()

    def _text(self, key: str) -> str:
        value = self._store.value(key, "")
        return value if isinstance(value, str) else ""
