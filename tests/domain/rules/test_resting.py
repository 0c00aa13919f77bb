"""The garbage collector rests, and works again afterwards."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from dataclasses import replace
from weakref import ref

import pytest

from domain.model import Put
from domain.rules.checker import LARGE, Checker
from domain.rules.resting import collector_at_rest
from tests.domain.plan_builder import plan, rotation, unit
from tests.domain.rules.large_plan import large_plan

MARCH = ("2026-03-01", "2026-03-31")


@pytest.fixture(autouse=True)
def collector() -> Iterator[None]:
    working = gc.isenabled()
    gc.enable()
    yield
    gc.unfreeze()
    if not working:
        gc.disable()


def test_the_collector_rests_until_the_end() -> None:
    with collector_at_rest(set_aside=False):
        assert not gc.isenabled()

    assert gc.isenabled()


def test_the_collector_works_again_after_a_failure() -> None:
    with pytest.raises(KeyError), collector_at_rest(set_aside=True):
        raise KeyError

    assert gc.isenabled()


def test_a_collector_that_does_not_work_is_left_alone() -> None:
    gc.disable()
    before = gc.get_freeze_count()
    with collector_at_rest(set_aside=True):
        assert not gc.isenabled()

    assert not gc.isenabled()
    assert gc.get_freeze_count() == before


def test_what_was_known_of_a_plan_goes_with_the_next_whole_check_of_another() -> None:
    before = large_plan(LARGE)
    after = Put((replace(before.missions["m3"], handover_days=9),)).apply(before)
    checker = Checker(before)
    assert checker.findings
    known = ref(checker._checked.situation)  # noqa: SLF001 - nobody else holds it

    gc.disable()
    try:
        checker.update(after.plan, after.touched)
        assert known() is None
    finally:
        gc.enable()


def test_very_many_findings_of_few_rotations_are_set_aside_too() -> None:
    made = plan(unit("ship"), *(rotation(f"r{n}", "osc", *MARCH, force="ship") for n in range(70)))
    before = gc.get_freeze_count()
    assert len(Checker(made).findings) >= LARGE
    assert gc.get_freeze_count() > before
