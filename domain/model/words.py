"""The fixed lists of words that a plan uses, as they stand in files."""

from __future__ import annotations

from enum import StrEnum


class Category(StrEnum):
    """What a posting counts as; it belongs to the posting, not to the person."""

    MILITARY = "military"
    CIVILIAN = "civilian"
    POLICE = "police"


class Measure(StrEnum):
    """What a limit counts."""

    PERSONS = "persons"
    TEAMS = "teams"
    TEAMS_PER_YEAR = "teams_per_year"
    PERSONS_PER_YEAR = "persons_per_year"
    AVERAGE_PER_YEAR = "average_per_year"
    TEAM_SIZE = "team_size"


class Binding(StrEnum):
    """How binding the number of a limit is."""

    MAXIMUM = "maximum"
    EXACT = "exact"
    CIRCA = "circa"
    MODULAR = "modular"
    UNLIMITED = "unlimited"
    UNKNOWN = "unknown"
    UNREAD = "unread"


class UntilDecided(StrEnum):
    """What holds for a conditional frame while its condition is undecided."""

    IN_FORCE = "in_force"
    NOT_IN_FORCE = "not_in_force"


class ForceKind(StrEnum):
    """A force is one indivisible unit, or a pool of so many."""

    UNIT = "unit"
    POOL = "pool"


class ForceMeasure(StrEnum):
    """What the quantities of a force count."""

    PERSONS = "persons"
    TEAMS = "teams"
    ITEMS = "items"


class CommitmentKind(StrEnum):
    """What a force is claimed for, other than a rotation."""

    READINESS = "readiness"
    NATIONAL = "national"
    EXERCISE = "exercise"
    MAINTENANCE = "maintenance"
    OTHER = "other"


class RecoveryKind(StrEnum):
    """How recovery after a tour is reckoned."""

    RATIO = "ratio"
    INTERVAL = "interval"
    QUOTA = "quota"


class Status(StrEnum):
    """How far a rotation has come."""

    DRAFT = "draft"
    PLANNED = "planned"
    APPROVED = "approved"
    DEPLOYED = "deployed"
    COMPLETED = "completed"
    CANCELLED = "cancelled"


class Kind(StrEnum):
    """The kinds of things in a plan, as findings and edits name them."""

    MISSION = "mission"
    MANDATE = "mandate"
    FRAME = "frame"
    LIMIT = "limit"
    FORCE = "force"
    COMMITMENT = "commitment"
    SHARING = "sharing"
    RECOVERY_RULE = "recovery_rule"
    LENGTH_RULE = "length_rule"
    POST = "post"
    ROTATION = "rotation"
    WAIVER = "waiver"
