"""Above the lists of a comparison: which list, what comes of it, and what is shown of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import Enum, auto

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QLineEdit, QWidget

from domain.exchange.compared_rows import ComparedRow, Sort
from domain.exchange.compared_words import SORTS
from domain.language import _
from domain.model import Plan
from gui.views.segments import Segments
from gui.widgets.plain_text import named
from gui.widgets.wrapping import WrapLayout

_PAUSE: int = 150


class Page(Enum):
    """The lists of a comparison."""

    THINGS = auto()
    FINDINGS = auto()
    LIMITS = auto()


class CompareFilter(QFrame):
    """The switch between the lists, and the filters of the first."""

    page_chosen = Signal(object)
    filtered = Signal()
    all_limits_toggled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("viewBar")
        self.pages = Segments("comparePages", _("What is compared"))
        for page in Page:
            self.pages.add_value(page, "")
        self.pages.chosen.connect(self.page_chosen)
        self.sort = named(QComboBox(), "compareSort", _("What sort of difference"))
        self.mission = named(QComboBox(), "compareMission", _("Mission"))
        self.text = named(QLineEdit(), "compareText", _("Filter the differences"))
        self.text.setPlaceholderText(_("Filter the differences"))
        self.text.setClearButtonEnabled(True)
        self.every_limit = named(
            QCheckBox(_("Also limits that stay the same")), "compareAllLimits", ""
        )
        self._typing = QTimer(self, singleShot=True, interval=_PAUSE)
        self._typing.timeout.connect(self.filtered)
        self.text.textChanged.connect(self._typing.start)
        self.sort.activated.connect(self.filtered)
        self.mission.activated.connect(self.filtered)
        self.every_limit.toggled.connect(self.all_limits_toggled)
        line = WrapLayout(self, spacing=8)
        line.setContentsMargins(8, 5, 8, 5)
        line.addWidget(self.pages)
        line.add_stretch()
        for widget in (self.sort, self.mission, self.text, self.every_limit):
            line.addWidget(widget)
        self.text.setMinimumWidth(120)
        self.text.setMaximumWidth(260)
        self.show_page(Page.THINGS)
        self.show_counts(0, None, None)
        self.show_rows((), Plan(), Plan())

    @property
    def chosen_sort(self) -> Sort | None:
        """The sort of difference that is shown, or none for all."""
        # Qt keeps no more of it than the text that it is.
        data = self.sort.currentData()
        return None if data is None else Sort(data)

    def show_page(self, page: Page) -> None:
        """Show which list is shown, with its filters."""
        self.pages.show_value(page)
        for widget in (self.sort, self.mission, self.text):
            widget.setVisible(page is Page.THINGS)
        self.every_limit.setVisible(page is Page.LIMITS)

    def show_counts(self, things: int, findings: int | None, limits: int | None) -> None:
        """Say how long each list is; none where that is not known yet."""
        texts = {
            Page.THINGS: (_("Differences"), things),
            Page.FINDINGS: (_("Findings"), findings),
            Page.LIMITS: (_("Limits"), limits),
        }
        for page, (text, count) in texts.items():
            self.pages.set_text(page, f"{text} ({'…' if count is None else count})")

    def show_rows(self, rows: Iterable[ComparedRow], mine: Plan, theirs: Plan) -> None:
        """Offer the sorts and missions that occur, with how often; what is chosen stays."""
        sort, mission = self.chosen_sort, self.mission.currentData()
        listed = list(rows)
        sorts = Counter(row.sort for row in listed)
        missions = Counter(name for row in listed for name in row.missions)
        self.sort.clear()
        self.sort.addItem(_("All sorts"), None)
        for one in Sort:
            if sorts[one] or one is sort:
                self.sort.addItem(f"{_(SORTS[one])} ({sorts[one]})", one)
        self.mission.clear()
        self.mission.addItem(_("All missions"), None)
        for name in sorted(missions, key=lambda name: mission_name(name, mine, theirs).casefold()):
            self.mission.addItem(f"{mission_name(name, mine, theirs)} ({missions[name]})", name)
        self.sort.setCurrentIndex(max(self.sort.findData(sort), 0))
        self.mission.setCurrentIndex(max(self.mission.findData(mission), 0))


def mission_name(name: str, mine: Plan, theirs: Plan) -> str:
    """A mission of either plan by its name."""
    found = mine.missions.get(name) or theirs.missions.get(name)
    return name if found is None else found.name
