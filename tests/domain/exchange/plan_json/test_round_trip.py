"""Plans written as JSON and read again: nothing is lost, nothing is made up."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from domain.exchange.plan_json import document_of, plan_from_document, read_plan, write_plan
from domain.model import (
    NO_NOTES,
    EndKind,
    Length,
    OpenPoint,
    Plan,
    Precision,
    Settings,
    Source,
    Status,
    UntilDecided,
)
from tests.domain.exchange.plan_json.whole_plan import Document, small_document, whole_document
from tests.oracle.plans import plans


def test_a_document_with_every_field_comes_back_as_it_was() -> None:
    assert document_of(plan_from_document(whole_document())) == whole_document()


def test_so_does_its_file(tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    write_plan(plan_from_document(whole_document()), path)

    assert json.loads(path.read_text("utf-8")) == whole_document()
    assert read_plan(path) == plan_from_document(whole_document())


def test_writing_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    one, other = tmp_path / "one.json", tmp_path / "other.json"
    write_plan(plan_from_document(whole_document()), one)
    write_plan(read_plan(one), other)

    assert one.read_bytes() == other.read_bytes()
    assert one.read_bytes().endswith(b"}\n")


def plain(value: Any) -> Any:  # noqa: ANN401 - any part of a document
    """A part of a document without `x_` keys, its categories in one order."""
    if isinstance(value, dict):
        found = {key: plain(item) for key, item in value.items() if not key.startswith("x_")}
        return {key: sorted(item) if key == "categories" else item for key, item in found.items()}
    return [plain(item) for item in value] if isinstance(value, list) else value


def lost(before: Any, after: Any) -> list[tuple[object, object]]:  # noqa: ANN401 - any part
    """Where a document that was written says less than, or other than, what was read."""
    if isinstance(before, dict) and isinstance(after, dict):
        return [pair for key in before for pair in lost(before[key], after.get(key))]
    if isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        return [pair for two in zip(before, after, strict=True) for pair in lost(*two)]
    return [] if before == after else [(before, after)]


@settings(max_examples=100, suppress_health_check=list(HealthCheck))
@given(document=plans())
def test_any_plan_comes_back_with_all_that_it_said(document: Document) -> None:
    plan = plan_from_document(document)
    written = document_of(plan)

    assert lost(plain(document), plain(written)) == []
    assert plan_from_document(written) == plan
    assert document_of(plan_from_document(written)) == written


@pytest.mark.parametrize("factor", ["0.1", "1.25", "2", "0.333333333333333", "1000", "0"])
def test_a_factor_comes_back_exactly(tmp_path: Path, factor: str) -> None:
    document = whole_document()
    document["recovery_rules"][0]["factor"] = Decimal(factor)
    path = tmp_path / "plan.json"
    write_plan(plan_from_document(document), path)

    assert read_plan(path).recovery_rules["rr1"].factor == Decimal(factor)


def test_a_missing_list_is_empty_and_missing_settings_are_the_defaults() -> None:
    assert plan_from_document(small_document()) == Plan(name="n", scenario="s")
    assert plan_from_document(small_document(settings={})).settings == Settings()


def smallest() -> Document:
    """One thing in each list, with no more than it must have."""
    days = {"first_day": None, "last_day": None}
    limit = {
        "id": "cap",
        "measure": "persons",
        "categories": ["police"],
        "number": 1,
        "binding": "maximum",
    }
    rotation_days = {"first_day": "2026-01-01", "last_day": "2026-01-31"}
    accepted: Document = {**rotation_days, "excess": None, "contributors": []}
    rule = {"kind": "interval", "days": 1, "forces": [], "categories": ["police"], **days}
    return small_document(
        missions=[{"id": "m", "name": "M"}],
        mandates=[{"id": "m", "mission": "m", "legal_basis": "", **days}],
        frames=[{"id": "f", "title": "F", "missions": ["m"], **days, "limits": [limit]}],
        forces=[
            {"id": "u", "name": "U", "kind": "unit"},
            {"id": "p", "name": "P", "kind": "pool", "supply": []},
        ],
        commitments=[{"id": "c", "force": "u", "name": "C", "kind": "other", **days}],
        sharings=[{"id": "s", "force": "u", "missions": ["m"], **days, "source": ""}],
        recovery_rules=[{"id": "r", **rule, "exempt_missions": [], "source": ""}],
        length_rules=[{"id": "l", "category": "police", **days, "source": ""}],
        posts=[
            {"id": "p", "mission": "m", "title": "P", "category": "police", "quantity": 1, **days}
        ],
        rotations=[{"id": "r", "mission": "m", "name": "R", **rotation_days}],
        waivers=[
            {
                "id": "w",
                "code": "FRA005",
                "subjects": [{"kind": "rotation", "id": "r"}],
                "reason": "",
                "by": "",
                "on": "2026-01-01",
                "until": None,
                "accepted": accepted,
            }
        ],
    )


def test_what_a_mission_does_not_say_is_the_default() -> None:
    mission = plan_from_document(smallest()).missions["m"]

    assert (mission.full_name, mission.region, mission.lead, mission.kind) == ("", "", "", "")
    assert (mission.main_task, mission.note) == (None, "")
    assert (mission.handover_days, mission.handover_counts) == (0, True)
    assert (mission.min_length, mission.max_length) == (None, None)
    assert (mission.preparation_days, mission.decision_lead_days) == (0, 0)


def test_what_a_frame_does_not_say_is_the_default() -> None:
    frame = plan_from_document(smallest()).frames["f"]

    assert (frame.condition, frame.condition_met, frame.condition_decided_on) == (None, None, None)
    assert frame.until_decided is UntilDecided.IN_FORCE
    assert (frame.caveats, frame.supersedes, frame.correction) == ((), (), False)
    assert (frame.source, frame.day_notes) == (None, NO_NOTES)


def test_what_a_force_or_a_commitment_does_not_say_is_the_default() -> None:
    plan = plan_from_document(smallest())
    unit, commitment = plan.forces["u"], plan.commitments["c"]

    assert (unit.parent, unit.measure, unit.service, unit.marking) == (None, "items", "", "")
    assert unit.supply == plan.forces["p"].supply == ()
    assert (commitment.quantity, commitment.exclusive, commitment.note) == (None, True, "")


def test_what_a_rotation_does_not_say_is_the_default() -> None:
    rotation = plan_from_document(smallest()).rotations["r"]

    assert (rotation.military, rotation.civilian, rotation.police) == (0, 0, 0)
    assert (rotation.teams, rotation.force, rotation.quantity) == (None, None, None)
    assert (rotation.post, rotation.relieves, rotation.continues) == (None, None, None)
    assert (rotation.part_of, rotation.supports) == (None, ())
    assert rotation.status is Status.PLANNED
    assert (rotation.justification, rotation.note) == ("", "")


def test_the_defaults_of_the_settings_are_those_of_the_format() -> None:
    settings = plan_from_document(small_document(settings={})).settings

    assert (settings.circa_percent, settings.circa_least, settings.marking) == (10, 1, None)
    assert (settings.planning_first_day, settings.planning_last_day) == (None, None)


def test_what_stands_in_the_document_stands_in_the_plan() -> None:
    plan = plan_from_document(whole_document())
    osc, first = plan.missions["osc"], plan.rotations["r1"]

    assert (osc.min_length, osc.max_length) == (Length(days=70), Length(months=12))
    assert first.day_notes.first_precision is Precision.MONTH
    assert first.day_notes.last_note == "tot 1 oktober"
    assert plan.mandates["m1"].day_notes.last_kind is EndKind.INDEFINITE
    assert plan.frames["f0"].source == Source(text="alleen een zin")
    assert [limit.id for limit in plan.frames["f1"].limits] == ["f1/cap", "f1/unread", "f1/open"]
    assert list(plan.rotations) == ["r1", "r0"]


def test_lines_of_a_source_may_be_a_number() -> None:
    document = whole_document()
    document["mandates"][0]["source"]["lines"] = 12

    source = plan_from_document(document).mandates["m1"].source
    assert source is not None
    assert source.lines == "12"


def with_x_keys(value: Any) -> Any:  # noqa: ANN401 - any part of a document
    """A part of a document with a key in `x_` in every object, but those that are kept."""
    if isinstance(value, dict):
        kept = {key: with_x_keys(item) for key, item in value.items()}
        return kept | {"x_": None, "x_more": {"any": [1.5, {"x": "y"}]}}
    return [with_x_keys(item) for item in value] if isinstance(value, list) else value


def test_keys_in_x_are_passed_over_in_every_object() -> None:
    assert plan_from_document(with_x_keys(whole_document())) == plan_from_document(whole_document())


def test_open_points_come_along() -> None:
    plan = plan_from_document(whole_document())

    assert plan.open_points == (
        OpenPoint("Klopt dit?", "Is this right?", "frame", "f1", "bijlage 1"),
    )


@pytest.mark.parametrize("points", [None, 1, "text", {}, [None, 1, "text"]])
def test_odd_open_points_do_not_stand_in_the_way(points: object) -> None:
    assert plan_from_document(small_document(x_open_points=points)).open_points == ()


def test_text_in_utf_8_may_begin_with_its_mark(tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(whole_document()).encode())

    assert read_plan(path) == plan_from_document(whole_document())
