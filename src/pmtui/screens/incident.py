"""One incident: who was spoken with, and what can be done next."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from pmtui.errors import Refused
from pmtui.findings import flags, progress
from pmtui.findings.summary import summary
from pmtui.reading import moments
from pmtui.reading.plain import counted, one_line, shortened
from pmtui.record.fold import record
from pmtui.record.people import people
from pmtui.screens.incident_after import AfterTalkPage
from pmtui.screens.incident_people import NAME_WIDTH
from pmtui.screens.incident_rows import NOBODY, rows
from pmtui.screens.watching import EVERY, Watch
from pmtui.widgets.binding import bindings
from pmtui.widgets.listing import Listing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.events import Resize

    from pmtui.record.documents import Participant
    from pmtui.record.items import Record
    from pmtui.record.view import View
    from pmtui.screens.services import Services
    from pmtui.store import Here


class IncidentScreen(AfterTalkPage):
    """The incident `name`; `view` is what the store holds of it when the screen opens."""

    where = "incident"
    CSS_PATH = "incident.tcss"
    AUTO_FOCUS = "#interviews"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("incident")]

    def __init__(self, services: Services, name: str, view: View) -> None:
        super().__init__(services, name, view)
        self._is_gone = False
        self._width = 0
        self._others: Sequence[Here] = ()
        self._read_at: tuple[int, int, int] | None = None
        self._reckoned: tuple[View, Record, int] | None = None

    def compose(self) -> ComposeResult:
        """Head, what the incident says of itself, interviews, what to do next, keys."""
        yield self.head
        yield Static(id="facts", markup=False)
        yield Listing(id="interviews", markup=False)
        yield Static(id="next", markup=False)
        yield self.foot

    def on_mount(self) -> None:
        """Show what was read, and what others save meanwhile."""
        self._show()
        self._watch = Watch(
            self.services.store,
            self._incident,
            calm=lambda: 0,
            take=self._take,
            met=self._met,
            refused=self.refused,
        )
        self.set_interval(EVERY, self._look)

    def _look(self) -> None:
        if self.is_current and not self._is_gone:
            self._watch.look()

    def _take(self, view: View) -> bool:
        if self.is_current:
            self._view = view
            self._show()
        return self.is_current

    def _met(self, others: Sequence[Here]) -> None:
        self._others = others
        self._show()

    def on_resize(self, event: Resize) -> None:
        """Lay the rows out anew for the new width."""
        if event.size.width != self._width:
            self._show()

    def on_screen_resume(self) -> None:
        """Read the incident again when coming back to it."""
        if self.is_mounted and not self._is_gone:
            self._read_again()

    def _read_again(self) -> None:
        try:
            stamp = self.services.store.stamp(self._incident)
            if stamp != self._read_at:
                self._view, self._read_at = self.services.view(self._incident), stamp
        except Refused as refusal:
            self.refused(refusal)
            return
        self._show()

    def _reckon(self) -> tuple[Record, int]:
        """The record of what is shown, and how many flags its answers hold, reckoned once for each view."""
        if self._reckoned is None or self._reckoned[0] is not self._view:
            known = record(self._view)
            self._reckoned = (self._view, known, flags.count(self._view, known, self.services.rules))
        return self._reckoned[1:]

    def _show(self) -> None:
        self._width = self.size.width
        self.tell_found()
        view = self._view
        known, open_flags = self._reckon()
        self.head.show(view.incident.title, self.services.saver.words)
        self.query_one("#facts", Static).update(Content("\n".join(self._facts(view, known))))
        entries = rows(view, self._others, self.size.width - 4)
        self.query_one("#interviews", Listing).show([Option(line, id=name) for name, line in entries])
        self.foot.relabel(interview="add" if not view.participants else "open")
        self.query_one("#next", Static).update(
            Content(f"Next: {one_line(progress.next_step(view, known, open_flags))}{_kept(known)}")
        )

    def _facts(self, view: View, known: Record) -> Iterator[str]:
        incident = view.incident
        noticed = f"noticed {moments.show(incident.noticed)}" if incident.noticed else "not said when it was noticed"
        state, severity = incident.state.replace("_", " "), incident.severity or "severity not set"
        yield f"{incident.id}"
        yield f"{state} · {severity} · {noticed} · {incident.zone}"
        yield ""
        yield shortened(summary(view, known) or "No summary yet. e writes one.", (self.size.width - 4) * 3 - 12)

    async def action_interview(self) -> None:
        """Open an interview, or begin one with somebody who has none."""
        name = self._under_cursor()
        if name in self._view.interviews:
            await self._open(name)
        elif name == NOBODY:
            await self.action_participant()
        else:
            await self._begin_with(self._view.participant(name))

    async def _begin_with(self, who: Participant) -> None:
        if not who.takes_part:
            self._say_away(who)
        elif who.kind == "source":
            await self._open_facts(who.id)
        else:
            await self._check_first(who.id)

    async def action_participant(self) -> None:
        """Add a participant."""
        from pmtui.screens.person_form import PersonForm

        await self.open(PersonForm(self.services, self._incident), self._added)

    async def _added(self, participant: str | None) -> None:
        if participant:
            self._read_again()
            await self._check_first(participant)

    async def action_begin(self) -> None:
        """Start an interview with the person under the cursor, or ask with whom where they have one, or nobody is."""
        from pmtui.screens.choose import Choose

        name = self._under_cursor()
        here = self._view.participants.get(name)
        if here is not None and here.kind == "person":
            await self._begin_with(here)
            return
        held = self._view.interviews.get(name)
        entries = [(each.id, f"{each.id}  {each.role}") for each in people(self._view) if each.takes_part]
        entries.sort(key=lambda entry: held is None or entry[0] != held.participant)
        if not entries:
            await self.action_participant()
            return
        await self.open(Choose("With whom?", entries), self._check_first)

    async def _choose_questionnaire(self, participant: str | None) -> None:
        from pmtui.screens.choose import Choose
        from pmtui.screens.questionnaires import offered

        if participant is None:
            return
        role = self._view.participant(participant).role
        title = f"Which questionnaire for {shortened(role, NAME_WIDTH)}?"
        entries = offered(self.services.shelves, self._view)

        async def begin(name: str | None) -> None:
            await self._begin(participant, name)

        await self.open(Choose(title, entries), begin)

    async def _begin(self, participant: str, questionnaire: str | None) -> None:
        from pmtui.intake.people import begin

        if questionnaire is None:
            return
        services = self.services
        try:
            name = begin(services.store, self._incident, participant, questionnaire, services.shelves)
        except Refused as refusal:
            self.refused(refusal)
            return
        await self._open(name)

    async def _open(self, interview: str) -> None:
        from pmtui.screens.interview import InterviewScreen

        await self.open(InterviewScreen(self.services, self._incident, interview))

    async def action_version(self) -> None:
        """Show what a newer version of the questionnaire would do to the interview under the cursor."""
        from pmtui.intake.versions import move, move_back, other_version
        from pmtui.record.moving import last_move, preview
        from pmtui.screens.moving import MoveScreen

        services, view, name = self.services, self._view, self._under_cursor()
        if name not in view.interviews:
            self.say("There is no interview under the cursor.")
            return
        held, last = view.interviews[name], last_move(view, name)
        try:
            other = other_version(view, name, services.shelves)
        except Refused as refusal:
            self.refused(refusal)
            return
        ways = [("stay", f"Stay on version {held.version}")]
        if other:
            ways.append(("move", f"Move to version {other.questionnaire.version}, of today"))
        if last:
            ways.append(("back", "Go back to the version before; what was answered since is kept aside"))
        if len(ways) == 1:
            self.say(f"{name} is on the only version of {held.questionnaire} that there is.")
            return
        rows = preview(view, name, other.questionnaire) if other else []

        def done(way: str | None) -> None:
            try:
                if way == "move" and other:
                    move(services.store, view, name, other)
                elif way == "back" and last:
                    move_back(services.store, self._incident, last)
            except Refused as refusal:
                self.refused(refusal)
            self._read_again()

        await self.open(MoveScreen(f"{held.title}, version {held.version}", rows, ways), done)

    async def action_draft(self) -> None:
        """Preview the draft."""
        from pmtui.screens.draft import DraftScreen

        await self.open(DraftScreen(self.services, self._incident))

    async def action_edit(self) -> None:
        """Change what the incident says of itself."""
        from pmtui.screens.incident_form import IncidentForm

        await self.open(IncidentForm(self.services, self._view.incident), lambda _: self._read_again())

    async def action_remove(self) -> None:
        """Take the incident out of the list, after asking."""
        from pmtui.screens.choose import Choose

        entries = [("no", "Keep it"), ("yes", "Take it out of the list (r on the list brings it back)")]
        await self.open(Choose(f"Remove {shortened(self._view.incident.title, NAME_WIDTH)}?", entries), self._removed)

    def _removed(self, choice: str | None) -> None:
        if choice != "yes":
            return
        try:
            self.services.store.remove(self._incident)
        except Refused as refusal:
            self.refused(refusal)
            return
        self._is_gone = True
        self.dismiss()


def _kept(known: Record) -> str:
    """How many answers are behind conditions that fell, or in no question any more; nothing where none is."""
    return f"\n{counted(len(known.kept), 'answer')} kept but not in the report" if known.kept else ""
