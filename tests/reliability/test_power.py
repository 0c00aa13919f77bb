"""A loss of power loses nothing that was said to be saved, and leaves every file readable."""

from pathlib import Path

import pytest

from tests.reliability.power import KINDS, can_watch, lose_power

pytestmark = pytest.mark.skipif(not can_watch(), reason="needs strace, and leave to use it")


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_lost_and_everything_can_be_read(tmp_path: Path, kind: str) -> None:
    left = lose_power(tmp_path, points=12, seed=1, kind=kind)
    assert (left.points, left.lost, left.faults) == (12, 0, ())


def test_on_a_disk_that_only_says_that_it_writes_it_is_seen_that_much_is_lost(
    tmp_path: Path,
) -> None:
    left = lose_power(tmp_path, points=12, seed=1, is_deaf=True)
    assert left.lost + left.unreadable > 0
