"""The yearly report: annex 1 and 2 of a plan for a period, beside what was printed."""

from domain.reports.annex_1 import MissionRow, annex_1
from domain.reports.annex_2 import Annex2, Entry, annex_2
from domain.reports.comparison import Comparison, RowComparison
from domain.reports.deployed import Deployed, Passage, passages
from domain.reports.frame_numbers import ColumnNumber, FrameNumbers
from domain.reports.period import Period
from domain.reports.report import Report, report_of

__all__ = [
    "Annex2",
    "ColumnNumber",
    "Comparison",
    "Deployed",
    "Entry",
    "FrameNumbers",
    "MissionRow",
    "Passage",
    "Period",
    "Report",
    "RowComparison",
    "annex_1",
    "annex_2",
    "passages",
    "report_of",
]
