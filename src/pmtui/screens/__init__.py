"""One file a screen.  Screens hold no rules: they show what is known, and turn a key press into an answer."""
