"""The manual: pages in each language, those of rules and keys made from what they are about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from domain.language import _, current_language
from domain.rules.catalogue import RULES
from domain.rules.texts import severity_text
from gui.dialogs.shortcuts import keys_of, keys_outside_menus
from gui.seeking import goes_with, plain, sought

FOLDER: Final = Path(__file__).resolve().parents[1] / "resources" / "manual"
WRITTEN: Final = (
    *("first-hour", "missions", "forces", "frames", "sources", "findings"),
    *("scenarios", "excel", "safety", "settings", "checked", "glossary"),
)
"""The pages that are written, by the names of their files, in the order of the manual."""
RULES_PAGE: Final = "rules"
KEYS_PAGE: Final = "shortcuts"
PICTURES: Final = "pictures"
"""The folder of the pictures, beside the pages of each language."""
PICTURE_SCALE: Final = 1.4
"""So many pixels of a picture are one of the window that it shows."""
PAGE_OF_PANE: Final[Mapping[str, str]] = {
    "missionPanel": "scenarios",
    "forceSplitter": "forces",
    "framesView": "frames",
    "sourcesView": "sources",
    "compareView": "scenarios",
    "compareTools": "scenarios",
    "tableTools": "missions",
    "reportView": "excel",
    "reportTools": "excel",
    "lowerPane": "findings",
    "workspace": "missions",
    "inspector": "missions",
    "welcomePage": "first-hour",
    "tourCard": "first-hour",
    "newPlanDialog": "first-hour",
    "rotationDialog": "missions",
    "fillDialog": "missions",
    "columnsDialog": "missions",
    "conditionsDialog": "missions",
    "pasteDialog": "missions",
    "acceptDialog": "findings",
    "takeOverDialog": "scenarios",
    "scenarioDialog": "scenarios",
    "removedDialog": "scenarios",
    "waysDialog": "safety",
    "rescueDialog": "safety",
    "nameDialog": "scenarios",
    "mergeDialog": "scenarios",
    "exportDialog": "excel",
    "importDialog": "excel",
    "mappingDialog": "excel",
    "periodDialog": "excel",
    "previewDialog": "excel",
    "printerDialog": "excel",
    "backupsDialog": "safety",
    "verifyDialog": "safety",
    "progressDialog": "safety",
    "sentenceDialog": "safety",
    "questionDialog": "safety",
    "problemDialog": "safety",
    "settingsDialog": "settings",
    "aboutDialog": "safety",
    "shortcutsDialog": KEYS_PAGE,
    "palette": KEYS_PAGE,
    "manual": "first-hour",
}
"""For the name of a pane or a dialog the page that is about it."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the manual: its name, its title, and its text in Markdown."""

    name: str
    title: str
    text: str

    def goes_with(self, words: str) -> bool:
        """Whether all words stand somewhere in it, without case and accents."""
        return goes_with(plain(f"{self.title} {self.text}"), sought(words))


def pages(actions: Iterable[QAction]) -> list[Page]:
    """All pages in the current language; raises OSError where one cannot be read."""
    written = [_written(name) for name in WRITTEN]
    place = WRITTEN.index("findings") + 1
    return [
        *written[:place],
        _page(RULES_PAGE, rules_text()),
        *written[place:],
        _page(KEYS_PAGE, keys_text(actions)),
    ]


def page_for(widget: QWidget | None) -> str:
    """The page about the pane in which a widget stands; the first page for any other."""
    while widget is not None:
        page = PAGE_OF_PANE.get(widget.objectName())
        if page is not None:
            return page
        widget = widget.parentWidget()
    return WRITTEN[0]


def picture_path(name: str) -> Path | None:
    """Where a picture of the current language stands; none for what is no picture of a page."""
    folder, _slash, file = name.rpartition("/")
    path = FOLDER / current_language() / PICTURES / file
    return path if folder == PICTURES and path.suffix == ".png" and path.is_file() else None


def _written(name: str) -> Page:
    path = FOLDER / current_language() / f"{name}.md"
    return _page(name, path.read_text(encoding="utf-8"))


def _page(name: str, text: str) -> Page:
    title = text.partition("\n")[0].lstrip("# ").strip()
    return Page(name, title, text)


def rules_text() -> str:
    """What each rule finds, why it matters, and what to do, from the rules themselves."""
    parts = [f"# {_('Rules')}", _("Each finding names its rule by a code. These are all of them.")]
    for rule in RULES:
        parts += [
            f"## {rule.code} – {rule.title_text()}",
            f"*{severity_text(rule.severity)}*",
            f"**{_('Why it matters')}.** {rule.why()}",
            f"**{_('What to do')}.** {rule.what_to_do()}",
            f"**{_('What it rests on')}.** {rule.source_text()}.",
        ]
    return "\n\n".join(parts) + "\n"


def keys_text(actions: Iterable[QAction]) -> str:
    """Every action with its keys, from the actions themselves."""
    rows = [(keys_of(action), action.statusTip()) for action in actions if action.shortcuts()]
    rows += keys_outside_menus()
    cell: Callable[[str], str] = lambda text: text.replace("|", "\\|")  # noqa: E731
    table = [f"| {cell(keys)} | {cell(tip)} |" for keys, tip in rows]
    head = [f"| {_('Keys')} | {_('What they do')} |", "|---|---|"]
    return "\n".join([f"# {_('Keyboard shortcuts')}", "", *head, *table]) + "\n"
