"""A line of Read me."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and a value; a key where a program may ask for it."""

    label: str
    value: str | date
    key: str = ""
