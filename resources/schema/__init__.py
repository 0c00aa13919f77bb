"""The schema of a plan as JSON, for whoever writes one with another program."""
