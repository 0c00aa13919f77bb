"""Tables of others: written, read, and what they add to a small plan."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from domain.exchange.rotation_rows.reading import Reading
from domain.model import Plan
from tests.domain.exchange.workbook_reading.workbooks_back import problems

HEADINGS = "Missie;Naam;Begindatum;Einddatum;Militairen"
ROW = "OSC;Groep 9;01-01-2027;2027-06-30;11"
GROUP = ("osc", "Groep 9", date(2027, 1, 1), date(2027, 6, 30), 11)


def csv(folder: Path, *lines: str, encoding: str = "utf-8", end: str = "\r\n") -> Path:
    path = folder / "rotaties.csv"
    path.write_bytes("".join(line + end for line in lines).encode(encoding))
    return path


def added(plan: Plan, reading: Reading) -> list[tuple[object, ...]]:
    assert problems(reading) == []
    return [
        (r.mission, r.name, r.first_day, r.last_day, r.military)
        for r in reading.plan.rotations.things()
        if r.id not in plan.rotations
    ]
