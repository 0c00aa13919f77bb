"""A program that is killed while it saves loses nothing that it said was saved."""

from pathlib import Path

from tests.domain.store.kill_runs import KINDS, kill


def test_no_step_that_was_acknowledged_is_lost_and_none_is_half_there(tmp_path: Path) -> None:
    outcome = kill(tmp_path / "a.kader", kills=len(KINDS) + 1, seed=1)
    assert outcome.steps >= len(KINDS)
    assert (outcome.lost, outcome.half, outcome.faults) == (0, 0, ())
