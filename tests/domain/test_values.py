"""Our dataclasses against those of the standard library: whoever uses one sees no difference."""

from __future__ import annotations

import copy
import dataclasses
import importlib
import inspect
import pickle
import pkgutil
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

import pytest

import domain
import gui
from domain.model import Length, Rotation
from domain.values import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Mark:
    KNOWN: ClassVar[int] = 3
    name: str
    size: int = 1
    parts: Mapping[str, int] = field(default_factory=dict, hash=False)
    quiet: str = field(default="q", repr=False, compare=False)


@dataclass(slots=True)
class Growing:
    ids: list[str] = field(default_factory=list)
    seen: dict[str, str] = field(default_factory=dict, init=False)


@dataclass(frozen=True, slots=True, order=True)
class Step:
    number: int
    letter: str = "a"

    def __post_init__(self) -> None:
        if self.number < 0:
            raise ValueError(self.number)


@dataclass(frozen=True)
class Open:
    first: str


@dataclass(frozen=True)
class Wider(Open):
    second: str = "2"


@dataclass(frozen=True, slots=True, eq=False)
class Single:
    name: str


def test_fields_are_given_by_place_or_name_and_may_have_defaults() -> None:
    mark = Mark("a", parts={"b": 1})
    assert (mark.name, mark.size, mark.parts, mark.quiet) == ("a", 1, {"b": 1}, "q")
    assert Mark.KNOWN == 3
    assert Wider("1") == Wider("1", "2")
    with pytest.raises(TypeError):
        Mark()  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Mark("a", other=1)  # type: ignore[call-arg]


def test_what_is_made_for_each_is_not_shared() -> None:
    one, two = Growing(), Growing()
    one.ids.append("a")
    one.seen["a"] = "b"
    assert (two.ids, two.seen) == ([], {})


def test_a_frozen_value_cannot_be_changed_and_has_no_other_fields() -> None:
    mark = Mark("a")
    with pytest.raises(dataclasses.FrozenInstanceError):
        mark.name = "b"  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del mark.name
    assert not hasattr(mark, "__dict__")


def test_equal_are_those_of_one_kind_with_equal_fields_that_count() -> None:
    assert Mark("a", quiet="1") == Mark("a", quiet="2")
    assert Mark("a") != Mark("b")
    assert Open("1") != Wider("1")
    assert Single("a") != Single("a")
    assert len({Mark("a", parts={"b": 1}), Mark("a", parts={"b": 1}), Mark("c")}) == 2
    with pytest.raises(TypeError):
        hash(Growing())


def test_values_with_an_order_are_sorted_by_their_fields() -> None:
    assert sorted([Step(2), Step(1, "b"), Step(1)]) == [Step(1), Step(1, "b"), Step(2)]
    assert Step(1) <= Step(1) < Step(2)
    with pytest.raises(ValueError, match="-1"):
        Step(-1)


def test_a_value_tells_its_fields() -> None:
    assert repr(Mark("a")) == "Mark(name='a', size=1, parts={})"
    assert repr(Wider("1")) == "Wider(first='1', second='2')"


def test_a_value_with_another_field_is_another_value() -> None:
    assert replace(Mark("a", 2), name="b") == Mark("b", 2)
    assert dataclasses.replace(Mark("a", 2), name="b") == Mark("b", 2)
    with pytest.raises(ValueError, match="-1"):
        replace(Step(1), number=-1)


def test_values_are_copied_and_sent_to_other_processes() -> None:
    for value in (Mark("a", 2, {"b": 1}), Step(3), Wider("1"), Growing(["a"])):
        assert copy.copy(value) == value
        assert copy.deepcopy(value) == value
        assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301 - our own


def test_a_value_is_taken_apart_by_its_fields() -> None:
    match Step(1, "x"):
        case Step(number, letter):
            assert (number, letter) == (1, "x")


def test_the_standard_library_knows_them() -> None:
    assert dataclasses.is_dataclass(Mark)
    assert [one.name for one in dataclasses.fields(Mark)] == ["name", "size", "parts", "quiet"]
    assert dataclasses.fields(Mark)[1].default == 1
    assert dataclasses.asdict(Length(days=3)) == {"days": 3, "months": None}


def _all_of_ours() -> Iterator[type[Any]]:
    """Every class of the program that is such a dataclass."""
    for package in (domain, gui):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if found.name.endswith("__main__"):
                continue
            for thing in vars(importlib.import_module(found.name)).values():
                if inspect.isclass(thing) and "__own_fields__" in vars(thing):
                    yield thing


def test_every_such_class_of_the_program_takes_what_a_standard_one_would() -> None:
    ours = set(_all_of_ours())
    assert Rotation in ours
    for kind in ours:
        standard = dataclasses.make_dataclass(
            kind.__name__,
            [
                (one.name, object, dataclasses.field(default=one.default, init=one.init))
                if one.default is not dataclasses.MISSING
                else (one.name, object)
                if one.default_factory is dataclasses.MISSING
                else (
                    one.name,
                    object,
                    dataclasses.field(default_factory=one.default_factory, init=one.init),
                )
                for one in dataclasses.fields(kind)
            ],
        )
        wanted = [one.name for one in inspect.signature(standard).parameters.values()]
        assert list(kind.__match_args__) == wanted, kind
