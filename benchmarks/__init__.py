"""Measurements: each compares within one run, and none says how fast the machine is."""
