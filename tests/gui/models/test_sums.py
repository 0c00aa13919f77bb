"""What a selection comes to."""

from __future__ import annotations

from datetime import date

from gui.models.sums import sum_of
from tests.domain import plan_builder as build


def test_persons_are_added_and_the_peak_is_the_most_at_once() -> None:
    total = sum_of(
        [
            build.rotation("a", "m", "2027-01-01", "2027-05-12", military=55),
            build.rotation("b", "m", "2027-05-12", "2027-08-31", military=50, civilian=5),
            build.rotation("c", "m", "2028-01-01", "2028-02-01", police=55),
        ]
    )
    assert (total.count, total.persons) == (3, 165)
    assert (total.peak, total.peak_day) == (110, date(2027, 5, 12))
    assert total.text == "3 rotations · 165 persons · peak 110 on 12-05-2027"


def test_a_handover_without_overlap_is_no_peak() -> None:
    first = build.rotation("a", "m", "2027-01-01", "2027-06-30", military=4)
    second = build.rotation("b", "m", "2027-07-01", "2027-12-31", military=4)
    assert sum_of([first, second]).peak == 4


def test_a_cancelled_rotation_sends_nobody() -> None:
    rotation = build.rotation("a", "m", "2027-01-01", "2027-06-30", military=4, status="cancelled")
    assert sum_of([rotation]).text == "1 rotation · 0 persons"
