"""National frames: the rows of frames.csv that a plan takes, as frames with their limits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from resources.baselines import periods
from resources.baselines.facts import Json, Row, choices, document_of, dutch, facts, source

ALL_CATEGORIES: Final = ["military", "civilian", "police"]
LETTER: Final = "001_29c508bae95071f2.txt"
LETTER_START: Final = "looptijd: 2025 tot en met juni 2028"
"""The words of the letter of 4 April 2025 on which the first day of its frames rests."""
MEASURES: Final[Mapping[str, str | None]] = {
    "concurrent_persons": "persons",
    "per_activity": "persons",
    "not_applicable": "persons",
    "teams_concurrent": "teams",
    "teams_per_year": "teams_per_year",
    "team_size": "team_size",
    "persons_per_year": None,
}
BINDINGS: Final[Mapping[str, str]] = {
    "maximum": "maximum",
    "exact_as_stated": "exact",
    "circa": "circa",
    "modular": "modular",
    "none": "unlimited",
    "stopped": "maximum",
    "not_stated": "unknown",
}


def frames(row_ids: Sequence[str]) -> list[Json]:
    """The frames of these rows, in the order of the rows."""
    groups = grouped(row_ids)
    frame_of = {row["frame_id"]: name for name, rows in groups.items() for row in rows}
    return [_frame(name, rows, frame_of) for name, rows in groups.items()]


def grouped(row_ids: Sequence[str]) -> dict[str, list[Row]]:
    """The rows by the id of their frame.

    Rows of one group are one frame as long as they have the same missions and days; a row that
    has others becomes a frame with the id of the row.
    """
    groups: dict[str, list[Row]] = {}
    for row in (facts("frames")[row_id] for row_id in row_ids):
        name = row["frame_group"]
        if name in groups and _extent(groups[name][0]) != _extent(row):
            name = row["frame_id"]
        groups.setdefault(name, []).append(row)
    return groups


def _extent(row: Row) -> tuple[str, ...]:
    return row["mission_codes"], row["valid_from"], row["valid_until"]


def _frame(name: str, rows: Sequence[Row], frame_of: Mapping[str, str]) -> Json:
    chosen = choices("frames")["frames"].get(name, {})
    leading = rows[0]
    frame = {
        "id": name,
        "title": chosen.get("title", leading["frame_label"]),
        "missions": chosen.get("missions", leading["mission_codes"].split(";")),
        **_days(leading, chosen),
        **{key: chosen[key] for key in ("condition", "until_decided", "caveats") if key in chosen},
        "supersedes": chosen.get("supersedes", _superseded(rows, frame_of)),
        "correction": leading["frame_nature"] == "correction",
        "source": _frame_source(rows),
        "limits": [_limit(row) for row in rows],
    }
    return {key: value for key, value in frame.items() if value not in ([], False)}


def _days(row: Row, chosen: Mapping[str, Any]) -> Json:
    return {
        **periods.first(row["valid_from"], row["valid_from_precision"], _start_words(row, chosen)),
        **periods.last(
            row["valid_until"],
            row["valid_until_precision"],
            _end_words(row),
            inclusive=row["valid_until_inclusive"],
            kind=row["valid_until_kind"],
        ),
    }


def _start_words(row: Row, chosen: Mapping[str, Any]) -> str:
    if "first_day_note" in chosen:
        words: str = chosen["first_day_note"]
        return words
    if row["valid_from_precision"] != "year":
        return ""
    return _said_by_letter(LETTER_START, elsewhere=row["source_file"] != LETTER)


def _end_words(row: Row) -> str:
    elsewhere = row["until_lines"].startswith(LETTER)
    return _said_by_letter(row["until_evidence"], elsewhere=elsewhere)


def _said_by_letter(words: str, *, elsewhere: bool) -> str:
    """Words of the letter, with its name where the rest of the frame stands elsewhere."""
    return f"{words} ({document_of(LETTER)})" if elsewhere else words


def _superseded(rows: Sequence[Row], frame_of: Mapping[str, str]) -> list[str]:
    named = [name for row in rows for name in row["supersedes"].split(";")]
    return list(dict.fromkeys(frame_of[name] for name in named if name in frame_of))


def _limit(row: Row) -> Json:
    chosen = choices("frames")["rows"].get(row["frame_id"], {})
    unknown = chosen.get("unknown", False)
    return {
        "id": row["frame_id"],
        "measure": MEASURES[row["counting_basis"]],
        "categories": chosen.get("categories", _categories(row)),
        "number": int(row["limit"]) if row["limit"] and not unknown else None,
        "binding": "unknown" if unknown else _binding(row),
        "x_source": _source(row),
    }


def _categories(row: Row) -> list[str]:
    stated = row["personnel_categories"]
    return ALL_CATEGORIES if stated == "unspecified" else stated.split("+")


def _binding(row: Row) -> str:
    # "per jaar": nobody has chosen yet whether that is strength, first days, or a mean.
    return "unread" if row["counting_basis"] == "persons_per_year" else BINDINGS[row["limit_kind"]]


def _source(row: Row) -> Json:
    place = {"file": row["source_file"], "section": row["section"], "lines": row["lines"]}
    return source(place, row["evidence"], _decided_on(row))


def _decided_on(row: Row) -> str | None:
    """The day of the decision, unless it is inferred from the end of the frame alone."""
    inferred = row["decision_document"].endswith("(end date only; inferred)")
    return None if inferred else row["decision_date"] or None


def _frame_source(rows: Sequence[Row]) -> Json:
    decision = dutch("decisions", rows[0]["decision_document"])
    title = document_of(rows[0]["source_file"])
    return _source(rows[0]) | {
        "document": f"{title}; {decision}" if decision else title,
        "section": _joined(row["section"] for row in rows),
        "quote": _joined((row["evidence"] for row in rows), " | "),
        "lines": _joined(row["lines"] for row in rows),
    }


def _joined(texts: Iterable[str], separator: str = "; ") -> str:
    return separator.join(dict.fromkeys(texts))
