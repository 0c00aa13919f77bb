"""Imports workbooks under limits, and tells what became of each: run in a process of its own."""

from __future__ import annotations

import io
import json
import resource
import sys
import time
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

_SECONDS, _BYTES = 120, 1 << 31


def _peak() -> int:
    """The most memory that this process has had; what its parent had does not count."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024


def _import(plan: str, workbook: str) -> dict[str, object]:
    from domain.cli import main

    out, err = io.StringIO(), io.StringIO()
    start = time.process_time()
    with redirect_stdout(out), redirect_stderr(err):
        code = main(["import", plan, workbook])
    return {
        "code": code,
        "out": out.getvalue(),
        "err": err.getvalue(),
        "cpu": time.process_time() - start,
        "peak": _peak(),
    }


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (_BYTES, _BYTES))
    for line in sys.stdin:
        plan_file, workbook_file = json.loads(line)
        sys.stdout.write(json.dumps(_import(plan_file, workbook_file)) + "\n")
        sys.stdout.flush()
