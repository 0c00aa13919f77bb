"""What those who help need to know of a program and a plan: versions, settings, counts."""

from __future__ import annotations

import platform
from collections import Counter
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

import PySide6
from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QWidget

from domain.errors import KnownError
from domain.language import current_language
from domain.model import LISTS
from domain.rules.finding import Severity
from domain.store.driver import sqlite_version
from domain.store.edition import CURRENT
from domain.version import VERSION
from gui.document import Document
from gui.preferences import Preferences
from gui.problems import kinds_of_problems


def diagnostics_of(document: Document, preferences: Preferences, window: QWidget) -> str:
    """Lines for those who help: no name, note, place or day of a plan is in them."""
    facts = [*_of_program(), *_of_window(preferences, window), *_of_plan(document), *_problems()]
    return "\n".join(("Kader: diagnostics", *(f"{name:16} {fact}" for name, fact in facts)))


def _of_program() -> Iterator[tuple[str, object]]:
    yield "Kader", VERSION
    yield "Python", platform.python_version()
    yield "Qt", f"{qVersion()}, PySide6 {PySide6.__version__}"
    yield "SQLite", sqlite_version()
    try:
        yield "numpy", version("numpy")
    except PackageNotFoundError:
        yield "numpy", "unknown"
    yield "System", f"{platform.system()} {platform.release()} {platform.machine()}"


def _of_window(preferences: Preferences, window: QWidget) -> Iterator[tuple[str, object]]:
    yield "Screen scale", f"{window.devicePixelRatioF():g}"
    yield "Window", f"{window.width()} x {window.height()}"
    yield "Theme", preferences.theme.value
    yield "Language", current_language()
    yield "Text size", f"{preferences.text_size} %"


def _of_plan(document: Document) -> Iterator[tuple[str, object]]:
    if not document.is_open:
        yield "Plan", "none open"
        return
    for kind, name in LISTS.items():
        yield name, len(document.plan.table(kind))
    yield "limits", sum(1 for _limit in document.plan.limits())
    if document.is_checked:
        found = Counter(finding.severity for finding in document.findings)
        yield "Findings", ", ".join(f"{found[one]} {one.value}" for one in Severity)
    else:
        yield "Findings", "not yet checked"
    yield from _of_file(document)


def _of_file(document: Document) -> Iterator[tuple[str, object]]:
    file = document.file
    if file is None:
        yield "File", "none"
        return
    try:
        yield "Scenarios", len(file.scenarios())
        yield "Journal", f"{file.last_entry} entries"
        yield "File size", f"{file.path.stat().st_size} bytes"
    except (KnownError, OSError):
        yield "File", "cannot be read"
    yield "Edition", CURRENT.version
    yield "Read-only", "yes" if file.read_only else "no"


def _problems() -> Iterator[tuple[str, object]]:
    kinds = kinds_of_problems()
    yield "Problems", ", ".join(f"{count} {kind}" for kind, count in kinds.items()) or "none"
