"""`pmtui` and `python -m pmtui`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run one command and end the process with its status."""
    from pmtui.cli import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
