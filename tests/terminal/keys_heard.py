"""Prints the names of the keys that arrive, as the app would hear them, until `ctrl+c`."""

import os
import sys
import termios
import tty

from textual import events
from textual._xterm_parser import XTermParser


def main() -> None:
    tty.setraw(0, termios.TCSANOW)
    print("ready", end="\r\n", flush=True)
    parser = XTermParser()
    while True:
        for event in parser.feed(os.read(0, 1024).decode()):
            if isinstance(event, events.Key):
                print(f"<{event.key}>", end="\r\n", flush=True)
                if event.key == "ctrl+c":
                    sys.exit()


if __name__ == "__main__":
    main()
