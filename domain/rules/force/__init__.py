"""Rules about the single set of forces."""
