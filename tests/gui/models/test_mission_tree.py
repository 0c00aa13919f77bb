"""The tree of missions: by region, each with how full it is and the worst of its findings."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from domain.model import MoveRotations, Put
from gui.document import Document
from gui.icons import Icons
from gui.models.finding_index import FindingIndex
from gui.models.mission_state import MissionStates
from gui.models.mission_tree import FOUND_ROLE, MissionTree
from tests.domain import plan_builder as build
from tests.gui.driving import watch


@pytest.fixture
def tree(document: Document, icons: Icons) -> MissionTree:
    return MissionTree(document, FindingIndex(document), MissionStates(document), icons)


def filled(tree: MissionTree, mission: str) -> str:
    item = tree.item_of(mission)
    assert item is not None
    return str(item.index().siblingAtColumn(1).data())


def worst(tree: MissionTree, mission: str) -> object:
    item = tree.item_of(mission)
    assert item is not None
    return item.data(FOUND_ROLE)


def test_it_is_a_sound_model(
    tree: MissionTree, document: Document, qtmodeltester: ModelTester
) -> None:
    watch(qtmodeltester, tree)
    tree.set_text("osc")
    document.submit(MoveRotations(("b",), -30))
    document.close()
    assert tree.rowCount() == 0


def test_a_mission_shows_its_peak_and_its_limit(tree: MissionTree, document: Document) -> None:
    assert filled(tree, "osc") == "4/7"
    assert filled(tree, "vpd") == "11/–"
    document.submit(MoveRotations(("b",), -30))
    assert filled(tree, "osc") == "8/7"


def test_a_mission_without_a_frame_says_so(tree: MissionTree, document: Document) -> None:
    document.submit(Put((build.mission("alone"),)))
    assert filled(tree, "alone") == "–"


def test_a_limit_of_the_past_gives_way_to_that_of_now(
    tree: MissionTree, document: Document
) -> None:
    old = build.frame("vpd", build.limit("old", 1), id_="past", days=("2020-01-01", "2021-12-31"))
    now = build.frame("vpd", build.limit("new", 30), id_="now", days=("2022-01-01", None))
    document.submit(Put((old, now)))
    assert filled(tree, "vpd") == "11/30"


def test_the_worst_finding_is_shown_and_follows_an_edit_under_way(
    tree: MissionTree, document: Document
) -> None:
    assert worst(tree, "osc") is None
    document.preview(MoveRotations(("b",), -30))
    assert worst(tree, "osc") == "error"
    document.end_preview()
    assert worst(tree, "osc") is None


def test_regions_hold_their_missions(tree: MissionTree, document: Document) -> None:
    osc = document.plan.missions["osc"]
    document.submit(Put((replace(osc, region="Midden-Oosten"),)))
    regions = [tree.index(row, 0).data() for row in range(tree.rowCount())]
    assert sorted(regions) == ["Midden-Oosten", "No region"]


def test_a_text_shows_only_what_has_it(tree: MissionTree) -> None:
    tree.set_text(" OSC ")
    assert tree.item_of("osc") is not None
    assert tree.item_of("vpd") is None
    tree.set_text("")
    assert tree.item_of("vpd") is not None


def test_tips_explain_the_numbers(tree: MissionTree) -> None:
    item = tree.item_of("osc")
    assert item is not None
    tip = item.index().siblingAtColumn(1).data(Qt.ItemDataRole.ToolTipRole)
    assert "at most 7: peak 4 persons at once on 01-01-2026" in str(tip)
