"""What a questionnaire may say.  A questionnaire is data: it has no key that runs code."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from pmtui.reading.plain import quoted
from pmtui.reading.unseen import told

if TYPE_CHECKING:
    from pmtui.reading.conditions import Condition

QuestionType = Literal[
    "text",
    "long_text",
    "yes_no",
    "one_of",
    "many_of",
    "number",
    "scale",
    "date",
    "moment",
    "duration",
    "evidence",
    "info",
]
CHOOSING: tuple[QuestionType, ...] = ("yes_no", "one_of", "many_of", "scale")
"""Types that are answered from a list."""

CHOSEN: tuple[QuestionType, ...] = ("one_of", "many_of")
"""Types whose list stands in the file."""

LONGEST_SCALE = 11
"""Steps that a scale has at most: what is more is a number."""


def _shaped(pattern: str, words: str, mend: str | None = None) -> AfterValidator:
    """A check that a text has a form; `words` say in a sentence which, `mend` joins the words of one that has not."""
    form = re.compile(pattern)

    def check(text: str) -> str:
        if not form.fullmatch(text):
            mended = "" if mend is None else re.sub(r"[^a-z0-9]+", mend, _plain(text.strip())).strip(mend)
            meant = f", such as `{mended}`" if mend and form.fullmatch(mended) else ""
            raise ValueError(f"{quoted(text)} does not fit: {words}{meant}{told(text)}")
        return text

    return AfterValidator(check)


def _plain(text: str) -> str:
    """`text` in small letters without accents; for a mistake only."""
    import unicodedata

    spelt = text.lower().translate({ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue", ord("ß"): "ss"})
    return "".join(sign for sign in unicodedata.normalize("NFKD", spelt) if not unicodedata.combining(sign))


_LETTERS = "use small letters a to z, digits and"
Id = Annotated[str, _shaped(r"[a-z][a-z0-9_]{0,59}", f"{_LETTERS} `_`, and begin with a letter", "_")]
Name = Annotated[str, _shaped(r"[a-z][a-z0-9-]{0,59}", f"{_LETTERS} dashes, and begin with a letter", "-")]
ChoiceId = Annotated[str, _shaped(r"[^\s,@][^,@\n\t]{0,79}", "a choice has no comma, no @ and at most 80 characters")]
Path = Annotated[str, _shaped(r"[a-z][a-z_]*(\.[a-z][a-z_]*){0,3}", "write a path with dots, such as system.name")]
Reference = Annotated[
    str,
    _shaped(r"(record\.)?[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*", "name a field of an item with a dot, such as system.name"),
]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Part(BaseModel):
    """A part of a questionnaire; a key that is not listed is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True, populate_by_name=False)


class Choice(Part):
    """One value that may be chosen.  What is stored is the `id`, so its words can be changed later."""

    id: ChoiceId = Field(description="stored; stable")
    say: str | None = Field(None, description="the words shown; the id where there are none")
    help: str | None = Field(None, description="one line that says when to choose it")
    alone: bool = Field(False, description="chosen without any other, such as `none of these`")

    @property
    def words(self) -> str:
        """What a person reads."""
        return self.say or self.id


UNKNOWN_CHOICE = "\N{REPLACEMENT CHARACTER}"
"""The id of what stands for choices with a mistake in them."""

YES_NO = (Choice(id="yes", say="Yes"), Choice(id="no", say="No"))


def _parsed(words: str) -> Condition:
    from pmtui.reading.conditions import parse  # many questionnaires ask everything of everybody

    return parse(words)


class Check(Part):
    """Something that should hold between answers; where it does not, `say` is shown.  It never takes an answer away."""

    that: Words = Field(description="a condition; see `when`")
    say: Words = Field(description="what is said where it does not hold")
    level: Literal["error", "warn"] = Field("error", description="an error keeps the interview from being complete")

    @cached_property
    def condition(self) -> Condition:
        """`that`, parsed.  Raises `ConditionFault`."""
        return _parsed(self.that)


class Conditional(Part):
    """What is asked only sometimes, or only of some."""

    when: str | None = Field(None, description='asked only where this holds, such as severity == "high"')
    for_: tuple[str, ...] = Field((), alias="for", description="the functions of people that it is asked of")

    @cached_property
    def condition(self) -> Condition | None:
        """`when`, parsed.  Raises `ConditionFault`."""
        return None if self.when is None else _parsed(self.when)


