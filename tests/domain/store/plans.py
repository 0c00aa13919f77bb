"""Plans for the tests of the store: one with everything in it, and long ones."""

from datetime import date, timedelta
from decimal import Decimal

from domain.model import (
    Accepted,
    Binding,
    Category,
    Commitment,
    CommitmentKind,
    DayNotes,
    EndKind,
    Exemption,
    Force,
    ForceKind,
    ForceMeasure,
    Frame,
    Kind,
    Length,
    LengthRule,
    Limit,
    Mandate,
    Marking,
    Measure,
    Mission,
    OpenPoint,
    Plan,
    Post,
    Precision,
    RecoveryKind,
    RecoveryRule,
    Ref,
    Rotation,
    Settings,
    Sharing,
    Source,
    Status,
    SupplyStep,
    Table,
    UntilDecided,
    Waiver,
)

FIRST, LAST = date(2026, 1, 1), date(2026, 6, 30)
SOURCE = Source(
    document="Kamerbrief 29521-480",
    decided_on=date(2025, 10, 3),
    section="§ 3",
    quote='“maximaal 7 personen” – én\nmeer; "x"',
    file="brief.pdf",
    lines="12–14",
)
WORDS = Source(text="Notulen van de vergadering")
NOTES = DayNotes(Precision.MONTH, Precision.APPROX, "begin 2026", "medio 2026", EndKind.DATE)
OPEN_NOTES = DayNotes(last_kind=EndKind.PER_ACTIVITY)


def everything() -> Plan:
    """A plan in which each field of each kind of thing says something somewhere."""
    return Plan(
        name="Inzet 2026",
        scenario="Plan A",
        derived_from="Basis",
        settings=Settings(15, 2, Marking(2, "Dep.V.", "#0000aa"), FIRST, date(2027, 12, 31)),
        missions=Table(missions()),
        mandates=Table(
            [
                Mandate("un-1", "osc", "UNSCR 2720", FIRST, LAST, NOTES, SOURCE),
                Mandate("un-2", "fer", "Raadsbesluit", None, None, OPEN_NOTES, WORDS),
            ]
        ),
        frames=Table(frames()),
        forces=Table(forces()),
        commitments=Table(
            [
                Commitment(
                    "nfm",
                    "pool",
                    "NFM tier 1",
                    CommitmentKind.READINESS,
                    FIRST,
                    None,
                    quantity=4,
                    exclusive=False,
                    note="halve groep",
                    source=SOURCE,
                    day_notes=OPEN_NOTES,
                )
            ]
        ),
        sharings=Table([Sharing("both", "schip", ("osc", "fer"), None, LAST, SOURCE, NOTES)]),
        recovery_rules=Table(recovery_rules()),
        length_rules=Table(
            [LengthRule("vier", Category.MILITARY, FIRST, LAST, 4, 6, SOURCE, NOTES)]
        ),
        posts=Table([Post("p1", "osc", "Adviseur", Category.CIVILIAN, 2, FIRST, None, NOTES)]),
        rotations=Table(rotations()),
        waivers=Table(waivers()),
        open_points=(OpenPoint("Klopt dit?", "Is this right?", "limit", "cap", "Kamerbrief"),),
    )


def missions() -> list[Mission]:
    """A mission that says everything, and one that says nothing."""
    full = Mission(
        "osc",
        "Ø – “Oscar”",
        full_name="Office of the Security Coordinator",
        region="Midden-Oosten",
        lead="VS",
        kind="adviseren",
        main_task=2,
        handover_days=7,
        handover_counts=False,
        min_length=Length(months=4),
        max_length=Length(days=200),
        preparation_days=30,
        decision_lead_days=60,
        note="=1+1",
    )
    return [full, Mission("fer", "Fer")]


