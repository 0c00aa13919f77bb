"""What a user can ask of the table: grouping, sorting, columns, filters."""

from __future__ import annotations

from typing import Final

from domain.language import N_
from gui.action_spec import Spec

GROUPS: Final = (
    Spec(
        "group_mission",
        N_("Group by &mission"),
        N_("Put the rotations of table and timeline under their missions"),
        "chart-gantt",
        checkable=True,
    ),
    Spec(
        "group_force",
        N_("Group by &force"),
        N_("Put the rotations of table and timeline under the forces that they draw on"),
        "shield",
        checkable=True,
    ),
    Spec(
        "group_status",
        N_("Group by &status"),
        N_("Put the rotations of table and timeline under how far they have come"),
        "list-checks",
        checkable=True,
    ),
    Spec(
        "group_none",
        N_("&No groups"),
        N_("Show the rotations of table and timeline as one list"),
        "list",
        checkable=True,
    ),
)

TABLE: Final = (
    *GROUPS,
    Spec(
        "sort_column",
        N_("So&rt by this column"),
        N_("Sort by the column you are in; again the other way, and then no more"),
        "arrow-down-up",
    ),
    Spec(
        "filter",
        N_("Filt&er…"),
        N_("Show only rotations with trouble, or of a rule, status, kind, region or period"),
        "funnel",
        ("Ctrl+Shift+F",),
    ),
    Spec(
        "clear_filters",
        N_("Clear &all filters"),
        N_("Show all rotations again"),
        "x",
    ),
    Spec(
        "save_view",
        N_("&Save this view…"),
        N_("Keep filters, groups, order, columns and scale under a name"),
        "bookmark",
    ),
    Spec(
        "columns",
        N_("&Columns…"),
        N_("Choose the columns of the table, their order and their width"),
        "columns-3",
    ),
)
