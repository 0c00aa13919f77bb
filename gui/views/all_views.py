"""Which views there are, in the order of the switch; each is made when it is first shown."""

from __future__ import annotations

from gui.desk import Desk
from gui.views.missions_view import MissionsView
from gui.views.requests import Requests
from gui.views.view import View
from gui.views.views import Builders
from gui.widgets.workspace import Workspace


def builders_of(desk: Desk, workspace: Workspace, requests: Requests) -> Builders:
    """For the action of each view what makes it."""

    def forces() -> View:
        from gui.views.forces_view import ForcesView

        return ForcesView(desk, workspace, requests)

    def frames() -> View:
        from gui.views.frames_view import FramesView

        view = FramesView(desk)
        view.drilled.connect(requests.drill_requested)
        return view

    def sources() -> View:
        from gui.views.sources_view import SourcesView

        view = SourcesView(desk)
        view.mission_chosen.connect(requests.limit_requested)
        return view

    def report() -> View:
        from gui.views.report_view import ReportView

        return ReportView(desk, requests)

    def compare() -> View:
        from gui.views.compare_view import CompareView

        return CompareView(desk, requests)

    return {
        "view_missions": lambda: MissionsView(workspace, desk),
        "view_forces": forces,
        "view_frames": frames,
        "view_sources": sources,
        "view_report": report,
        "view_compare": compare,
    }
