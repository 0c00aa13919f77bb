"""`check`: the findings, as text and as JSON, and what the exit code says of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from domain.model import Plan, Status
from tests.domain.cli.command import Run, contents, document_in
from tests.domain.cli.conftest import ABOUT
from tests.domain.plan_builder import mandate, rotation, waiver

MARCH = ("2026-03-01", "2026-03-14")
NONE_TOO_MANY = ABOUT.put(rotation("r2", "osc", *MARCH, military=3))
ONLY_WARNED = NONE_TOO_MANY.put(mandate("osc", None, "2026-03-13"))
ACCEPTED = ABOUT.put(
    waiver(
        "FRA001",
        ["limit osc/cap"],
        MARCH,
        excess="1",
        contributors=["rotation r1", "rotation r2"],
        until="2026-06-30",
    )
)


def taken_in(run: Run, kader: Path, plan: Plan) -> None:
    assert run("import", kader, document_in(kader.parent, plan)).code == 0


@pytest.mark.parametrize(
    ("plan", "code", "counts"),
    [
        (ABOUT, 1, {"error": 1, "warning": 0, "note": 0, "waived": 0}),
        (NONE_TOO_MANY, 0, {"error": 0, "warning": 0, "note": 0, "waived": 0}),
        (ONLY_WARNED, 0, {"error": 0, "warning": 2, "note": 0, "waived": 0}),
        (ACCEPTED, 0, {"error": 0, "warning": 0, "note": 0, "waived": 1}),
    ],
    ids=["an error", "nothing", "only warnings", "an error that was accepted"],
)
def test_the_exit_code_tells_of_errors_that_nobody_accepted(
    run: Run, kader: Path, plan: Plan, code: int, counts: dict[str, int]
) -> None:
    taken_in(run, kader, plan)
    as_json, as_text = run("check", kader, "--json"), run("check", kader)

    assert (as_json.code, as_text.code) == (code, code)
    assert as_json.document["counts"] == counts
    assert (as_json.err, as_text.err) == ("", "")


def test_the_findings_are_one_json_document(run: Run, kader: Path) -> None:
    document = run("check", kader, "--json").document
    (finding,) = document["findings"]

    assert (document["plan"], document["scenario"], document["as_of"]) == ("Plan", "Basis", None)
    assert document["checked"] == {"rotations": 2, "limits": 1, "unknown_limits": 0}
    assert finding["subjects"] == [{"kind": "limit", "id": "osc/cap"}]
    assert (finding["measured"], finding["limit"], finding["excess"]) == (8, 7, 1)
    assert finding["contributors"] == [
        {"kind": "rotation", "id": "r1", "amount": 4},
        {"kind": "rotation", "id": "r2", "amount": 4},
    ]


def test_the_findings_are_lines_to_read(run: Run, kader: Path) -> None:
    finding, closing = run("check", kader).out.splitlines()

    for word in ("FRA001", "01-03-2026", "14-03-2026", "OSC", "8", "7"):
        assert word in finding
    assert "Basis" in closing


def test_a_day_to_look_from_makes_decisions_late(run: Run, kader: Path) -> None:
    document = run("check", kader, "--json", "--as-of", "2026-03-02").document

    assert document["as_of"] == "2026-03-02"
    assert [one["code"] for one in document["findings"]] == ["FRA001", "DEC001", "DEC001"]


def test_a_day_to_look_from_ends_waivers(run: Run, kader: Path) -> None:
    approved = replace(ABOUT.rotations["r1"], status=Status.APPROVED)
    other = replace(ABOUT.rotations["r2"], status=Status.APPROVED)
    taken_in(run, kader, ACCEPTED.put(approved).put(other))

    assert run("check", kader, "--as-of", "2026-06-30").code == 0
    assert run("check", kader, "--as-of", "2026-07-01").code == 1


@pytest.mark.parametrize(
    "day", ["2026-2-3", "20260203", "2026-02-30", "today", "", "2026-03-01T00:00:00", "1-3-2026"]
)
def test_a_day_in_another_form_is_refused(run: Run, kader: Path, day: str) -> None:
    assert f"'{day}'" in run("check", kader, "--as-of", day).refusal


def test_another_scenario_is_checked_when_it_is_named(run: Run, kader: Path) -> None:
    taken_in(run, kader, replace(NONE_TOO_MANY, scenario="Zuinig"))

    assert run("check", kader, "--scenario", "Basis").code == 1
    assert run("check", kader, "--scenario", "Zuinig").code == 0
    assert run("check", kader, "--json").document["scenario"] == "Zuinig"


def test_a_scenario_that_is_not_there_is_refused(run: Run, kader: Path) -> None:
    refusal = run("check", kader, "--scenario", "Zuinig").refusal

    assert "Zuinig" in refusal
    assert "Basis" in refusal


def test_a_check_leaves_every_file_as_it_is(tmp_path: Path, run: Run, kader: Path) -> None:
    before = contents(tmp_path)
    run("check", kader, "--json", "--as-of", "2026-03-01")

    assert contents(tmp_path) == before


@pytest.mark.parametrize("content", [b"", b"no plan", b"{}", b"SQLite format 3\x00" + b"\x00" * 84])
def test_what_is_no_plan_file_is_refused(tmp_path: Path, run: Run, content: bytes) -> None:
    path = tmp_path / "other.kader"
    path.write_bytes(content)

    assert "other.kader" in run("check", path).refusal
    assert path.read_bytes() == content


def test_a_file_that_is_not_there_is_refused_and_not_made(tmp_path: Path, run: Run) -> None:
    assert "nothing.kader" in run("check", tmp_path / "nothing.kader").refusal
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_refused(tmp_path: Path, run: Run) -> None:
    assert str(tmp_path) in run("check", tmp_path).refusal


def test_a_plan_that_was_cut_off_is_refused(run: Run, kader: Path) -> None:
    kader.write_bytes(kader.read_bytes()[:5_000])

    assert "plan.kader" in run("check", kader).refusal
