"""Documents of plans that cannot be: refused with one sentence that says where."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.domain.exchange.plan_json.refusing import (
    Place,
    at,
    refusal,
    with_value,
    without,
    written,
)
from tests.domain.exchange.plan_json.whole_plan import small_document, whole_document

IDS: list[Place] = [
    ("missions", 0, "id"),
    ("mandates", 0, "id"),
    ("frames", 0, "id"),
    ("frames", 0, "limits", 0, "id"),
    ("forces", 0, "id"),
    ("commitments", 0, "id"),
    ("sharings", 0, "id"),
    ("recovery_rules", 0, "id"),
    ("length_rules", 0, "id"),
    ("posts", 0, "id"),
    ("rotations", 0, "id"),
    ("waivers", 0, "id"),
]


@pytest.mark.parametrize("path", IDS, ids=written)
def test_an_id_of_sixty_five_characters_is_refused(path: Place) -> None:
    assert f"{written(path)} has more than 64 characters." in refusal(with_value(path, "x" * 65))


@pytest.mark.parametrize("value", ["", "  ", 5, None])
def test_an_id_is_text_that_can_be_seen(value: object) -> None:
    for path in IDS:
        assert written(path[:-1]) in refusal(with_value(path, value))


@pytest.mark.parametrize(
    "name",
    [
        "missions",
        "mandates",
        "frames",
        "forces",
        "commitments",
        "sharings",
        "recovery_rules",
        "length_rules",
        "posts",
        "rotations",
        "waivers",
    ],
)
def test_an_id_that_occurs_twice_in_a_list_is_refused(name: str) -> None:
    document = whole_document()
    document[name].append(document[name][0])
    place = len(document[name]) - 1

    assert f"{name}[{place}]: the id '{document[name][0]['id']}' occurs twice." in refusal(document)


def test_a_limit_id_that_occurs_twice_in_the_plan_is_refused() -> None:
    document = with_value(("frames", 1, "limits", 0, "id"), "f1/cap")

    assert refusal(document) == "plan.json: Limit f1/cap occurs twice; limit ids are unique."


REFERENCES: list[tuple[Place, object]] = [
    (("mandates", 0, "mission"), "nowhere"),
    (("frames", 0, "missions"), ["osc", "nowhere"]),
    (("frames", 0, "supersedes"), ["nowhere"]),
    (("forces", 1, "parent"), "nowhere"),
    (("commitments", 0, "force"), "nowhere"),
    (("sharings", 0, "force"), "nowhere"),
    (("sharings", 0, "missions"), ["nowhere"]),
    (("recovery_rules", 0, "forces"), ["nowhere"]),
    (("recovery_rules", 0, "exempt_missions"), [{"mission": "nowhere", "reason": ""}]),
    (("posts", 0, "mission"), "nowhere"),
    (("rotations", 0, "mission"), "nowhere"),
    (("rotations", 0, "force"), "nowhere"),
    (("rotations", 0, "post"), "nowhere"),
    (("rotations", 0, "relieves"), "nowhere"),
    (("rotations", 0, "continues"), "nowhere"),
    (("rotations", 0, "part_of"), "nowhere"),
    (("rotations", 0, "supports"), ["nowhere"]),
]


@pytest.mark.parametrize(("path", "value"), REFERENCES, ids=lambda it: str(it)[:40])
def test_a_reference_to_nothing_is_refused(path: Place, value: object) -> None:
    owner = at(whole_document(), path[:2])["id"]
    sentence = refusal(with_value(path, value))

    assert sentence.endswith(f"{owner}: {path[2]} names 'nowhere', which does not exist.")


@pytest.mark.parametrize(
    ("path", "value", "sentence"),
    [
        (("rotations", 1, "relieves"), "r1", "relieves leads back to itself."),
        (("rotations", 1, "continues"), "r1", "continues leads back to itself."),
        (("rotations", 1, "part_of"), "r1", "part_of leads back to itself."),
        (("forces", 0, "parent"), "ship", "parent leads back to itself."),
        (("forces", 0, "parent"), "navy", "parent leads back to itself."),
        (("frames", 1, "supersedes"), ["f1"], "supersedes leads back to itself."),
        (("rotations", 1, "mission"), "opg", "it relieves 'r0', which is at another mission."),
        (("posts", 0, "mission"), "opg", "post 'p1' belongs to another mission."),
        (("frames", 0, "limits"), [], "Frame f1 has no limits."),
        (("frames", 0, "limits", 1, "categories"), [], "Limit f1/unread counts no category."),
        (("frames", 0, "limits", 0, "number"), None, "Limit f1/cap has no number."),
        (("frames", 0, "limits", 2, "number"), 3, "is unlimited and cannot have a number."),
        (("frames", 0, "limits", 0, "measure"), None, "only an unread limit has no measure."),
        (("frames", 0, "limits", 1, "measure"), "persons", "only an unread limit has no measure."),
        (
            ("forces", 0, "supply", 1, "first_day"),
            "2026-12-31",
            "Force navy: two supply steps overlap.",
        ),
        (("recovery_rules", 0, "factor"), None, "a ratio needs a factor"),
    ],
)
def test_what_cannot_be_is_refused(path: Place, value: object, sentence: str) -> None:
    assert sentence in refusal(with_value(path, value))


def test_a_pool_says_its_supply() -> None:
    assert "forces[0]: a pool says its supply" in refusal(without(("forces", 0, "supply")))


@pytest.mark.parametrize(
    "document",
    [
        None,
        [],
        "text",
        5,
        {},
        {"format": "other", "version": 1},
        small_document(format="Kader-Plan"),
    ],
)
def test_what_is_no_plan_is_refused(document: object) -> None:
    assert refusal(document) == "plan.json is no Kader plan."


@pytest.mark.parametrize("version", [0, 2, -1, "1", None, 1.5, 1.0, Decimal("1.0"), True, [1]])
def test_another_version_is_refused(version: object) -> None:
    assert "this program reads version 1." in refusal(with_value(("version",), version))
