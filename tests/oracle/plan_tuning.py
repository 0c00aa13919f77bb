"""Numbers set to exactly what is there, or one less, so that a plan lies on the edge of a rule."""

from copy import deepcopy
from math import floor

from tests.oracle.limits import margin
from tests.oracle.plan_choices import Draw, pick
from tests.oracle.plan_rows import Row
from tests.oracle.reading import read_plan
from tests.oracle.report import check
from tests.oracle.words import Settings

# What is measured at the peaks of the findings about one thing, by kind and id.
Peaks = dict[tuple[str, str], list[int]]

COMPARED = {"maximum", "exact", "circa", "modular"}


def _nothing_allowed(plan: Row) -> Row:
    """The plan with every limit, supply and quota 0 and every interval endless."""
    strict = deepcopy(plan)
    for frame in strict["frames"]:
        for limit in frame["limits"]:
            if limit["binding"] in COMPARED:
                limit["number"] = 0
    for force in strict["forces"]:
        for step in force.get("supply", []):
            step["quantity"] = 0
    for rule in strict["recovery_rules"]:
        if rule["kind"] != "ratio":
            rule["days"] = 0 if rule["kind"] == "quota" else 9999
    return strict


def _peaks(plan: Row) -> Peaks:
    found: Peaks = {}
    for finding in check(_nothing_allowed(plan)):
        for subject in finding["subjects"]:
            if finding["measured"] is not None and finding["code"] != "FRA004":
                key = (subject["kind"], subject["id"])
                found.setdefault(key, []).append(floor(finding["measured"]))
    return found


def tuned(draw: Draw, plan: Row) -> Row:
    """The plan with most of its numbers at a peak, one below it, or a margin below it."""
    peaks = _peaks(plan)
    settings = read_plan(plan).settings
    result = deepcopy(plan)
    for frame in result["frames"]:
        for limit in frame["limits"]:
            if limit["binding"] in COMPARED and ("limit", limit["id"]) in peaks:
                peak = pick(draw, peaks["limit", limit["id"]])
                edges = _edges(peak, settings, is_circa=limit["binding"] in {"circa", "modular"})
                limit["number"] = pick(draw, [limit["number"], *edges])
    for force in result["forces"]:
        for step in force.get("supply", []):
            step["quantity"] = _near(draw, step["quantity"], peaks.get(("force", force["id"])))
    for rule in result["recovery_rules"]:
        if rule["kind"] != "ratio":
            rule["days"] = _near(draw, rule["days"], peaks.get(("recovery_rule", rule["id"])))
    return result


def _edges(peak: int, settings: Settings, *, is_circa: bool) -> list[int]:
    """The numbers for which the peak fits exactly, is one too many, or lies at the margin."""
    edges = [peak, max(0, peak - 1)]
    if is_circa:
        at_margin = [n for n in range(peak) if n + margin(n, settings) in {peak, peak - 1}]
        edges += at_margin * 2
    return edges


def _near(draw: Draw, number: int, peaks: list[int] | None) -> int:
    """The number as it is, or a peak, one less or one more."""
    if not peaks:
        return number
    peak = pick(draw, peaks)
    return pick(draw, [number, peak, max(0, peak - 1), peak + 1])
