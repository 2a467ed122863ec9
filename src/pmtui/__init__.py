"""Guided, blameless postmortem interviews about AI incidents, in a terminal."""

__version__ = "0.1.0"
