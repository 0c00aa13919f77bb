"""Whatever a planner does, undoes and does again, the file says what the window says."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.errors import Refused
from domain.model import (
    AddRotations,
    Applied,
    ChangeRotations,
    Edit,
    MoveRotations,
    Plan,
    Put,
    RemoveRotations,
    ReplacePlan,
    Rotation,
    Settings,
    Table,
)
from domain.store import PlanFile
from tests.domain.store.plans import everything

START = replace(everything(), scenario="S", waivers=Table())
names = st.sampled_from([f"r{number}" for number in range(12)])
numbers = st.integers(0, 99)


@st.composite
def edits(draw: st.DrawFn) -> Callable[[Plan], Edit]:
    """Something to do to a plan; often refused, as much of what people try is."""
    name, number = draw(names), draw(numbers)
    first = date(2026, 1, 1) + timedelta(days=number)
    added = Rotation(name, draw(st.sampled_from(["osc", "fer"])), "", first, first, military=number)
    frame, force = START.frames["osc-2026"], START.forces["pool"]
    tried: list[Edit] = [
        AddRotations((added,)),
        Put((added,)),
        RemoveRotations((name,)),
        MoveRotations((name,), number),
        ChangeRotations((name,), {"relieves": draw(names)}),
        Put((replace(frame, limits=frame.limits[number % 3 :]),)),
        Put((replace(force, supply=force.supply[number % 2 :]),)),
    ]
    edit = draw(st.sampled_from(tried))
    shuffled = draw(st.permutations(list(START.rotations)))

    def replaced(plan: Plan) -> Edit:
        rotations = Table(plan.rotations[key] for key in shuffled if key in plan.rotations)
        waivers = START.waivers if number % 2 else everything().waivers
        other = replace(plan, settings=Settings(number), rotations=rotations, waivers=waivers)
        return ReplacePlan(other)

    return replaced if draw(st.integers(0, 9)) == 0 else lambda _plan: edit


class Window:
    """A plan with its file, and the steps that can be undone and redone."""

    def __init__(self, path: Path) -> None:
        path.unlink(missing_ok=True)
        self.file = PlanFile.create(path, [START])
        self.open()

    def open(self) -> None:
        self.plan = self.file.load()
        self.keeper = self.file.keeper("S")
        self.done: list[tuple[Plan, Applied]] = []
        self.undone: list[tuple[Plan, Applied]] = []

    def close_and_open(self) -> None:
        shown = self.plan
        self.file.close()
        self.file = PlanFile.open(self.file.path)
        self.open()
        assert self.plan == shown

    def do(self, edit: Callable[[Plan], Edit]) -> None:
        try:
            applied = edit(self.plan).apply(self.plan)
        except Refused:
            return
        self.keeper.save(self.plan, applied, "do")
        self.done.append((self.plan, applied))
        self.undone.clear()
        self.plan = applied.plan

    def undo(self) -> None:
        if self.done:
            before, applied = self.done.pop()
            self.keeper.save(self.plan, Applied(before, applied.touched), "undo")
            self.undone.append((before, applied))
            self.plan = before

    def redo(self) -> None:
        if self.undone:
            before, applied = self.undone.pop()
            self.keeper.save(self.plan, applied, "redo")
            self.done.append((before, applied))
            self.plan = applied.plan


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("any-steps") / "a.kader"


@settings(max_examples=40)
@given(st.lists(edits() | st.sampled_from(["undo", "undo", "redo", "reopen"]), max_size=14))
def test_the_file_says_what_the_window_says(
    path: Path, steps: list[str | Callable[[Plan], Edit]]
) -> None:
    window = Window(path)
    for taken in steps:
        match taken:
            case "undo":
                window.undo()
            case "redo":
                window.redo()
            case "reopen":
                window.close_and_open()
            case edit if callable(edit):
                window.do(edit)
    window.close_and_open()
    assert window.file.verify() == ()
    window.file.close()
