"""A workbook of ours, read back: the sheet of rotations against the plan that it was made of."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from pathlib import Path
from typing import Final

from domain.engine.spans import Span, overlap
from domain.exchange.rotation_rows.cell import Row, letters_of
from domain.exchange.rotation_rows.days import Epoch
from domain.exchange.rotation_rows.entries import EntryReader, Sound
from domain.exchange.rotation_rows.fields import COLUMNS, Vocabulary
from domain.exchange.rotation_rows.names import Labels, Names, names_of
from domain.exchange.rotation_rows.reading import Reading, Remarks
from domain.exchange.rotation_rows.taking_in import taken_in
from domain.exchange.rotation_rows.words import precision_names, status_names
from domain.exchange.workbook_reading.book import Book, book_of
from domain.exchange.workbook_reading.origin import Origin, origin_of, require_origin
from domain.exchange.workbook_reading.package import opened
from domain.exchange.workbook_reading.progress import Tell, steps_of, untold
from domain.exchange.workbook_reading.rotation_sheet import RotationSheet, rotation_sheet_of
from domain.exchange.workbook_reading.sheet import Sheet, area_of
from domain.exchange.workbook_reading.unsound import Unsound
from domain.exchange.workbook_reading.word_lists import word_lists_of
from domain.language import _
from domain.model import Plan
from domain.model.days import end_of, start_of

_NOT_READ: Final = "x_"
_MANY: Final = 0.5


def is_ours(path: Path) -> bool:
    """Whether a file is a workbook of ours: it says so, or has the hidden keys of rotations.

    Raises UnreadableFile where it is no sound workbook at all.
    """
    with opened(path) as package:
        book = book_of(package)
        return "KaderFormat" in book.properties or rotation_sheet_of(book) is not None


def read_workbook(  # noqa: PLR0913 - each is said by name
    path: Path,
    plan: Plan,
    plan_id: str,
    *,
    of_any_plan: bool = False,
    journal_head: str = "",
    tell: Tell = untold,
) -> Reading:
    """What a workbook that was exported, and perhaps changed, would make of a plan.

    Only the sheet of rotations is read. A row without an id is a new rotation; a rotation of the
    period that has no row is removed, unless the workbook is of another plan, and that was asked
    for. With any problem the plan is the one that was given. ``tell`` is told of rows done and
    rows expected, and may raise to stop.
    Raises KnownError for a file that cannot be trusted, or is not of this plan.
    """
    with opened(path) as package:
        book = book_of(package)
        found = rotation_sheet_of(book)
        if found is None:
            raise package.refusal(
                "",
                Unsound(
                    _("no sheet has the hidden row of keys that tells the columns of rotations"),
                    _("export the plan anew, and make the changes there"),
                ),
            )
        origin = origin_of(book)
        if not of_any_plan:
            require_origin(book, origin, plan_id)
        whole = origin.plan_id == plan_id
        remarks = Remarks(found.about.title, found.columns)
        _warn_of_age(plan, origin, journal_head if whole else "", remarks)
        days = _days(origin) if whole else None
        steps = steps_of(package, plan, tell)
        return _read(book, found, plan, remarks, days=days, sound=steps)


def _read(  # noqa: PLR0913 - each is said by name
    book: Book,
    found: RotationSheet,
    plan: Plan,
    remarks: Remarks,
    *,
    days: Span | None,
    sound: Sound,
) -> Reading:
    """The reading of a sheet, which has a row for each rotation on some days, or on none."""
    words = _vocabulary(plan, book.epoch, word_lists_of(book))
    reader = EntryReader(plan, words, remarks)
    sheet = Sheet(book, found.about)
    _warn_of_missing(found, remarks)
    entries = list(reader.entries(_rows(sheet, found, remarks), sound))
    _refuse_merged(sheet, found, remarks)
    gone = [] if days is None else _gone(plan, days, reader.ids)
    _warn_of_many(plan, gone, remarks)
    return taken_in(plan, entries, gone, reader.rows_in, remarks)


def _vocabulary(plan: Plan, epoch: Epoch, lists: Mapping[str, Labels]) -> Vocabulary:
    return Vocabulary(
        epoch=epoch,
        missions=names_of("mission", plan.missions.things(), lists.get("missions")),
        forces=names_of("force", plan.forces.things(), lists.get("forces")),
        posts=Names("post", plan.posts),
        rotations=Names("rotation", plan.rotations),
        statuses=status_names(lists.get("statuses")),
        precisions=precision_names(lists.get("precisions")),
    )


def _rows(sheet: Sheet, found: RotationSheet, remarks: Remarks) -> Iterator[Row]:
    """The rows below the headings; each column without a key is told of once."""
    keyed = set(found.columns.values())
    for row in sheet.rows():
        if row.number > found.headings:
            if not row.cells.keys() <= keyed:
                _warn_of_unkeyed(row, keyed, remarks)
            yield row


def _warn_of_unkeyed(row: Row, keyed: set[int], remarks: Remarks) -> None:
    for column in sorted(row.cells.keys() - keyed):
        keyed.add(column)
        remarks.warn(
            f"{letters_of(column)}{row.number}",
            _("this column has no hidden key, and is not read."),
        )


def _warn_of_missing(found: RotationSheet, remarks: Remarks) -> None:
    missing = [key for key in COLUMNS if key not in found.columns]
    unknown = [
        key
        for key in found.columns
        if key not in COLUMNS and key != "id" and not key.startswith(_NOT_READ)
    ]
    if missing:
        remarks.warn(
            "",
            _("columns are gone, and what they held stays as it is: {keys}.").format(
                keys=", ".join(missing)
            ),
        )
    if unknown:
        remarks.warn("", _("columns are not read: {keys}.").format(keys=", ".join(unknown[:9])))


def _refuse_merged(sheet: Sheet, found: RotationSheet, remarks: Remarks) -> None:
    for place in sheet.merged:
        area = area_of(place)
        if area is None or area[3] >= found.headings:
            sentence = _("these cells are merged; split them, and fill in each of them.")
            remarks.refuse_place(place[:20], sentence)


def _days(origin: Origin) -> Span:
    return start_of(origin.first_day), end_of(origin.last_day)


def _gone(plan: Plan, days: Span, there: Container[str]) -> list[str]:
    """The rotations on some days that have no row."""
    return [
        rotation.id
        for rotation in plan.rotations.things()
        if rotation.id not in there and overlap(days, (rotation.start, rotation.end))
    ]


def _warn_of_many(plan: Plan, gone: list[str], remarks: Remarks) -> None:
    if len(gone) > 1 and len(gone) > _MANY * len(plan.rotations):
        remarks.warn(
            "",
            _(
                "{count} of the {all} rotations of the plan have no row, and would be removed."
            ).format(count=len(gone), all=len(plan.rotations)),
        )


def _warn_of_age(plan: Plan, origin: Origin, journal_head: str, remarks: Remarks) -> None:
    if origin.scenario and origin.scenario != plan.scenario:
        remarks.warn(
            "",
            _("it was made of scenario '{one}', and is read into '{other}'.").format(
                one=origin.scenario, other=plan.scenario
            ),
        )
    if journal_head and origin.journal_head and journal_head != origin.journal_head:
        remarks.warn(
            "",
            _(
                "the plan was changed since the workbook was made; "
                "what was changed there would be changed back."
            ),
        )
