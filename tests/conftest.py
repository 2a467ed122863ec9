from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Iterator

# What a test starts is compiled once, as it is where pmtui is installed; to compile is most of a start.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# A machine that is busy with other things is no fault of the code.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


def pytest_collection_finish() -> None:
    """Thousands of tests that were collected never become garbage: nobody has to look through them again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def same_umask() -> Iterator[None]:
    """What a test opens may narrow the rights of new files for the whole process; the next test begins as this one."""
    before = os.umask(0o022)
    os.umask(before)
    yield
    os.umask(before)
