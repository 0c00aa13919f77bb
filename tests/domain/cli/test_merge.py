"""`merge` takes a colleague's scenario in, or says why it cannot and changes nothing."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from shutil import copyfile

import pytest

from domain.model import Marking, Plan, Rotation
from domain.store import PlanFile
from domain.store.keeping import Reason
from tests.domain.cli.command import Run, contents, document_in
from tests.domain.cli.conftest import ABOUT
from tests.domain.plan_builder import mission, rotation

Change = Callable[..., Path]


def changed(plan: Plan, id_: str, **fields: int | str) -> Plan:
    return plan.put(replace(plan.rotations[id_], **fields))  # type: ignore[arg-type]


@pytest.fixture
def other(kader: Path, tmp_path: Path) -> Path:
    """A copy of the plan with a colleague."""
    path = tmp_path / "other.kader"
    copyfile(kader, path)
    return path


@pytest.fixture
def change(run: Run, tmp_path: Path) -> Change:
    """Make a scenario of a file what a plan says, by importing it."""

    def change(path: Path, plan: Plan) -> Path:
        assert run("import", path, document_in(tmp_path, plan, "change.json")).code == 0
        return path

    return change


def plan_in(path: Path, scenario: str | None = None) -> Plan:
    with PlanFile.open(path, read_only=True) as file:
        return file.load(scenario)


def test_what_both_did_is_in_it_afterwards(
    kader: Path, other: Path, run: Run, change: Change
) -> None:
    change(kader, changed(ABOUT, "r1", military=3))
    change(other, changed(ABOUT, "r2", military=3))
    answer = run("merge", kader, other)
    assert answer.code == 0
    assert answer.err == ""
    assert answer.out.splitlines()[:2] == [
        "changed: rotation r2: military 4 → 3",
        "0 added, 1 changed, 0 removed.",
    ]
    assert plan_in(kader) == changed(changed(ABOUT, "r1", military=3), "r2", military=3)
    assert run("verify", kader).code == 0


def test_the_other_file_is_left_as_it_is(
    kader: Path, other: Path, run: Run, change: Change
) -> None:
    change(other, changed(ABOUT, "r2", military=3))
    before = other.read_bytes()
    assert run("merge", kader, other).code == 0
    assert other.read_bytes() == before


def test_it_says_what_it_does_to_the_findings(
    kader: Path, other: Path, run: Run, change: Change
) -> None:
    change(other, changed(ABOUT, "r2", military=3))
    document = run("merge", kader, other, "--json").document
    assert document["scenario"] == "Basis"
    assert document["common_base"] is True
    assert (document["open"], document["conflicts"], document["renamed"]) == (0, [], [])
    assert [one["code"] for one in document["findings"]["solved"]] == ["FRA001"]
    assert document["findings"]["caused"] == []


def test_before_it_there_is_a_backup(kader: Path, other: Path, run: Run, change: Change) -> None:
    change(other, changed(ABOUT, "r2", military=3))
    run("merge", kader, other)
    with PlanFile.open(kader) as file:
        backup = next(one for one in file.backups() if one.reason is Reason.MERGE)
        assert file.history()[0].label == "Merge with Basis"
    assert plan_in(backup.path) == ABOUT


def test_conflicts_are_said_and_nothing_is_changed(
    kader: Path, other: Path, run: Run, change: Change, tmp_path: Path
) -> None:
    change(kader, changed(ABOUT, "r1", military=5, note="mine"))
    change(other, changed(ABOUT, "r1", military=6, note="theirs"))
    before = contents(tmp_path)
    answer = run("merge", kader, other)
    assert answer.code == 2
    assert answer.err == (
        "2 conflicts are open and nothing was changed; "
        "say --take mine or --take theirs, or decide one by one in the window.\n"
    )
    assert "conflict: rotation r1 military: mine 5, theirs 6" in answer.out.splitlines()
    assert contents(tmp_path) == before


def test_conflicts_are_said_in_json_too(kader: Path, other: Path, run: Run, change: Change) -> None:
    change(kader, changed(ABOUT, "r1", military=5))
    change(other, changed(ABOUT, "r1", military=6))
    answer = run("merge", kader, other, "--json")
    assert answer.code == 2
    assert answer.document["open"] == 1
    assert answer.document["conflicts"] == [
        {
            "spots": [{"kind": "rotation", "id": "r1", "field": "military"}],
            "why": "both_changed",
            "reason": "",
            "base": [4],
            "mine": [5],
            "theirs": [6],
            "decided": None,
        }
    ]


@pytest.mark.parametrize("side", ["mine", "theirs"])
def test_all_conflicts_can_be_decided_at_once(
    kader: Path, other: Path, run: Run, change: Change, side: str
) -> None:
    military = 5 if side == "mine" else 6
    change(kader, changed(ABOUT, "r1", military=5))
    change(other, changed(changed(ABOUT, "r1", military=6), "r2", note="x"))
    answer = run("merge", kader, other, "--take", side, "--json")
    assert answer.code == 0
    assert answer.document["conflicts"][0]["decided"] == side
    assert plan_in(kader) == changed(changed(ABOUT, "r1", military=military), "r2", note="x")


def test_a_thing_that_one_removed_is_said_whole(
    kader: Path, other: Path, run: Run, change: Change
) -> None:
    change(kader, replace(ABOUT, rotations=type(ABOUT.rotations)([ABOUT.rotations["r2"]])))
    change(other, changed(ABOUT, "r1", military=6))
    (conflict,) = run("merge", kader, other, "--json").document["conflicts"]
    assert conflict["spots"] == [{"kind": "rotation", "id": "r1", "field": None}]
    assert conflict["mine"] == [None]
    assert conflict["theirs"][0]["military"] == 6
    line = "conflict: rotation r1: mine –, theirs there"
    assert line in run("merge", kader, other).out.splitlines()


def test_a_dry_run_says_the_same_and_changes_nothing(
    kader: Path, other: Path, run: Run, change: Change, tmp_path: Path
) -> None:
    change(other, changed(ABOUT, "r2", military=3))
    before = contents(tmp_path)
    dry = run("merge", kader, other, "--dry-run")
    assert contents(tmp_path) == before
    assert run("merge", kader, other) == dry
    assert contents(tmp_path) != before


def test_what_both_made_with_one_id_is_kept_apart(
    kader: Path, other: Path, run: Run, change: Change
) -> None:
    def new(military: int) -> Rotation:
        return rotation("r3", "osc", "2026-05-01", "2026-05-31", military=military)

    change(kader, ABOUT.put(new(1)))
    change(other, ABOUT.put(new(2)))
    answer = run("merge", kader, other, "--json")
    ((name, military),) = [
        (one.id, one.military)
        for one in plan_in(kader).rotations.things()
        if one.id.startswith("r3-")
    ]
    assert answer.document["renamed"] == [{"kind": "rotation", "id": "r3", "to": name}]
    assert military == 2


def test_of_two_markings_the_higher_counts_and_is_said(
    kader: Path, other: Path, run: Run, change: Change
) -> None:
    marking = Marking(2, "Rubricering 2", "#336699")
    change(other, replace(ABOUT, settings=replace(ABOUT.settings, marking=marking)))
    document = run("merge", kader, other, "--dry-run", "--json").document
    wanted = {"level": 2, "text": "Rubricering 2", "colour": "#336699"}
    assert document["marking"] == {"mine": None, "theirs": wanted, "taken": wanted}
    assert "marking: Rubricering 2, the higher of the two" in run("merge", kader, other).out
    assert plan_in(kader).settings.marking == marking


def test_merged_twice_it_is_as_merged_once(
    kader: Path, other: Path, run: Run, change: Change
) -> None:
    change(other, changed(ABOUT, "r2", military=3))
    run("merge", kader, other)
    once = plan_in(kader)
    change(kader, changed(once, "r2", military=2))
    assert run("merge", kader, other).code == 0
    assert plan_in(kader).rotations["r2"].military == 2


def test_a_scenario_can_be_named_here_and_there(
    kader: Path, other: Path, run: Run, change: Change
) -> None:
    variant = replace(changed(ABOUT, "r1", military=1), scenario="Variant", derived_from="Basis")
    change(other, variant)
    change(kader, replace(ABOUT, scenario="Open"))
    assert run("merge", kader, f"{other}:Variant", "--scenario", "Basis").code == 0
    assert plan_in(kader, "Basis").rotations["r1"].military == 1
    assert plan_in(kader, "Open") == replace(ABOUT, scenario="Open")
    change(other, changed(ABOUT, "r2", military=2))
    change(other, variant)
    assert run("merge", kader, other, "--scenario", "Basis").code == 0
    assert plan_in(kader, "Basis").rotations["r2"].military == 2


def test_a_scenario_of_the_plan_itself_can_be_taken_in(
    kader: Path, run: Run, change: Change
) -> None:
    with PlanFile.open(kader) as file:
        file.derive("Basis", "Variant")
    variant = replace(changed(ABOUT, "r1", military=1), scenario="Variant", derived_from="Basis")
    change(kader, variant)
    assert run("merge", kader, f"{kader}:Variant", "--scenario", "Basis").code == 0
    assert plan_in(kader, "Basis") == changed(ABOUT, "r1", military=1)
    assert "merged with itself" in run("merge", kader, kader).refusal


def test_plans_that_have_nothing_in_common_are_merged_with_care(
    kader: Path, run: Run, change: Change, tmp_path: Path
) -> None:
    stranger = tmp_path / "stranger.kader"
    run("new", stranger)
    change(stranger, changed(ABOUT, "r1", military=6).put(mission("fer")))
    answer = run("merge", kader, stranger)
    assert answer.code == 2
    assert answer.out.splitlines()[0] == (
        "Both have nothing in common to begin with: nothing is taken for removed."
    )
    assert run("merge", kader, stranger, "--take", "theirs").code == 0
    assert plan_in(kader).rotations["r1"].military == 6


def test_what_is_no_plan_is_refused(kader: Path, run: Run, tmp_path: Path) -> None:
    before = kader.read_bytes()
    bad = tmp_path / "bad.kader"
    bad.write_bytes(b"SQLite format 3\0" + b"x" * 1000)
    assert "is no Kader plan" in run("merge", kader, bad).refusal
    assert "does not exist" in run("merge", kader, tmp_path / "lost.kader").refusal
    assert "is a folder" in run("merge", kader, tmp_path).refusal
    assert kader.read_bytes() == before


def test_a_plan_that_is_open_elsewhere_is_not_written(kader: Path, other: Path, run: Run) -> None:
    with PlanFile.open(kader):
        assert "Ask for it to be closed there" in run("merge", kader, other).refusal
