"""Blaming language: rules as data, and the detector that finds where they apply.

A flag is a quiet hint with a better question.  It never says that somebody did wrong, and it is raised only where the
writer's own words judge people: quotations, code, logs and reported speech are left alone.
"""

from pmtui.blame.check import Flag, check
from pmtui.blame.live import Live
from pmtui.blame.rules import ASKED, BUILT_IN, CATEGORIES, Rule, Rules, load, load_folder, stamp, usable

__all__ = [
    "ASKED",
    "BUILT_IN",
    "CATEGORIES",
    "Flag",
    "Live",
    "Rule",
    "Rules",
    "check",
    "load",
    "load_folder",
    "stamp",
    "usable",
]
