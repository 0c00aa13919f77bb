"""The shipped plans as they stand in their files, read without any code of the program."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

BASELINES = Path(__file__).parents[2] / "resources" / "baselines"


@pytest.fixture(scope="session")
def shipped() -> Callable[[str], dict[str, Any]]:
    """Reads a shipped plan by its name."""

    def read(name: str) -> dict[str, Any]:
        document: dict[str, Any] = json.loads(
            (BASELINES / f"{name}.json").read_text(encoding="utf-8")
        )
        return document

    return read


@pytest.fixture(scope="session")
def nl_2025(shipped: Callable[[str], dict[str, Any]]) -> dict[str, Any]:
    """The plan of 2025 – June 2028."""
    return shipped("nl-2025")


@pytest.fixture(scope="session")
def nl_2024(shipped: Callable[[str], dict[str, Any]]) -> dict[str, Any]:
    """The plan of May 2024 – April 2025."""
    return shipped("nl-2024")


@pytest.fixture(scope="session")
def nl_2020(shipped: Callable[[str], dict[str, Any]]) -> dict[str, Any]:
    """The plan of 2020."""
    return shipped("nl-2020")


@pytest.fixture(scope="session")
def example(shipped: Callable[[str], dict[str, Any]]) -> dict[str, Any]:
    """The example scenario."""
    return shipped("sample-example")
