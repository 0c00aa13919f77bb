"""What goes into a file comes out of it, on a real file that was closed in between."""

from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass, replace
from enum import Enum
from pathlib import Path

from domain.model import LISTS, NO_NOTES, Plan, Table
from domain.store import PlanFile
from domain.store.forms import FORMS
from tests.domain.store.plans import everything, long_plan


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


def test_a_thousand_rotations_come_back_equal(tmp_path: Path) -> None:
    plan = long_plan(1_000)
    assert reopened(tmp_path / "a.kader", plan) == plan
    assert reopened(tmp_path / "a.kader", replace(plan, rotations=Table())).rotations == Table()
