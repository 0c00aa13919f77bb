"""A second opinion on the findings of a plan: slow, obvious, day by day."""

from tests.oracle.report import check, report

__all__ = ["check", "report"]
