"""FRA004 to FRA008 and REF001 of the second opinion, by hand."""

import pytest

from tests.oracle import check
from tests.oracle.building import Brief, Row, brief, frame, limit, mission, plan, rotation

YEAR_2026 = ("2026-01-01", "2026-12-31")
MARCH = ("2026-03-01", "2026-03-31")


def with_frames(*frames: Row, rotations: list[Row], **lists: object) -> Row:
    return plan(
        **{
            "missions": [mission("m"), mission("n")],
            "frames": list(frames),
            "rotations": rotations,
            **lists,
        }
    )


def only(code: str, document: Row) -> list[Brief]:
    return [one for one in brief(check(document)) if one[0] == code]


def whole(code: str, severity: str, id_: str, days: tuple[str, str]) -> Brief:
    return (code, severity, (id_,), *days, None, None)


def team_size(*rotations: Row, binding: str = "exact", number: int | None = 11) -> list[Row]:
    size = limit("size", number, "military", "police", measure="team_size", binding=binding)
    document = with_frames(frame("f", ["m"], YEAR_2026, size), rotations=list(rotations))
    return [one for one in check(document) if one["code"] == "FRA004"]


def test_a_wrong_team_size_has_exact_fields() -> None:
    found = team_size(rotation("r1", "m", *MARCH, military=20, civilian=9, teams=2))

    assert found == [
        {
            "code": "FRA004",
            "severity": "error",
            "waived": False,
            "subjects": [{"kind": "rotation", "id": "r1"}, {"kind": "limit", "id": "size"}],
            "first_day": "2026-03-01",
            "last_day": "2026-03-31",
            "measured": 20,
            "peak_day": None,
            "limit": 22,
            "excess": 2,
            "contributors": [],
            "waiver": None,
            "lapsed_waivers": [],
        }
    ]


@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        ({"military": 22, "teams": 2}, []),
        ({"military": 20, "police": 2, "teams": 2}, []),
        ({"military": 23, "teams": 2}, [(23, 22)]),
        # No teams given is 0.
        ({"military": 22}, [(22, 0)]),
        # Without teams and part of another: left out. With teams: not.
        ({"military": 5, "part_of": "r0"}, []),
        ({"military": 5, "teams": 0, "part_of": "r0"}, []),
        ({"military": 5, "teams": 1, "part_of": "r0"}, [(5, 11)]),
        # No people in the categories of the limit.
        ({"civilian": 5, "teams": 3}, []),
        ({"military": 5, "teams": 1, "status": "cancelled"}, []),
    ],
)
def test_a_team_has_its_size(extra: Row, expected: list[tuple[int, int]]) -> None:
    fitting = rotation("r0", "m", *MARCH, military=11, teams=1)

    found = team_size(fitting, rotation("r1", "m", *MARCH, **extra))

    assert [(one["measured"], one["limit"]) for one in found] == expected


def test_a_team_size_is_equality_whatever_the_binding() -> None:
    one = rotation("r1", "m", *MARCH, military=12, teams=1)

    assert [found["severity"] for found in team_size(one, binding="circa")] == ["error"]


@pytest.mark.parametrize("binding", ["unlimited", "unknown"])
def test_a_team_size_without_a_number_is_not_compared(binding: str) -> None:
    assert team_size(rotation("r1", "m", *MARCH, military=12), binding=binding, number=None) == []


def test_a_team_size_applies_by_the_first_day_of_the_rotation() -> None:
    before = rotation("r1", "m", "2025-12-31", "2026-03-01", military=1, teams=1)
    on_the_last = rotation("r2", "m", "2026-12-31", "2027-03-01", military=1, teams=1)

    assert [one["subjects"][0]["id"] for one in team_size(before, on_the_last)] == ["r2"]


def test_a_category_covered_on_another_day_is_outside_and_one_never_covered_has_no_frame() -> None:
    document = with_frames(
        frame("f", ["m"], ("2026-03-10", "2026-03-20"), limit("l", 99, "military")),
        rotations=[rotation("r1", "m", *MARCH, military=1, civilian=1)],
    )

    assert brief(check(document)) == [
        whole("FRA005", "error", "r1", ("2026-03-01", "2026-03-09")),
        whole("FRA005", "error", "r1", ("2026-03-21", "2026-03-31")),
        whole("FRA006", "error", "r1", MARCH),
    ]


