"""The heat map as values: how full each limit is in each period, to the day."""

from __future__ import annotations

from datetime import date

import pytest

from domain.model import Limit, Plan
from domain.session import Session
from gui.models.heat_map import Cell, Grade, HeatRow, limits_in_order, periods_of, row_of
from gui.models.heat_map import rotations_of as counted
from gui.models.heat_words import cell_sentence, limit_text
from gui.timeline.periods import Unit
from tests.domain import plan_builder as build


class Kept:
    """A keeper that keeps nothing."""

    def save(self, before: object, applied: object, label: str) -> None:
        """Nothing has to survive."""


def row_in(plan: Plan, limit: str, unit: Unit = Unit.MONTH) -> HeatRow:
    profile = Session(plan, Kept()).profile(limit)
    row = row_of(profile, periods_of(plan, unit), plan.settings)
    assert row is not None
    return row


def cell_of(row: HeatRow, day: str) -> Cell:
    number = date.fromisoformat(day).toordinal()
    return next(cell for cell in row.cells if cell.span[0] <= number < cell.span[1])


@pytest.fixture
def plan() -> Plan:
    """OSC with at most 7: four all year, three more in the spring, one more for two weeks."""
    return build.plan(
        build.mission("osc"),
        build.frame("osc", build.limit("cap", 7), days=("2026-02-15", "2026-10-31")),
        build.rotation("a", "osc", "2026-01-01", "2026-12-31", military=4),
        build.rotation("b", "osc", "2026-03-01", "2026-05-31", military=3),
        build.rotation("c", "osc", "2026-04-17", "2026-04-30", military=1),
    )


def test_a_cell_holds_the_peak_of_its_month_and_the_first_day_of_it(plan: Plan) -> None:
    row = row_in(plan, "cap")
    april = cell_of(row, "2026-04-01")
    assert (april.peak, april.peak_day) == (8, date(2026, 4, 17).toordinal())
    assert (april.grade, row.value_text(april)) == (Grade.OVER, "8/7")
    assert cell_of(row, "2026-06-01").peak == 4


def test_equal_to_the_limit_is_full_and_no_more(plan: Plan) -> None:
    march = cell_of(row_in(plan, "cap"), "2026-03-01")
    assert (march.grade, march.fill) == (Grade.FULL, 1.0)


def test_a_month_in_which_the_frame_holds_in_part_counts_those_days_only(plan: Plan) -> None:
    february = cell_of(row_in(plan, "cap"), "2026-02-01")
    assert february.days == (date(2026, 2, 15).toordinal(), date(2026, 3, 1).toordinal())
    assert february.peak_day == date(2026, 2, 15).toordinal()
    assert "in force from 15-02-2026" in cell_sentence(
        row_in(plan, "cap"), february, plan, Unit.MONTH
    )


def test_a_month_in_which_the_frame_does_not_hold_is_absent(plan: Plan) -> None:
    row = row_in(plan, "cap")
    november = cell_of(row, "2026-11-01")
    assert (november.grade, november.days) == (Grade.ABSENT, None)
    sentence = cell_sentence(row, november, plan, Unit.MONTH)
    assert sentence.endswith("November 2026 · the frame is not in force")


def test_a_sentence_says_everything_about_a_cell(plan: Plan) -> None:
    row = row_in(plan, "cap")
    assert cell_sentence(row, cell_of(row, "2026-04-20"), plan, Unit.MONTH) == (
        "OSC · at most 7 · all categories · April 2026 · "
        "peak 8 of 7 on 17-04-2026 · above the limit"
    )


def test_quarters_and_years_hold_the_peaks_of_their_months(plan: Plan) -> None:
    quarters = row_in(plan, "cap", Unit.QUARTER).cells
    assert [cell.peak for cell in quarters] == [7, 8, 4, 4]
    assert [cell.peak for cell in row_in(plan, "cap", Unit.YEAR).cells] == [8]


def test_the_periods_are_whole_years_around_plan_and_rotations(plan: Plan) -> None:
    plan = plan.put(build.rotation("d", "osc", "2028-05-01", "2028-06-30", military=1))
    spans = periods_of(plan, Unit.MONTH)
    assert len(spans) == 36
    assert spans[0][0] == date(2026, 1, 1).toordinal()


