"""What a user can ask to keep plans safe and to bring them together, in the order of the menu."""

from __future__ import annotations

from typing import Final

from domain.language import N_
from gui.action_spec import Spec

SAFETY: Final = (
    Spec(
        "send",
        N_("Sen&d scenario…"),
        N_("Write the open scenario to a file that a colleague works in and sends back"),
        "send",
    ),
    Spec(
        "take_in",
        N_("&Take in a colleague's scenario…"),
        N_("Merge what a colleague did with what you did; you see and decide first"),
        "git-merge",
        edits=True,
    ),
    Spec(
        "snapshot",
        N_("&Make a snapshot…"),
        N_("Keep the whole plan as it is now under a name"),
        "camera",
        ("Ctrl+Shift+B",),
    ),
    Spec(
        "snapshots",
        N_("&Snapshots and backups…"),
        N_("List what was kept of the plan, and put it back"),
        "archive-restore",
    ),
    Spec(
        "verify",
        N_("&Check the file…"),
        N_("See whether the file of the plan is whole, with the head of its journal"),
        "file-check",
    ),
)