class Question(Conditional):
    """One thing asked."""

    id: Id = Field(description="stable name, unique in the questionnaire, never used again for another meaning")
    ask: Words = Field(description="the words spoken")
    type: QuestionType = Field("text", description="what an answer is; one_of where choices are given")
    choices: tuple[Choice, ...] = Field((), description="a list, or the name of one at the top")
    choices_from: Reference | None = Field(None, description="the items that are the choices; written `{from: ...}`")
    vocabulary: str | None = Field(None, description="the vocabulary that the choices are of")
    other: bool = Field(False, description="an answer in one's own words is possible beside the choices")
    required: bool = Field(False, description="must be addressed, by an answer or by saying why there is none")
    min: float | None = Field(None, allow_inf_nan=False, description="smallest number, or fewest choices")
    max: float | None = Field(None, allow_inf_nan=False, description="largest number, or most choices")
    unit: str | None = Field(None, description="what a number counts")
    check: tuple[Check, ...] = Field((), description="what should hold between this answer and others")
    default: str | None = Field(None, description="a suggestion, saved only where it is taken")
    help: str | None = Field(None, description="small text below the question")
    probe: tuple[Words, ...] = Field((), description="follow-up questions, offered one at a time")
    note: str | None = Field(None, description="for the interviewer only")
    was: tuple[Id, ...] = Field((), description="earlier ids of this same question")
    maps_to: Path | None = Field(None, description="dotted path in the record that the answer fills")
    covers: tuple[str, ...] = Field((), description="items of the coverage matrix that the answer covers")

    @property
    def options(self) -> tuple[Choice, ...]:
        """The choices offered, those of a yes-or-no question and of a scale included."""
        if self.type == "yes_no":
            return YES_NO
        if self.type == "scale":
            first, last = self.ends
            told = {choice.id: choice for choice in self.choices}
            steps = map(str, range(first, min(last, first + LONGEST_SCALE - 1) + 1))
            return tuple(_step(step, told.get(step)) for step in steps)
        return self.choices

    @property
    def ends(self) -> tuple[int, int]:
        """The first and the last step of a scale, 1 to 5 where nothing is said."""
        return int(1 if self.min is None else self.min), int(5 if self.max is None else self.max)


def _step(number: str, choice: Choice | None) -> Choice:
    """One step of a scale, with the words that a choice gives it."""
    return choice.model_copy(update={"say": f"{number}: {choice.say}"}) if choice and choice.say else Choice(id=number)


class Section(Conditional):
    """Questions that belong together; with `repeat` they are asked once for each item."""

    id: Id
    title: Words
    intro: str | None = Field(None, description="read aloud when the section begins")
    note: str | None = Field(None, description="for the interviewer only")
    repeat: Id | None = Field(None, description="the name of one item, such as `system`")
    questions: tuple[Question, ...] = Field(min_length=1)


class Retired(Part):
    """A question that is not asked any more; its id is never used again."""

    id: Id
    since: Annotated[int, Field(ge=1)] = Field(description="the version from which on it is not asked")
    why: Words


class Expected(Part):
    """What a test expects: ids of questions, or `QUESTION@N` for the nth item."""

    asked: tuple[str, ...] = ()
    not_asked: tuple[str, ...] = ()
    said: tuple[str, ...] = Field((), description="ids of questions whose check speaks up")


class Example(Part):
    """A test that the file brings along: with these answers, these questions are asked and those are not."""

    name: Words
    given: dict[str, Any] = Field(description="answers by question, and lists of items by the name of one item")
    for_: str | None = Field(None, alias="for", description="the function of who is asked")
    expect: Expected


class Questionnaire(Part):
    """A whole questionnaire, assembled: every list of choices and every shared section stands in its place."""

    questionnaire: Name
    version: Annotated[int, Field(ge=1)]
    title: Words
    language: str = "en"
    intro: str | None = None
    preamble: tuple[Words, ...] = Field((), description="read aloud before the first question, point by point")
    minutes: str | None = Field(None, description="how long it takes, such as `20-30`")
    with_whom: str | None = None
    when: str | None = Field(None, description="offered only where this holds")
    choices: dict[Id, tuple[Choice, ...]] = Field({}, description="lists of choices that questions use by name")
    sections: tuple[Section, ...] = Field(min_length=1)
    retired: tuple[Retired, ...] = Field((), description="questions that are not asked any more")
    tests: tuple[Example, ...] = Field((), description="what `pmtui questionnaire test` tries")

    @cached_property
    def condition(self) -> Condition | None:
        """`when`, parsed.  Raises `ConditionFault`."""
        return None if self.when is None else _parsed(self.when)

    @cached_property
    def is_conditional(self) -> bool:
        """Whether anything in it is asked only sometimes, or only of some."""
        parts = (*self.sections, *self.questions.values())
        return any(each.when is not None or each.for_ for each in parts)

    @cached_property
    def questions(self) -> dict[str, Question]:
        """Every question by its id, in the order asked."""
        return {question.id: question for section in self.sections for question in section.questions}

    @cached_property
    def section_of(self) -> dict[str, Section]:
        """The section that a question stands in, by the question's id."""
        return {question.id: section for section in self.sections for question in section.questions}