def test_a_plan_without_rotations_shows_the_years_of_its_frames() -> None:
    plan = build.plan(build.frame("osc", build.limit("cap", 7), days=("2025-01-01", "2026-06-30")))
    assert len(periods_of(plan, Unit.YEAR)) == 2
    assert periods_of(build.plan(), Unit.MONTH) == ()


@pytest.mark.parametrize(
    ("limit", "grade", "text"),
    [
        (build.limit("one", 5, binding="circa"), Grade.MARGIN, "6/5"),
        (build.limit("one", 4, binding="circa"), Grade.OVER, "6/4"),
        (build.limit("one"), Grade.FREE, "6/–"),
        (build.limit("one", binding="unknown"), Grade.UNSURE, "6/?"),
        (build.limit("one", 15, measure=None), Grade.UNSURE, "6/15?"),
        (build.limit("one", 9, "civilian"), Grade.EMPTY, "0/9"),
        (build.limit("one", 12), Grade.PARTLY, "6/12"),
    ],
)
def test_every_kind_of_limit_has_its_grade(limit: Limit, grade: Grade, text: str) -> None:
    plan = build.plan(
        build.frame("osc", limit),
        build.rotation("a", "osc", "2026-01-01", "2026-12-31", military=6),
    )
    row = row_in(plan, "one")
    assert (row.cells[0].grade, row.value_text(row.cells[0])) == (grade, text)


def test_a_yearly_limit_has_one_value_for_all_months_of_a_year() -> None:
    plan = build.plan(
        build.frame("vpd", build.limit("year", 10, measure="teams_per_year")),
        build.rotation("a", "vpd", "2026-03-01", "2026-05-31", teams=4),
        build.rotation("b", "vpd", "2026-11-01", "2027-02-28", teams=5),
    )
    row = row_in(plan, "year")
    assert {cell.peak for cell in row.cells[:12]} == {9}
    assert {cell.grade for cell in row.cells[12:]} == {Grade.EMPTY}
    assert counted(plan, row, row.cells[3]) == ["a", "b"]
    assert counted(plan, row, row.cells[12]) == []
    assert "9 of 10 in the year" in cell_sentence(row, row.cells[0], plan, Unit.MONTH)


def test_a_mean_is_shown_with_its_decimals() -> None:
    plan = build.plan(
        build.frame("osc", build.limit("mean", 6, measure="average_per_year")),
        build.rotation("a", "osc", "2026-01-01", "2026-07-02", military=6),
    )
    assert row_in(plan, "mean").value_text(row_in(plan, "mean").cells[0]) == "3.01/6"


def test_a_cell_names_the_rotations_that_it_counts(plan: Plan) -> None:
    row = row_in(plan, "cap")
    assert counted(plan, row, cell_of(row, "2026-04-01")) == ["a", "b", "c"]
    assert counted(plan, row, cell_of(row, "2026-06-01")) == ["a"]
    assert counted(plan, row, cell_of(row, "2026-11-01")) == []


def test_limits_of_the_same_missions_stand_together_and_team_sizes_are_left_out() -> None:
    plan = build.plan(
        build.mission("osc"),
        build.mission("vpd"),
        build.frame(
            "vpd", build.limit("size", 11, measure="team_size"), build.limit("people", 121)
        ),
        build.frame("osc", build.limit("old", 5), id_="first", days=(None, "2025-12-31")),
        build.frame("osc vpd", build.limit("both", 9)),
        build.frame("osc", build.limit("new", 7), id_="second", days=("2026-01-01", None)),
    )
    every = frozenset({"osc", "vpd"})
    ids = [limit.id for _frame, limit in limits_in_order(plan, every)]
    assert ids == ["old", "new", "both", "people"]
    assert [limit.id for _f, limit in limits_in_order(plan, frozenset({"vpd"}))] == [
        "both",
        "people",
    ]


def test_a_limit_says_what_it_counts_where_that_is_not_persons() -> None:
    teams = build.limit("teams", 175, "military", measure="teams_per_year")
    assert limit_text(teams) == "at most 175 · teams a year · military"
