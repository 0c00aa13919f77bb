"""Take pictures of the dialogs of import and export, of the sample plan, into docs/pictures."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from openpyxl import load_workbook  # noqa: E402 - the path comes first
from PySide6.QtWidgets import QApplication, QDialog  # noqa: E402

from docs.pictures.take import AS_OF, window_of  # noqa: E402
from domain.exchange.arriving import Arrival, arrival  # noqa: E402
from domain.exchange.table_reading import look  # noqa: E402
from domain.exchange.workbook import material_of, write_workbook  # noqa: E402
from domain.exchange.workbook_reading import read_workbook  # noqa: E402
from domain.language import LANGUAGES  # noqa: E402
from gui.dialogs.export_dialog import ExportDialog  # noqa: E402
from gui.dialogs.import_dialog import ImportDialog, Incoming  # noqa: E402
from gui.dialogs.mapping_dialog import MappingDialog  # noqa: E402
from gui.main_window import MainWindow  # noqa: E402
from gui.theme import ThemeChoice  # noqa: E402

PICTURES = Path(__file__).resolve().parent / "import"
ROTATIONS = 2
"""The place of the sheet of rotations."""
TABLE = """Missie;Omschrijving;Van;T/m;Militairen;Kleur;Opmerkingen
UNTSO;Waarnemers;1/2/2027;1/8/2027;11;rood;zie brief
OSC;Staf;1/3/2027;1/9/2027;4;;
"""
Put = Callable[[str, int, Any], None]


def arrived(window: MainWindow, folder: Path, change: Callable[[Put], None]) -> Arrival:
    """What a workbook of the plan would do after a colleague changed it."""
    plan, path = window.document.plan, folder / "plan.xlsx"
    material = material_of(plan, plan_id="plan", journal_head="", as_of=AS_OF)
    write_workbook(path, material, lambda _done, _all: None)
    workbook = load_workbook(path)
    sheet = workbook.worksheets[ROTATIONS]
    above = next(row for row in sheet.iter_rows() if "military" in {cell.value for cell in row})
    places = {str(cell.value): (int(cell.row or 0), int(cell.column or 0)) for cell in above}

    def put(key: str, row: int, value: object) -> None:
        # The headings stand between the keys and the first rotation.
        top, column = places[key]
        sheet.cell(top + 2 + row, column).value = value  # type: ignore[assignment]

    change(put)
    workbook.save(path)
    reading = read_workbook(path, plan, "plan")
    return arrival(plan, reading.plan, AS_OF, reading)


def some_changes(put: Put) -> None:
    """Days, people and words that a planner may well change."""
    put("military", 19, 14)
    put("last_day", 20, date(2026, 6, 1) + timedelta(days=30))
    put("status", 20, "planned")
    put("justification", 21, "Verzoek van de VN; verlengd tot de aflosser er is")


def some_errors(put: Put) -> None:
    """What goes wrong in cells."""
    put("first_day", 0, "31-02-2026")
    put("military", 1, "elf")
    put("mission_name", 2, "UNTOS")


def take(dialog: QDialog, name: str) -> None:
    """Save a dialog as it is now."""
    dialog.show()
    QApplication.processEvents()
    dialog.grab().save(str(PICTURES / f"{name}.png"))
    dialog.close()


def take_all(window: MainWindow, folder: Path, name: str) -> None:
    """Save each dialog."""
    icons, plan, file = window.desk.icons, window.document.plan, window.document.file
    for what, change in {"changes": some_changes, "errors": some_errors}.items():
        incoming = Incoming("plan.xlsx", plan.scenario, False, arrived(window, folder, change))  # noqa: FBT003 - not new
        take(ImportDialog(window, icons, incoming), f"{what}-{name}")
    table = folder / "lijst.csv"
    table.write_text(TABLE, encoding="utf-8")
    mapping = MappingDialog(window, icons, plan, table.name, lambda _headings: None)
    mapping.show_look(look(table))
    take(mapping, f"mapping-{name}")
    if file is not None:
        take(ExportDialog(window, icons, file.scenarios(), plan.scenario), f"export-{name}")


if __name__ == "__main__":
    PICTURES.mkdir(exist_ok=True)
    for language, theme in product(LANGUAGES, (ThemeChoice.LIGHT, ThemeChoice.DARK)):
        with tempfile.TemporaryDirectory() as place, window_of(language, theme) as shown:
            take_all(shown, Path(place), f"{theme.value}-{language}")
