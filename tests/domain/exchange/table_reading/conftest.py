"""A small plan into which tables are read."""

from __future__ import annotations

import pytest

from domain.model import Plan
from tests.domain import plan_builder as build


@pytest.fixture
def plan() -> Plan:
    return build.plan(
        build.mission("osc"),
        build.mission("unmiss"),
        build.unit("alpha"),
        build.rotation("r1", "osc", "2026-01-01", "2026-06-30", military=4),
    )
