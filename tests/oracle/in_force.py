"""On which days a frame is in force, and what it covers."""

from datetime import date

from tests.oracle.dates import ONE_DAY, Span
from tests.oracle.words import Frame, Plan

# The days in force of every frame that is in force on some day, by the id of the frame.
InForce = dict[str, Span]


def days_in_force(plan: Plan) -> InForce:
    """When each frame is in force; a frame that never is, is not among them."""
    spans = {frame.id: _span_in_force(frame, plan) for frame in plan.frames}
    return {id_: span for id_, span in spans.items() if span is not None}


def _span_in_force(frame: Frame, plan: Plan) -> Span | None:
    """From its first to its last day, but not once it is superseded.

    "A frame is in force from its first to its last day, but not on or after the first day of a
    frame that names it under `supersedes`; it does not come back when that frame ends."
    """
    if is_void(frame) or is_corrected(frame, plan):
        return None
    first, last = frame.span.first, frame.span.last
    for other in plan.frames:
        if frame.id in _superseded_by(other, plan):
            if other.span.first is None:
                return None
            day_before = other.span.first - ONE_DAY
            last = day_before if last is None else min(last, day_before)
    if first is not None and last is not None and last < first:
        return None
    return Span(first, last)


def is_undecided(frame: Frame) -> bool:
    """Whether the frame has a condition that nobody has decided on.

    "A frame with a condition is, while `condition_met` is null, in force or not as its
    `until_decided` says (default in force)."
    """
    return frame.condition is not None and frame.condition_met is None


def is_void(frame: Frame) -> bool:
    """Whether its condition keeps the frame out of force altogether.

    "If false, or while it is undecided and `not_in_force`, it is in force on no day and supersedes
    and corrects nothing."
    """
    if frame.condition is None:
        return False
    if frame.condition_met is None:
        return frame.until_decided == "not_in_force"
    return frame.condition_met is False


def is_corrected(frame: Frame, plan: Plan) -> bool:
    """Whether a correction names the frame.

    "A frame named by a `correction` has never been." "A correction that is itself corrected still
    corrects what it names."
    """
    return any(
        other.correction and not is_void(other) and frame.id in other.supersedes
        for other in plan.frames
    )


def _superseded_by(frame: Frame, plan: Plan) -> set[str]:
    """The frames that end when this one begins.

    "A frame named by a `correction` … supersedes nothing itself."
    """
    return set() if is_corrected(frame, plan) else _superseded_or_handed_on(frame, plan)


def _superseded_or_handed_on(frame: Frame, plan: Plan) -> set[str]:
    """What the frame names, and what those that it corrects would have superseded.

    "The correction also supersedes what the corrected frame superseded, from the correction's own
    first day." A frame that its condition voids "supersedes and corrects nothing".
    """
    if is_void(frame):
        return set()
    found = set(frame.supersedes)
    if frame.correction:
        for other in plan.frames:
            if other.id in frame.supersedes:
                found |= _superseded_or_handed_on(other, plan)
    return found


def covers(frame: Frame, mission: str, category: str) -> bool:
    """Whether the frame covers a category at a mission.

    "A frame covers a category at a mission if it names the mission and any of its limits, of
    whatever measure or binding, counts the category."
    """
    return mission in frame.missions and any(category in limit.categories for limit in frame.limits)


def covering(
    mission: str, category: str, plan: Plan, in_force: InForce, day: date | None = None
) -> list[Frame]:
    """The frames that cover a category at a mission on the day, or without one on any day.

    "A frame that is in force on no day covers nothing."
    """
    return [
        frame
        for frame in plan.frames
        if covers(frame, mission, category)
        and frame.id in in_force
        and (day is None or in_force[frame.id].has(day))
    ]
