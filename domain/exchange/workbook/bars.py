"""How the bars of a timeline of cells look: by status, and by what the rules say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from domain.exchange.workbook.contents import SIGNS, Contents
from domain.exchange.workbook.lanes import Bar
from domain.exchange.workbook.layout import Spot
from domain.exchange.workbook.looks import DARK, GREY, PALE, RULE, Paint, Styles
from domain.exchange.workbook.widths import width_of
from domain.language import _
from domain.model import Kind, Ref, Rotation, Status
from domain.rules.finding import Severity
from domain.words.fixed import word

_WHITE: Final = "FFFFFFFF"
_EDGE: Final = "FF1F3A4D"
_STATUSES: Final = {
    Status.DRAFT: Paint(fill="FFF2F7FB", pattern="FFB5CBDD"),
    Status.PLANNED: Paint(fill="FFBBD6EC"),
    Status.APPROVED: Paint(fill="FF7FB2DA"),
    Status.DEPLOYED: Paint(fill="FF2A6592", letters=_WHITE),
    Status.COMPLETED: Paint(fill="FFC9CED2"),
}
_BROKEN: Final = Paint(fill="FFFBE3D8", pattern="FFE9A183", bold=True)
FRAME: Final = Paint(fill=PALE, letters=GREY, above=RULE)
NO_FRAME: Final = Paint(letters=GREY, above=RULE)
NAME: Final = Paint(letters=DARK, bold=True, above=RULE)


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars as cells: what is drawn from, and where the first column of days stands."""

    contents: Contents
    styles: Styles
    first_column: int

    def spots(self, lane: Sequence[Bar]) -> Iterator[Spot]:
        """The cells of the bars of a lane, from the left."""
        for bar in lane:
            severity = self._severity(bar.rotation)
            broken = severity is Severity.ERROR
            paint = _BROKEN if broken else _STATUSES[bar.rotation.status]
            sign = "" if severity is None else SIGNS[severity]
            text = " ".join(filter(None, (sign, _label(bar.rotation))))
            yield from self.run(bar.places, paint, text)

    def run(self, places: range, paint: Paint, text: str) -> Iterator[Spot]:
        """Cells beside each other as one bar with a text, which runs on over the empty ones."""
        framed = replace(paint, above=_WHITE, below=_WHITE)
        style = self.styles.painted(framed)
        for place in places:
            own = style
            if place in {places[0], places[-1]}:
                left = _EDGE if place == places[0] else None
                right = _EDGE if place == places[-1] else None
                own = self.styles.painted(replace(framed, left=left, right=right))
            yield Spot(self.first_column + place, own, text if place == places[0] else None)

    def _severity(self, rotation: Rotation) -> Severity | None:
        found = self.contents.findings_about(Ref(Kind.ROTATION, rotation.id))
        open_ones = {finding.severity for finding in found if not finding.waived}
        return next((severity for severity in Severity if severity in open_ones), None)


def _label(rotation: Rotation) -> str:
    name = rotation.name or rotation.id
    people = str(rotation.headcount) if rotation.headcount else ""
    return " · ".join(filter(None, (people, name)))


def legend(bars: Bars, width: float) -> Iterator[Spot]:
    """One bar for each look, called by what it means; ``width`` is that of a column of days."""
    shown = [(paint, word(status)) for status, paint in _STATUSES.items()]
    broken = _("with an error")
    shown.append((_BROKEN, f"{SIGNS[Severity.ERROR]} {broken}"))
    shown.append((FRAME, _("frame in force")))
    place = 0
    for paint, text in shown:
        places = range(place, place + int((width_of(text) * 1.1 + 2) / width) + 1)
        yield from bars.run(places, paint, text)
        place = places.stop + 1
