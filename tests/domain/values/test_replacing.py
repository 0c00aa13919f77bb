"""Values with other fields: of ours and of the standard library's dataclasses alike."""

from dataclasses import dataclass

from domain.model import Length
from domain.values import replace


@dataclass(frozen=True, slots=True)
class Plain:
    """A value of the standard library's kind."""

    one: int
    two: int = 2


def test_a_value_is_the_same_with_other_fields() -> None:
    assert replace(Plain(1), one=3) == Plain(3)
    assert replace(Length(days=4), days=5) == Length(days=5)
