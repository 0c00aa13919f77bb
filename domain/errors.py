"""What a user can do something about, each said in one sentence."""

from __future__ import annotations


class KnownError(Exception):
    """Something that the user can mend; its text says what, where and what to do."""

    @property
    def sentence(self) -> str:
        """The whole message, fit for a dialog or one line on standard error."""
        return str(self)


class Refused(KnownError):
    """What was asked cannot be: it would make a plan that no reading of the rules allows."""


class UnreadableFile(KnownError):
    """A file is not what it should be, or cannot be read."""


class UnwritableFile(KnownError):
    """A file cannot be written; what was there before is still there."""


class DamagedFile(UnreadableFile):
    """A file is a plan, but not whole; what can be read of it may be saved in another."""


class NewerFile(UnreadableFile):
    """A file was made by a newer version of the program."""


class FileInUse(KnownError):
    """Another window or command has the plan open."""


class ReadOnlyPlan(KnownError):
    """The plan can be looked at but not changed."""


class Cancelled(KnownError):
    """The user stopped the work; nothing was changed."""
