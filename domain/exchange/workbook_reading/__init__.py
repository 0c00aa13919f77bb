"""Workbooks from elsewhere: hostile until proven otherwise, then read without guessing."""

from domain.exchange.workbook_reading.reimport import is_ours, read_workbook

__all__ = ["is_ours", "read_workbook"]
