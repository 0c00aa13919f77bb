"""Writing a workbook: sheet after sheet, then the whole file at once in its place."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from openpyxl.packaging.custom import BoolProperty, IntProperty, StringProperty

from domain.exchange.files import replacing
from domain.exchange.workbook.book import Book
from domain.exchange.workbook.contents import Contents, contents_of
from domain.exchange.workbook.material import Material
from domain.exchange.workbook.package import in_universal_time, write_package
from domain.exchange.workbook.progress import Progress, Tell
from domain.exchange.workbook.public import public_contents
from domain.exchange.workbook.sheets import SHEETS, comparison, read_me
from domain.exchange.workbook.text import on_one_line
from domain.language import _

FORMAT: Final = 1
"""The version of what stands where; a reader refuses a higher one."""
AUTHOR: Final = "Kader"


def write_workbook(path: Path, material: Material, progress: Tell) -> None:
    """Write a plan and its findings as a workbook; the old file stays until the new one is whole.

    ``progress`` is told rows done and rows in all, often; what it raises stops the work and leaves
    no trace. Raises UnwritableFile where the file cannot be written.
    """
    contents = public_contents(material) if material.public else contents_of(material)
    sheets = SHEETS if contents.comparison is None else (*SHEETS, comparison.SHEET)
    rows = sum(sheet.rows(contents) for sheet in sheets)
    # Every row is made, and then written.
    steps = Progress(progress, 2 * rows + 1)
    book = Book(steps)
    for sheet in sheets:
        sheet.write(book, contents)
    _describe(book, contents)
    read_me.write(book, contents)
    with replacing(path) as beside:
        write_package(book, material.made_at, beside)
        steps.end()


def _describe(book: Book, contents: Contents) -> None:
    """Say in the properties of the document what it is, for people and for reading it back."""
    material, plan = contents.material, contents.plan
    marking = plan.settings.marking
    properties = book.workbook.properties
    properties.title = on_one_line(plan.name) or AUTHOR
    properties.subject = on_one_line(plan.scenario)
    properties.creator = properties.lastModifiedBy = AUTHOR
    properties.keywords = ", ".join((_("rotations"), _("missions"), _("national frames")))
    properties.category = "" if marking is None else on_one_line(marking.text)
    properties.created = in_universal_time(material.made_at)
    texts = {
        "KaderPlanId": material.plan_id,
        "KaderPlan": plan.name,
        "KaderScenario": plan.scenario,
        "KaderVersion": material.program_version,
        "KaderJournal": material.journal_head,
        "KaderMarking": "" if marking is None else marking.text,
        # Reading back must not take what lies outside the period for removed.
        "KaderFirstDay": _iso(material.first_day),
        "KaderLastDay": _iso(material.last_day),
    }
    custom = book.workbook.custom_doc_props  # type: ignore[attr-defined]
    custom.append(IntProperty(name="KaderFormat", value=FORMAT))
    custom.append(BoolProperty(name="KaderPublic", value=material.public))
    for name, text in texts.items():
        custom.append(StringProperty(name=name, value=on_one_line(text)))


def _iso(day: date | None) -> str:
    return "" if day is None else day.isoformat()
