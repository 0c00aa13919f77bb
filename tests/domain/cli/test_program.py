"""The program itself, started as its user starts it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import IO

import pytest

from tests.domain.cli.command import Run, document_in
from tests.domain.cli.conftest import ABOUT
from tests.domain.plan_builder import rotation

MARCH = ("2026-03-01", "2026-03-14")
ROOT = Path(__file__).resolve().parents[3]


def start(
    *arguments: str | Path,
    out: int | IO[str] = subprocess.PIPE,
    environment: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, ROOT / "main.py", *arguments],
        check=False,
        stdout=out,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
        env={**os.environ, "KADER_LANGUAGE": "en", **(environment or {})},
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


NO_UTF_8 = {"PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "LC_ALL": "C"}


@pytest.mark.parametrize(
    "environment", [NO_UTF_8, {"PYTHONIOENCODING": "cp1252"}], ids=["plain letters", "Windows"]
)
def test_a_terminal_without_our_letters_is_no_reason_to_stop(
    kader: Path, environment: dict[str, str]
) -> None:
    more = document_in(kader.parent, ABOUT.put(rotation("r1", "osc", *MARCH, military=9)))

    text = start("check", kader, environment=environment)
    found = start("check", kader, "--json", environment=environment)
    told = start("import", kader, more, "--dry-run", environment=environment)
    assert [answer.returncode for answer in (text, found, told)] == [1, 1, 0]
    assert [answer.stderr for answer in (text, found, told)] == ["", "", ""]
    assert json.loads(found.stdout)["counts"]["error"] == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk to write to")
@pytest.mark.parametrize("verb", ["check", "verify"])
def test_an_answer_that_cannot_be_written_is_not_done(kader: Path, verb: str) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        answer = start(verb, kader, out=full)

    assert answer.returncode == 2
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
