"""`pmtui` alone: the app."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.cli.opening import needs_a_terminal, open_app

if TYPE_CHECKING:
    from argparse import Namespace


def run(given: Namespace) -> int:
    """Open the app on the list of incidents."""
    needs_a_terminal("use `pmtui list`, or `pmtui --help` for the other commands")
    return open_app(given)
