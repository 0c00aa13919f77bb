"""Everything that a user can ask of the window: one line each, in the order of the menus."""

from __future__ import annotations

from typing import Final

from domain.language import N_
from gui.action_spec import Spec
from gui.choice_actions import LANGUAGES, SIZES, THEMES
from gui.safety_actions import SAFETY
from gui.scenario_actions import SCENARIO, VIEW_COMPARE
from gui.table_actions import TABLE

FILE: Final = (
    Spec(
        "new",
        N_("&New from baseline…"),
        N_("Make a new plan file, empty or with the national frames of a period"),
        "file-plus-2",
        ("Ctrl+N",),
        needs_plan=False,
    ),
    Spec(
        "open",
        N_("&Open…"),
        N_("Open a plan file"),
        "folder-open",
        ("Ctrl+O",),
        needs_plan=False,
    ),
    Spec(
        "sample",
        N_("Open the sam&ple plan"),
        N_("Open a fresh copy of the sample plan, made from public figures"),
        "book-open",
        needs_plan=False,
    ),
    Spec(
        "save",
        N_("&Save"),
        N_("See that every change is saved: the plan is on disk after each step"),
        "save",
        ("Ctrl+S",),
    ),
    Spec(
        "save_as",
        N_("Save &as…"),
        N_("Copy the plan with all its scenarios to another file and go on in the copy"),
        "copy-plus",
        ("Ctrl+Shift+S",),
    ),
    Spec(
        "export_excel",
        N_("Export to &Excel…"),
        N_("Write the open scenario to an Excel workbook"),
        "file-spreadsheet",
        ("Ctrl+E",),
    ),
    Spec(
        "export_json",
        N_("Export &JSON…"),
        N_("Write the open scenario to a JSON file"),
        "file-up",
        ("Ctrl+Shift+E",),
    ),
    Spec(
        "import",
        N_("&Import…"),
        N_("Read a workbook, a table or a JSON plan; you see what changes first"),
        "file-down",
        ("Ctrl+Shift+I",),
        edits=True,
    ),
    Spec(
        "print",
        N_("Print pre&view…"),
        N_("See the plan on paper; print it, or write it as PDF, PNG or SVG"),
        "printer",
        ("Ctrl+P",),
    ),
    Spec(
        "export_pdf",
        N_("Export PD&F…"),
        N_("Write the whole scenario to a PDF file, ready to print"),
        "file-text",
        ("Ctrl+Shift+P",),
    ),
    Spec(
        "settings",
        N_("Settin&gs…"),
        N_("Language, theme, size of text, and what happens at the start"),
        "settings",
        ("Ctrl+,",),
        needs_plan=False,
    ),
    Spec("close", N_("&Close"), N_("Close the plan"), "x", ("Ctrl+W",)),
    Spec(
        "quit",
        N_("&Quit"),
        N_("Close the window; the plan opens again at the next start"),
        "log-out",
        ("Ctrl+Q",),
        needs_plan=False,
    ),
)

EDIT: Final = (
    Spec("undo", N_("&Undo"), N_("Take the last step back"), "undo-2", ("Ctrl+Z",), edits=True),
    Spec(
        "redo",
        N_("&Redo"),
        N_("Make the step again that was taken back"),
        "redo-2",
        ("Ctrl+Y", "Ctrl+Shift+Z"),
        edits=True,
    ),
    Spec(
        "add",
        N_("&Add rotation…"),
        N_("Add a rotation to the selected mission, after its last one"),
        "plus",
        ("Ins",),
        edits=True,
    ),
    Spec(
        "edit",
        N_("&Edit…"),
        N_("Edit the selected rotation"),
        "pencil",
        ("F2",),
        edits=True,
    ),
    Spec(
        "duplicate",
        N_("&Duplicate"),
        N_("Add a copy of each selected rotation, right after it"),
        "copy-plus",
        ("Ctrl+Shift+D",),
        edits=True,
    ),
    Spec(
        "fill",
        N_("F&ill to the end of the frame…"),
        N_("Add rotations that relieve one another until the frame ends; you see them first"),
        "move-horizontal",
        ("Ctrl+Shift+R",),
        edits=True,
    ),
    Spec(
        "remove",
        N_("De&lete"),
        N_("Take the selected rotations out of the plan"),
        "trash-2",
        ("Del",),
        edits=True,
    ),
    Spec(
        "accept",
        N_("Acce&pt the finding…"),
        N_("Accept the selected finding with a reason; it is counted apart from then on"),
        "circle-check",
        ("Ctrl+Shift+A",),
        edits=True,
    ),
    Spec(
        "take_back",
        N_("Ta&ke the acceptance back"),
        N_("Make the selected finding one again that nobody accepted"),
        "rotate-ccw",
        edits=True,
    ),
    Spec(
        "copy",
        N_("&Copy"),
        N_("Copy the selected rotations as rows for a spreadsheet"),
        "copy",
        ("Ctrl+C",),
    ),
    Spec(
        "paste",
        N_("Paste r&ows…"),
        N_("Paste rows from a spreadsheet: you see what is new, what changes, what is wrong"),
        "clipboard-paste",
        ("Ctrl+V",),
        edits=True,
    ),
    Spec(
        "fill_down",
        N_("Fill do&wn"),
        N_("Give the selected rotations the value that the first has in the column you are in"),
        "arrow-down",
        ("Ctrl+D",),
        edits=True,
    ),
    Spec(
        "select_all",
        N_("&Select all"),
        N_("Select every rotation that is shown"),
        "list-checks",
        ("Ctrl+A",),
    ),
    Spec(
        "find",
        N_("&Find…"),
        N_("Show only the missions and rotations with a text in their name"),
        "search",
        ("Ctrl+F",),
    ),
)

