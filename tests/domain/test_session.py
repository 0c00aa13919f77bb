"""The open plan: what a step does, and that nothing is half done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.errors import ReadOnlyPlan, Refused
from domain.exchange.plan_json import plan_from_document
from domain.model import (
    Applied,
    ChangeRotations,
    Edit,
    MoveRotations,
    Plan,
    RemoveRotations,
    ResizeRotation,
)
from domain.rules.checker import check
from domain.session import Keeper, Session
from domain.store import PlanFile
from tests.domain.plan_builder import frame, limit, plan, refs, rotation
from tests.domain.rules.random_edits import edit_of
from tests.oracle.plans import Case, cases

MARCH = ("2026-03-01", "2026-03-31")
ABOUT = plan(
    frame("osc", limit("cap", 7)),
    rotation("r1", "osc", *MARCH, military=5),
    rotation("r2", "osc", *MARCH, military=2),
)
ONE_MORE = ChangeRotations(("r2",), {"military": 3})
ONE_FEWER = ChangeRotations(("r1",), {"military": 4})


@pytest.fixture
def file(tmp_path: Path) -> Iterator[PlanFile]:
    with PlanFile.create(tmp_path / "plan.kader", [ABOUT]) as made:
        yield made


@pytest.fixture
def session(file: PlanFile) -> Session:
    return Session(file.load(), file.keeper("Basis"))


def on_disk(file: PlanFile) -> Plan:
    return file.load()


def codes(session: Session) -> list[str]:
    return [finding.code for finding in session.findings]


def test_an_open_plan_has_its_findings(session: Session) -> None:
    assert session.plan == ABOUT
    assert session.findings == ()
    assert session.profile("cap").peak == 7


def test_an_edit_is_done_checked_and_on_disk(session: Session, file: PlanFile) -> None:
    change = session.submit(ONE_MORE)

    assert session.plan.rotations["r2"].military == 3
    assert codes(session) == ["FRA001"]
    assert session.profile("cap").peak == 8
    assert on_disk(file) == session.plan == change.after
    assert (change.before, change.label) == (ABOUT, ONE_MORE.label)
    assert change.touched == set(refs("rotation r2"))


def test_a_change_says_which_findings_came_and_went(session: Session) -> None:
    caused = session.submit(ONE_MORE)
    solved = session.submit(ONE_FEWER)

    assert ([one.code for one in caused.caused], caused.solved) == (["FRA001"], ())
    assert (solved.caused, solved.solved) == ((), caused.caused)


def test_a_finding_that_changes_goes_and_comes(session: Session) -> None:
    session.submit(ONE_MORE)
    change = session.submit(ChangeRotations(("r2",), {"military": 4}))

    assert [one.measured for one in change.solved] == [8]
    assert [one.measured for one in change.caused] == [9]


def test_undo_is_going_back_to_the_plan_before(session: Session, file: PlanFile) -> None:
    change = session.submit(ONE_MORE)
    back = session.move_to(Applied(change.before, change.touched), "Undo")

    assert session.plan is change.before
    assert session.findings == ()
    assert [one.code for one in back.solved] == ["FRA001"]
    assert on_disk(file) == ABOUT


def test_redo_is_going_there_again(session: Session, file: PlanFile) -> None:
    change = session.submit(ONE_MORE)
    session.move_to(Applied(change.before, change.touched), "Undo")
    again = session.move_to(Applied(change.after, change.touched), "Redo")

    assert session.plan is change.after
    assert again.caused == change.caused
    assert on_disk(file) == change.after


def test_a_plan_that_takes_another_name_has_it_from_then_on(session: Session) -> None:
    renamed = replace(session.plan, scenario="Nieuw")
    session.take_name(renamed)
    assert session.plan is renamed
    assert session.submit(ONE_MORE).after.scenario == "Nieuw"


def test_a_look_ahead_changes_nothing(session: Session, file: PlanFile) -> None:
    before, findings = session.plan, session.findings
    preview = session.preview(ONE_MORE, ["cap"])

    assert [one.code for one in preview.findings] == ["FRA001"]
    assert preview.caused == preview.findings
    assert (preview.plan.rotations["r2"].military, preview.profiles["cap"].peak) == (3, 8)
    assert session.plan is before
    assert session.findings == findings
    assert session.profile("cap").peak == 7
    assert on_disk(file) == ABOUT


def test_a_look_ahead_shows_what_the_edit_then_does(session: Session) -> None:
    preview = session.preview(ONE_MORE)
    change = session.submit(ONE_MORE)

    assert (preview.plan, preview.findings) == (session.plan, session.findings)
    assert (preview.solved, preview.caused) == (change.solved, change.caused)


REFUSED: list[Edit] = [
    MoveRotations(("r9",), 1),
    ChangeRotations(("r1",), {"military": -1}),
    ResizeRotation("r1", date(2026, 3, 2), date(2026, 3, 1)),
    ChangeRotations(("r1",), {"part_of": "r1"}),
]


@pytest.mark.parametrize("edit", REFUSED, ids=lambda edit: type(edit).__name__)
def test_an_edit_that_cannot_be_leaves_all_as_it_was(
    session: Session, file: PlanFile, edit: Edit
) -> None:
    before, bytes_before = session.plan, file.path.read_bytes()

    with pytest.raises(Refused):
        session.submit(edit)
    with pytest.raises(Refused):
        session.preview(edit)
    assert session.plan is before
    assert session.findings == ()
    assert file.path.read_bytes() == bytes_before


def test_a_step_that_cannot_be_kept_leaves_all_as_it_was(file: PlanFile) -> None:
    path, bytes_before = file.path, file.path.read_bytes()
    file.close()
    with PlanFile.open(path, read_only=True) as to_read:
        session = Session(to_read.load(), to_read.keeper("Basis"))
        before = session.plan

        with pytest.raises(ReadOnlyPlan):
            session.submit(ONE_MORE)

        assert session.plan is before
        assert session.findings == ()
        assert session.profile("cap").peak == 7
        assert [one.code for one in session.preview(ONE_MORE).findings] == ["FRA001"]
    assert path.read_bytes() == bytes_before


class Interrupted:
    """What keeps a plan, when someone stops the program just then."""

    def save(self, before: Plan, applied: Applied, label: str) -> None:  # noqa: ARG002 - a keeper's
        raise KeyboardInterrupt


def test_a_step_that_is_interrupted_leaves_all_as_it_was() -> None:
    session = Session(ABOUT, Interrupted())

    with pytest.raises(KeyboardInterrupt):
        session.submit(ONE_MORE)

    assert session.plan is ABOUT
    assert session.findings == ()


def test_what_was_left_as_it_was_can_be_done_after_all(session: Session) -> None:
    with pytest.raises(Refused):
        session.submit(RemoveRotations(("r9",)))
    session.submit(ONE_MORE)

    assert codes(session) == ["FRA001"]


def test_the_day_to_look_from_is_kept(file: PlanFile) -> None:
    about = Session(file.load(), file.keeper("Basis"), date(2026, 6, 1))
    change = about.submit(MoveRotations(("r1",), -1))

    assert codes(about) == ["DEC001", "DEC001"]
    assert about.findings == check(about.plan, date(2026, 6, 1))
    assert [one.code for one in change.caused] == ["DEC001"]


class Forgetful:
    """What keeps a plan nowhere, to look at a session by itself."""

    def save(self, before: Plan, applied: Applied, label: str) -> None:
        pass


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(case=cases(), data=st.data())
def test_a_look_ahead_at_any_edit_shows_what_it_does_and_leaves_no_trace(
    case: Case, data: st.DataObject
) -> None:
    document, as_of = case
    keeper: Keeper = Forgetful()
    session = Session(plan_from_document(document), keeper, as_of)
    before, findings = session.plan, session.findings
    edit = edit_of(data.draw, before)
    limits = [one.id for _frame, one in before.limits()]
    try:
        preview = session.preview(edit)
    except Refused:
        return

    assert (session.plan, session.findings) == (before, findings)
    assert [session.profile(one).steps for one in limits] == [
        Session(before, keeper, as_of).profile(one).steps for one in limits
    ]
    session.submit(edit)
    assert session.findings == preview.findings == check(preview.plan, as_of)
