"""After a crash in the midst of a step a plan opens by itself, as it was before the step."""

from pathlib import Path

from domain.store import PlanFile
from tests.domain.store.plans import long_plan
from tests.reliability.starting import crash


def test_a_plan_that_was_partly_overwritten_is_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.kader"
    PlanFile.create(path, [long_plan(3000)]).close()
    before = path.read_bytes()
    assert crash(path) > 100_000
    assert path.read_bytes() != before
    with PlanFile.open(path) as file:
        assert file.load() == long_plan(3000)
        assert file.verify() == ()
