"""What goes into a file comes out of it, on a real file that was closed in between."""

from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.model import (
    LISTS,
    Binding,
    DayNotes,
    EndKind,
    Frame,
    Limit,
    Measure,
    Mission,
    Plan,
    Precision,
    RecoveryKind,
    RecoveryRule,
    Rotation,
    Source,
    Status,
    Table,
)
from domain.model.days import NO_NOTES
from domain.model.words import Category
from domain.store import PlanFile
from domain.store.forms import FORMS
from tests.domain.store.plans import everything, long_plan

texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30)
ids = st.text(st.characters(exclude_categories=["Cs", "Cc", "Z"]), min_size=1, max_size=64)
days = st.dates(date(1990, 1, 1), date(2100, 12, 31))
periods = st.tuples(days, days).map(sorted)
counts = st.integers(0, 10_000_000)
maybe_counts = st.none() | counts
notes = st.builds(
    DayNotes,
    st.sampled_from(Precision),
    st.sampled_from(Precision),
    texts,
    texts,
    st.none() | st.sampled_from(EndKind),
)
sources = st.none() | st.builds(
    Source, st.none() | texts, texts, st.none() | st.dates(), texts, texts, texts, texts
)
categories = st.sets(st.sampled_from(Category), min_size=1).map(frozenset)


@st.composite
def rotations(draw: st.DrawFn, name: str) -> Rotation:
    first, last = draw(periods)
    return Rotation(
        name,
        "m",
        draw(texts),
        first,
        last,
        *draw(st.tuples(counts, counts, counts)),
        teams=draw(maybe_counts),
        quantity=draw(maybe_counts),
        supports=tuple(draw(st.lists(ids, max_size=3))),
        status=draw(st.sampled_from(Status)),
        justification=draw(texts),
        note=draw(texts),
        day_notes=draw(notes),
    )


@st.composite
def frames(draw: st.DrawFn, name: str) -> Frame:
    first, last = draw(periods)
    names = draw(st.lists(ids, min_size=1, max_size=3, unique=True))
    return Frame(
        name,
        draw(texts),
        tuple(draw(st.lists(ids, max_size=3))),
        draw(st.sampled_from([None, first])),
        draw(st.sampled_from([None, last])),
        tuple(
            Limit(f"{name} {at}", Measure.PERSONS, draw(categories), draw(counts), Binding.CIRCA)
            for at, _name in enumerate(names)
        ),
        condition=draw(st.none() | texts),
        condition_met=draw(st.sampled_from([None, False, True])),
        caveats=tuple(draw(st.lists(texts, max_size=3))),
        source=draw(sources),
        day_notes=draw(notes),
    )


def rules(name: str) -> st.SearchStrategy[RecoveryRule]:
    factors = st.decimals(0, 1000, places=2) | st.sampled_from([Decimal("1E+2"), Decimal("0.0")])
    return st.builds(
        RecoveryRule,
        id=st.just(name),
        kind=st.just(RecoveryKind.RATIO),
        categories=categories,
        first_day=st.none() | days,
        last_day=st.none(),
        factor=factors,
        forces=st.lists(ids, max_size=3).map(tuple),
    )


def reopened(path: Path, plan: Plan) -> Plan:
    """The plan as it comes out of a file into which it went."""
    path.unlink(missing_ok=True)
    PlanFile.create(path, [plan]).close()
    with PlanFile.open(path) as file:
        return file.load()


def test_a_plan_with_everything_comes_back_equal(tmp_path: Path) -> None:
    assert reopened(tmp_path / "a.kader", everything()) == everything()


def test_an_empty_plan_comes_back_equal(tmp_path: Path) -> None:
    assert reopened(tmp_path / "a.kader", Plan()) == Plan()


def test_the_order_of_each_list_comes_back(tmp_path: Path) -> None:
    plan = reopened(tmp_path / "a.kader", everything())
    assert list(plan.rotations) == ["r9", "r2", "r1", "r5"]
    assert list(plan.frames) == ["osc-2026", "osc-2025"]
    assert [limit.id for _frame, limit in plan.limits()] == ["cap", "open", "vague", "old"]


def test_an_exact_number_keeps_its_digits(tmp_path: Path) -> None:
    plan = reopened(tmp_path / "a.kader", everything())
    assert str(plan.recovery_rules["dwell"].factor) == "1.50"
    assert str(plan.waivers["w1"].accepted.excess) == "0.50"


def test_what_says_nothing_of_its_days_shares_one_value(tmp_path: Path) -> None:
    plan = reopened(tmp_path / "a.kader", long_plan(3))
    assert all(rotation.day_notes is NO_NOTES for rotation in plan.rotations.things())


def test_every_list_of_a_plan_has_its_form() -> None:
    assert list(FORMS) == list(LISTS)


def values_within(value: object) -> Iterator[object]:
    """A value, and everything that it is made of."""
    yield value
    if isinstance(value, Table):
        parts: list[object] = list(value.things())
    elif isinstance(value, tuple | frozenset):
        parts = list(value)
    elif is_dataclass(value):
        parts = [getattr(value, field.name) for field in fields(value)]
    else:
        parts = []
    for part in parts:
        yield from values_within(part)


def default_of(field: object) -> object:
    default, factory = getattr(field, "default", MISSING), getattr(field, "default_factory", None)
    return factory() if default is MISSING and callable(factory) else default


def test_the_plan_with_everything_leaves_no_field_at_its_default() -> None:
    said, all_fields = set(), set()
    for value in values_within(everything()):
        if not is_dataclass(value) or isinstance(value, Enum):
            continue
        for field in fields(value):
            place = f"{type(value).__name__}.{field.name}"
            all_fields.add(place)
            if getattr(value, field.name) != default_of(field):
                said.add(place)
    assert all_fields - said == set()


@pytest.fixture(scope="module")
def shared_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("round-trip") / "a.kader"


@settings(max_examples=40)
@given(st.data())
def test_any_rotations_frames_and_rules_come_back_equal(
    shared_file: Path, data: st.DataObject
) -> None:
    names = data.draw(st.lists(ids, min_size=1, max_size=4, unique=True))
    plan = Plan(
        name=data.draw(texts),
        scenario=data.draw(texts),
        missions=Table([Mission("m", data.draw(texts))]),
        rotations=Table([data.draw(rotations(name)) for name in names]),
        frames=Table([data.draw(frames(name[:60])) for name in names[:1]]),
        recovery_rules=Table([data.draw(rules(name)) for name in names[:1]]),
    )
    assert reopened(shared_file, plan) == plan


def test_a_thousand_rotations_come_back_equal(tmp_path: Path) -> None:
    plan = long_plan(1_000)
    assert reopened(tmp_path / "a.kader", plan) == plan
    assert reopened(tmp_path / "a.kader", replace(plan, rotations=Table())).rotations == Table()
