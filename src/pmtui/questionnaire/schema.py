"""What a questionnaire may say.  A questionnaire is data: it has no key that runs code."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from pmtui.reading.plain import quoted

QuestionType = Literal["text", "long_text", "yes_no", "one_of", "many_of", "number", "date", "moment"]


def _shaped(pattern: str, words: str) -> AfterValidator:
    """A check that a text has a form; `words` say in a sentence which."""
    form = re.compile(pattern)

    def check(text: str) -> str:
        if not form.fullmatch(text):
            raise ValueError(f"{quoted(text)} does not fit: {words}")
        return text

    return AfterValidator(check)


Id = Annotated[str, _shaped(r"[a-z][a-z0-9_]{0,59}", "use small letters, digits and `_`, and begin with a letter")]
Name = Annotated[str, _shaped(r"[a-z][a-z0-9-]{0,59}", "use small letters, digits and dashes, and begin with a letter")]
ChoiceId = Annotated[str, _shaped(r"[^\s,@][^,@\n\t]{0,79}", "a choice has no comma, no @ and at most 80 characters")]
Path = Annotated[str, _shaped(r"[a-z][a-z_]*(\.[a-z][a-z_]*){0,3}", "write a path with dots, such as system.name")]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Part(BaseModel):
    """A part of a questionnaire; a key that is not listed is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Choice(Part):
    """One value that may be chosen.  What is stored is the `id`, so its words can be changed later."""

    id: ChoiceId = Field(description="stored; stable")
    say: str | None = Field(None, description="the words shown; the id where there are none")
    help: str | None = Field(None, description="one line that says when to choose it")

    @property
    def words(self) -> str:
        """What a person reads."""
        return self.say or self.id


YES_NO = (Choice(id="yes", say="Yes"), Choice(id="no", say="No"))


class Question(Part):
    """One thing asked."""

    id: Id = Field(description="stable name, unique in the questionnaire, never used again for another meaning")
    ask: Words = Field(description="the words spoken")
    type: QuestionType = Field("text", description="what an answer is; one_of where choices are given")
    choices: tuple[Choice, ...] = Field((), description="a list, or the name of a list at the top of the file")
    other: bool = Field(False, description="an answer in one's own words is possible beside the choices")
    required: bool = Field(False, description="must be addressed, by an answer or by saying why there is none")
    min: float | None = Field(None, description="smallest number, or fewest choices")
    max: float | None = Field(None, description="largest number, or most choices")
    unit: str | None = Field(None, description="what a number counts")
    help: str | None = Field(None, description="small text below the question")
    probe: tuple[Words, ...] = Field((), description="follow-up questions, offered one at a time")
    note: str | None = Field(None, description="for the interviewer only")
    maps_to: Path | None = Field(None, description="dotted path in the record that the answer fills")

    @property
    def options(self) -> tuple[Choice, ...]:
        """The choices offered, those of a yes-or-no question included."""
        return YES_NO if self.type == "yes_no" else self.choices

    @model_validator(mode="after")
    def _choices_fit_the_type(self) -> Question:
        if self.type in ("one_of", "many_of"):
            if not self.choices and not self.other:
                raise ValueError(f"`{self.id}` is {self.type}, so it needs `choices`")
        elif self.choices:
            raise ValueError(f"`{self.id}` has choices, but its type is {self.type}; use one_of or many_of")
        ids = [choice.id for choice in self.choices]
        twice = next((each for each in ids if ids.count(each) > 1), None)
        if twice:
            raise ValueError(f"the choice `{twice}` of `{self.id}` is there twice")
        return self


class Section(Part):
    """Questions that belong together; with `repeat` they are asked once for each item."""

    id: Id
    title: Words
    intro: str | None = Field(None, description="read aloud when the section begins")
    note: str | None = Field(None, description="for the interviewer only")
    repeat: Id | None = Field(None, description="the name of one item, such as `system`")
    questions: tuple[Question, ...] = Field(min_length=1)


class Questionnaire(Part):
    """A whole questionnaire, assembled: every list of choices stands in its question."""

    questionnaire: Name
    version: Annotated[int, Field(ge=1)]
    title: Words
    language: str = "en"
    intro: str | None = None
    preamble: tuple[Words, ...] = Field((), description="read aloud before the first question, point by point")
    minutes: str | None = Field(None, description="how long it takes, such as `20-30`")
    with_whom: str | None = None
    choices: dict[Id, tuple[Choice, ...]] = Field({}, description="lists of choices that questions use by name")
    sections: tuple[Section, ...] = Field(min_length=1)

    @cached_property
    def questions(self) -> dict[str, Question]:
        """Every question by its id, in the order asked."""
        return {question.id: question for section in self.sections for question in section.questions}

    @cached_property
    def section_of(self) -> dict[str, Section]:
        """The section that a question stands in, by the question's id."""
        return {question.id: section for section in self.sections for question in section.questions}
