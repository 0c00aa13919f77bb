"""The bill of materials: what is in the package, as CycloneDX 1.6."""

from __future__ import annotations

import csv
import hashlib
import json
import uuid
from pathlib import Path
from typing import Any

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from origins import LICENCES, Origin

_NAMESPACE = uuid.UUID("a1f0c9a4-5d4b-4c8e-9a59-0b5d3a2f7c11")


def bill_of(found: list[Origin], folder: Path, version: str) -> str:
    """The bill as JSON; raises ValueError when it is not as its schema says."""
    components = [_component(one, folder) for one in found if one.name != "kader"]
    reference = f"kader@{version}"
    bill = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(_NAMESPACE, json.dumps(components))}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": reference,
                "name": "kader",
                "version": version,
                "licenses": [{"license": {"id": "Apache-2.0"}}],
            }
        },
        "components": components,
        "dependencies": [
            {"ref": reference, "dependsOn": [part["bom-ref"] for part in components]},
            *({"ref": part["bom-ref"]} for part in components),
        ],
    }
    text = json.dumps(bill, indent=1, ensure_ascii=False) + "\n"
    wrong = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    if wrong is not None:
        raise ValueError(wrong)
    return text


def _component(one: Origin, folder: Path) -> dict[str, Any]:
    inner = [_file(place, folder) for place in sorted(one.files) if _stands_alone(place, folder)]
    if one.name == "Qt":
        inner += _parts_of_qt()
    component: dict[str, Any] = {
        "type": "library",
        "bom-ref": f"{one.name}@{one.version}",
        "name": one.name,
        "version": one.version,
        "purl": one.purl,
        "licenses": [{"license": {"name": one.licence}}],
    }
    return component | ({"components": inner} if inner else {})


def _stands_alone(place: str, folder: Path) -> bool:
    """Whether a file is a library or a program of its own, and no link to one."""
    path = _path(place, folder)
    return path.is_file() and not path.is_symlink() and (".so" in path.name or path.suffix == "")


def _file(place: str, folder: Path) -> dict[str, Any]:
    content = _path(place, folder).read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    return {
        "type": "file",
        "bom-ref": f"file:{place}",
        "name": place,
        "hashes": [{"alg": "SHA-256", "content": digest}],
    }


def _path(place: str, folder: Path) -> Path:
    return folder / place if place == "kader" else folder / "_internal" / place


def _parts_of_qt() -> list[dict[str, Any]]:
    with (LICENCES / "qt.csv").open(encoding="utf-8", newline="") as file:
        return [
            {
                "type": "library",
                "bom-ref": f"Qt: {row['name']}",
                "name": row["name"],
                "copyright": row["copyright"],
                "licenses": [{"license": {"name": row["licence"]}}],
            }
            for row in csv.DictReader(file)
        ]
