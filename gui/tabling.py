"""The commands of the table: filling, sorting, grouping, columns; each by key and by menu."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint

from gui.row_groups import Grouping
from gui.views.views import MISSIONS

if TYPE_CHECKING:
    from gui.pasting import Pasting
    from gui.window import Window

_GROUP: Final = "group_"
_BESIDE: Final = 8


class Tabling(QObject):
    """What the actions of the table do; whatever another view shows, the table comes first."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window, self._table = window, window.workspace.table
        self._pasting: Pasting | None = None
        self._table.grouped.connect(self._show_grouping)
        # The field with the text is the one place where a text is asked for.
        window.workspace.filters.text_cleared.connect(window.missions.filter.clear)
        self._show_grouping()

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What the actions of the table do, by name."""
        window = self._window
        return {
            "paste": self._paste,
            "filter": self._open_filters,
            "clear_filters": window.workspace.filters.clear_all,
            "fill_down": self._fill_down,
            "sort_column": self._in_table(self._table.sort_by_current),
            "columns": self._in_table(self._table.arrange_columns),
            **{f"{_GROUP}{grouping}": self._grouping(grouping) for grouping in Grouping},
        }

    def _fill_down(self) -> None:
        """Fill what is in sight; where the table is not, it comes into sight first."""
        if self._table.isVisible():
            self._table.filling.fill_down()
        else:
            self._window.views.show_view(MISSIONS)

    def _open_filters(self) -> None:
        """Open the menu of filters, above the table."""
        workspace = self._window.workspace
        if not workspace.isVisible():
            self._window.views.show_view(MISSIONS)
        workspace.filters.menu.popup(workspace.mapToGlobal(QPoint(_BESIDE, 0)))

    def _paste(self) -> None:
        # What reads tables is looked for when it is first needed.
        from gui.pasting import Pasting

        if self._pasting is None:
            window = self._window
            self._pasting = Pasting(window.desk, self._table, window)
            self._pasting.refused.connect(window.notice.refuse)
            self._pasting.told.connect(window.status.tell)
            self._pasting.pasted.connect(window.views.show_rotation)
        self._pasting.paste()

    def _grouping(self, grouping: Grouping) -> Callable[[], object]:
        return self._in_table(lambda: self._table.group_by(grouping))

    def _in_table(self, do: Callable[[], object]) -> Callable[[], object]:
        """Show the table, and do something in it."""

        def shown() -> None:
            if self._window.views.current != MISSIONS:
                self._window.views.show_view(MISSIONS)
            do()

        return shown

    def _show_grouping(self) -> None:
        grouping = self._window.desk.rows.grouping
        self._window.actions_of_window[f"{_GROUP}{grouping}"].setChecked(True)
