"""Makes the JSON Schema of a plan from the definitions that read one."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from domain.exchange.plan_json.shapes import schema

SCHEMA: Final = Path(__file__).with_name("plan.schema.json")


def text() -> str:
    """The schema as it stands in the file."""
    return json.dumps(schema(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def main() -> int:
    """Write the schema; with --check only say whether it is current."""
    if "--check" in sys.argv[1:]:
        return 0 if SCHEMA.read_text(encoding="utf-8") == text() else 1
    SCHEMA.write_text(text(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