def test_the_other_day_may_lie_outside_the_rotation() -> None:
    document = with_frames(
        frame("f", ["m"], ("2030-01-01", None)),
        rotations=[rotation("r1", "m", *MARCH, military=1)],
    )

    assert brief(check(document)) == [whole("FRA005", "error", "r1", MARCH)]


def test_days_outside_for_one_category_and_then_for_another_are_one_run() -> None:
    document = with_frames(
        frame("f", ["m"], ("2026-03-01", "2026-03-15"), limit("l", 99, "military")),
        frame("g", ["m"], ("2026-03-16", "2026-03-31"), limit("k", 99, "police")),
        rotations=[rotation("r1", "m", *MARCH, military=1, police=1)],
    )

    assert brief(check(document)) == [whole("FRA005", "error", "r1", MARCH)]


def test_two_categories_that_are_never_covered_are_one_finding() -> None:
    document = with_frames(
        frame("f", ["n"], YEAR_2026),
        rotations=[rotation("r1", "m", *MARCH, military=1, police=1)],
    )

    assert brief(check(document)) == [whole("FRA006", "error", "r1", MARCH)]


def test_a_rotation_without_people_or_that_is_cancelled_needs_no_frame() -> None:
    document = with_frames(
        rotations=[
            rotation("r1", "m", *MARCH, teams=2),
            rotation("r2", "m", *MARCH, military=2, status="cancelled"),
        ]
    )

    assert check(document) == []


def test_a_conditional_frame_is_noted_where_no_unconditional_one_covers_the_category() -> None:
    undecided = frame("f", ["m"], YEAR_2026, condition="if asked")
    firm = frame(
        "g",
        ["m"],
        ("2026-03-11", "2026-03-20"),
        limit("g/l", None, "military", binding="unlimited"),
    )

    found = only(
        "FRA007", with_frames(undecided, firm, rotations=[rotation("r1", "m", *MARCH, military=1)])
    )

    assert found == [
        whole("FRA007", "note", "r1", ("2026-03-01", "2026-03-10")),
        whole("FRA007", "note", "r1", ("2026-03-21", "2026-03-31")),
    ]


def test_one_category_with_only_undecided_frames_is_enough_for_the_note() -> None:
    undecided = frame("f", ["m"], YEAR_2026, condition="if asked")
    firm = frame("g", ["m"], YEAR_2026, limit("g/l", 9, "military"))

    found = only(
        "FRA007",
        with_frames(
            undecided, firm, rotations=[rotation("r1", "m", *MARCH, military=1, civilian=1)]
        ),
    )

    assert found == [whole("FRA007", "note", "r1", MARCH)]


def test_a_frame_whose_condition_is_met_is_not_noted() -> None:
    met = frame("f", ["m"], YEAR_2026, condition="if asked", condition_met=True)

    assert check(with_frames(met, rotations=[rotation("r1", "m", *MARCH, military=1)])) == []


def test_unknown_and_unread_limits_of_a_frame_are_one_run_with_all_who_draw_on_it() -> None:
    both = frame(
        "f",
        ["m", "n"],
        ("2026-03-01", "2026-12-31"),
        limit("l", None, "military", binding="unknown"),
        limit("k", 3, "police", measure=None, binding="unread"),
        limit("j", 99, "civilian"),
    )
    document = with_frames(
        both,
        rotations=[
            rotation("r1", "m", "2026-02-01", "2026-03-10", military=1),
            rotation("r2", "n", "2026-03-11", "2026-03-20", police=1),
            rotation("r3", "m", *MARCH, civilian=1),
            rotation("r4", "m", "2026-03-22", "2026-03-22", police=2),
            rotation("r5", "m", *MARCH, police=2, status="cancelled"),
        ],
    )

    found = [one for one in check(document) if one["code"] == "FRA008"]

    assert brief(found) == [
        whole("FRA008", "note", "f", ("2026-03-01", "2026-03-20")),
        whole("FRA008", "note", "f", ("2026-03-22", "2026-03-22")),
    ]
    assert found[0]["contributors"] == [
        {"kind": "rotation", "id": "r1", "amount": None},
        {"kind": "rotation", "id": "r2", "amount": None},
    ]
    assert (found[0]["peak_day"], found[0]["excess"]) == (None, None)


