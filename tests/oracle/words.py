"""The things of a plan, each named and shaped as the contract names it."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from tests.oracle.dates import Span

CATEGORIES = ("military", "civilian", "police")


@dataclass(frozen=True, slots=True)
class Length:
    """So many days, or so many months."""

    days: int | None
    months: int | None


@dataclass(frozen=True, slots=True)
class Mission:
    id: str
    handover_days: int
    handover_counts: bool
    min_length: Length | None
    max_length: Length | None
    preparation_days: int
    decision_lead_days: int


@dataclass(frozen=True, slots=True)
class Mandate:
    mission: str
    span: Span


@dataclass(frozen=True, slots=True)
class Limit:
    id: str
    measure: str | None
    categories: frozenset[str]
    number: int | None
    binding: str


@dataclass(frozen=True, slots=True)
class Frame:
    id: str
    missions: frozenset[str]
    span: Span
    condition: str | None
    condition_met: bool | None
    until_decided: str
    supersedes: tuple[str, ...]
    correction: bool
    limits: tuple[Limit, ...]


@dataclass(frozen=True, slots=True)
class Supply:
    span: Span
    quantity: int


@dataclass(frozen=True, slots=True)
class Force:
    id: str
    kind: str
    parent: str | None
    measure: str
    supply: tuple[Supply, ...]


@dataclass(frozen=True, slots=True)
class Commitment:
    id: str
    force: str
    kind: str
    span: Span
    quantity: int | None
    exclusive: bool


@dataclass(frozen=True, slots=True)
class Sharing:
    force: str
    missions: frozenset[str]
    span: Span


@dataclass(frozen=True, slots=True)
class RecoveryRule:
    id: str
    kind: str
    factor: Fraction
    days: int
    window_days: int
    forces: tuple[str, ...]
    categories: frozenset[str]
    span: Span
    exempt_missions: frozenset[str]


@dataclass(frozen=True, slots=True)
class LengthRule:
    category: str
    min_months: int | None
    max_months: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class Post:
    id: str
    category: str
    quantity: int
    span: Span


@dataclass(frozen=True, slots=True)
class Rotation:
    id: str
    mission: str
    first_day: date
    last_day: date
    military: int
    civilian: int
    police: int
    teams: int | None
    force: str | None
    quantity: int | None
    post: str | None
    relieves: str | None
    continues: str | None
    part_of: str | None
    status: str
    justification: str

    def people(self, category: str) -> int:
        return {"military": self.military, "civilian": self.civilian, "police": self.police}[
            category
        ]

    def has(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day


@dataclass(frozen=True, slots=True)
class Waiver:
    id: str
    code: str
    subjects: tuple[tuple[str, str], ...]
    until: date | None
    first_day: date
    last_day: date
    excess: Fraction | None
    contributors: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Settings:
    circa_percent: int
    circa_least: int
    planning: Span


@dataclass(frozen=True, slots=True)
class Plan:
    """One scenario of a plan, every default filled in."""

    name: str
    scenario: str
    settings: Settings
    missions: dict[str, Mission]
    mandates: list[Mandate]
    frames: list[Frame]
    forces: dict[str, Force]
    commitments: list[Commitment]
    sharings: list[Sharing]
    recovery_rules: list[RecoveryRule]
    length_rules: list[LengthRule]
    posts: list[Post]
    all_rotations: dict[str, Rotation]
    waivers: list[Waiver]

    @property
    def rotations(self) -> list[Rotation]:
        """The rotations the rules look at.

        "A cancelled rotation is left out of every rule, relieves nobody and books nothing."
        """
        return [r for r in self.all_rotations.values() if r.status != "cancelled"]
