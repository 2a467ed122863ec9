"""Two Unix accounts on one store, and a third one outside of the team."""

from __future__ import annotations

import grp
import os
import stat
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pmtui.errors import Refused
from pmtui.store import Store
from pmtui.store.files import FileBackend

from .conftest import INCIDENT, answer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TEAM, ALICE, BOB, CAROL = 54_321, 60_001, 60_002, 60_003

pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")

needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can act as several Unix accounts")


def as_user(user: int, groups: list[int], act: Callable[[], object]) -> str:
    """Run `act` in a process of another account; returns what it refused, or nothing."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        status = 1
        try:
            os.setgroups(groups)
            os.setgid(user)
            os.setuid(user)
            try:
                act()
            except Refused as refused:
                os.write(writer, str(refused).encode())
            status = 0
        except BaseException as error:
            os.write(writer, f"{type(error).__name__}: {error}".encode())
        finally:
            os._exit(status)
    os.close(writer)
    with os.fdopen(reader) as said:
        words = said.read()
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 0, words
    return words


@pytest.fixture
def shared(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A store that alice shares with the team.  It lies where others may go, which pytest's own folders are not."""
    with tempfile.TemporaryDirectory() as above:
        Path(above).chmod(0o755)
        place = Path(above) / "srv"
        place.mkdir()
        yield _shared(place, monkeypatch)


def _shared(place: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    os.chown(place, ALICE, ALICE)
    team = grp.struct_group(("team", "x", TEAM, []))
    monkeypatch.setattr(grp, "getgrnam", lambda name: {"team": team}[name])

    def make() -> None:
        os.umask(0o077)
        store = Store.open(place / "store", by="alice")
        store.create(INCIDENT, lambda edit: edit.put("incident", "incident", {"title": "Refund bot"}))
        answer(store, "i1/q01", "before")
        store.share("team")
        answer(store, "i1/q02", "after")
        store.keep_typing(INCIDENT, "i1", {"text": "alice types"})

    assert as_user(ALICE, [TEAM], make) == ""
    return place / "store"


@needs_root
def test_two_accounts_write_to_one_incident(shared: Path) -> None:
    def bob() -> None:
        os.umask(0o077)
        store = Store.open(shared, by="bob")
        answer(store, "i1/q01", "bob")
        store.keep_typing(INCIDENT, "i1", {"text": "bob types"})
        store.create("by-bob", lambda edit: edit.put("incident", "incident", {"title": "x"}))

    def alice() -> None:
        store = Store.open(shared, by="alice")
        answer(store, "i1/q03", "alice")
        store.remove("by-bob")
        (shared / "incidents" / INCIDENT / "incident.json").write_bytes(b"")
        answer(store, "i1/q04", "mended")

    assert as_user(BOB, [TEAM], bob) == ""
    assert as_user(ALICE, [TEAM], alice) == ""
    assert as_user(BOB, [TEAM], lambda: answer(Store.open(shared, by="bob"), "i1/q05", "bob again")) == ""
    changes = FileBackend(shared, "root", []).since(INCIDENT, 0)
    assert [change.by for change in changes] == ["alice", "alice", "alice", "bob", "alice", "alice", "bob"]
    for path in [shared, *shared.rglob("*")]:
        found = path.stat()
        assert stat.S_IMODE(found.st_mode) == (0o2770 if path.is_dir() else 0o660), path
        assert found.st_gid == TEAM, path


@needs_root
def test_who_is_not_of_the_team_is_kept_out(shared: Path) -> None:
    said = as_user(CAROL, [CAROL], lambda: Store.open(shared, by="carol").view(INCIDENT))
    assert "no permission" in said


@needs_root
def test_a_store_of_somebody_else_is_refused(shared: Path) -> None:
    os.chmod(shared, 0o755)  # noqa: PTH101
    said = as_user(CAROL, [CAROL], lambda: Store.open(shared, by="carol"))
    assert "belongs to another user" in said


@needs_root
def test_a_group_that_one_is_not_in_cannot_be_given(shared: Path) -> None:
    said = as_user(ALICE, [ALICE], lambda: Store.open(shared.parent / "own", by="alice").share("team"))
    assert said == "you are not in the group team; `id` shows those that you are in"


def test_a_group_that_is_not_there_is_refused(store: Store) -> None:
    with pytest.raises(Refused, match="there is no group 'no-such-group'"):
        store.share("no-such-group")
