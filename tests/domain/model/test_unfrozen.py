"""Values made open and closed afterwards: the same as if their kind had been called."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields

import pytest

from domain.model import Kind, Ref, Rotation
from domain.model.unfrozen import unfrozen
from domain.rules.finding import Contributor, contributors_of


def test_what_was_open_is_equal_to_what_was_made_at_once_and_frozen() -> None:
    made = contributors_of(Kind.ROTATION, [("b", 2), ("a", None)])

    assert made == (
        Contributor(Ref(Kind.ROTATION, "a")),
        Contributor(Ref(Kind.ROTATION, "b"), 2),
    )
    assert hash(made[1]) == hash(Contributor(Ref(Kind.ROTATION, "b"), 2))
    assert repr(made[1]) == repr(Contributor(Ref(Kind.ROTATION, "b"), 2))
    with pytest.raises(FrozenInstanceError):
        made[0].amount = 3  # type: ignore[misc]


def test_an_open_kind_has_the_fields_of_its_kind_in_their_order() -> None:
    assert unfrozen(Contributor).__slots__ == tuple(one.name for one in fields(Contributor))


def test_a_kind_that_checks_its_fields_is_made_so_only_of_what_was_checked() -> None:
    with pytest.raises(TypeError):
        unfrozen(Rotation)

    assert "first_day" in unfrozen(Rotation, checked=True).__slots__
