"""How questions and answers are spoken of: in conditions, in texts, and inside of an interview."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pmtui.questionnaire.schema import Question, Section

RECORD = "record."
"""Begins a name that stands for what any interview of the incident answered."""

PIPED = re.compile(r"\{([a-z][a-z0-9_.]*)\}")
"""The answer to a question inside of a text."""


def name_of(section: Section, question: Question) -> str:
    """How conditions speak of a question of `section`."""
    return f"{section.repeat}.{question.id}" if section.repeat else question.id


def key_of(question: str, item: str | None) -> str:
    """How an answer is named inside its interview: `QUESTION` or `QUESTION@ITEM`."""
    return f"{question}@{item}" if item else question
