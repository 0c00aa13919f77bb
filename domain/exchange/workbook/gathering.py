"""Everything that a workbook shows, gathered from a plan: checked, and filled."""

from __future__ import annotations

from datetime import UTC, date, datetime

from domain.exchange.workbook.material import Material
from domain.model import Plan
from domain.rules.checker import Checker
from domain.version import VERSION


def material_of(  # noqa: PLR0913 - each is said by name
    plan: Plan,
    *,
    plan_id: str,
    journal_head: str,
    made_at: datetime | None = None,
    first_day: date | None = None,
    last_day: date | None = None,
    as_of: date | None = None,
    public: bool = False,
    beside: Plan | None = None,
) -> Material:
    """A plan as its workbook shows it; with days only what happens on them.

    The whole plan is checked, so that a finding does not depend on what is shown of it. Without a
    moment it is made now. Beside another plan the workbook compares the two.
    """
    checker = Checker(plan, as_of)
    return Material(
        plan=plan,
        findings=checker.findings,
        profiles={limit.id: checker.profile(limit.id) for _frame, limit in plan.limits()},
        plan_id=plan_id,
        program_version=VERSION,
        made_at=made_at or datetime.now(UTC).astimezone(),
        as_of=as_of,
        journal_head=journal_head,
        public=public,
        first_day=first_day,
        last_day=last_day,
        beside=beside,
    )
