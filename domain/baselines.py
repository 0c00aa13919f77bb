"""The plans that come with the program: public facts with their sources, to begin from."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from domain.errors import Refused
from domain.language import _
from domain.model import Plan

_FOLDER: Final = Path(__file__).resolve().parent.parent / "resources" / "baselines"
SAMPLE: Final = "sample"
_DOCUMENTS: Final[Mapping[str, tuple[str, ...]]] = {
    "empty": ("empty",),
    "nl-2025": ("nl-2025",),
    "nl-2024": ("nl-2024",),
    "nl-2020": ("nl-2020",),
    SAMPLE: ("nl-2025", "sample-example"),
}
BASELINES: Final = tuple(_DOCUMENTS)


def plans_of(name: str) -> tuple[Plan, ...]:
    """The scenarios of a baseline, the one to open first in front.

    Raises Refused when there is no such baseline.
    """
    # pydantic is slow to load, and not needed to open a plan.
    from domain.exchange.plan_json import read_plan

    if name not in _DOCUMENTS:
        raise Refused(
            _("There is no baseline '{name}'; there are {names}.").format(
                name=name, names=", ".join(BASELINES)
            )
        )
    return tuple(read_plan(_FOLDER / f"{document}.json") for document in _DOCUMENTS[name])
