"""Waivers in the second opinion, by hand: what fits, and what lapses by what."""

from datetime import date

import pytest

from tests.oracle import check
from tests.oracle.building import Row, frame, limit, mission, plan, rotation, waiver

# Whether it is waived, by which waiver, and which ones lapsed.
Outcome = tuple[bool, str | None, list[str]]

YEAR_2026 = ("2026-01-01", "2026-12-31")


def too_many(measure: str = "persons", **lists: object) -> Row:
    """Two rotations of 3 in March on a limit of 4: 6 is 2 too many."""
    return plan(
        **{
            "missions": [mission("m")],
            "frames": [frame("f", ["m"], YEAR_2026, limit("cap", 4, measure=measure))],
            "rotations": [
                rotation("r1", "m", "2026-03-01", "2026-03-31", military=3),
                rotation("r2", "m", "2026-03-01", "2026-03-31", military=3),
            ],
            **lists,
        }
    )


def outcome(*waivers: Row, as_of: date | None = None, document: Row | None = None) -> Outcome:
    """Whether the only finding is waived, by which waiver, and which ones lapsed."""
    found = check({**(document or too_many()), "waivers": list(waivers)}, as_of)
    one = next(finding for finding in found if finding["code"] != "DEC001")
    return one["waived"], one["waiver"], one["lapsed_waivers"]


def accepting(id_: str = "w1", document: Row | None = None, **other: object) -> Row:
    return waiver(id_, check(document or too_many())[0], **other)


WAIVED: Outcome = (True, "w1", [])
LAPSED: Outcome = (False, None, ["w1"])
NOT_ABOUT_IT: Outcome = (False, None, [])


@pytest.mark.parametrize(
    ("accepted", "expected"),
    [
        ({}, WAIVED),
        ({"first_day": "2026-02-01", "last_day": "2026-04-30"}, WAIVED),
        ({"first_day": "2026-03-02"}, LAPSED),
        ({"last_day": "2026-03-30"}, LAPSED),
        ({"excess": 3}, WAIVED),
        ({"excess": 1}, LAPSED),
        ({"excess": None}, LAPSED),
        ({"contributors": [{"kind": "rotation", "id": "r1"}]}, LAPSED),
        ({"contributors": []}, LAPSED),
    ],
)
def test_a_waiver_accepts_what_is_no_worse(accepted: Row, expected: Outcome) -> None:
    assert outcome(accepting(**accepted)) == expected


def test_more_contributors_may_be_accepted_than_there_are() -> None:
    more = [{"kind": "rotation", "id": id_} for id_ in ("r1", "r2", "r3")]

    assert outcome(accepting(contributors=more)) == WAIVED


@pytest.mark.parametrize(
    ("until", "as_of", "expected"),
    [
        (None, date(2030, 1, 1), WAIVED),
        ("2026-03-15", None, WAIVED),
        ("2026-03-15", date(2026, 3, 15), WAIVED),
        ("2026-03-15", date(2026, 3, 16), LAPSED),
    ],
)
def test_a_waiver_holds_until_its_day(
    until: str | None, as_of: date | None, expected: Outcome
) -> None:
    assert outcome(accepting(until=until), as_of=as_of) == expected


def test_a_waiver_is_about_its_code_and_subjects() -> None:
    other_code = {**accepting(), "code": "FRA002"}
    other_subject = {**accepting(), "subjects": [{"kind": "limit", "id": "other"}]}
    other_kind = {**accepting(), "subjects": [{"kind": "rotation", "id": "cap"}]}

    assert outcome(other_code) == NOT_ABOUT_IT
    assert outcome(other_subject) == NOT_ABOUT_IT
    assert outcome(other_kind) == NOT_ABOUT_IT


def test_the_first_waiver_that_fits_is_named_and_then_none_has_lapsed() -> None:
    tight = accepting("w0", excess=1)

    assert outcome(tight, accepting("w1"), accepting("w2")) == WAIVED


def test_all_waivers_about_it_have_lapsed_when_none_fits() -> None:
    tight = [accepting("w2", excess=1), accepting("w1", last_day="2026-03-02")]

    assert outcome(*tight) == (False, None, ["w2", "w1"])


def test_subjects_may_stand_in_any_order() -> None:
    document = plan(
        missions=[mission("m")],
        rotations=[
            rotation("r1", "m", "2026-01-01", "2026-03-31"),
            rotation("r2", "m", "2026-03-31", "2026-06-30", relieves="r1"),
        ],
    )
    turned = accepting(document=document)
    turned["subjects"] = turned["subjects"][::-1]

    assert outcome(turned, document=document) == WAIVED


def test_a_finding_without_excess_is_waived_whatever_excess_was_accepted() -> None:
    document = plan(
        missions=[mission("m")],
        rotations=[rotation("r1", "m", "2026-01-01", "2026-03-31", military=1)],
    )

    assert outcome(accepting(document=document), document=document) == WAIVED
    assert outcome(accepting(document=document, excess=0), document=document) == WAIVED


@pytest.mark.parametrize(
    ("excess", "expected"), [(0.5, LAPSED), (0.51, WAIVED), (0.52, WAIVED), (1, WAIVED)]
)
def test_the_excess_of_a_mean_is_compared_as_printed(excess: float, expected: Outcome) -> None:
    # 6 x 31 = 186 person-days over 365 days are 0.50958..., printed 0.51.
    document = too_many()
    document["frames"] = [frame("f", ["m"], YEAR_2026, limit("cap", 0, measure="average_per_year"))]

    waived = accepting(document=document, excess=excess)
    assert outcome(waived, document=document) == expected


def test_each_run_is_waived_or_not_by_itself() -> None:
    document = too_many()
    document["rotations"].append(rotation("r3", "m", "2026-05-01", "2026-05-31", military=5))
    march, may = check(document)
    document["waivers"] = [waiver("w1", march), waiver("w2", may, first_day="2026-05-02")]

    found = [(one["first_day"], one["waiver"], one["lapsed_waivers"]) for one in check(document)]

    assert found == [("2026-03-01", "w1", []), ("2026-05-01", None, ["w1", "w2"])]
