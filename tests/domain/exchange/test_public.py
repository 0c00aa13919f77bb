"""What may leave for the public: no forces, commitments, names or notes, in no field."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from domain.exchange.plan_json import document_of, plan_from_document
from domain.exchange.public import public_plan
from domain.model import Plan
from domain.model.references import check_all
from domain.rules.checker import check
from tests.domain.exchange.plan_json.whole_plan import Document, whole_document
from tests.oracle.plans import plans

MARK = "GEHEIM"


def with_secrets() -> Plan:
    """The plan with every field, all that may not leave marked with one word."""
    document = whole_document()
    text = json.dumps(document)
    for name in ("r0", "r1", "p1", "c1", "navy", "ship", "s1"):
        text = text.replace(f'"{name}"', f'"{MARK} {name}"')
    document = json.loads(text)
    for row in rows(document):
        for field in ("note", "first_day_note", "last_day_note", "justification"):
            if row.get(field):
                row[field] = f"{MARK} {row[field]}"
    for row in document["rotations"] + document["forces"] + document["commitments"]:
        row["name"] = f"{MARK} name"
    document["forces"][0] |= {"service": MARK, "marking": MARK}
    document["posts"][0]["title"] = f"{MARK} title"
    document["waivers"][0] |= {"reason": MARK, "by": MARK}
    document["x_open_points"][0] |= {"text_nl": MARK, "text_en": MARK}
    return plan_from_document(document)


def rows(document: Document) -> list[Document]:
    lists = [value for value in document.values() if isinstance(value, list)]
    supply = [step for force in document["forces"] for step in force["supply"]]
    return [row for rows_ in lists for row in rows_] + supply


def public_text(plan: Plan) -> str:
    return json.dumps(document_of(public_plan(plan)), ensure_ascii=False)


def test_nothing_of_what_is_marked_leaves() -> None:
    assert MARK in json.dumps(document_of(with_secrets()))
    assert MARK not in public_text(with_secrets())


def test_a_waiver_of_what_is_no_longer_there_does_not_name_it() -> None:
    document = whole_document()
    gone = {"kind": "rotation", "id": f"{MARK} gone"}
    document["waivers"][0]["subjects"].append(gone)
    document["waivers"][0]["accepted"]["contributors"].append(gone)

    assert MARK not in public_text(plan_from_document(document))


def test_forces_and_commitments_and_what_is_about_them_are_left_out() -> None:
    public = public_plan(plan_from_document(whole_document()))

    for table in (public.forces, public.commitments, public.sharings, public.recovery_rules):
        assert len(table) == 0
    assert public.open_points == ()
    assert [one.force for one in public.rotations.things()] == [None, None]


def test_the_people_and_the_days_stay() -> None:
    before = plan_from_document(whole_document())
    public = public_plan(before)

    def seen(plan: Plan) -> list[Any]:
        return [
            (
                r.mission,
                r.first_day,
                r.last_day,
                r.military,
                r.civilian,
                r.police,
                r.teams,
                r.status,
            )
            for r in plan.rotations.things()
        ]

    assert seen(public) == seen(before)
    assert [frame.limits for frame in public.frames.things()] == [
        frame.limits for frame in before.frames.things()
    ]
    assert list(public.missions) == list(before.missions)


def test_a_public_plan_is_a_plan_that_can_be_read() -> None:
    public = public_plan(with_secrets())

    check_all(public)
    assert plan_from_document(document_of(public)) == public


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(document=plans())
def test_the_public_sees_the_same_breaches_of_frames(document: Document) -> None:
    before = plan_from_document(document)
    public = public_plan(before)
    check_all(public)

    def breaches(plan: Plan) -> list[Any]:
        return sorted(
            (f.code, f.severity, f.first_day, f.last_day, f.measured, f.limit)
            for f in check(plan)
            if f.code in {"FRA001", "FRA002", "FRA003", "ROT001", "ROT002"}
        )

    assert breaches(public) == breaches(before)


@pytest.mark.parametrize("plan", [Plan(), Plan(name="n", scenario="s")])
def test_an_empty_plan_has_nothing_to_hide(plan: Plan) -> None:
    assert public_plan(plan) == plan
