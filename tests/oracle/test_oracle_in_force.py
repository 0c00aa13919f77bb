"""When a frame is in force in the second opinion, by hand: FRA005 tells on which days it is not."""

from tests.oracle import check
from tests.oracle.building import Row, frame, limit, mission, plan, rotation

Days = tuple[str, str]

ALWAYS = (None, None)
WHOLE = ("2026-01-01", "2026-12-31")


def outside(*frames: Row, days: Days = WHOLE) -> list[Days]:
    """The days of a rotation at mission m that no frame covers."""
    document = plan(
        missions=[mission("m"), mission("elsewhere")],
        frames=list(frames),
        rotations=[rotation("r1", "m", *days, military=1)],
    )
    return [
        (one["first_day"], one["last_day"])
        for one in check(document)
        if one["code"] in {"FRA005", "FRA006"}
    ]


def codes(*frames: Row) -> list[str]:
    document = plan(
        missions=[mission("m"), mission("elsewhere")],
        frames=list(frames),
        rotations=[rotation("r1", "m", *WHOLE, military=1)],
    )
    return [one["code"] for one in check(document)]


def test_a_frame_is_in_force_on_its_first_and_its_last_day() -> None:
    assert outside(frame("f", ["m"], ("2026-01-02", "2026-12-30"))) == [
        ("2026-01-01", "2026-01-01"),
        ("2026-12-31", "2026-12-31"),
    ]


def test_an_open_frame_is_always_in_force() -> None:
    assert outside(frame("f", ["m"], ALWAYS), days=("1990-01-01", "1990-01-31")) == []


def test_a_superseded_frame_ends_the_day_before_and_does_not_come_back() -> None:
    old = frame("old", ["m"], WHOLE)
    new = frame("new", ["elsewhere"], ("2026-06-01", "2026-06-30"), supersedes=["old"])

    assert outside(old, new) == [("2026-06-01", "2026-12-31")]


def test_a_frame_superseded_from_before_its_first_day_is_never_in_force() -> None:
    old = frame("old", ["m"], WHOLE)
    new = frame("new", ["elsewhere"], ("2025-06-01", "2025-06-30"), supersedes=["old"])

    assert codes(old, new) == ["FRA006"]


def test_a_frame_superseded_by_one_with_an_open_first_day_is_never_in_force() -> None:
    old = frame("old", ["m"], ALWAYS)
    new = frame("new", ["elsewhere"], (None, "2025-06-30"), supersedes=["old"])

    assert codes(old, new) == ["FRA006"]


def test_the_first_of_two_that_supersede_ends_the_frame() -> None:
    old = frame("old", ["m"], WHOLE)
    late = frame("late", ["elsewhere"], ("2026-09-01", None), supersedes=["old"])
    early = frame("early", ["elsewhere"], ("2026-03-01", "2026-03-01"), supersedes=["old"])

    assert outside(old, late, early) == [("2026-03-01", "2026-12-31")]


def test_a_superseded_frame_still_supersedes() -> None:
    # `last` leaves nothing of `middle`, which is superseded from its own first day.
    first = frame("first", ["m"], WHOLE)
    middle = frame("middle", ["elsewhere"], ("2026-06-01", None), supersedes=["first"])
    last = frame("last", ["elsewhere"], ("2026-06-01", None), supersedes=["middle"])

    assert outside(first, middle, last) == [("2026-06-01", "2026-12-31")]


def test_a_corrected_frame_has_never_been() -> None:
    wrong = frame("wrong", ["m"], WHOLE)
    right = frame("right", ["m"], ("2026-07-01", None), supersedes=["wrong"], correction=True)

    assert outside(wrong, right) == [("2026-01-01", "2026-06-30")]


