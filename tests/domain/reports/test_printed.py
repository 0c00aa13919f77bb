"""What was printed beside what is recomputed: the reports of 2020 and of 2024/25."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from domain.baselines import plans_of
from domain.model import Plan
from domain.reports import Period, Report, report_of
from domain.reports.explanations import explanations
from domain.reports.period import period_of
from domain.reports.printed import Columns, printed_for, printed_tables
from resources.report.make import tables
from tests.domain import plan_builder as build

ROOT = Path(__file__).parents[3]


def report(baseline: str) -> Report:
    (plan,) = plans_of(baseline)
    period = period_of(plan)
    assert period is not None
    return report_of(plan, period)


def numbers(made: Report) -> tuple[int | None, int | None, int | None]:
    assert made.printed is not None
    frame = made.printed.frame
    return frame.military.number, frame.civil_police.number, frame.joint.number


def test_the_file_is_what_the_facts_give() -> None:
    command = [sys.executable, "resources/report/make.py", "--check"]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == 0


def test_the_printed_totals_are_those_of_the_documents() -> None:
    first, second = printed_tables()
    assert (first.frame, first.deployed) == (Columns(1093, 74), Columns(1847, 41))
    assert (second.frame, second.deployed) == (Columns(1320, 22), Columns(3375, 18))
    assert (len(first.rows), len(second.rows)) == (21, 18)


def test_5_the_totals_of_2020_count_two_joint_frames_twice() -> None:
    made = report("nl-2020")
    assert made.printed is not None
    table = made.printed.table
    assert table.frame.total == 1093 + 74 == 1167
    assert table.frames_once == (Columns(1063, 24), 50)
    assert table.deployed_anew == table.deployed
    twice = [row.mission for row in table.rows if len(row.joint_printed_in) == 2]
    assert twice == ["EULEX Kosovo", "EUCAP Sahel Mali"]


def test_5_the_plan_of_2020_gives_each_frame_once() -> None:
    made = report("nl-2020")
    assert numbers(made) == (1063, 24, 50)
    assert made.printed is not None
    assert [row for row in made.printed.rows if row.frame_differs] == []
    # The table has no row for this mission, whose mandate the text names.
    assert [entry.missions for entry in made.printed.beside] == [("eupol-copps",)]
    assert made.annex_2.frame.civil_police.number == 24 + 5


def test_5_the_totals_of_2024_agree() -> None:
    made = report("nl-2024")
    assert made.printed is not None
    table = made.printed.table
    assert table.frame == Columns(1320, 22)
    assert table.frames_once == (Columns(1320, 22), 0)
    assert table.deployed_anew == table.deployed == Columns(3375, 18)
    assert table.deployed.total == 3393
    assert numbers(made) == (1320, 22, None)
    assert [row for row in made.printed.rows if row.frame_differs] == []
    assert [entry.missions for entry in made.printed.beside] == [("opa",)]


def test_who_changed_category_in_2020_is_counted_as_printed() -> None:
    made = report("nl-2020")
    assert made.printed is not None
    (niger,) = [row for row in made.printed.rows if row.row.mission == "EUCAP Sahel Niger"]
    assert not niger.deployed_differs
    assert (niger.deployed.military, niger.deployed.civil_police) == (0, 4)


def test_the_difference_is_explained() -> None:
    made = report("nl-2020")
    assert made.printed is not None
    said = explanations(made.printed, made.plan)
    assert said[:3] == (
        "EULEX Kosovo: 15 stands for both columns together, and is in both printed totals.",
        (
            "Anti-ISIS coalitie en de brede veiligheidsinzet in Irak (separate VGR): 20 counts "
            "military and civilians together, and is in the printed total of civilians and police."
        ),
        "EUCAP Sahel Mali: 15 stands for both columns together, and is in both printed totals.",
    )
    assert (
        "Frames: printed 1093 + 74 = 1167; each frame once is 1063 military + 24 civil/police + "
        "50 joint = 1137: a difference of 30." in said
    )
    assert (
        "EUPOL COPPS: in this plan with frame 0 + 5, 0 deployed; not in the printed table." in said
    )


def test_where_all_agrees_that_is_said_too() -> None:
    made = report("nl-2024")
    assert made.printed is not None
    said = explanations(made.printed, made.plan)
    assert said[0] == (
        "OSC: 7 is the most that both columns may hold together; it is not added to them."
    )
    assert "Frames: the printed totals agree with the rows, each frame counted once." in said
    assert any("EMASOH (t/m juni 2024) 6 / 7" in sentence for sentence in said)


def test_another_frame_than_the_printed_one_is_named() -> None:
    (plan,) = plans_of("nl-2024")
    unc = plan.frames["R2425-UNC-MIL"]
    other = build.frame("unc-korea", build.limit("other", 5, "military"), id_=unc.id)
    changed = plan.put(other)
    made = report_of(changed, Period(build.day("2024-05-01"), build.day("2025-04-30")))
    assert made.printed is not None
    said = explanations(made.printed, changed)
    assert "UNC: frame printed 3 + 0, in this plan 5 + 0." in said


@pytest.mark.parametrize(
    ("first", "last"), [("2020-01-01", "2020-12-30"), ("2021-01-01", "2021-12-31")]
)
def test_for_other_days_nothing_was_printed(first: str, last: str) -> None:
    (plan,) = plans_of("nl-2020")
    assert printed_for(plan, Period(build.day(first), build.day(last))) is None


def test_for_another_plan_nothing_was_printed() -> None:
    year = Period(build.day("2020-01-01"), build.day("2020-12-31"))
    assert printed_for(Plan(), year) is None
    few = build.plan(build.frame("unifil untso", build.limit("x", 1)))
    assert printed_for(few, year) is None


def test_rows_that_do_not_add_up_stop_the_script() -> None:
    row = {
        "row_type": "mission",
        "row_id": "X-01",
        "frame_mil": "3",
        "frame_civ_police": "",
        "frame_joint": "",
        "deployed_mil": "1",
        "deployed_civ_police": "",
        "group_heading": "",
        "mission_as_printed": "X",
        "mission_codes": "x",
        "footnote": "",
        "lines": "",
    }
    total = {
        **row,
        "row_type": "total_printed",
        "frame_mil": "4",
        "frame_civ_police": "0",
        "deployed_civ_police": "0",
        "document": "",
        "source_file": "",
        "period_from": "2020-01-01",
        "period_to": "2020-12-31",
    }
    with pytest.raises(ValueError, match="the rows give 3"):
        tables([row, total])
    with pytest.raises(ValueError, match="not clear where"):
        tables([{**row, "frame_joint": "9"}, total])
