"""The generated plans: valid by what the contract refuses, and reaching every rule."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from tests.oracle import check, report
from tests.oracle.building import Row
from tests.oracle.plans import Case, cases

OPEN_LAST = date.max.isoformat()
OPEN_FIRST = date.min.isoformat()

ALL_CODES = {
    *(f"FRA00{n}" for n in range(1, 9)),
    "MAN001",
    *(f"ROT00{n}" for n in range(1, 4)),
    *(f"FOR00{n}" for n in range(1, 5)),
    "COV001",
    "DEC001",
    "REF001",
}


def rows(plan: Row, list_name: str) -> list[Row]:
    return list(plan.get(list_name, []))


def by_id(plan: Row, list_name: str) -> dict[str, Row]:
    return {row["id"]: row for row in rows(plan, list_name)}


def faults(plan: Row) -> Iterator[str]:
    """What of the plan the contract refuses."""
    yield from _wrong_ids(plan)
    yield from _wrong_days(plan)
    yield from _wrong_references(plan)
    yield from _cycles(plan)
    yield from _wrong_frames(plan)
    yield from _wrong_numbers(plan)
    yield from _wrong_supply(plan)


def _wrong_ids(plan: Row) -> Iterator[str]:
    lists = {key: value for key, value in plan.items() if isinstance(value, list)}
    lists["limits"] = [limit for frame in rows(plan, "frames") for limit in frame["limits"]]
    for name, value in lists.items():
        ids = [row["id"] for row in value]
        if len(set(ids)) != len(ids) or any(not 0 < len(id_) <= 64 for id_ in ids):
            yield f"ids of {name}"


def _wrong_days(plan: Row) -> Iterator[str]:
    for name, value in plan.items():
        for row in value if isinstance(value, list) else []:
            if "first_day" in row and (row["first_day"] or OPEN_FIRST) > (
                row["last_day"] or OPEN_LAST
            ):
                yield f"days of {name} {row['id']}"
    for row in rows(plan, "rotations"):
        if row["first_day"] is None or row["last_day"] is None:
            yield f"open days of rotation {row['id']}"


REFERENCES = {
    ("mandates", "mission"): "missions",
    ("frames", "missions"): "missions",
    ("frames", "supersedes"): "frames",
    ("forces", "parent"): "forces",
    ("commitments", "force"): "forces",
    ("sharings", "force"): "forces",
    ("sharings", "missions"): "missions",
    ("recovery_rules", "forces"): "forces",
    ("posts", "mission"): "missions",
    ("rotations", "mission"): "missions",
    ("rotations", "force"): "forces",
    ("rotations", "post"): "posts",
    ("rotations", "relieves"): "rotations",
    ("rotations", "continues"): "rotations",
    ("rotations", "part_of"): "rotations",
}


def _wrong_references(plan: Row) -> Iterator[str]:
    for (name, key), to in REFERENCES.items():
        for row in rows(plan, name):
            value = row.get(key)
            named = value if isinstance(value, list) else [value]
            if not set(named) - {None} <= set(by_id(plan, to)) or len(set(named)) != len(named):
                yield f"{key} of {name} {row['id']}"
    all_rotations, all_posts = by_id(plan, "rotations"), by_id(plan, "posts")
    for row in all_rotations.values():
        if row.get("relieves") and all_rotations[row["relieves"]]["mission"] != row["mission"]:
            yield f"relieves at another mission: {row['id']}"
        if row.get("post") and all_posts[row["post"]]["mission"] != row["mission"]:
            yield f"post of another mission: {row['id']}"


def _cycles(plan: Row) -> Iterator[str]:
    links = [("forces", "parent"), ("frames", "supersedes")]
    links += [("rotations", key) for key in ("part_of", "continues", "relieves")]
    for name, key in links:
        everything = by_id(plan, name)
        for id_ in everything:
            reached: set[str] = set()
            todo = [id_]
            while todo:
                value = everything[todo.pop()].get(key) or []
                new = set(value if isinstance(value, list) else [value]) - reached
                reached |= new
                todo += new
            if id_ in reached:
                yield f"cycle in {key}: {id_}"


def _wrong_frames(plan: Row) -> Iterator[str]:
    for frame in rows(plan, "frames"):
        if not frame["limits"] or not frame["missions"]:
            yield f"frame {frame['id']} without limits or missions"
        for limit in frame["limits"]:
            is_unread = limit["binding"] == "unread"
            has_no_number = limit["binding"] in {"unlimited", "unknown"}
            if not limit["categories"] or (limit["measure"] is None) != is_unread:
                yield f"limit {limit['id']}"
            if not is_unread and (limit["number"] is None) != has_no_number:
                yield f"number of limit {limit['id']}"


def _numbers(value: Any) -> Iterator[Any]:  # noqa: ANN401 - any part of a document
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in {"factor", "excess"}:
                yield from _numbers(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _numbers(inner)
    elif isinstance(value, int | float):
        yield value


def _wrong_numbers(plan: Row) -> Iterator[str]:
    for number in _numbers(plan):
        if isinstance(number, float) or number < 0:
            yield f"number {number}"


def _wrong_supply(plan: Row) -> Iterator[str]:
    for force in rows(plan, "forces"):
        if force["kind"] == "pool" and not force["supply"]:
            yield f"no supply of pool {force['id']}"
        for one, other in combinations(force.get("supply", []), 2):
            first = max(one["first_day"] or OPEN_FIRST, other["first_day"] or OPEN_FIRST)
            last = min(one["last_day"] or OPEN_LAST, other["last_day"] or OPEN_LAST)
            if first <= last:
                yield f"supply of {force['id']} overlaps"


@pytest.fixture(scope="module")
def generated() -> list[Case]:
    """A few hundred cases, always the same ones."""
    found: list[Case] = []

    @settings(
        max_examples=300,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=cases())
    def collect(case: Case) -> None:
        found.append(case)

    collect()
    return found


def test_generated_plans_are_what_the_contract_does_not_refuse(generated: list[Case]) -> None:
    assert [fault for plan, _ in generated for fault in faults(plan)] == []


def test_the_report_keeps_its_own_account(generated: list[Case]) -> None:
    for plan, as_of in generated:
        document = report(plan, as_of)
        counts = Counter(
            "waived" if one["waived"] else one["severity"] for one in document["findings"]
        )

        assert Counter(document["counts"]) == counts


def test_every_finding_is_whole(generated: list[Case]) -> None:
    for one in (finding for case in generated for finding in check(*case)):
        assert one["first_day"] <= one["last_day"]
        assert (one["waiver"] is not None) is one["waived"]
        assert (one["excess"] is None) is (one["measured"] is None)
        assert one["peak_day"] is None or one["first_day"] <= one["peak_day"] <= one["last_day"]
        if one["code"] in {"FRA001", "FRA002", "FOR002", "COV001"}:
            assert sum(part["amount"] for part in one["contributors"]) == one["measured"]


def test_generated_plans_reach_every_rule_and_both_kinds_of_waivers(
    generated: list[Case],
) -> None:
    findings = [finding for case in generated for finding in check(*case)]

    assert {one["code"] for one in findings} == ALL_CODES
    assert any(one["waived"] for one in findings)
    assert any(one["lapsed_waivers"] for one in findings)
