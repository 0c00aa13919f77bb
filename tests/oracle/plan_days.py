"""Days that lie close together, at the ends of months and years and at the leap day."""

from datetime import date, timedelta

from tests.oracle.dates import last_of_days, last_of_months
from tests.oracle.plan_choices import Draw, number, pick, some

FIRST = date(2026, 1, 25)
LAST = date(2028, 3, 5)

SPECIAL = [
    date(2026, 1, 31),
    date(2026, 2, 28),
    date(2026, 3, 1),
    date(2026, 12, 31),
    date(2027, 1, 1),
    date(2027, 2, 28),
    date(2027, 12, 31),
    date(2028, 1, 1),
    date(2028, 2, 28),
    date(2028, 2, 29),
    date(2028, 3, 1),
]

# A few days around which everything of one plan happens.
Anchors = tuple[date, ...]


def clip(day: date) -> date:
    """The day, or the nearest one that is within the period of the plans."""
    return min(max(day, FIRST), LAST)


def anchors(draw: Draw) -> Anchors:
    """Two to five days: most of them within weeks of one special day, one perhaps far off."""
    centre = pick(draw, SPECIAL)
    offsets = [number(draw, -70, 70) for _ in range(number(draw, 1, 3))]
    near = [clip(centre + timedelta(days=offset)) for offset in offsets]
    far = some(draw, SPECIAL, at_least=0, at_most=1)
    return (centre, *near, *far)


def days(draw: Draw, around: Anchors) -> date:
    """A day on or within three days of an anchor."""
    anchor = pick(draw, around)
    return clip(anchor + timedelta(days=pick(draw, [0, 0, 1, -1, 2, -2, 3, -3])))


def last_days(draw: Draw, first: date, around: Anchors) -> date:
    """A last day: of another anchor, of a few days, or of whole months, give or take one day."""
    how = pick(draw, ["anchor", "anchor", "days", "months"])
    if how == "anchor":
        last = days(draw, around)
    elif how == "days":
        last = last_of_days(first, number(draw, 1, 14))
    else:
        months = last_of_months(first, pick(draw, [1, 2, 3, 4, 6, 12]))
        last = months + timedelta(days=pick(draw, [0, -1, 1]))
    return max(first, last)


def spans(draw: Draw, around: Anchors) -> tuple[date, date]:
    """A first and a last day in order."""
    first = days(draw, around)
    return first, last_days(draw, first, around)


def open_spans(draw: Draw, around: Anchors) -> tuple[str | None, str | None]:
    """The same as in the document, either of them perhaps open."""
    first, last = spans(draw, around)
    # Mostly wide: from the first of all days or to the last.
    first = pick(draw, [first, first, FIRST])
    last = pick(draw, [last, last, LAST])
    open_first, open_last = pick(draw, [(0, 0), (0, 0), (0, 1), (1, 0), (1, 1)])
    return (
        None if open_first else first.isoformat(),
        None if open_last else last.isoformat(),
    )
