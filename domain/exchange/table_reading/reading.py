"""A table that never came from us: looked at, and read into rotations of a plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from domain.errors import Refused
from domain.exchange.rotation_rows.cell import Row, letters_of
from domain.exchange.rotation_rows.days import DayOrder, Epoch
from domain.exchange.rotation_rows.doubt import Doubt, quoted
from domain.exchange.rotation_rows.entries import NEEDED, Entry, EntryReader, Sound
from domain.exchange.rotation_rows.fields import Vocabulary
from domain.exchange.rotation_rows.names import Names, names_of
from domain.exchange.rotation_rows.reading import Reading, Remarks
from domain.exchange.rotation_rows.taking_in import taken_in
from domain.exchange.rotation_rows.words import precision_names, status_names
from domain.exchange.table_reading.headings import FIELDS, suggested
from domain.exchange.table_reading.opening import opened_source, require_headings
from domain.exchange.table_reading.source import Headings, Source
from domain.exchange.table_reading.terms import NOTHING_SAID, Terms
from domain.exchange.workbook_reading.progress import Tell, untold
from domain.exchange.workbook_reading.sheet import area_of
from domain.language import _
from domain.model import Plan, Rotation

_EVERY: Final = 200
_BY_NAME: Final = {"mission": "mission_name", "force": "force_name"}


def read_table(path: Path, plan: Plan, terms: Terms = NOTHING_SAID, tell: Tell = untold) -> Reading:
    """What a table would make of a plan: its rows are added, or change the rotations they name.

    The terms say which heading is which field; without that the headings are taken for what
    they most likely are. A rotation without a row stays. With any problem the plan is the one that
    was given. Raises KnownError for a file that cannot be read, or whose columns are not clear.
    """
    mapping = terms.mapping
    with opened_source(path, terms.sheet) as source:
        headings = require_headings(path, source, mapping, terms.row)
        fields = suggested(headings.texts.values()) if mapping is None else mapping
        otherwise = _otherwise(path, terms, plan)
        columns = _columns(path, headings, fields, otherwise)
        remarks = Remarks(source.title, columns)
        words = vocabulary_of(plan, source.epoch, terms.order)
        reader = EntryReader(plan, words, remarks, otherwise)
        _warn_of_unread(headings, remarks)
        entries = list(reader.entries(_rows(source, headings, remarks), _steps(source, tell)))
        _refuse_merged(source, headings, remarks)
        _warn_of_doubles(plan, entries, remarks)
        return taken_in(plan, entries, (), reader.rows_in, remarks)


def _otherwise(path: Path, terms: Terms, plan: Plan) -> Mapping[str, Any]:
    try:
        return terms.otherwise(plan)
    except Doubt as doubt:
        raise Refused(f"{path}: {doubt}") from doubt


def _steps(source: Source, tell: Tell) -> Sound:
    def sound(rows: int) -> None:
        source.took_row()
        if rows % _EVERY == 0:
            tell(rows, 0)

    return sound


def _columns(
    path: Path, headings: Headings, mapping: Mapping[str, str], otherwise: Container[str]
) -> dict[str, int]:
    """The columns of the fields; raises Refused where it is not clear which is which."""
    columns: dict[str, int] = {}
    for heading, field in mapping.items():
        found = headings.column_of(" ".join(heading.split()))
        if field not in FIELDS or len(found) != 1 or field in columns:
            raise _unclear(path, headings, heading, field, len(found))
        columns[field] = found[0]
    missing = [
        field
        for field in NEEDED
        if field not in columns and f"{field}_name" not in columns and field not in otherwise
    ]
    if missing and "id" not in columns:
        raise Refused(
            _("{file}: no column tells {fields}; say which of {headings} does.").format(
                file=path,
                fields=", ".join(missing),
                headings=", ".join(map(quoted, headings.texts.values())),
            )
        )
    return {
        key if (by_name := _BY_NAME.get(key, key)) in columns else by_name: column
        for key, column in columns.items()
    }


def _unclear(path: Path, headings: Headings, heading: str, field: str, found: int) -> Refused:
    if field not in FIELDS:
        return Refused(
            _("{file}: there is no field '{field}'; the fields are {fields}.").format(
                file=path, field=field, fields=", ".join(FIELDS)
            )
        )
    if found == 1:
        return Refused(
            _("{file}: two columns are to be {field}; choose one.").format(file=path, field=field)
        )
    known = ", ".join(map(quoted, headings.texts.values()))
    return Refused(
        _("{file}: {count} columns are headed {heading}; the headings are {headings}.").format(
            file=path, count=found, heading=quoted(heading), headings=known
        )
    )


def vocabulary_of(plan: Plan, epoch: Epoch, order: DayOrder | None = None) -> Vocabulary:
    """What the cells of a table can name in a plan."""
    missions, posts = list(plan.missions.things()), list(plan.posts.things())
    names = {mission.name for mission in missions}
    full_names = once((mission.full_name, mission.id) for mission in missions)
    return Vocabulary(
        epoch=epoch,
        missions=names_of(
            "mission", missions, {n: id_ for n, id_ in full_names.items() if n not in names}
        ),
        forces=names_of("force", plan.forces.things()),
        posts=Names("post", plan.posts, once((post.title, post.id) for post in posts)),
        rotations=Names("rotation", plan.rotations),
        statuses=status_names(),
        precisions=precision_names(),
        order=order,
    )


def once(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Ids by the names that only one of them has."""
    listed = list(pairs)
    times = Counter(name for name, _id in listed)
    return {name: id_ for name, id_ in listed if times[name] == 1}


def _rows(source: Source, headings: Headings, remarks: Remarks) -> Iterator[Row]:
    """The rows below the headings; those that are cut off are refused, the hidden ones told of."""
    hidden = 0
    for row in source.rows():
        if row.number > headings.row:
            hidden += row.hidden
            if row.width != headings.width:
                sentence = _("the row has {count} fields, the headings have {all}; was it cut off?")
                sentence = sentence.format(count=row.width, all=headings.width)
                remarks.refuse(row.number, "", sentence)
            yield row
    if hidden:
        sentence = _("{count} rows are hidden there, and are read as well.")
        remarks.warn("", sentence.format(count=hidden))


def _warn_of_unread(headings: Headings, remarks: Remarks) -> None:
    read = set(remarks.columns.values())
    for column, text in headings.texts.items():
        if column not in read:
            sentence = _("the column {heading} is not read.").format(heading=quoted(text))
            remarks.warn(f"{letters_of(column)}{headings.row}", sentence)


def _refuse_merged(source: Source, headings: Headings, remarks: Remarks) -> None:
    for place in source.merged:
        area = area_of(place)
        if area is None or area[3] > headings.row:
            sentence = _("these cells are merged; split them, and fill in each of them.")
            remarks.refuse_place(place[:20], sentence)


def _warn_of_doubles(plan: Plan, entries: list[Entry], remarks: Remarks) -> None:
    """Say which new rows are like a rotation that is there: read twice, they would be twice."""
    new = [entry for entry in entries if entry.before is None]
    known = {_likeness(rotation): rotation.id for rotation in plan.rotations.things() if new}
    for entry in new:
        values = entry.values
        likeness = (
            values["mission"],
            values.get("name", ""),
            values["first_day"],
            values["last_day"],
        )
        if likeness in known:
            sentence = _("there is already a rotation of this mission, name and days, {id}.")
            remarks.warn(remarks.cell(entry.row), sentence.format(id=quoted(known[likeness])))


def _likeness(rotation: Rotation) -> tuple[object, ...]:
    return rotation.mission, rotation.name, rotation.first_day, rotation.last_day
