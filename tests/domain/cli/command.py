"""The program as its user runs it: what it answers, and what it does to files."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from domain.exchange.plan_json import write_plan
from domain.model import Plan
from main import main


@dataclass(frozen=True, slots=True)
class Answer:
    """The exit code, and what stood on standard output and on standard error."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:  # noqa: ANN401 - one JSON document
        return json.loads(self.out)

    @property
    def refusal(self) -> str:
        """The one line with which it says that it could not; there is nothing else."""
        assert self.code == 2
        assert self.out == ""
        line, *rest = self.err.split("\n")
        assert rest == [""]
        assert line.strip() == line
        assert line
        return line


Run = Callable[..., Answer]


def running(capsys: pytest.CaptureFixture[str]) -> Run:
    """How to run the program with some arguments."""

    def run(*arguments: str | Path) -> Answer:
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return Answer(code, out, err)

    return run


def document_in(folder: Path, plan: Plan, name: str = "plan.json") -> Path:
    """A JSON document of a plan."""
    path = folder / name
    write_plan(plan, path)
    return path


def contents(folder: Path) -> dict[str, bytes]:
    """All files in a folder with what stands in them."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
