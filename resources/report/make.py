"""Makes the printed totals anew: `python resources/report/make.py [--check]`.

They are read from resources/sources/deployed.csv. With --check nothing is written; the exit code
is 1 if the file is not what would be written.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

HERE: Final = Path(__file__).parent
FACTS: Final = HERE.parent / "sources" / "deployed.csv"
PRINTED: Final = HERE / "printed.json"
Row = Mapping[str, str]
Json = dict[str, Any]
MILITARY, CIVIL_POLICE = "military", "civil_police"


def text() -> str:
    """The file as it should stand there."""
    return json.dumps(tables(facts()), ensure_ascii=False, indent=1) + "\n"


def facts() -> list[Row]:
    """The rows of the facts, in their order."""
    with FACTS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def tables(rows: Iterable[Row]) -> list[Json]:
    """One table for each total that a report printed, with the rows above it."""
    missions: list[Row] = []
    found: list[Json] = []
    for row in rows:
        if row["row_type"] == "mission":
            missions.append(row)
        elif row["row_type"] == "total_printed":
            found.append(_table(row, missions))
            missions = []
    return sorted(found, key=lambda table: str(table["first_day"]))


def _table(total: Row, missions: Iterable[Row]) -> Json:
    made = {
        "id": total["row_id"],
        "document": total["document"],
        "file": total["source_file"],
        "lines": total["lines"],
        "first_day": total["period_from"],
        "last_day": total["period_to"],
        "printed": {
            "frame": _columns(total, "frame_mil", "frame_civ_police"),
            "deployed": _columns(total, "deployed_mil", "deployed_civ_police"),
        },
        "rows": [_row(row) for row in missions],
    }
    _check(made)
    return made


def _row(row: Row) -> Json:
    frame = _columns(row, "frame_mil", "frame_civ_police")
    joint = _number(row["frame_joint"])
    printed_in = _columns_of_joint(row["row_id"], frame, joint)
    if printed_in == [CIVIL_POLICE]:
        # What stands in the column is the joint number itself.
        frame[CIVIL_POLICE] = None
    return {
        "id": row["row_id"],
        "region": row["group_heading"],
        "mission": row["mission_as_printed"],
        "missions": row["mission_codes"].split(";"),
        "frame": {**frame, "joint": joint},
        "joint_printed_in": printed_in,
        "deployed": _columns(row, "deployed_mil", "deployed_civ_police"),
        "footnote": row["footnote"],
        "lines": row["lines"],
    }


def _columns_of_joint(row_id: str, frame: Json, joint: int | None) -> list[str]:
    """The columns in which a joint number is printed, and so counted in their totals."""
    military, civil_police = frame[MILITARY], frame[CIVIL_POLICE]
    if joint is None or (military or 0) + (civil_police or 0) == joint:
        return []
    if military is None and civil_police is None:
        return [MILITARY, CIVIL_POLICE]
    if civil_police == joint:
        return [CIVIL_POLICE]
    raise ValueError(f"{row_id}: it is not clear where the joint number is printed")


def _check(table: Json) -> None:
    """Stop where the rows do not add up to the printed totals."""
    for column in (MILITARY, CIVIL_POLICE):
        frames = sum(
            (row["frame"][column] or 0)
            + (row["frame"]["joint"] if column in row["joint_printed_in"] else 0)
            for row in table["rows"]
        )
        deployed = sum(row["deployed"][column] or 0 for row in table["rows"])
        for name, total in (("frame", frames), ("deployed", deployed)):
            if total != table["printed"][name][column]:
                raise ValueError(f"{table['id']}: {name}, {column}: the rows give {total}")


def _columns(row: Row, military: str, civil_police: str) -> Json:
    return {MILITARY: _number(row[military]), CIVIL_POLICE: _number(row[civil_police])}


def _number(cell: str) -> int | None:
    return int(cell) if cell else None


def main(arguments: Iterable[str]) -> int:
    """Write the file, or with --check only compare; 1 if a check found a difference."""
    if "--check" in arguments:
        same = PRINTED.is_file() and PRINTED.read_text(encoding="utf-8") == text()
        return 0 if same else 1
    PRINTED.write_text(text(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
