"""The verb `report`: readable text, or one JSON document."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from domain.cli import main
from domain.cli.tables import table_lines

YEAR = ["--from", "2020-01-01", "--until", "2020-12-31"]


@pytest.fixture
def path(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    path = str(tmp_path / "plan.kader")
    assert main(["new", path, "--baseline", "nl-2020"]) == 0
    capsys.readouterr()
    return path


def test_the_document_holds_both_annexes_their_totals_and_what_was_printed(
    path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["report", path, *YEAR, "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert (document["first_day"], document["last_day"]) == ("2020-01-01", "2020-12-31")
    assert document["totals"]["frame"]["military"]["number"] == 1063
    assert document["totals"]["frame"]["joint"]["number"] == 50
    assert document["totals"]["deployed"] == {"military": 34, "civil_police": 30, "total": 64}
    niger = next(row for row in document["annex_1"] if row["mission"] == "eucap-sahel-niger")
    assert niger["mandates"][0]["last_day"] == "2022-09-30"
    assert niger["frames"][0] == {
        "frame": "R2020-EUCAP-SAHEL",
        "title": "EUCAP Sahel Mali en Niger gezamenlijk",
        "last_day": "2021-12-31",
        "last_day_kind": "date",
        "last_day_precision": "day",
        "last_day_note": niger["frames"][0]["last_day_note"],
        "in_force": True,
        "condition": None,
        "condition_met": None,
        "source": niger["frames"][0]["source"],
    }
    printed = document["printed"]
    assert printed["totals"]["frame"] == {"military": 1093, "civil_police": 74}
    assert printed["each_frame_once"] == {"military": 1063, "civil_police": 24, "joint": 50}
    assert printed["missions_not_printed"] == ["eupol-copps"]
    assert len(printed["rows"]) == 21


def test_an_entry_names_its_missions_its_frame_and_who_was_deployed(
    path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["report", path, *YEAR, "--json"])
    entries = json.loads(capsys.readouterr().out)["annex_2"]
    sahel = next(one for one in entries if len(one["missions"]) == 2 and "Sahel" in one["region"])
    assert sahel["frame"]["joint"] == {
        "number": 15,
        "circa": False,
        "unlimited": False,
        "unknown": False,
    }
    assert sahel["deployed"] == {"military": 0, "civil_police": 7, "total": 7}
    assert [one["deployed"]["total"] for one in sahel["missions"]] == [3, 4]
    assert sahel["missions"][1]["counted_elsewhere"] == 1


def test_the_text_has_both_annexes_and_the_printed_totals(
    path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["report", path, *YEAR]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Nederlandse inzet 2020 – Plan  01-01-2020 – 31-12-2020"
    assert any(line.startswith("Annex 1") for line in lines)
    (untso,) = [line.split() for line in lines if line.startswith("  UNTSO") and "12" in line]
    assert untso == ["UNTSO", "12", "12", "0", "12"]
    (printed,) = [line.split() for line in lines if line.startswith("printed")]
    assert printed == ["printed", "1093", "74", "1847", "41", "1888"]
    assert "Deployed are all who passed through; a frame limits" in "\n".join(lines)


def test_for_days_of_which_nothing_was_printed_nothing_is_said_of_it(
    path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["report", path, "--from", "2020-02-01", "--until", "2020-12-31"]) == 0
    assert "rinted" not in capsys.readouterr().out
    main(["report", path, "--from", "2020-02-01", "--until", "2020-12-31", "--json"])
    assert json.loads(capsys.readouterr().out)["printed"] is None


def test_days_the_wrong_way_round_are_refused(
    path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["report", path, "--from", "2020-02-01", "--until", "2020-01-31"]) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "2020-01-31 lies before the first day 2020-02-01" in error


def test_both_days_are_needed(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", path, "--from", "2020-02-01"]) == 2
    assert "--until" in capsys.readouterr().err


def test_an_empty_plan_has_an_empty_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(tmp_path / "empty.kader")
    main(["new", path])
    capsys.readouterr()
    assert main(["report", path, *YEAR, "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert (document["annex_1"], document["annex_2"]) == ([], [])
    assert document["totals"]["deployed"]["total"] == 0
    assert document["totals"]["frame"]["military"]["number"] is None


def test_numbers_stand_right_and_long_cells_on_several_lines() -> None:
    rows = [("Region",), ("  a mission", "7"), ("b", "120")]
    assert list(table_lines(("Name", "No"), rows, numbers=frozenset({1}))) == [
        "Name          No",
        "-----------  ---",
        "Region",
        "  a mission    7",
        "b            120",
    ]
    long = "word " * 20
    lines = list(table_lines(("Name", "Text"), [("x", long)]))
    assert len(lines) == 5
