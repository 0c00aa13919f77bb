"""The garbage collector rests, and works again afterwards."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from domain.rules.resting import collector_at_rest


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
