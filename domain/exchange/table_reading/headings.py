"""Headings of tables from elsewhere, and the fields that they most likely stand for."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from domain.exchange.rotation_rows.fields import COLUMNS

FIELDS: Final = ("id", *COLUMNS)
"""The fields that a column can stand for."""
ENOUGH: Final = frozenset({"mission", "first_day", "last_day"})
"""The fields by which a table is known to be one of rotations."""
# "Tot" and "until" are left out: nobody knows whether the day itself is inside.
_KNOWN: Final[Mapping[str, str]] = {
    "id": "id, rotatie id, rotation id, rotatienummer, rotation number",
    "mission": "missie, mission, missie id, mission id, operatie, operation, inzet",
    "name": "naam, name, rotatie, rotation, rotatienaam, rotation name, omschrijving, description",
    "first_day": (
        "eerste dag, first day, begin, begindatum, startdatum, start, start date, van, from, "
        "vanaf, ingangsdatum, datum van, first date, begin date"
    ),
    "last_day": (
        "laatste dag, last day, einde, eind, einddatum, end, end date, t/m, tot en met, "
        "datum tot en met, last date, through"
    ),
    "military": "militair, militairen, military, aantal militairen, mil",
    "civilian": "burger, burgers, civiel, civilian, civilians, aantal burgers, civ",
    "police": "politie, police, politiemensen, aantal politie, police officers, pol",
    "teams": "teams, aantal teams, number of teams",
    "force": "eenheid, force, unit, eenheid id, force id, unit id",
    "quantity": "hoeveelheid, quantity, aantal van de eenheid, quantity of the force",
    "post": "functie, post, functie id, post id, arbeidsplaats",
    "relieves": "lost af, relieves, aflossing van, lost af id, relieves id",
    "continues": "vervolg op, continues, zet voort, continues id",
    "part_of": "deel van, onderdeel van, part of, part of id",
    "supports": "steunt, supports, ondersteunt, supports mission ids",
    "status": "status, stand",
    "justification": "verantwoording, motivering, justification, onderbouwing",
    "note": "opmerking, opmerkingen, notitie, note, notes, remark, remarks, toelichting",
}
_MARKS: Final = re.compile(r"[^\w/]+")


def suggested(headings: Iterable[str]) -> dict[str, str]:
    """The field that each heading most likely stands for; none where two claim one field."""
    claims: dict[str, list[str]] = defaultdict(list)
    for heading in dict.fromkeys(headings):
        field = _FIELD_OF.get(_plainly(heading)) or _own_key(heading)
        if field is not None:
            claims[field].append(heading)
    return {claim[0]: field for field, claim in claims.items() if len(claim) == 1}


def _own_key(heading: str) -> str | None:
    key = heading.strip()
    return key if key in FIELDS else None


def _plainly(heading: str) -> str:
    text = unicodedata.normalize("NFKC", heading).casefold()
    return _MARKS.sub(" ", text.replace("_", " ")).strip()


_FIELD_OF: Final = {
    _plainly(word): field for field, words in _KNOWN.items() for word in words.split(", ")
}
