"""Rules about national frames."""
