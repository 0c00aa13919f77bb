"""The open points of a plan as a model."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.modeltest import ModelTester

from domain.language import set_language
from domain.model import OpenPoint, Plan, ReplacePlan
from gui.document import Document
from gui.models.open_points import OpenPointTable
from tests.gui.driving import texts, watch

POINT = OpenPoint("Kies een getal.", "Choose a number.", "mission", "osc", "letter, p. 3")


@pytest.fixture
def plan(plan: Plan) -> Plan:
    return replace(plan, open_points=(POINT,))


def test_it_is_a_sound_model(document: Document, qtmodeltester: ModelTester) -> None:
    table = OpenPointTable(document)
    watch(qtmodeltester, table)
    document.submit(ReplacePlan(replace(document.plan, open_points=())))
    assert table.rowCount() == 0


@pytest.mark.parametrize(("language", "text"), [("nl", "Kies een getal."), ("en", POINT.text_en)])
def test_a_point_is_told_in_the_language_of_the_window(
    document: Document, language: str, text: str
) -> None:
    set_language(language)
    table = OpenPointTable(document)
    assert [texts(table, column) for column in range(3)] == [["OSC"], [text], ["letter, p. 3"]]
