"""`pmtui completion`: completions for a shell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.cli.parser import parser

if TYPE_CHECKING:
    from argparse import Namespace


def run(given: Namespace) -> int:
    """Print the script; put it where the shell looks for completions."""
    import shtab

    print(shtab.complete(parser(), given.shell))
    return 0
