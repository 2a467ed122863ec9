"""What people write instead of the keys of a questionnaire."""

from __future__ import annotations

OTHER_WORDS = {
    "ask": ("question", "text", "wording", "prompt", "words"),
    "say": ("label", "title", "name", "text", "message", "words"),
    "choices": ("options", "answers", "values", "list"),
    "required": ("mandatory", "obligatory", "must", "compulsory"),
    "when": ("condition", "if", "only_if", "show_if", "depends_on"),
    "that": ("when", "condition", "if", "rule"),
    "help": ("hint", "description", "explanation"),
    "min": ("minimum", "least"),
    "max": ("maximum", "most"),
    "probe": ("follow_up", "followup", "follow_ups", "followups"),
    "for": ("role", "roles", "function", "functions", "audience"),
    "id": ("name", "key"),
    "title": ("heading", "name"),
    "questions": ("items", "entries"),
    "why": ("reason", "because"),
    "level": ("severity",),
    "since": ("version", "from"),
    "maps_to": ("maps", "field", "path"),
    "repeat": ("for_each", "each"),
}
"""By the key that is meant; where one word may mean several, the place has only one of them."""
