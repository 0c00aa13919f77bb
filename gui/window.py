"""The window as its commands know it: what can wait is made once something is on the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QMainWindow, QStackedWidget

from gui.actions import Actions
from gui.desk import Desk
from gui.going import Going
from gui.layout import Layout
from gui.menus import Menus
from gui.plan_files import PlanFiles
from gui.preferences import Preferences
from gui.views.requests import Requests
from gui.views.views import Views
from gui.widgets.status_pane import StatusPane
from gui.widgets.workspace import Workspace

if TYPE_CHECKING:
    from gui.compare_commands import CompareCommands
    from gui.document import Document
    from gui.dropping import Dropping
    from gui.editing import Editing
    from gui.exchanging import Exchanging
    from gui.following import Following
    from gui.helping import Helping
    from gui.importing import Importing
    from gui.keeping_views import KeepingViews
    from gui.planning import Planning
    from gui.printing.printing import Printing
    from gui.safety import Safety
    from gui.scenarios import Scenarios
    from gui.tabling import Tabling
    from gui.touring import Touring
    from gui.widgets.inspector import Inspector
    from gui.widgets.lower_pane import LowerPane
    from gui.widgets.mission_panel import MissionPanel
    from gui.widgets.notice import Notice

COMMANDS: Final[Mapping[str, tuple[str, ...]]] = {
    "editing": ("add", "duplicate", "remove", "select_all"),
    "exchanging": ("export_excel", "export_json"),
    "importing": ("import",),
    "planning": ("fill", "accept", "take_back", "palette"),
    "touring": ("tour",),
    "helping": ("manual", "diagnostics", "about"),
    "printing": ("print", "export_pdf"),
    "scenarios": (
        *("scenario_duplicate", "scenario_derive", "scenario_rename", "scenario_describe"),
        *("scenario_record", "scenario_delete", "scenario_take_back"),
    ),
    "safety": ("send", "take_in", "snapshot", "snapshots", "verify"),
    "tabling": (
        *("paste", "filter", "clear_filters", "fill_down", "sort_column", "columns"),
        *("group_mission", "group_force", "group_status", "group_none"),
    ),
    "compare_commands": ("scenario_compare",),
    "keeping_views": ("save_view",),
}
"""For each part that does something, the actions that it does; its ``handlers`` say how."""
_PANES: Final = ("missions", "lower_pane", "inspector", "notice")
_ACTIONS_AT_ONCE: Final = 12


class Window(QMainWindow):
    """The window as its commands know it; parts are made when they are first asked for."""

    document: Document
    desk: Desk
    actions_of_window: Actions
    going: Going
    files: PlanFiles
    workspace: Workspace
    views: Views
    requests: Requests
    menus: Menus
    status: StatusPane
    layout_of_panes: Layout
    following: Following
    pages: QStackedWidget
    _preferences: Preferences

    def pieces(self) -> Iterator[None]:
        """Make everything that is not made yet, a little at each step."""
        yield
        for part in ("legend", "strip"):
            getattr(self.workspace, part)
            yield
        self.menus.name_tools()
        for name in (*_PANES, "dropping", *COMMANDS):
            getattr(self, name)
            yield
        for number, _action in enumerate(self.actions_of_window):
            if number % _ACTIONS_AT_ONCE == 0:
                yield
        self.menus.fill()

    def handler(self, name: str) -> Callable[[], object] | None:
        """What an action does, if a part does it that may not be made yet."""
        for part, names in COMMANDS.items():
            if name in names:
                handlers: Mapping[str, Callable[[], object]] = getattr(self, part).handlers()
                return handlers[name]
        return None

    @cached_property
    def missions(self) -> MissionPanel:
        """Scenarios and missions."""
        from gui.widgets.mission_panel import MissionPanel

        panel = MissionPanel(self.desk)
        panel.scenario_chosen.connect(self.files.switch_to)
        panel.mission_chosen.connect(self.going.to_mission)
        panel.filtered.connect(self.desk.rows.set_text)
        self.layout_of_panes.fill("missionsDock", panel)
        return panel

    @cached_property
    def inspector(self) -> Inspector:
        """What is selected, in full."""
        from gui.widgets.inspector import Inspector

        inspector = Inspector(self.desk)
        inspector.limit_chosen.connect(self.desk.selection.set_limit)
        self.layout_of_panes.fill("inspectorDock", inspector)
        return inspector

    @cached_property
    def lower_pane(self) -> LowerPane:
        """Findings, open points and the list of steps."""
        from gui.widgets.lower_pane import LowerPane

        pane = LowerPane(self.desk)
        pane.mission_chosen.connect(self.going.to_mission)
        pane.findings.chosen.connect(self.following.choose)
        self.layout_of_panes.fill("findingsDock", pane)
        return pane

    @cached_property
    def notice(self) -> Notice:
        """A sentence over the lower edge."""
        from gui.widgets.notice import Notice

        return Notice(self.desk.icons, self.pages)

    @cached_property
    def editing(self) -> Editing:
        """What a user does to rotations."""
        from gui.editing import Editing

        editing = Editing(self.desk, self.workspace.table.shown_columns, self)
        editing.added.connect(self.views.show_rotation)
        editing.refused.connect(self.notice.refuse)
        editing.told.connect(self.status.tell)
        return editing

    @cached_property
    def exchanging(self) -> Exchanging:
        """Plans out to other files."""
        from gui.exchanging import Exchanging

        return Exchanging(self.desk, self.notice, self)

    @cached_property
    def importing(self) -> Importing:
        """Files that come in."""
        from gui.importing import Importing

        background = self.exchanging.background
        return Importing(self.desk, self.notice, self._preferences, background, self)

    @cached_property
    def dropping(self) -> Dropping:
        """Files that are dropped onto the window."""
        from gui.dropping import Dropping

        return Dropping(self, self.files.open_path, self.importing.take)

    @cached_property
    def planning(self) -> Planning:
        """The larger commands of planning."""
        from gui.planning import Planning

        return Planning(self, self._preferences)

    @cached_property
    def touring(self) -> Touring:
        """The tour."""
        from gui.touring import Touring

        return Touring(self)

    @cached_property
    def helping(self) -> Helping:
        """Help and the manual."""
        from gui.helping import Helping

        return Helping(self, self._preferences)

    @cached_property
    def printing(self) -> Printing:
        """Paper and PDF."""
        from gui.printing.printing import Printing

        return Printing(self)

    @cached_property
    def scenarios(self) -> Scenarios:
        """Scenarios as a whole."""
        from gui.scenarios import Scenarios

        return Scenarios(self)

    @cached_property
    def safety(self) -> Safety:
        """Copies of plans, and what colleagues made of them."""
        from gui.safety import Safety

        return Safety(self)

    @cached_property
    def tabling(self) -> Tabling:
        """The commands of the table."""
        from gui.tabling import Tabling

        return Tabling(self)

    @cached_property
    def compare_commands(self) -> CompareCommands:
        """The commands of comparing."""
        from gui.compare_commands import CompareCommands

        return CompareCommands(self)

    @cached_property
    def keeping_views(self) -> KeepingViews:
        """The commands of saved views."""
        from gui.keeping_views import KeepingViews

        return KeepingViews(self, self._preferences)
