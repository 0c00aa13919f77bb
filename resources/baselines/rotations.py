"""Rotations that the sources name, and the forces that they name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from resources.baselines import periods
from resources.baselines.facts import Json, Row, choices, document_of, facts, source

STATUSES: Final[Mapping[str, str]] = {
    "planned": "planned",
    "ongoing": "deployed",
    "completed": "completed",
    "suspended": "completed",
}
LINKS: Final = ("force", "continues", "part_of", "supports")
PERIOD: Final = "De dagen zijn die van de rapportageperiode; de bron noemt de werkelijke duur niet."
FIRST_NOTES: Final[Mapping[str, str]] = {
    "report_period": "begin van de rapportageperiode; de werkelijke dag staat niet in de bron",
}
LAST_NOTES: Final[Mapping[str, str]] = {
    "(end of the reporting period; real end not stated)": (
        "einde van de rapportageperiode; de werkelijke dag staat niet in de bron"
    ),
    "(end of the year named)": "de bron noemt alleen het jaar",
}


def rotations(baseline: str) -> list[Json]:
    """The rotations of a plan, in the order of the facts."""
    chosen = choices("rotations")
    return [
        _rotation(row, chosen[name])
        for name, row in facts("rotations").items()
        if baseline in chosen.get(name, {}).get("baselines", ())
    ]


def _rotation(row: Row, chosen: Mapping[str, Any]) -> Json:
    people = {row["category"]: int(row["headcount"])} if row["headcount"] else {}
    return {
        "id": row["rotation_id"],
        "mission": chosen.get("mission", row["mission_code"]),
        "name": chosen["name"],
        **_days(row),
        **people,
        **{key: chosen[key] for key in LINKS if key in chosen},
        "status": STATUSES[row["status"]],
        **_justification(row, chosen),
        "note": " ".join(_notes(row, chosen)),
    }


def _days(row: Row) -> Json:
    start, end = row["start_precision"], row["end_precision"]
    stated = row["end_as_stated"]
    return {
        **periods.first(row["start"], start, FIRST_NOTES.get(start, "")),
        **periods.last(
            row["end"], end, LAST_NOTES.get(stated, stated), inclusive=row["end_inclusive"]
        ),
    }


def _justification(row: Row, chosen: Mapping[str, Any]) -> Json:
    in_period = "report_period" in {row["start_precision"], row["end_precision"]}
    text = chosen.get("justification", PERIOD if in_period else "")
    return {"justification": text} if text else {}


def _notes(row: Row, chosen: Mapping[str, Any]) -> Iterable[str]:
    if "place" in chosen:
        yield f"Plaats: {chosen['place']}."
    if "note" in chosen:
        yield chosen["note"]
    document = document_of(row["source_file"])
    place = f"{row['section']}, regel {row['lines']}"
    yield f"Bron: {document}, {place}: “{row['evidence']}”."


def forces(baseline: str) -> list[Json]:
    """The forces of a plan; how many there are is in no source, so no pool has a supply."""
    return [
        _force(name, chosen)
        for name, chosen in choices("forces").items()
        if baseline in chosen["baselines"]
    ]


def _force(name: str, chosen: Mapping[str, Any]) -> Json:
    fields = {key: chosen[key] for key in ("name", "kind", "measure") if key in chosen}
    return {"id": name, **fields, "supply": [], "x_source": source(chosen, chosen["quote"])}
