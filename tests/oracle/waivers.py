"""Which waiver waives a finding, and which ones have lapsed."""

from datetime import date

from tests.oracle.findings import Finding
from tests.oracle.words import Waiver


def waiver_of(
    finding: Finding, waivers: list[Waiver], as_of: date | None
) -> tuple[str | None, list[str]]:
    """The waiver that waives a finding, or those that lapsed.

    "`waiver` (the first waiver in the plan that waives it, or null), `lapsed_waivers` (if none
    does: those with its code and subjects)."
    """
    about_it = [waiver for waiver in waivers if _is_about(waiver, finding)]
    for waiver in about_it:
        if _accepts(waiver, finding) and _still_holds(waiver, as_of):
            return waiver.id, []
    return None, [waiver.id for waiver in about_it]


def _is_about(waiver: Waiver, finding: Finding) -> bool:
    """Whether "a waiver has its code and subjects (in any order)"."""
    subjects = sorted((one.kind, one.id) for one in finding.subjects)
    return waiver.code == finding.code and sorted(waiver.subjects) == subjects


def _accepts(waiver: Waiver, finding: Finding) -> bool:
    """Whether the finding is no worse than what was accepted.

    "Its days lie within those accepted, its excess is no larger (null where there is none), it has
    no contributor that was not accepted."
    """
    within = waiver.first_day <= finding.first_day and finding.last_day <= waiver.last_day
    known = {(one.kind, one.id) for one in finding.contributors} <= waiver.contributors
    return within and known and _no_larger(waiver, finding)


def _no_larger(waiver: Waiver, finding: Finding) -> bool:
    """Whether the excess is accepted; that of a mean "is compared as printed"."""
    if finding.excess is None:
        return True
    return waiver.excess is not None and finding.excess <= waiver.excess


def _still_holds(waiver: Waiver, as_of: date | None) -> bool:
    """Whether "`as_of`, when given, is not after `until`"; an open `until` has no end."""
    return as_of is None or waiver.until is None or as_of <= waiver.until