def test_a_correction_supersedes_from_its_first_day_what_the_corrected_superseded() -> None:
    # `wrong` would have ended `old` on 1 March; `right` begins, and ends it, on 1 July.
    old = frame("old", ["m"], WHOLE)
    wrong = frame("wrong", ["elsewhere"], ("2026-03-01", None), supersedes=["old"])
    right = frame(
        "right", ["elsewhere"], ("2026-07-01", None), supersedes=["wrong"], correction=True
    )

    assert outside(old, wrong, right) == [("2026-07-01", "2026-12-31")]


def test_a_corrected_correction_still_corrects_but_supersedes_from_the_last_correction() -> None:
    # `wrong` ends `old`; `second` corrects `wrong`, `third` corrects `second`.
    old = frame("old", ["m"], WHOLE)
    wrong = frame("wrong", ["m"], ("2026-03-01", None), supersedes=["old"])
    second = frame("second", ["m"], ("2026-05-01", None), supersedes=["wrong"], correction=True)
    third = frame(
        "third", ["elsewhere"], ("2026-09-01", None), supersedes=["second"], correction=True
    )

    assert outside(old, wrong, second, third) == [("2026-09-01", "2026-12-31")]


def test_a_frame_whose_condition_is_met_is_in_force() -> None:
    met = frame("f", ["m"], WHOLE, condition="if asked", condition_met=True)

    assert codes(met) == []


def test_a_frame_whose_condition_is_not_met_covers_and_supersedes_nothing() -> None:
    old = frame("old", ["m"], ("2026-01-01", "2026-10-31"))
    new = frame(
        "new",
        ["m"],
        ("2026-06-01", None),
        supersedes=["old"],
        condition="if asked",
        condition_met=False,
    )

    assert outside(old, new) == [("2026-11-01", "2026-12-31")]


def test_an_undecided_frame_that_is_not_in_force_supersedes_and_corrects_nothing() -> None:
    old = frame("old", ["m"], ("2026-01-01", "2026-10-31"))
    undecided = {"condition": "if asked", "until_decided": "not_in_force"}
    new = frame("new", ["m"], ("2026-06-01", None), supersedes=["old"], **undecided)
    correction = frame(
        "right", ["m"], ("2026-06-01", None), supersedes=["old"], correction=True, **undecided
    )

    assert outside(old, new, correction) == [("2026-11-01", "2026-12-31")]


def test_an_undecided_frame_that_is_in_force_supersedes() -> None:
    old = frame("old", ["m"], WHOLE)
    new = frame(
        "new", ["elsewhere"], ("2026-06-01", None), supersedes=["old"], condition="if asked"
    )

    assert outside(old, new) == [("2026-06-01", "2026-12-31")]


def test_a_void_frame_hands_nothing_on_to_its_correction() -> None:
    old = frame("old", ["m"], WHOLE)
    void = frame(
        "void",
        ["m"],
        ("2026-03-01", None),
        supersedes=["old"],
        condition="if asked",
        condition_met=False,
    )
    right = frame(
        "right", ["elsewhere"], ("2026-07-01", None), supersedes=["void"], correction=True
    )

    assert outside(old, void, right) == []


def test_a_void_correction_leaves_the_frame_as_it_was() -> None:
    wrong = frame("wrong", ["m"], WHOLE)
    right = frame(
        "right",
        ["elsewhere"],
        ("2026-07-01", None),
        supersedes=["wrong"],
        correction=True,
        condition="if asked",
        condition_met=False,
    )

    assert codes(wrong, right) == []


def test_without_a_condition_whether_it_is_met_says_nothing() -> None:
    assert codes(frame("f", ["m"], WHOLE, condition_met=False, until_decided="not_in_force")) == []


def test_a_limit_of_any_measure_or_binding_covers_its_category() -> None:
    for one in (
        limit("l", None, "military", measure=None, binding="unread"),
        limit("l", 0, "military", measure="teams"),
        limit("l", 11, "military", measure="team_size", binding="exact"),
    ):
        assert "FRA006" not in codes(frame("f", ["m"], WHOLE, one))
