"""Values that cannot stand in a document: refused with one sentence that says where."""

from __future__ import annotations

from decimal import Decimal

import pytest

from domain.exchange.plan_json import plan_from_document
from tests.domain.exchange.plan_json.refusing import (
    Place,
    refusal,
    with_value,
    without,
    written,
)
from tests.domain.exchange.plan_json.whole_plan import whole_document


def test_the_document_itself_is_read() -> None:
    assert len(plan_from_document(whole_document()).rotations) == 2


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        (("colour",), "colour is not a field"),
        (("missions", 1, "colour"), "missions[1].colour is not a field"),
        (("frames", 0, "limits", 2, "colour"), "frames[0].limits[2].colour is not a field"),
        (("forces", 0, "supply", 0, "colour"), "forces[0].supply[0].colour is not a field"),
        (("waivers", 0, "accepted", "colour"), "waivers[0].accepted.colour is not a field"),
        (("settings", "colour"), "settings.colour is not a field"),
        (("settings", "marking", "shade"), "settings.marking.shade is not a field"),
        (("rotations", 0, "x"), "rotations[0].x is not a field"),
        (("rotations", 0, "Military"), "rotations[0].Military is not a field"),
        (("rotations", 0, "X_colour"), "rotations[0].X_colour is not a field"),
        (("rotations", 0, "strength"), "rotations[0].strength is not a field"),
        (("rotations", 0, "str"), "rotations[0].str is not a field"),
        (("rotations", 0, "function"), "rotations[0].function is not a field"),
        (("rotations", 0, "last_day_kind"), "rotations[0].last_day_kind is not a field"),
        (("mandates", 0, "source", "url"), "mandates[0].source.url is not a field"),
    ],
)
def test_a_key_that_nobody_knows_is_refused(path: Place, sentence: str) -> None:
    assert sentence in refusal(with_value(path, "red"))


MUST: list[Place] = [
    ("name",),
    ("scenario",),
    ("missions", 0, "id"),
    ("missions", 0, "name"),
    ("mandates", 0, "mission"),
    ("mandates", 0, "legal_basis"),
    ("mandates", 0, "first_day"),
    ("mandates", 0, "last_day"),
    ("frames", 0, "title"),
    ("frames", 0, "missions"),
    ("frames", 0, "limits"),
    ("frames", 0, "limits", 0, "measure"),
    ("frames", 0, "limits", 0, "categories"),
    ("frames", 0, "limits", 0, "number"),
    ("frames", 0, "limits", 0, "binding"),
    ("forces", 0, "kind"),
    ("forces", 0, "supply", 0, "quantity"),
    ("commitments", 0, "force"),
    ("commitments", 0, "kind"),
    ("sharings", 0, "missions"),
    ("recovery_rules", 0, "kind"),
    ("recovery_rules", 0, "categories"),
    ("length_rules", 0, "category"),
    ("posts", 0, "quantity"),
    ("rotations", 0, "mission"),
    ("rotations", 0, "first_day"),
    ("rotations", 0, "last_day"),
    ("waivers", 0, "code"),
    ("waivers", 0, "subjects"),
    ("waivers", 0, "accepted"),
    ("waivers", 0, "accepted", "first_day"),
]


@pytest.mark.parametrize("path", MUST, ids=written)
def test_what_must_be_there_is_missed(path: Place) -> None:
    assert f"{written(path)} is missing." in refusal(without(path))


COUNTS: list[Place] = [
    ("settings", "circa_percent"),
    ("settings", "circa_least"),
    ("missions", 0, "handover_days"),
    ("missions", 0, "preparation_days"),
    ("missions", 0, "decision_lead_days"),
    ("frames", 0, "limits", 0, "number"),
    ("forces", 0, "supply", 0, "quantity"),
    ("commitments", 0, "quantity"),
    ("recovery_rules", 0, "days"),
    ("recovery_rules", 0, "window_days"),
    ("length_rules", 0, "min_months"),
    ("length_rules", 0, "max_months"),
    ("posts", 0, "quantity"),
    ("rotations", 0, "military"),
    ("rotations", 0, "civilian"),
    ("rotations", 0, "police"),
    ("rotations", 0, "teams"),
    ("rotations", 0, "quantity"),
]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (-1, "-1"),
        (1.5, "1.5"),
        (Decimal("1.0"), "1.0"),
        (True, "True"),
        ("1", "'1'"),
        (10**30, "1" + "0" * 30),
        ([1], "[1]"),
    ],
)
def test_a_count_is_a_whole_number_and_not_negative(value: object, shown: str) -> None:
    for path in COUNTS:
        assert f"{written(path)} is {shown}; it must be" in refusal(with_value(path, value))


@pytest.mark.parametrize("path", [("missions", 0, "min_length", "days")])
@pytest.mark.parametrize("value", [-1, 1.5, True, None])
def test_a_length_is_a_whole_number_and_not_negative(path: Place, value: object) -> None:
    assert "missions[0].min_length" in refusal(with_value(path, value))


@pytest.mark.parametrize("length", [{}, {"days": 1, "months": 1}, {"weeks": 1}, 70, "70"])
def test_a_length_is_days_or_months(length: object) -> None:
    assert "missions[0].min_length" in refusal(with_value(("missions", 0, "min_length"), length))


EXACT: list[Place] = [("recovery_rules", 0, "factor"), ("waivers", 0, "accepted", "excess")]


