"""Take pictures of the workbook of the sample plan, as it leaves the printer, into docs/pictures.

Needs LibreOffice (soffice) and poppler (pdftoppm, pdftotext) on the machine.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from domain.exchange.plan_json import read_plan  # noqa: E402 - the path comes first
from domain.exchange.workbook import material_of, write_workbook  # noqa: E402
from domain.language import LANGUAGES, _, current_language, set_language  # noqa: E402
from domain.model import Marking, Plan  # noqa: E402

SAMPLE = ROOT / "resources" / "baselines" / "sample-example.json"
PICTURES = Path(__file__).resolve().parent / "workbook"
DOTS_PER_INCH = 72
MADE_AT = datetime(2026, 5, 1, 9, 0)  # noqa: DTZ001 - pictures of one plan are the same every time


def run(*command: str | Path) -> str:
    """The output of a program that must be on the machine."""
    found = shutil.which(str(command[0]))
    if found is None:
        sys.exit(f"{command[0]} is not on this machine")
    done = subprocess.run(  # noqa: S603 - programs that this script names
        [found, *map(str, command[1:])], check=True, capture_output=True, text=True
    )
    return done.stdout


def sample() -> Plan:
    """The sample plan, with a marking to show where it stands."""
    plan = read_plan(SAMPLE)
    text = {"nl": "VOORBEELD – OPENBARE CIJFERS", "en": "EXAMPLE – PUBLIC FIGURES"}
    marking = Marking(0, text[current_language()], "#1F3A4D")
    return replace(plan, settings=replace(plan.settings, marking=marking))


def printed(folder: Path, language: str) -> Path:
    """The workbook in a language as it leaves the printer."""
    set_language(language)
    workbook = folder / f"{language}.xlsx"
    material = material_of(
        sample(), plan_id="", journal_head="", made_at=MADE_AT, as_of=date(2026, 5, 1)
    )
    write_workbook(workbook, material, lambda _done, _total: None)
    home = (folder / "office").as_uri()
    run(
        "soffice",
        f"-env:UserInstallation={home}",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        folder,
        workbook,
    )
    return workbook.with_suffix(".pdf")


def pages_of(pages: Path) -> Iterator[tuple[str, int]]:
    """The sheet that each page is of, as its header says, and the number of the page."""
    text = run("pdftotext", "-layout", pages, "-")
    for number, page in enumerate(text.split("\f")[:-1], start=1):
        yield page.split("\n", 1)[0].rstrip().rsplit("  ", 1)[-1].strip(), number


def take(pages: Path, language: str) -> None:
    """Keep the first page of each sheet, and of the overview also the last: the chart."""
    found = list(pages_of(pages))
    names = {
        "overview": _("Overview"),
        "rotations": _("Rotations"),
        "strength": _("Strength"),
        "timeline": _("Timeline"),
        "frames": _("Frames"),
        "findings": _("Findings"),
        "annex-2": _("Annex 2"),
        "control": _("Control"),
    }
    wanted = {"read-me": 1}
    wanted |= {n: next(page for sheet, page in found if sheet == t) for n, t in names.items()}
    wanted["chart"] = max(page for sheet, page in found if sheet == names["overview"])
    for name, page in wanted.items():
        picture = PICTURES / f"{language}-{name}"
        one = ("-r", str(DOTS_PER_INCH), "-f", str(page), "-l", str(page), "-singlefile")
        run("pdftoppm", "-png", *one, pages, picture)


if __name__ == "__main__":
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        for code in sys.argv[1:] or LANGUAGES:
            take(printed(Path(place), code), code)
