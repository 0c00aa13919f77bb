"""The index of findings: always what a fresh look at the plan would give."""

from __future__ import annotations

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.model import ChangeRotations, Edit, Kind, MoveRotations, Put, RemoveRotations
from domain.rules.finding import Severity
from gui.document import Document
from gui.models.finding_index import FindingIndex
from tests.domain import plan_builder as build

NAMES = ("a", "b", "c")
edits: st.SearchStrategy[Edit] = st.one_of(
    st.builds(MoveRotations, st.just(("a",)), st.integers(-200, 200)),
    st.builds(
        MoveRotations, st.just(("b",)), st.integers(-200, 200), st.sampled_from([None, "vpd"])
    ),
    st.builds(ChangeRotations, st.just(("a", "b")), st.builds(dict, military=st.integers(0, 9))),
)


def everything(index: FindingIndex) -> dict[str, object]:
    things = {
        f"{kind} {name}": index.of(kind, name)
        for kind, names in ((Kind.ROTATION, NAMES), (Kind.MISSION, ("osc", "vpd")))
        for name in names
    }
    counts = {severity.value: index.count(severity) for severity in Severity}
    return {**things, **counts, "waived": index.waived}


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(st.sampled_from(["submit", "preview", "undo"]), edits), max_size=8))
def test_following_is_the_same_as_looking_anew(
    document: Document, steps: list[tuple[str, Edit]]
) -> None:
    document.undo_stack.setIndex(0)
    index = FindingIndex(document)
    for what, edit in steps:
        if what == "submit":
            document.submit(edit)
        elif what == "undo":
            document.undo_stack.undo()
        else:
            document.preview(edit)
            document.end_preview()
        assert everything(index) == everything(FindingIndex(document))
    index.deleteLater()


def test_an_edit_under_way_is_counted(document: Document) -> None:
    index = FindingIndex(document)
    document.preview(MoveRotations(("b",), -30))
    assert index.count(Severity.ERROR) == 1
    assert index.worst(Kind.MISSION, "osc") is Severity.ERROR
    assert len(index.caused) == 1
    document.end_preview()
    assert index.count(Severity.ERROR) == 0
    assert index.worst(Kind.MISSION, "osc") is None


def test_an_accepted_finding_is_counted_apart(document: Document) -> None:
    document.submit(MoveRotations(("b",), -30))
    finding = document.findings[0]
    waiver = build.waiver(
        "FRA001",
        ["limit osc-cap"],
        (finding.first_day.isoformat(), finding.last_day.isoformat()),
        excess="1",
        contributors=["rotation a", "rotation b"],
    )
    document.submit(Put((waiver,)))
    index = FindingIndex(document)
    assert (index.count(Severity.ERROR), index.waived) == (0, 1)
    assert index.worst(Kind.MISSION, "osc") is None
    assert len(index.of(Kind.ROTATION, "a")) == 1


def test_what_is_gone_touches_nothing(document: Document) -> None:
    index = FindingIndex(document)
    document.submit(MoveRotations(("b",), -30))
    document.submit(RemoveRotations(("b",)))
    assert index.of(Kind.ROTATION, "b") == ()
    assert document.plan.rotations["a"].first_day == date(2026, 1, 1)
