"""What a person still has to decide about a plan, in Dutch and English."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from resources.baselines.facts import Json, choices


def open_points(baseline: str) -> list[Json]:
    """The open points of a plan: those about the plan as a whole last."""
    points = [
        point
        for group in ("open_points_frames", "open_points_others")
        for chosen in choices(group)["point"]
        if baseline in chosen["baselines"]
        for point in _points(chosen)
    ]
    return sorted(points, key=lambda point: point["subject"] is None)


def _points(chosen: Mapping[str, Any]) -> Iterator[Json]:
    """One point for each thing it is about, or one about the plan as a whole."""
    texts = {"text_nl": chosen["nl"], "text_en": chosen["en"], "source": chosen["source"]}
    for name in chosen.get("about", ()):
        yield {"subject": {"kind": chosen["kind"], "id": name}, **texts}
    if "about" not in chosen:
        yield {"subject": None, **texts}
