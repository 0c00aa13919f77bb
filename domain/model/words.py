"""The fixed lists of words that a plan uses, as they stand in files."""

from __future__ import annotations

from enum import StrEnum


class Word(StrEnum):
    """A word of a list; it is hashed as the text that it is, which is quicker than by its name."""

    __hash__ = str.__hash__


class Category(Word):
    """What a posting counts as; it belongs to the posting, not to the person."""

    MILITARY = "military"
    CIVILIAN = "civilian"
    POLICE = "police"


class Measure(Word):
    """What a limit counts."""

    PERSONS = "persons"
    TEAMS = "teams"
    TEAMS_PER_YEAR = "teams_per_year"
    PERSONS_PER_YEAR = "persons_per_year"
    AVERAGE_PER_YEAR = "average_per_year"
    TEAM_SIZE = "team_size"


class Binding(Word):
    """How binding the number of a limit is."""

    MAXIMUM = "maximum"
    EXACT = "exact"
    CIRCA = "circa"
    MODULAR = "modular"
    UNLIMITED = "unlimited"
    UNKNOWN = "unknown"
    UNREAD = "unread"


class UntilDecided(Word):
    """What holds for a conditional frame while its condition is undecided."""

    IN_FORCE = "in_force"
    NOT_IN_FORCE = "not_in_force"


class ForceKind(Word):
    """A force is one indivisible unit, or a pool of so many."""

    UNIT = "unit"
    POOL = "pool"


class ForceMeasure(Word):
    """What the quantities of a force count."""

    PERSONS = "persons"
    TEAMS = "teams"
    ITEMS = "items"


class CommitmentKind(Word):
    """What a force is claimed for, other than a rotation."""

    READINESS = "readiness"
    NATIONAL = "national"
    EXERCISE = "exercise"
    MAINTENANCE = "maintenance"
    OTHER = "other"


class RecoveryKind(Word):
    """How recovery after a tour is reckoned."""

    RATIO = "ratio"
    INTERVAL = "interval"
    QUOTA = "quota"


class Status(Word):
    """How far a rotation has come."""

    DRAFT = "draft"
    PLANNED = "planned"
    APPROVED = "approved"
    DEPLOYED = "deployed"
    COMPLETED = "completed"
    CANCELLED = "cancelled"


class Kind(Word):
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
