"""The script that makes the shipped plans."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from resources.baselines.facts import choices, facts
from resources.baselines.frames import grouped
from resources.baselines.make import files, outdated
from resources.baselines.periods import last_day_inside

ROOT = Path(__file__).parents[2]


def test_the_files_are_what_the_facts_and_the_choices_give() -> None:
    command = [sys.executable, "resources/baselines/make.py", "--check"]
    made = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (made.returncode, made.stdout, made.stderr) == (0, "", "")


def test_it_makes_five_plans_and_no_file_that_is_not_made_lies_beside_them() -> None:
    made = {path.name for path in files()}
    assert made == {
        "empty.json",
        "nl-2020.json",
        "nl-2024.json",
        "nl-2025.json",
        "sample-example.json",
    }
    assert made == {path.name for path in (ROOT / "resources/baselines").glob("*.json")}


def test_a_file_that_is_missing_or_changed_is_outdated(tmp_path: Path) -> None:
    same, changed, missing = (tmp_path / name for name in ("same", "changed", "missing"))
    same.write_text("as made", encoding="utf-8")
    changed.write_text("changed by hand", encoding="utf-8")
    texts = {same: "as made", changed: "as made", missing: "as made"}
    assert outdated(texts) == [changed, missing]


def test_every_fact_about_a_frame_is_used_or_left_out_with_a_reason() -> None:
    chosen = choices("baselines")
    used = {row for name in ("nl-2025", "nl-2024", "nl-2020") for row in chosen[name]["frames"]}
    left_out = set(chosen["left_out"])
    assert used | left_out == set(facts("frames"))
    assert not used & left_out


def test_every_fact_about_a_rotation_is_used_or_left_out_with_a_reason() -> None:
    used = list(choices("rotations"))
    left_out = [row for reason in choices("left_out_rotations")["reason"] for row in reason["rows"]]
    assert sorted(used + left_out) == sorted(facts("rotations"))


def test_of_tot_the_last_day_is_the_day_before() -> None:
    assert last_day_inside("2025-07-09", "no") == "2025-07-08"
    assert last_day_inside("2025-03-01", "no") == "2025-02-28"
    assert last_day_inside("2028-06-30", "yes") == "2028-06-30"
    assert last_day_inside("2026-04-30", "unknown") == "2026-04-30"


def test_rows_of_a_group_with_other_days_or_missions_become_frames_of_their_own() -> None:
    rows = ["R2425-EMASOH-MIL", "R2425-EMASOH-SKELETON", "R2425-CMF-OPG-MIL", "R2425-OPG"]
    assert list(grouped(rows)) == [
        "R2425-EMASOH",
        "R2425-EMASOH-SKELETON",
        "R2425-CMF-OPG-MIL",
        "R2425-OPG",
    ]


def test_rows_of_a_group_with_the_same_days_and_missions_are_one_frame() -> None:
    groups = grouped(["R2425-OSC-JNT", "R2425-OSC-MIL", "R2425-OSC-CIVPOL"])
    assert {name: len(rows) for name, rows in groups.items()} == {"R2425-OSC": 3}
