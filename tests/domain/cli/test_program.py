"""The program itself, started as its user starts it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.domain.cli.command import Run, document_in
from tests.domain.cli.conftest import ABOUT

ROOT = Path(__file__).resolve().parents[3]


def start(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, ROOT / "main.py", *arguments],
        check=False,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "KADER_LANGUAGE": "en"},
        timeout=120,
    )


def test_from_a_new_plan_to_its_findings_and_out_again(tmp_path: Path) -> None:
    kader, out = tmp_path / "plan.kader", tmp_path / "out.json"
    document = document_in(tmp_path, ABOUT)

    assert start("new", kader).returncode == 0
    assert start("check", kader).returncode == 0
    assert start("import", kader, document).returncode == 0
    found = start("check", kader, "--json", "--as-of", "2026-01-01")
    assert (found.returncode, found.stderr) == (1, "")
    assert json.loads(found.stdout)["counts"]["error"] == 1
    assert start("export", kader, out).returncode == 0
    assert out.read_bytes() == document.read_bytes()
    assert start("verify", kader).returncode == 0


def test_what_it_cannot_do_it_says_on_one_line(tmp_path: Path) -> None:
    answer = start("check", tmp_path / "nothing.kader")

    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr.count("\n") == 1
    assert "Traceback" not in answer.stderr


def test_a_verb_loads_no_window(tmp_path: Path) -> None:
    program = (
        "import sys; from main import main; "
        f"code = main(['new', {str(tmp_path / 'plan.kader')!r}]); "
        "assert code == 0; "
        "assert not [name for name in sys.modules if name.startswith(('PySide6', 'gui'))]"
    )
    subprocess.run([sys.executable, "-c", program], check=True, cwd=ROOT, timeout=120)


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["new"],
        ["import", "plan.kader"],
        ["export", "plan.kader"],
        ["check", "plan.kader", "--colour"],
        ["check", "plan.kader", "--as-of"],
        ["check", "plan.kader", "other.kader"],
        ["check", "plan.kader", "--json", "--scenario"],
        ["verify", "plan.kader", "--json"],
    ],
    ids=" ".join,
)
def test_arguments_that_it_does_not_know_are_refused_on_one_line(
    run: Run, arguments: list[str]
) -> None:
    assert run(*arguments).refusal


def test_its_version_can_be_asked(capsys: pytest.CaptureFixture[str], run: Run) -> None:
    with pytest.raises(SystemExit) as end:
        run("--version")

    assert end.value.code == 0
    assert capsys.readouterr().out.strip()
