"""One walk through a questionnaire, without a terminal: where it stands, answering, resuming."""
