"""Rules about single rotations."""
