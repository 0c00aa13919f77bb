"""What differs between the findings of two checkers, whatever texts they add."""

from typing import Any

Row = dict[str, Any]

TEXTS = {"message", "source", "parameters"}


def comparable(finding: Row) -> Row:
    """A finding without its texts, its contributors by kind and id: their order is not fixed."""
    rest = {key: value for key, value in finding.items() if key not in TEXTS}
    by_kind_and_id = sorted(rest["contributors"], key=lambda one: (one["kind"], one["id"]))
    return {**rest, "contributors": by_kind_and_id}


def differences(these: list[Row], those: list[Row]) -> list[str]:
    """One line for each finding that only one of the two lists has, or for another order."""
    left = [comparable(finding) for finding in these]
    right = [comparable(finding) for finding in those]
    lines = [f"only the first: {finding}" for finding in left if finding not in right]
    lines += [f"only the second: {finding}" for finding in right if finding not in left]
    if not lines and left != right:
        lines.append(f"another order: {_order(left)} and {_order(right)}")
    return lines


def _order(findings: list[Row]) -> list[tuple[str, str, str]]:
    return [
        (one["code"], " ".join(subject["id"] for subject in one["subjects"]), one["first_day"])
        for one in findings
    ]
