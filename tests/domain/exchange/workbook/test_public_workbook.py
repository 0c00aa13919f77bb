"""The public workbook: nothing of forces, commitments, names and notes is anywhere in the file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

from domain.exchange.public import public_plan
from domain.model import DayNotes, OpenPoint, Plan, Source, Waiver
from domain.model.references import check_all
from tests.domain import plan_builder as build
from tests.domain.exchange.workbook.workbooks import (
    everything_in,
    facts_of,
    keys_of,
    opened,
    properties_of,
    rows_of,
    written,
)

SECRETS = [
    "secretforce",
    "secretpool",
    "secretcommitment",
    "secretrotation",
    "secretpost",
    "secretnote",
    "secretjustification",
    "secretwords",
    "secretreason",
    "secretperson",
    "secretpoint",
    "secretscenario",
]


def secret_waiver() -> Waiver:
    made = build.waiver(
        "FRA001",
        ["limit cap"],
        ("2026-06-17", "2026-06-30"),
        excess="1",
        contributors=["rotation secretrotation-1", "rotation secretrotation-2"],
        id_="secretperson-waiver",
    )
    return replace(made, reason="secretreason", by="secretperson")


@pytest.fixture
def plan() -> Plan:
    words = DayNotes(first_note="secretwords", last_note="secretwords")
    rotations = [
        replace(
            build.rotation(
                f"secretrotation-{number}",
                "osc",
                first,
                last,
                military=4,
                force="secretforce",
                quantity=1,
                post="secretpost",
                justification="secretjustification",
                note="secretnote",
            ),
            day_notes=words,
        )
        for number, first, last in (
            (1, "2026-01-01", "2026-06-30"),
            (2, "2026-06-17", "2026-12-31"),
        )
    ]
    rotations[1] = replace(rotations[1], relieves="secretrotation-1")
    frame = build.frame("osc", build.limit("cap", 7), days=("2026-01-01", None))
    made = build.plan(
        build.mission("osc", note="secretnote"),
        replace(
            frame,
            day_notes=words,
            source=Source(document="Public letter", quote="at most seven"),
        ),
        *rotations,
        build.post("secretpost", "osc", 3),
        build.pool("secretpool", build.step(5)),
        build.unit("secretforce", "secretpool"),
        build.commitment("secretcommitment", "secretforce", "2026-01-01", "2026-12-31"),
        build.sharing("secretforce", "osc"),
        build.recovery_rule("secretpool-rule", days=30, forces="secretforce"),
        build.length_rule("military", at_least=3),
        secret_waiver(),
    )
    point = OpenPoint("secretpoint", "secretpoint", "force", "secretforce")
    return replace(made, derived_from="secretscenario", open_points=(point,))


def test_everything_secret_is_in_the_full_workbook(tmp_path: Path, plan: Plan) -> None:
    text = everything_in(opened(tmp_path, plan)).casefold()
    assert [secret for secret in SECRETS if secret not in text] == []


def test_nothing_secret_is_in_any_part_of_the_public_one(tmp_path: Path, plan: Plan) -> None:
    with ZipFile(written(tmp_path, plan, public=True, as_of=date(2026, 5, 1))) as package:
        parts = {name: package.read(name).lower() for name in package.namelist()}
    found = [(s, name) for s in SECRETS for name in parts if s.encode() in parts[name]]
    assert found == []
    assert not [name for name in parts if "secret" in name.casefold()]


def test_what_is_public_stays(tmp_path: Path, plan: Plan) -> None:
    workbook = opened(tmp_path, plan, public=True)
    first, second = rows_of(workbook, "rotations")
    assert (first["id"], second["id"], second["relieves"]) == ("1", "2", "1")
    assert (first["name"], second["name"]) == ("Rotation 1", "Rotation 2")
    assert (first["mission"], first["mission_name"], first["military"]) == ("osc", "OSC", 4)
    assert rows_of(workbook, "frames")[0]["quote"] == "at most seven"
    codes = [row["code"] for row in rows_of(workbook, "findings")]
    assert "FRA001" in codes
    assert not [code for code in codes if code.startswith("FOR")]


def test_the_waiver_still_holds(tmp_path: Path, plan: Plan) -> None:
    rows = rows_of(opened(tmp_path, plan, public=True), "findings")
    (row,) = [row for row in rows if row["code"] == "FRA001"]
    assert (row["severity"], row["x_waiver"], row["waiver"]) == ("✓ error", "waived", "1")
    assert row["x_contributors"] == "4 × Rotation 1 (OSC)\n4 × Rotation 2 (OSC)"


def test_the_columns_of_what_is_left_out_are_not_there(tmp_path: Path, plan: Plan) -> None:
    keys = keys_of(opened(tmp_path, plan, public=True), "rotations")
    gone = {"force", "force_name", "quantity", "post", "justification", "note"}
    assert gone.isdisjoint(keys)


def test_read_me_says_so(tmp_path: Path, plan: Plan) -> None:
    workbook = opened(tmp_path, plan, public=True)
    assert "are left out of this workbook" in facts_of(workbook)["public"]
    text = everything_in(workbook)
    assert "findings about what was left out are not in it." in text
    assert "A public workbook is not complete, and is not read back." in text
    custom = properties_of(workbook)
    assert custom["KaderPublic"] is True


def test_the_public_plan_can_be(plan: Plan) -> None:
    check_all(public_plan(plan))
