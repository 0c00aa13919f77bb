"""Whatever the model accepts, the tables accept, and it comes back equal."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, get_type_hints

import pytest
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st

from domain.errors import Refused
from domain.model import (
    KINDS,
    Accepted,
    Category,
    DayNotes,
    Exemption,
    Force,
    ForceKind,
    Frame,
    Kind,
    Length,
    Limit,
    Marking,
    Mission,
    OpenPoint,
    Plan,
    RecoveryRule,
    Ref,
    Settings,
    Source,
    SupplyStep,
    Table,
    Waiver,
)
from domain.store import PlanFile

texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)
ids = st.text(st.characters(exclude_categories=["Cs", "Cc", "Z"]), min_size=1, max_size=64)
days = st.dates(date(1990, 1, 1), date(2100, 12, 31))
any_day = st.dates()
counts = st.sampled_from([0, 1, 10_000_000]) | st.integers(0, 10_000_000)
numbers = st.decimals(0, 1000, places=2) | st.sampled_from([Decimal("1E+2"), Decimal("-0.0")])
stretches = st.sampled_from([0, 1, 40_000]) | st.integers(0, 40_000)
month_counts = st.sampled_from([0, 1, 1_200]) | st.integers(0, 1_200)
lengths = st.builds(Length, days=stretches) | st.builds(Length, months=month_counts)
mission_ids = st.sampled_from(["m", "n"])
BY_NAME: dict[str, st.SearchStrategy[Any]] = {
    "mission": mission_ids,
    "missions": st.lists(mission_ids, max_size=3).map(tuple),
    "supports": st.lists(mission_ids, max_size=3).map(tuple),
    "parent": st.sampled_from([None, "f"]),
    "supersedes": st.just(()),
    "relieves": st.none(),
    "continues": st.none(),
    "part_of": st.none(),
    "post": st.none(),
    "decided_on": st.none() | any_day,
    "condition_decided_on": st.none() | any_day,
    "on": st.none() | any_day,
    "until": st.none() | any_day,
    "exempt_missions": st.lists(st.builds(Exemption, mission_ids, texts), max_size=2).map(tuple),
    "id": ids,
    "handover_days": stretches,
    "preparation_days": stretches,
    "decision_lead_days": stretches,
    "days": st.none() | stretches,
    "window_days": st.none() | stretches,
    "min_months": st.none() | month_counts,
    "max_months": st.none() | month_counts,
}
BY_TYPE: dict[Any, st.SearchStrategy[Any]] = {
    str: texts,
    int: counts,
    int | None: st.none() | counts,
    date: days,
    date | None: st.none() | days,
    Decimal | None: st.none() | numbers,
    Length | None: st.none() | lengths,
    frozenset[Category]: st.frozensets(st.sampled_from(Category)),
}


def fields_of(kind: type, **given: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """A value for each field of a class."""
    # The model knows some types only to those who check it.
    hints = get_type_hints(kind, localns={"Decimal": Decimal})
    by_name = {**BY_NAME, **given}
    return st.fixed_dictionaries(
        {
            field.name: by_name[field.name]
            if field.name in by_name
            else BY_TYPE.get(hints[field.name], st.from_type(hints[field.name]))
            for field in fields(kind)
        }
    )


@contextmanager
def rejecting() -> Iterator[None]:
    """What the model refuses is not tried."""
    try:
        yield
    except Refused:
        reject()


def made(kind: type, **given: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Things of a kind that the model accepts."""

    def thing(values: dict[str, Any]) -> object:
        with rejecting():
            return kind(**values)

    return fields_of(kind, **given).map(thing)


sources = made(Source, text=st.none() | texts)
notes = made(DayNotes)
BY_NAME |= {"source": st.none() | sources, "day_notes": notes}
limits = st.lists(made(Limit), min_size=1, max_size=3, unique_by=lambda limit: limit.id)
supply = st.lists(made(SupplyStep), max_size=2)
OWN: dict[type, dict[str, st.SearchStrategy[Any]]] = {
    Frame: {"limits": limits.map(tuple)},
    Force: {"supply": supply.map(tuple)},
    Waiver: {
        "accepted": st.builds(
            lambda period, *rest: Accepted(*sorted(period), *rest),
            st.tuples(days, days),
            st.none() | numbers,
            st.lists(st.builds(Ref, st.sampled_from(Kind), ids), max_size=2).map(tuple),
        )
    },
    RecoveryRule: {"forces": st.just(("f",))},
}
WITH_FORCE = {"force": st.sampled_from(["f"])}


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("any-things") / "a.kader"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.__name__))
@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_thing_comes_back_equal(path: Path, kind: type, data: st.DataObject) -> None:
    thing = data.draw(made(kind, **WITH_FORCE, **OWN.get(kind, {})))
    plan = Plan(
        missions=Table([Mission("m", "M"), Mission("n", "N")]),
        forces=Table([Force("f", "F", ForceKind.POOL)]),
    ).put(thing)
    assert reopened(path, plan) == plan


@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(
    st.tuples(texts, texts, st.none() | texts),
    made(Settings, marking=st.none() | st.builds(Marking, counts | texts, texts, texts)),
    st.lists(made(OpenPoint, source=texts), max_size=2).map(tuple),
)
def test_any_scenario_comes_back_equal(
    path: Path,
    names: tuple[str, str, str | None],
    said: Settings,
    points: tuple[OpenPoint, ...],
) -> None:
    plan = Plan(*names, settings=said, open_points=points)
    assert reopened(path, plan) == plan


def reopened(path: Path, plan: Plan) -> Plan:
    """The plan as it comes out of a file into which it went, which is whole."""
    path.unlink(missing_ok=True)
    PlanFile.create(path, [plan]).close()
    with PlanFile.open(path) as file:
        assert file.verify() == ()
        return file.load()
