"""The verbs of the command line: what they take, what they print, how they end."""

from domain.cli.run import main

__all__ = ["main"]