@pytest.mark.parametrize("path", EXACT, ids=written)
@pytest.mark.parametrize(
    "value", [-0.5, True, "1.5", float("nan"), float("inf"), Decimal("NaN"), Decimal("-Infinity")]
)
def test_a_factor_or_an_excess_is_a_number_and_not_negative(path: Place, value: object) -> None:
    assert written(path) in refusal(with_value(path, value))


@pytest.mark.parametrize("path", EXACT, ids=written)
@pytest.mark.parametrize(
    "number", ["0.1000000000000000000001", "1e-400", "1e400", "3.00000000000000000001"]
)
def test_a_number_that_could_not_be_written_again_exactly_is_refused(
    path: Place, number: str
) -> None:
    assert written(path) in refusal(with_value(path, Decimal(number)))


DAYS: list[Place] = [
    ("settings", "planning_first_day"),
    ("mandates", 0, "first_day"),
    ("frames", 0, "condition_decided_on"),
    ("forces", 0, "supply", 0, "first_day"),
    ("rotations", 0, "first_day"),
    ("rotations", 0, "last_day"),
    ("waivers", 0, "on"),
    ("waivers", 0, "until"),
    ("waivers", 0, "accepted", "last_day"),
    ("mandates", 0, "source", "decided_on"),
]


@pytest.mark.parametrize(
    "value",
    [
        "2026-2-3",
        "20260203",
        "2026-02-30",
        "2026-02-29",
        "2026-13-01",
        "2026-00-10",
        "0000-01-01",
        "2026-W05-1",
        "2026-034",
        "03-02-2026",
        "2026-02-03T00:00:00",
        " 2026-02-03",
        "2026-02-03 ",
        "٢٠٢٦-٠٢-٠٣",
        "",
        "vandaag",
        20260203,
        2026.5,
        True,
        ["2026-02-03"],
    ],
)
def test_a_day_is_text_in_one_form(value: object) -> None:
    for path in DAYS:
        assert written(path) in refusal(with_value(path, value))


@pytest.mark.parametrize("value", ["1989-12-31", "2101-01-01", "0001-01-01", "9999-12-31"])
def test_a_day_lies_within_the_years_of_a_plan(value: str) -> None:
    assert refusal(with_value(("rotations", 0, "last_day"), value)).endswith(
        f"{value} lies outside 1990–2100."
    )


@pytest.mark.parametrize(
    "path",
    [
        ("rotations", 0, "last_day"),
        ("waivers", 0, "accepted", "last_day"),
        ("forces", 0, "supply", 0, "last_day"),
        ("sharings", 0, "last_day"),
        ("settings", "planning_last_day"),
    ],
    ids=written,
)
def test_a_last_day_before_the_first_is_refused(path: Place) -> None:
    sentence = refusal(with_value(path, "1999-01-01"))

    assert "the last day 1999-01-01 lies before the first day" in sentence
    assert str(path[0]) in sentence


@pytest.mark.parametrize("path", [("rotations", 0, "first_day"), ("rotations", 0, "last_day")])
def test_a_rotation_has_no_open_day(path: Place) -> None:
    assert written(path) in refusal(with_value(path, None))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("mandates", 0, "last_day_kind"), "date"),
        (("sharings", 0, "last_day_kind"), "ongoing"),
        (("mandates", 0, "last_day_kind"), "ooit"),
        (("mandates", 0, "first_day_precision"), "week"),
    ],
)
def test_the_kind_of_a_last_day_goes_with_it(path: Place, value: str) -> None:
    assert f"{path[0]}[0]" in refusal(with_value(path, value))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("missions", 0, "main_task"), 4),
        (("missions", 0, "main_task"), "2"),
        (("missions", 0, "handover_counts"), 0),
        (("missions", 0, "handover_counts"), "false"),
        (("frames", 0, "correction"), 1),
        (("frames", 0, "condition_met"), "yes"),
        (("frames", 0, "until_decided"), "maybe"),
        (("frames", 0, "caveats"), "none"),
        (("frames", 0, "limits", 0, "measure"), "people"),
        (("frames", 0, "limits", 0, "binding"), "about"),
        (("frames", 0, "limits", 0, "categories"), "military"),
        (("frames", 0, "limits", 0, "categories"), ["Military"]),
        (("forces", 0, "kind"), "fleet"),
        (("forces", 0, "measure"), "ships"),
        (("commitments", 0, "kind"), "holiday"),
        (("commitments", 0, "exclusive"), None),
        (("recovery_rules", 0, "kind"), "share"),
        (("recovery_rules", 0, "exempt_missions"), ["opg"]),
        (("length_rules", 0, "category"), "soldier"),
        (("rotations", 0, "status"), "done"),
        (("rotations", 0, "status"), None),
        (("rotations", 0, "name"), 5),
        (("rotations", 0, "note"), None),
        (("rotations", 0, "supports"), "opg"),
        (("waivers", 0, "code"), "FRA3"),
        (("waivers", 0, "code"), "fra003"),
        (("waivers", 0, "subjects", 0, "kind"), "mission"),
        (("mandates", 0, "source"), 5),
        (("mandates", 0, "source", "document"), 5),
        (("settings", "marking", "level"), True),
        (("settings", "marking", "text"), None),
        (("missions", 0), "osc"),
        (("missions",), {"osc": {}}),
        (("missions",), None),
        (("settings",), []),
        (("settings",), None),
        (("name",), 5),
        (("scenario",), ""),
    ],
)
def test_a_value_that_cannot_stand_there_is_refused(path: Place, value: object) -> None:
    assert written(path) in refusal(with_value(path, value))
