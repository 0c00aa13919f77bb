"""The timeline: rotations as bars over time, and the strength below them on the same axis."""
