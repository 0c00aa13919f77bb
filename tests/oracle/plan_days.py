"""Days that lie close together, at the ends of months and years and at the leap day."""

from datetime import date, timedelta

from hypothesis import strategies as st

from tests.oracle.dates import last_of_days, last_of_months

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


@st.composite
def anchors(draw: st.DrawFn) -> Anchors:
    """Two to five days: most of them within weeks of one special day, one perhaps far off."""
    centre = draw(st.sampled_from(SPECIAL))
    offsets = draw(st.lists(st.integers(-70, 70), min_size=1, max_size=3))
    near = [clip(centre + timedelta(days=offset)) for offset in offsets]
    far = draw(st.lists(st.sampled_from(SPECIAL), max_size=1))
    return (centre, *near, *far)


@st.composite
def days(draw: st.DrawFn, around: Anchors) -> date:
    """A day on or within three days of an anchor."""
    anchor = draw(st.sampled_from(around))
    return clip(anchor + timedelta(days=draw(st.sampled_from([0, 0, 1, -1, 2, -2, 3, -3]))))


@st.composite
def last_days(draw: st.DrawFn, first: date, around: Anchors) -> date:
    """A last day: of another anchor, of a few days, or of whole months, give or take one day."""
    how = draw(st.sampled_from(["anchor", "anchor", "days", "months"]))
    if how == "anchor":
        last = draw(days(around))
    elif how == "days":
        last = last_of_days(first, draw(st.integers(1, 14)))
    else:
        months = last_of_months(first, draw(st.sampled_from([1, 2, 3, 4, 6, 12])))
        last = months + timedelta(days=draw(st.sampled_from([0, -1, 1])))
    return max(first, last)


@st.composite
def spans(draw: st.DrawFn, around: Anchors) -> tuple[date, date]:
    """A first and a last day in order."""
    first = draw(days(around))
    return first, draw(last_days(first, around))


@st.composite
def open_spans(draw: st.DrawFn, around: Anchors) -> tuple[str | None, str | None]:
    """The same as in the document, either of them perhaps open."""
    first, last = draw(spans(around))
    # Mostly wide: from the first of all days or to the last.
    first = draw(st.sampled_from([first, first, FIRST]))
    last = draw(st.sampled_from([last, last, LAST]))
    open_first, open_last = draw(st.sampled_from([(0, 0), (0, 0), (0, 1), (1, 0), (1, 1)]))
    return (
        None if open_first else first.isoformat(),
        None if open_last else last.isoformat(),
    )
