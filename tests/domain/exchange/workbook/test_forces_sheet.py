"""The sheet Forces: the tree, and below each force what is known about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from domain.model import Plan, Source
from tests.domain import plan_builder as build
from tests.domain.exchange.workbook.workbooks import opened, rows_of


def forces() -> Plan:
    commitment = build.commitment("nfm", "company", "2026-01-01", None, quantity=1)
    return build.plan(
        build.unit("battalion"),
        build.unit("company", "battalion"),
        build.pool(
            "teams",
            build.step(11, "2026-01-01", "2026-06-30"),
            build.step(9, "2025-01-01", "2025-12-31"),
            measure="teams",
        ),
        replace(commitment, note="stand by", source=Source(document="Letter", quote="ready")),
        build.commitment("exercise", "company", "2026-05-01", "2026-05-31", kind="exercise"),
        build.sharing("battalion", "osc kfor", "2026-01-01", "2026-12-31"),
        build.recovery_rule("rest", factor="1.5", forces="company", exempt="kfor"),
        build.recovery_rule("rest-days", days=30),
        build.recovery_rule("quota", days=90, window=365, categories="military police"),
        build.rotation("r1", "osc", "2026-02-01", "2026-06-30", military=9, force="company"),
    )


def test_the_tree_stands_there_with_what_is_about_each_force(tmp_path: Path) -> None:
    rows = rows_of(opened(tmp_path, forces()), "forces")
    assert [(row["name"], row["what"]) for row in rows] == [
        ("BATTALION", "unit"),
        ("    sharing", "sharing"),
        ("    COMPANY", "unit"),
        ("        nfm", "commitment: readiness"),
        ("        exercise", "commitment: exercise"),
        ("TEAMS", "pool"),
        ("    supply", "supply"),
        ("    supply", "supply"),
        ("rest", "recovery rule"),
        ("rest-days", "recovery rule"),
        ("quota", "recovery rule"),
    ]


def test_days_quantities_and_sources_are_real(tmp_path: Path) -> None:
    rows = {row["name"].strip(): row for row in rows_of(opened(tmp_path, forces()), "forces")}
    claim = rows["nfm"]
    assert claim["first_day"] == datetime(2026, 1, 1)  # noqa: DTZ001
    assert (claim["last_day"], claim["x_days"]) == (None, "Last day: not stated")
    assert (claim["quantity"], claim["measure"]) == (1, "items")
    assert (claim["source"], claim["quote"], claim["note"]) == ("Letter", "ready", "stand by")
    assert (claim["id"], claim["force"]) == ("nfm", "company")
    supply = [row for row in rows_of(opened(tmp_path, forces()), "forces") if row["id"] is None]
    assert [(row["quantity"], row["measure"]) for row in supply] == [(9, "teams"), (11, "teams")]
    assert rows["COMPANY"]["parent_name"] == "BATTALION"


def test_rules_and_sharings_are_told_in_words(tmp_path: Path) -> None:
    rows = {
        row["name"].strip(): row["x_about"] for row in rows_of(opened(tmp_path, forces()), "forces")
    }
    assert rows["sharing"] == "may be used together by: OSC, KFOR"
    assert rows["rest"] == (
        "after a tour 1.5 times its days\nForces: COMPANY\nCategories: military\n"
        "Not after KFOR: agreed"
    )
    assert rows["rest-days"].startswith("after a tour 30 days\nForces: all units")
    assert rows["quota"].startswith("at most 90 days on tour in 365 days")


def test_findings_about_a_force_are_counted_beside_it(tmp_path: Path) -> None:
    rows = {row["name"].strip(): row for row in rows_of(opened(tmp_path, forces()), "forces")}
    assert rows["COMPANY"]["x_findings"].startswith("■ ")
    assert rows["nfm"]["x_findings"].startswith("■ ")
    assert rows["TEAMS"]["x_findings"] is None


def test_for_the_public_the_sheet_says_that_it_is_empty(tmp_path: Path) -> None:
    workbook = opened(tmp_path, forces(), public=True)
    assert rows_of(workbook, "forces") == []
    texts = [row[0] for row in workbook["Forces"].iter_rows(max_row=3, values_only=True)]
    assert "Forces and commitments are left out of a public workbook." in str(texts)
