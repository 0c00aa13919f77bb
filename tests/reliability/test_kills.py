"""A program that is killed while it saves loses nothing that it said was saved."""

from pathlib import Path

import pytest

from tests.reliability.kills import kill
from tests.reliability.saving import KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_no_step_that_was_acknowledged_is_lost_and_none_is_half_there(
    tmp_path: Path, kind: str
) -> None:
    outcome = kill(tmp_path, kind, kills=2, seed=1)
    assert outcome.kills == 2
    assert (outcome.lost, outcome.half, outcome.faults) == (0, 0, ())
