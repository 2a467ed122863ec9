"""What goes to reviewers: the record as a document."""

from pmtui.draft.markdown import markdown

__all__ = ["markdown"]
