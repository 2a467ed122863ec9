"""The one exception that is made for people."""


class Refused(Exception):
    """Something was not done, and nothing was changed by it.

    Its text is one line for each mistake: what is wrong, where, and what to do.  A command prints it to standard
    error and ends with status 2; a screen shows it where the person is looking.  It is never wrapped in a traceback.
    """

    about: str | None = None
    """The field of a form that does not fit, where the refusal is about one."""
