"""The tables that came after version 1, each list with the version that it belongs to."""

from __future__ import annotations

from typing import Final

STATEMENTS_2: Final = (
    """CREATE TABLE descriptions (
  scenario INTEGER PRIMARY KEY REFERENCES scenarios (number) DEFERRABLE INITIALLY DEFERRED,
  text TEXT NOT NULL CHECK (text <> '')
) STRICT""",
    """CREATE TABLE record (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  scenario INTEGER NOT NULL REFERENCES scenarios (number) DEFERRABLE INITIALLY DEFERRED
) STRICT""",
    """CREATE TABLE seal (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  change_counter INTEGER NOT NULL,
  digest TEXT NOT NULL CHECK (length(digest) = 64)
) STRICT""",
)
"""What is said of scenarios, which of them is the plan of record, and the seal of a file that was
sent: the digest of its bytes as they were when its change counter had this value."""