def frames() -> list[Frame]:
    """A frame with conditions and all sorts of limits, and the one that it supersedes."""
    both = frozenset({Category.POLICE, Category.MILITARY})
    limits = (
        Limit("cap", Measure.PERSONS, both, 7, Binding.MAXIMUM),
        Limit("open", Measure.TEAMS, frozenset({Category.CIVILIAN}), None, Binding.UNLIMITED),
        Limit("vague", None, frozenset(Category), 30, Binding.UNREAD),
    )
    full = Frame(
        "osc-2026",
        "OSC 2026",
        ("osc", "fer"),
        FIRST,
        LAST,
        limits,
        condition="mits mandaat",
        condition_met=True,
        condition_decided_on=date(2025, 12, 1),
        until_decided=UntilDecided.NOT_IN_FORCE,
        caveats=("geen grens over", "alleen 's nachts"),
        supersedes=("osc-2025",),
        correction=True,
        source=SOURCE,
        day_notes=NOTES,
    )
    old = Frame(
        "osc-2025",
        "OSC 2025",
        ("osc",),
        None,
        None,
        (Limit("old", Measure.PERSONS, both, 5, Binding.CIRCA),),
        condition_met=False,
    )
    return [full, old]


def forces() -> list[Force]:
    """A pool with steps of supply, and a ship that is part of it."""
    supply = (
        SupplyStep(None, date(2025, 12, 31), 3, NOTES),
        SupplyStep(FIRST, None, 5),
    )
    pool = Force("pool", "Genie", ForceKind.POOL, None, ForceMeasure.PERSONS, "CLAS", "", supply)
    ship = Force("schip", "Zr.Ms. X", ForceKind.UNIT, "pool", ForceMeasure.ITEMS, "CZSK", "Dep.V.")
    return [pool, ship]


def recovery_rules() -> list[RecoveryRule]:
    """A rule of each kind."""
    military = frozenset({Category.MILITARY})
    exempt = (Exemption("fer", "kort"), Exemption("osc", "vrijwillig"))
    return [
        RecoveryRule(
            "dwell",
            RecoveryKind.RATIO,
            military,
            FIRST,
            None,
            factor=Decimal("1.50"),
            forces=("schip",),
            exempt_missions=exempt,
            source=WORDS,
            day_notes=OPEN_NOTES,
        ),
        RecoveryRule("rest", RecoveryKind.INTERVAL, military, None, None, days=90),
        RecoveryRule("quota", RecoveryKind.QUOTA, military, None, None, days=180, window_days=730),
    ]


def rotations() -> list[Rotation]:
    """Four rotations, in an order that is not that of their ids."""
    full = Rotation(
        "r2",
        "osc",
        "Rotatie 2",
        FIRST,
        LAST,
        military=3,
        civilian=2,
        police=1,
        teams=1,
        force="schip",
        quantity=2,
        post="p1",
        relieves="r9",
        continues="r1",
        part_of="r5",
        supports=("fer", "osc"),
        status=Status.APPROVED,
        justification="besluit",
        note='met "aanhaling"; en\nregel',
        day_notes=NOTES,
    )
    return [
        Rotation("r9", "osc", "Rotatie 9", date(2025, 7, 1), date(2025, 12, 31)),
        full,
        Rotation("r1", "fer", "", FIRST, FIRST),
        Rotation("r5", "osc", "Rotatie 5", FIRST, LAST, status=Status.CANCELLED),
    ]


def waivers() -> list[Waiver]:
    """A waiver with everything, and one without end."""
    accepted = Accepted(FIRST, LAST, Decimal("0.50"), (Ref(Kind.ROTATION, "r2"),))
    subjects = (Ref(Kind.LIMIT, "cap"), Ref(Kind.FRAME, "osc-2026"))
    return [
        Waiver("w1", "FRA001", subjects, "kort", "DOPS", FIRST, LAST, accepted),
        Waiver("w2", "ROT001", (), "", "", None, None, Accepted(FIRST, FIRST)),
    ]


def long_plan(count: int) -> Plan:
    """A plan of so many rotations at ten missions."""
    start = date(2025, 1, 1)
    return Plan(
        name="Lang",
        scenario="Lang",
        missions=Table([Mission(f"m{number}", f"Missie {number}") for number in range(10)]),
        rotations=Table(
            Rotation(
                f"r{number:06d}",
                f"m{number % 10}",
                f"Rotatie {number}",
                start + timedelta(days=number % 1000),
                start + timedelta(days=number % 1000 + 120),
                military=number % 30,
                relieves=f"r{number - 10:06d}" if number % 20 >= 10 else None,
            )
            for number in range(count)
        ),
    )
