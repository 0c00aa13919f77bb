"""The rules: each in a file of its own, gathered in a catalogue, run by the checker."""
