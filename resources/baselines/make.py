"""Makes the shipped plans anew: `python resources/baselines/make.py [--check]`.

With --check nothing is written; the exit code is 1 if a file is not what would be written.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from resources.baselines.documents import documents
from resources.baselines.facts import HERE, Json


def text_of(document: Json) -> str:
    """A document as it stands in its file."""
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def files() -> Mapping[Path, str]:
    """Every file that is made, with its text."""
    return {HERE / f"{name}.json": text_of(made) for name, made in documents().items()}


def outdated(texts: Mapping[Path, str]) -> list[Path]:
    """The files that are missing or hold another text."""
    return [
        path
        for path, text in texts.items()
        if not path.is_file() or path.read_text(encoding="utf-8") != text
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    """Write what is outdated, or with --check only say so; 1 if a check found any."""
    parser = argparse.ArgumentParser(description="Makes the shipped plans from their sources.")
    parser.add_argument("--check", action="store_true", help="write nothing, only compare")
    check: bool = parser.parse_args(arguments).check
    texts = files()
    for path in outdated(texts):
        sys.stdout.write(f"{path.name}: {'outdated' if check else 'written'}\n")
        if not check:
            path.write_text(texts[path], encoding="utf-8")
    return 1 if check and outdated(texts) else 0


if __name__ == "__main__":
    sys.exit(main())
