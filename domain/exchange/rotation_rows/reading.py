"""What reading a table gives: the plan that it would make, and everything that is doubtful."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from domain.exchange.rotation_rows.cell import letters_of
from domain.language import plural
from domain.model import Plan

MOST_KEPT: Final = 1_000


@dataclass(frozen=True, slots=True)
class Problem:
    """Something about a cell: why it is not read, or what should be known about it.

    ``sheet`` is the sheet, or the file where there are no sheets; ``cell`` may be a whole row,
    or empty where it is about all of them.
    """

    sheet: str
    cell: str
    sentence: str

    @property
    def place(self) -> str:
        """Where it is, as a spreadsheet program writes it: ``Rotations!E14``."""
        return f"{self.sheet}!{self.cell}" if self.cell else self.sheet

    @property
    def text(self) -> str:
        """The place and the sentence."""
        return f"{self.place}: {self.sentence}"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a table would make of a plan; with a single problem it stays the plan that it was.

    ``rows_in`` are the rows with something in them; each is taken or refused. Of many problems
    the first are kept, and the number of the others.
    """

    plan: Plan
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    rows_in: int
    rows_refused: int
    more_problems: int = 0
    more_warnings: int = 0

    @property
    def rows_taken(self) -> int:
        """The rows that can be taken in."""
        return self.rows_in - self.rows_refused

    @property
    def first_problem(self) -> str:
        """The first problem, and how many more there are; empty where there is none."""
        if not self.problems:
            return ""
        more = len(self.problems) - 1 + self.more_problems
        text = self.problems[0].text
        if not more:
            return text
        others = plural("(and {count} more problem)", "(and {count} more problems)", more)
        return f"{text} {others.format(count=more)}"


@dataclass(slots=True)
class Remarks:
    """What is found while a sheet is read, in the order of finding."""

    sheet: str
    columns: dict[str, int] = field(default_factory=dict)
    """The numbers of the columns by their keys."""
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    more_problems: int = 0
    more_warnings: int = 0
    refused: set[int] = field(default_factory=set)
    """The numbers of the rows with a problem."""

    @property
    def count(self) -> int:
        """How many problems there are, kept or not."""
        return len(self.problems) + self.more_problems

    def refuse(self, row: int, key: str, sentence: str) -> None:
        """Keep a problem about the cell of a row under a key, or about the row without a key."""
        self.refused.add(row)
        self.refuse_place(self.cell(row, key), sentence)

    def refuse_place(self, cell: str, sentence: str) -> None:
        """Keep a problem about a place that is no row of the table."""
        if len(self.problems) < MOST_KEPT:
            self.problems.append(Problem(self.sheet, cell, sentence))
        else:
            self.more_problems += 1

    def warn(self, cell: str, sentence: str) -> None:
        """Keep a warning."""
        if len(self.warnings) < MOST_KEPT:
            self.warnings.append(Problem(self.sheet, cell, sentence))
        else:
            self.more_warnings += 1

    def cell(self, row: int, key: str = "") -> str:
        """The name of a cell, or of a whole row."""
        column = self.columns.get(key)
        return f"{row}:{row}" if column is None else f"{letters_of(column)}{row}"
