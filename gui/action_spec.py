"""What there is to say of one action."""

from __future__ import annotations

from domain.values import dataclass


@dataclass(frozen=True, slots=True)
class Spec:
    """An action before it is made: texts are translated when it is."""

    name: str
    text: str
    tip: str
    icon: str = ""
    keys: tuple[str, ...] = ()
    checkable: bool = False
    edits: bool = False
    """It changes the plan, so it needs one that may be changed."""
    needs_plan: bool = True
