"""The worked cases 8, 9 and 10 of the contract: forces, successors and a change of mission."""

from tests.oracle.building import (
    Brief,
    Case,
    Row,
    commitment,
    frame,
    mission,
    plan,
    recovery_rule,
    rotation,
    sharing,
    unit,
)

YEAR_2026 = ("2026-01-01", "2026-12-31")
UNTIL_JUNE_2028 = ("2025-07-01", "2028-06-30")


def _karel_doorman(*sharings: Row) -> Row:
    ship = {"force": "karel-doorman"}
    return plan(
        missions=[mission("aspides"), mission("opg")],
        frames=[frame("f1", ["aspides", "opg"], UNTIL_JUNE_2028)],
        forces=[unit("karel-doorman")],
        sharings=list(sharings),
        rotations=[
            rotation("r1", "aspides", "2026-03-01", "2026-06-30", military=150, **ship),
            rotation("r2", "opg", "2026-05-01", "2026-08-31", military=150, **ship),
        ],
    )


def ships_and_aircraft() -> list[Case]:
    """Case 8: what clashes, and what is shared."""
    declared = sharing("s1", "karel-doorman", ["aspides", "opg"], ("2026-01-01", None))
    mrtt = rotation("r1", "nsatu", *YEAR_2026, military=8, force="mrtt")
    standby = commitment("red-sea", "mrtt", ("2026-03-01", None))
    return [
        (
            "8. Karel Doorman for two missions at once clashes",
            _karel_doorman(),
            [
                (
                    "FOR001",
                    "error",
                    ("karel-doorman", "r1", "r2"),
                    "2026-05-01",
                    "2026-06-30",
                    None,
                    None,
                )
            ],
        ),
        ("8. Karel Doorman declared as shared does not", _karel_doorman(declared), []),
        (
            "8. MRTT: NSATU and Red Sea standby clash",
            plan(
                missions=[mission("nsatu")],
                frames=[frame("f1", ["nsatu"], UNTIL_JUNE_2028)],
                forces=[unit("mrtt")],
                commitments=[standby],
                rotations=[mrtt],
            ),
            [
                (
                    "FOR001",
                    "error",
                    ("mrtt", "r1", "red-sea"),
                    "2026-03-01",
                    "2026-12-31",
                    None,
                    None,
                )
            ],
        ),
    ]


def _relief_from(first: str) -> Row:
    return plan(
        missions=[mission("kfor")],
        frames=[frame("f1", ["kfor"], YEAR_2026)],
        rotations=[
            rotation("r1", "kfor", "2026-01-01", "2026-06-30", military=10),
            rotation("r2", "kfor", first, "2026-12-31", military=10, relieves="r1"),
        ],
    )


def successors() -> list[Case]:
    """Case 9: neither a gap nor an overlap, and an overlap of a day."""
    overlap: Brief = ("ROT003", "warning", ("r2", "r1"), "2026-06-30", "2026-06-30", 1, 0)
    return [
        ("9. from 1 July after 30 June: no overlap, no gap", _relief_from("2026-07-01"), []),
        ("9. one day earlier: overlap of one day", _relief_from("2026-06-30"), [overlap]),
    ]


def _officer(**second: object) -> Row:
    officer = {"military": 1, "force": "officer"}
    return plan(
        missions=[mission("a"), mission("b")],
        frames=[frame("f1", ["a", "b"], UNTIL_JUNE_2028)],
        forces=[unit("officer")],
        recovery_rules=[recovery_rule("as-long", "ratio", factor=1)],
        rotations=[
            rotation("r1", "a", "2025-09-01", "2026-01-31", **officer),
            rotation("r2", "b", "2026-02-01", "2026-07-31", **officer, **second),
        ],
    )


def change_of_mission() -> list[Case]:
    """Case 10: the same person from one mission to the next."""
    # September to January are 30 + 31 + 30 + 31 + 31 = 153 days; 153 days after 31 January are
    # 28 + 31 + 30 + 31 + 30 = 150 to the end of June and 3 in July.
    return [
        ("10. the same person at another mission claims no recovery", _officer(continues="r1"), []),
        (
            "10. without `continues` recovery is claimed",
            _officer(),
            [
                (
                    "FOR003",
                    "error",
                    ("officer", "r2", "as-long"),
                    "2026-02-01",
                    "2026-07-03",
                    0,
                    153,
                )
            ],
        ),
    ]
