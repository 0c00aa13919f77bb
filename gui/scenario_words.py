"""What scenarios are called in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from domain.language import _

if TYPE_CHECKING:
    from domain.store import PlanFile

_EXAMPLE_WORDS: Final = ("example", "voorbeeld")


def scenario_text(name: str) -> str:
    """The name of a scenario; an example is marked as one."""
    is_example = any(word in name.casefold() for word in _EXAMPLE_WORDS)
    return _("{name} (made-up example)").format(name=name) if is_example else name


def title_of(file: PlanFile, scenario: str) -> str:
    """What the title of the window says of a plan and its scenario."""
    title = f"{file.path.stem} – {scenario_text(scenario)}"
    if file.record == scenario:
        title = _("{title} (plan of record)").format(title=title)
    return title
