"""No file that git tracks names a package registry's host, a machine's folder, or a tool's author.

Such a name would bind the project to one place. Prints each line that does; exit 1 if there is any.
The words stand here in pieces, so that this file does not find itself.
"""

import re
import subprocess
import sys
from pathlib import Path

FORBIDDEN = re.compile(
    "|".join(
        "".join(pieces)
        for pieces in (
            (r"\bpypi", r"\.org\b"),
            (r"python", r"hosted"),
            (r"\bdebian", r"\.org\b"),
            (r"\bnpm", r"js\b"),
            (r"/work", r"/(main|shared|\.library)\b"),
            (r"\.\./", r"shared\b"),
            (r"/tm", r"p/kader\b"),
            (r"/opt", r"/(wheels|pypi)"),
            (r"\banthro", r"pic\b"),
            (r"\bclau", r"de\b"),
            (r"\bco-authored", r"-by\b"),
        )
    ),
    re.IGNORECASE,
)


def tracked_files(root: Path) -> list[Path]:
    """The files of the work tree at root that git tracks or would track."""
    asked = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(asked, cwd=root, capture_output=True, check=True, text=True)
    names = sorted({name for name in listed.stdout.split("\0") if name})
    return [path for path in (root / name for name in names) if path.is_file()]


def offences(path: Path) -> list[str]:
    """Each line of a text file with a forbidden word in it, with the place before it."""
    content = path.read_bytes()
    if b"\0" in content:
        return []
    lines = content.decode("utf-8", "replace").splitlines()
    return [
        f"{path}:{number}: {line.strip()[:120]}"
        for number, line in enumerate(lines, start=1)
        if FORBIDDEN.search(line)
    ]


if __name__ == "__main__":
    found = [line for path in tracked_files(Path.cwd()) for line in offences(path)]
    sys.stdout.writelines(f"{line}\n" for line in found)
    sys.exit(1 if found else 0)
