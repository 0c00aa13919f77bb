"""Rows of a table from elsewhere into rotations: read by type, doubted, tied to each other."""