VIEWS: Final = (
    Spec(
        "view_missions",
        N_("&Missions"),
        N_("Show rotations by mission, as table and timeline"),
        "chart-gantt",
        ("Ctrl+1",),
        checkable=True,
    ),
    Spec(
        "view_forces",
        N_("Forc&es"),
        N_("Show who goes where, force by force, and whether they are free"),
        "shield",
        ("Ctrl+2",),
        checkable=True,
    ),
    Spec(
        "view_frames",
        N_("Fr&ames"),
        N_("Show how full each limit is in each month"),
        "grid-3x3",
        ("Ctrl+3",),
        checkable=True,
    ),
    Spec(
        "view_sources",
        N_("&Sources"),
        N_("Show the decision behind each frame, and decide what is open"),
        "book-open",
        ("Ctrl+4",),
        checkable=True,
    ),
    Spec(
        "view_report",
        N_("Report"),
        N_("Show annex 1 and 2 of the yearly report for a period"),
        "scroll-text",
        ("Ctrl+5",),
        checkable=True,
    ),
    VIEW_COMPARE,
)

VIEW: Final = (
    Spec("zoom_in", N_("Zoom &in"), N_("Show fewer days"), "zoom-in", ("Ctrl++", "Ctrl+=")),
    Spec("zoom_out", N_("Zoom &out"), N_("Show more days"), "zoom-out", ("Ctrl+-",)),
    Spec("fit", N_("&Fit all"), N_("Show the whole plan"), "maximize", ("Ctrl+0",)),
    Spec("today", N_("&Today"), N_("Bring today to the middle"), "calendar-days", ("Alt+Home",)),
    Spec(
        "expand", N_("E&xpand all"), N_("Show the rotations of every mission"), "", ("Ctrl+Home",)
    ),
    Spec(
        "collapse",
        N_("Co&llapse all"),
        N_("Show only the headings of the missions"),
        "",
        ("Ctrl+End",),
    ),
    Spec(
        "cancelled",
        N_("Show cancelle&d rotations"),
        N_("Show rotations that were cancelled; no rule counts them"),
        "eye",
        checkable=True,
    ),
    Spec(
        "reset_layout",
        N_("&Reset layout"),
        N_("Put every pane back where it was at first"),
        "rotate-ccw",
        needs_plan=False,
    ),
)

GO: Final = (
    Spec(
        "palette",
        N_("Find an&ything…"),
        N_("Find an action, a mission, a rotation or a force by a few letters of its name"),
        "search",
        ("Ctrl+K",),
        needs_plan=False,
    ),
    Spec("next_finding", N_("&Next finding"), N_("Go to the next finding"), "arrow-down", ("F8",)),
    Spec(
        "previous_finding",
        N_("&Previous finding"),
        N_("Go to the previous finding"),
        "arrow-up",
        ("Shift+F8",),
    ),
    Spec(
        "reveal",
        N_("&Show the selected rotation"),
        N_("Scroll to the selected rotation"),
        "square-dashed-mouse-pointer",
        ("Ctrl+G",),
    ),
    Spec("next_pane", N_("Next p&ane"), N_("Go to the next pane"), "", ("F6",)),
    Spec("previous_pane", N_("Previous pan&e"), N_("Go to the previous pane"), "", ("Shift+F6",)),
)

HELP: Final = (
    Spec(
        "manual",
        N_("&Manual"),
        N_("Open the manual at the page about the pane in which you are"),
        "book-text",
        ("F1",),
        needs_plan=False,
    ),
    Spec(
        "tour",
        N_("&Tour in five steps"),
        N_("Show in five steps what the window is for, on the sample plan if none is open"),
        "signpost",
        needs_plan=False,
    ),
    Spec(
        "shortcuts",
        N_("&Keyboard shortcuts"),
        N_("List every action with its keys"),
        "keyboard",
        ("Ctrl+/",),
        needs_plan=False,
    ),
    Spec(
        "diagnostics",
        N_("Copy &diagnostics"),
        N_(
            "Copy versions, settings and counts for those who help you, nothing of what is in "
            "the plan"
        ),
        "copy",
        needs_plan=False,
    ),
    Spec(
        "about",
        N_("&About Kader"),
        N_("Versions and licences"),
        "circle-help",
        needs_plan=False,
    ),
)

SPECS: Final = (
    *(*FILE, *SAFETY, *EDIT, *SCENARIO, *VIEWS, *TABLE, *VIEW, *GO, *HELP),
    *(*LANGUAGES, *THEMES, *SIZES),
)
