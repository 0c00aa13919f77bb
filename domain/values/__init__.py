"""Values: dataclasses whose methods are written when they are first called.

What the standard library writes for a class takes half a millisecond, and before a plan is on the
screen there are a hundred classes, most of which nobody has used yet. So each method is a
placeholder that puts the true one in its place. For a type checker, and for everyone who uses
such a class, they are the dataclasses of the standard library.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass, field, replace
else:
    from domain.values.methods import dataclass, field, replace

__all__ = ["dataclass", "field", "replace"]
