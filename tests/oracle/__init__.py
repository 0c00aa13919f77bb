"""A second opinion on the findings of a plan: slow, obvious, day by day."""

from tests.oracle.report import check, report

__all__ = ["check", "report"]

# Where the contract leaves room for two readings, this is the one taken here: the more literal.
#
# Numbers and form
#  1. A mean is rounded half up to hundredths from its exact fraction and is a JSON number with a
#     fraction part (7.0, 7.33); its excess is the printed mean less the limit, so that a mean of
#     7.0027 on 7 is a finding with measured 7.0 and excess 0.0.
#  2. The order of contributors is not fixed: here by kind and id. `comparing` disregards it.
#  3. Subjects are sorted by kind and then id, as text by code point.
#  4. `waiver` is an id, `lapsed_waivers` a list of ids in the order of the plan, empty if waived.
#  5. FRA003 has no peak day, nor has FOR003 of kind ratio or interval; FOR003 of kind quota has.
#
# Frames
#  6. "No condition" is null; an empty text is a condition. Without one, `condition_met` and
#     `until_decided` say nothing.
#  7. A frame that its condition voids hands nothing on to a frame that corrects it.
#  8. What a corrected frame superseded goes on through a chain of corrections, always from the
#     first day of the last one that is itself not corrected.
#  9. A frame that is itself superseded, even from before its first day, still supersedes; only
#     corrected and voided frames do not.
# 10. An open first day lies before every day: a frame superseded by such a frame is never in force.
# 11. "Another day" (FRA005) and "no day at all" (FRA006) are over all days there are, also outside
#     the rotation and the planning period.
# 12. FRA004 is one finding for each rotation and limit. "Without teams" is null as well as 0. A
#     limit without a number is not compared. Part of a cancelled rotation is part of another.
# 13. FRA005, FRA007 and FRA008 look at the headcount, the handover not deducted. MAN001 speaks of
#     rotations without people too.
# 14. The relieved are lessened by the full headcount of those who relieve them, also by people who
#     are in their turn relieved.
# 15. REF001: any pair of limits that differ is enough. Last days are compared as days, before any
#     is cut: two open ones are equal whatever their `last_day_kind`. An open end is first put at
#     the end of the planning period, then the days in force are taken from that.
#
# Rotations
# 16. ROT001 and ROT002 are judged apart: too long for the military does not make too short for
#     civilians an error.
# 17. A mission's own bound counts for each category with people, so ROT001 is a warning when
#     civilians are the only people there. ROT002 is never a warning. "More than blanks" is any
#     character that is no white space.
# 18. ROT003 also names the days between when the rotation ends before the one it relieves begins.
#     Nothing is said of a cancelled rotation that is relieved.
# 19. The first `handover_days` days of a rotation that is shorter than that end with it.
#
# Forces
# 20. Only bookings of units clash, need preparation or recovery: a rotation on a pool does not
#     clash with one on the unit around the pool. A supply given for a unit is not looked at.
# 21. Chains of `part_of` run through cancelled rotations as those of `continues` do. Two rotations
#     are in one chain if their chains end at the same rotation, also if both continue one.
# 22. A thing with an open day that cannot be placed (no planning day, no rotation), or that is
#     placed with its end before its beginning, is looked at on no day and books nothing.
# 23. A commitment with an open first day begins on the day it is cut to, also for FOR003.
# 24. A sharing that names one mission makes two rotations at that mission lawful.
# 25. The rotations of a chain of `continues` claim recovery one by one, each for its own days,
#     from bookings outside the chain. Sharing, nesting and handover make no difference to FOR003.
# 26. A quota counts the days of a chain of `continues` like all others. Its contributors are the
#     tours with days that count, and with tours at once their amounts are more than measured.
# 27. Any exclusive commitment can be the earlier one in FOR004, maintenance and exercises too.
#
# Waivers
# 28. A finding without an excess is waived whatever excess was accepted; one with an excess is not
#     waived when null was accepted. The day a waiver was given (`on`) says nothing.
