"""The plan on paper: pages as values, laid out once, and written as PDF or SVG or painted.

The window and the verbs print the same pages; nothing here knows Qt.
"""