def contradictions(one: Row, other: Row, **settings: object) -> list[Brief]:
    someone = [rotation("r1", "m", "2026-02-01", "2026-11-30", status="cancelled")]
    return only("REF001", with_frames(one, other, rotations=someone, settings=settings))


def pair(days: tuple[str, str]) -> list[Brief]:
    return [("REF001", "note", ("f", "g"), *days, None, None)]


@pytest.mark.parametrize(
    ("first", "second", "contradict"),
    [
        (limit("l", 3), limit("k", 3), False),
        (limit("l", 3), limit("k", 4), True),
        (limit("l", 3), limit("k", 3, binding="exact"), True),
        (limit("l", 3), limit("k", 4, "military"), False),
        (limit("l", 3), limit("k", 4, measure="teams"), False),
        (limit("l", None, binding="unlimited"), limit("k", 3), True),
        (limit("l", None, binding="unlimited"), limit("k", None, binding="unlimited"), False),
        (limit("l", None, binding="unknown"), limit("k", 3), False),
        (limit("l", None, binding="unknown"), limit("k", None, binding="unlimited"), False),
        (
            limit("l", 3, measure=None, binding="unread"),
            limit("k", 4, measure=None, binding="unread"),
            False,
        ),
    ],
)
def test_sources_contradict_when_number_or_binding_differ(
    first: Row, second: Row, *, contradict: bool
) -> None:
    found = contradictions(
        frame("f", ["m"], YEAR_2026, first), frame("g", ["m"], YEAR_2026, second)
    )

    assert found == (pair(YEAR_2026) if contradict else [])


@pytest.mark.parametrize("binding", ["maximum", "unknown"])
def test_sources_contradict_when_last_days_differ(binding: str) -> None:
    number = 3 if binding == "maximum" else None
    found = contradictions(
        frame("f", ["m"], YEAR_2026, limit("l", 3)),
        frame("g", ["m"], ("2026-05-01", None), limit("k", number, binding=binding)),
    )

    # Both in force, the open one until the last day of any rotation, a cancelled one too.
    assert found == pair(("2026-05-01", "2026-11-30"))


def test_an_open_frame_is_looked_at_within_the_planning_period() -> None:
    one = frame("f", ["m"], (None, None), limit("l", 3))
    other = frame("g", ["m"], (None, None), limit("k", 4))

    assert contradictions(one, other) == pair(("2026-02-01", "2026-11-30"))
    assert contradictions(
        one, other, planning_first_day="2025-01-01", planning_last_day="2028-06-30"
    ) == pair(("2025-01-01", "2028-06-30"))


def test_two_open_last_days_are_equal_whatever_their_kind() -> None:
    one = frame("f", ["m"], (None, None), limit("l", 3), last_day_kind="indefinite")
    other = frame("g", ["m"], (None, None), limit("k", 3), last_day_kind="per_activity")

    assert contradictions(one, other) == []


def test_frames_of_other_sets_of_missions_do_not_contradict() -> None:
    one = frame("f", ["m", "n"], YEAR_2026, limit("l", 3))

    assert contradictions(one, frame("g", ["m"], YEAR_2026, limit("k", 4))) == []
    assert contradictions(one, frame("g", ["n", "m"], YEAR_2026, limit("k", 4))) == pair(YEAR_2026)


def test_a_superseded_source_contradicts_until_it_is_superseded_and_a_corrected_one_never() -> None:
    old = frame("f", ["m"], YEAR_2026, limit("l", 3))
    days = ("2026-01-01", "2026-12-31")
    other = frame("g", ["m"], days, limit("k", 4))
    third = frame("h", ["n"], ("2026-06-01", None), supersedes=["f"])
    correction = frame("h", ["n"], ("2026-06-01", None), supersedes=["f"], correction=True)

    assert only("REF001", with_frames(old, other, third, rotations=[])) == pair(
        ("2026-01-01", "2026-05-31")
    )
    assert only("REF001", with_frames(old, other, correction, rotations=[])) == []
