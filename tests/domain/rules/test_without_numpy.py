"""Numpy is imported when the first large plan is checked, and not before."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import sys
from domain.session import Session
from tests.domain.plan_builder import plan, rotation
from tests.domain.rules.large_plan import large_plan
from domain.rules.checker import LARGE, check

check(plan(rotation("r1", "osc", "2026-01-01", "2026-06-30", military=1)))
print("numpy" in sys.modules)
check(large_plan(LARGE))
print("numpy" in sys.modules)
"""


def test_a_small_plan_is_checked_without_numpy() -> None:
    told = subprocess.run(
        [sys.executable, "-c", PROGRAM], check=True, capture_output=True, text=True
    )

    assert told.stdout.split() == ["False", "True"]
