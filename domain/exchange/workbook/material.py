"""What goes into a workbook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from domain.engine.profile import Profile
from domain.model import Plan
from domain.rules.finding import Finding


@dataclass(frozen=True, slots=True)
class Material:
    """A checked plan, and what the workbook says about how and when it was made.

    ``profiles`` goes by limit id. ``journal_head`` is the digest of the last entry of the
    journal, empty where there is none. ``public`` leaves out forces, commitments, names and notes.
    With a first or last day only what happens from or until then is shown. Beside another plan
    there is a sheet more, which compares the whole of both.
    """

    plan: Plan
    findings: tuple[Finding, ...]
    profiles: Mapping[str, Profile]
    plan_id: str
    program_version: str
    made_at: datetime
    as_of: date | None = None
    journal_head: str = ""
    public: bool = False
    first_day: date | None = None
    last_day: date | None = None
    beside: Plan | None = None
