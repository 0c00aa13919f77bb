"""The words of planning as values: missions, frames, forces, rotations, the plan, edits."""

from domain.model.days import NO_NOTES, DayNotes, EndKind, Length, Precision
from domain.model.edits import (
    AddRotations,
    Applied,
    ChangeRotations,
    Edit,
    MoveRotations,
    Put,
    Remove,
    RemoveRotations,
    ReplacePlan,
    ResizeRotation,
    Together,
)
from domain.model.forces import Commitment, Exemption, Force, RecoveryRule, Sharing, SupplyStep
from domain.model.frames import ABOUT, NUMBERED, UNCERTAIN, Frame, Limit
from domain.model.missions import LengthRule, Mandate, Mission, Post
from domain.model.plan import KINDS, LISTS, Plan, Thing, touched_between
from domain.model.rotations import Rotation
from domain.model.settings import Marking, OpenPoint, Settings
from domain.model.source import Source
from domain.model.table import Table
from domain.model.waivers import Accepted, Ref, Waiver
from domain.model.words import (
    Binding,
    Category,
    CommitmentKind,
    ForceKind,
    ForceMeasure,
    Kind,
    Measure,
    RecoveryKind,
    Status,
    UntilDecided,
)

__all__ = [
    "ABOUT",
    "KINDS",
    "LISTS",
    "NO_NOTES",
    "NUMBERED",
    "UNCERTAIN",
    "Accepted",
    "AddRotations",
    "Applied",
    "Binding",
    "Category",
    "ChangeRotations",
    "Commitment",
    "CommitmentKind",
    "DayNotes",
    "Edit",
    "EndKind",
    "Exemption",
    "Force",
    "ForceKind",
    "ForceMeasure",
    "Frame",
    "Kind",
    "Length",
    "LengthRule",
    "Limit",
    "Mandate",
    "Marking",
    "Measure",
    "Mission",
    "MoveRotations",
    "OpenPoint",
    "Plan",
    "Post",
    "Precision",
    "Put",
    "RecoveryKind",
    "RecoveryRule",
    "Ref",
    "Remove",
    "RemoveRotations",
    "ReplacePlan",
    "ResizeRotation",
    "Rotation",
    "Settings",
    "Sharing",
    "Source",
    "Status",
    "SupplyStep",
    "Table",
    "Thing",
    "Together",
    "UntilDecided",
    "Waiver",
    "touched_between",
]
