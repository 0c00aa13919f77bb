"""The few things about looks that a palette cannot say."""

from __future__ import annotations

from typing import Final

from gui.icons import FOLDER
from gui.theme import LUMINANCE_OF_EQUAL_CONTRAST, Colours, luminance, mixed

_SHEET: Final = """
QToolBar {{ border: none; border-bottom: 1px solid {border}; spacing: 2px; padding: 3px 6px;
  background: {surface}; }}
QToolBar::separator {{ background: {border}; width: 1px; margin: 5px 5px; }}
QToolBar QToolButton, #statusPane QToolButton, #findingsPanel QToolButton {{
  border: 1px solid transparent; border-radius: 4px; padding: 4px 6px; background: transparent; }}
#statusPane QToolButton {{ padding: 1px 5px; }}
#findingsPanel QToolButton {{ padding: 2px 7px; color: {muted}; }}
#findingsPanel QToolButton:checked {{ color: {text}; }}
#changeList QToolButton {{ color: {muted}; background: transparent; padding: 3px 10px;
  border: 1px solid {border}; border-radius: 4px; }}
#changeList QToolButton:checked {{ color: {text}; background: {selection}; }}
#changeList QToolButton:disabled {{ color: {border}; }}
#changeList QToolButton:focus {{ border-color: {accent}; }}
QToolBar QToolButton:hover, #statusPane QToolButton:hover, #findingsPanel QToolButton:hover {{
  background: {hover}; }}
QToolBar QToolButton:pressed, #statusPane QToolButton:pressed {{ background: {selection}; }}
QToolBar QToolButton:focus, #statusPane QToolButton:focus, #findingsPanel QToolButton:focus {{
  border-color: {accent}; }}
QMenuBar {{ background: {surface}; border: none; padding: 1px 4px; }}
QStatusBar {{ background: {surface}; border-top: 1px solid {border}; }}
QStatusBar::item {{ border: none; }}
QHeaderView {{ background: {surface}; }}
QHeaderView::section {{ background: {surface}; color: {muted}; border: none;
  border-bottom: 1px solid {border}; border-right: 1px solid {grid}; padding: 3px 6px; }}
QTreeView, QTableView, QListView, QListWidget {{ background: {background};
  alternate-background-color: {alternate}; outline: none; }}
QTreeView::item {{ padding: 3px 0; }}
#sourceList::item, #differences::item, #comparedFindings::item, #comparedLimits::item {{
  padding: 0 6px; }}
#findingsTable::item {{ border-bottom: 1px solid {grid}; padding: 0 4px; }}
QTreeView::item:selected, QTableView::item:selected, QListView::item:selected {{
  background: {selection}; color: {text}; }}
QTreeView::item:hover:!selected, QListView::item:hover:!selected {{ background: {hover}; }}
QTableView:focus, QTreeView:focus, QListView:focus {{ border: none; }}
QSplitter::handle {{ background: {border}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QSplitter::handle:vertical {{ height: 1px; }}
QSplitter::handle:hover {{ background: {accent}; }}
QMainWindow::separator {{ background: {border}; width: 1px; height: 1px; }}
QMainWindow::separator:hover {{ background: {accent}; }}
QDockWidget {{ color: {muted}; }}
QDockWidget::title {{ background: {surface}; padding: 5px 10px;
  border-bottom: 1px solid {border}; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {border}; }}
QTabBar {{ background: {surface}; qproperty-drawBase: 0; }}
QTabBar::tab {{ background: transparent; color: {muted}; border: none;
  border-bottom: 2px solid transparent; padding: 6px 14px 4px 14px; }}
QTabBar::tab:selected {{ color: {text}; border-bottom-color: {accent}; }}
QTabBar::tab:hover {{ color: {text}; }}
QTabBar::tab:focus {{ border-bottom-color: {text}; }}
QScrollArea, #explanationPage, #rotationPage, #missionPage, #sourcePage {{
  background: {background}; }}
#viewBar {{ background: {surface}; border: none; border-bottom: 1px solid {border}; }}
#tableTools QToolButton {{ border: 1px solid transparent; border-radius: 5px; padding: 3px 7px; }}
#tableTools #filterButton, #tableTools #groupButton {{ padding-right: 18px; }}
#tableTools QToolButton:hover {{ background: {track}; }}
#tableTools QToolButton:focus {{ border-color: {accent}; }}
#tableTools QToolButton::menu-indicator {{ subcontrol-origin: padding;
  subcontrol-position: right center; right: 5px; }}
#filterBar {{ background: {surface}; border-bottom: 1px solid {border}; }}
QFrame[chip="true"] {{ background: {track}; border: 1px solid {border}; border-radius: 11px; }}
QFrame[chip="true"] QPushButton, QFrame[chip="true"] QToolButton, #filterClear {{
  background: transparent; border: 1px solid transparent; border-radius: 9px; padding: 1px 6px; }}
QFrame[chip="true"] QToolButton {{ padding: 1px; }}
#filterClear {{ color: {accent}; }}
QFrame[chip="true"] QPushButton:hover, QFrame[chip="true"] QToolButton:hover, #filterClear:hover {{
  background: {background}; }}
QFrame[chip="true"] QPushButton:focus, QFrame[chip="true"] QToolButton:focus, #filterClear:focus {{
  border-color: {accent}; }}
QFrame[segments="true"] {{ background: {track}; border: none; border-radius: 6px; }}
QFrame[segments="true"] QToolButton {{ color: {muted}; background: transparent;
  border: 1px solid transparent; border-radius: 5px; padding: 2px 12px; }}
QFrame[segments="true"] QToolButton:hover {{ color: {text}; }}
QFrame[segments="true"] QToolButton:checked {{ color: {text}; background: {background};
  border-color: {border}; }}
QFrame[segments="true"] QToolButton:focus {{ border-color: {accent}; }}
QPushButton[link="true"] {{ background: transparent; border: 1px solid transparent;
  border-radius: 3px; color: {accent}; text-align: left; padding: 1px 2px; }}
QPushButton[link="true"]:hover {{ text-decoration: underline; }}
QPushButton[link="true"]:focus {{ border-color: {accent}; }}
#viewFoot {{ background: {surface}; border: none; border-top: 1px solid {border}; }}
#missionPanel, #limitLegend {{ background: {surface}; }}
#limitLegend {{ border-top: 1px solid {border}; }}
#frameBox {{ background: {surface}; border: 1px solid {border}; border-radius: 5px; }}
#frameBox LimitRow {{ border: 1px solid transparent; border-radius: 3px; }}
#frameBox LimitRow:hover {{ background: {hover}; }}
#frameBox LimitRow:focus {{ border-color: {accent}; }}
#quotation {{ border: none; border-left: 3px solid {border}; }}
#repairRow {{ background: {background}; border: 1px solid {border}; border-radius: 4px; }}
#repairRow:hover {{ border-color: {accent}; }}
#tourCard {{ background: {background}; border: 1px solid {accent}; border-radius: 6px; }}
#tourRing {{ background: transparent; border: 2px solid {accent}; border-radius: 4px; }}
#notice {{ background: {background}; border: 1px solid {strong}; border-radius: 6px; }}
QLineEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox, QPushButton, MissionsButton {{
  background: {background}; border: 1px solid {edge}; border-radius: 4px; padding: 3px 6px; }}
QAbstractSpinBox {{ padding: 3px 2px; }}
QLineEdit:focus, QPlainTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus,
QPushButton:focus, MissionsButton:focus {{ border-color: {accent}; }}
QLineEdit:read-only, QPlainTextEdit:read-only, QAbstractSpinBox:read-only, QLineEdit:disabled,
QAbstractSpinBox:disabled, QComboBox:disabled, MissionsButton:disabled, QPushButton:disabled {{
  background: {surface}; border-color: {border}; color: {muted}; }}
QComboBox::drop-down {{ border: none; width: 20px; }}
QComboBox::down-arrow {{ image: url({icons}/arrow-down-{arrow}.svg); width: 14px; height: 14px; }}
QSpinBox::up-button {{ subcontrol-origin: border; subcontrol-position: top right; border: none;
  width: 18px; }}
QSpinBox::down-button {{ subcontrol-origin: border; subcontrol-position: bottom right;
  border: none; width: 18px; }}
QSpinBox::up-arrow {{ image: url({icons}/arrow-up-{arrow}.svg); width: 11px; height: 11px; }}
QSpinBox::down-arrow {{ image: url({icons}/arrow-down-{arrow}.svg); width: 11px; height: 11px; }}
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {{ border: none; padding: 0 5px;
  background: transparent; }}
QPushButton {{ padding: 5px 14px; }}
QPushButton:hover, MissionsButton:hover, QComboBox:hover:!editable {{ background: {hover}; }}
QPushButton:pressed {{ background: {selection}; }}
QPushButton:default {{ border-color: {accent}; }}
MissionsButton {{ text-align: left; }}
MissionsButton::menu-indicator {{ image: url({icons}/arrow-down-{arrow}.svg); width: 14px;
  height: 14px; subcontrol-position: right center; right: 4px; }}
QRadioButton::indicator {{ width: 12px; height: 12px; border: 2px solid {edge};
  border-radius: 8px; background: {background}; }}
QRadioButton::indicator:focus {{ border-color: {accent}; }}
QRadioButton::indicator:checked {{ width: 6px; height: 6px; border: 5px solid {accent}; }}
QCheckBox::indicator, #columnList::indicator {{ width: 11px; height: 11px; border: 2px solid {edge};
  border-radius: 3px; background: {background}; }}
QCheckBox::indicator:focus {{ border-color: {accent}; }}
QCheckBox::indicator:checked, #columnList::indicator:checked {{ width: 5px; height: 5px;
  border: 5px solid {accent}; }}
#columnList::item {{ padding: 3px 0; }}
#recentPlans {{ background: transparent; }}
QTableView[listing="true"]::item {{ border-bottom: 1px solid {grid}; padding: 0 4px; }}
#openPoints::item {{ border-bottom: 1px solid {grid}; padding: 3px 6px; }}
QToolTip {{ background: {background}; color: {text}; border: 1px solid {strong}; padding: 3px; }}
"""


def sheet_of(colours: Colours) -> str:
    """The style sheet of a theme."""
    return _SHEET.format(
        accent=colours.accent.name(),
        arrow="light" if luminance(colours.background) < LUMINANCE_OF_EQUAL_CONTRAST else "dark",
        icons=FOLDER.as_posix(),
        alternate=colours.alternate.name(),
        background=colours.background.name(),
        border=colours.border.name(),
        edge=mixed(colours.grid_strong, colours.muted, 0.25).name(),
        grid=colours.grid.name(),
        hover=mixed(colours.surface, colours.selection, 0.55).name(),
        muted=colours.muted.name(),
        selection=colours.selection.name(),
        strong=colours.grid_strong.name(),
        surface=colours.surface.name(),
        text=colours.text.name(),
        track=mixed(colours.surface, colours.grid_strong, 0.45).name(),
    )
