"""What people install holds all that pmtui reads, and runs."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from collections import Counter
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

import pytest

from pmtui import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).parents[2]
NAME = f"pmtui-{__version__}"


class Built(NamedTuple):
    """Names in the source archive (below its one folder) and in the wheel, and the folder of the unpacked wheel."""

    source: list[str]
    wheel: list[str]
    site: Path


def hatchling(target: str, project: Path, out: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", str(out)]
    subprocess.run(command, cwd=project, check=True)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The source archive of this tree, and the wheel that is built from that archive alone."""
    out = tmp_path_factory.mktemp("built")
    hatchling("sdist", ROOT, out)
    archive = out / f"{NAME}.tar.gz"
    subprocess.run(["tar", "-xzf", archive], cwd=out, check=True)
    hatchling("wheel", out / NAME, out)
    site = out / "site"
    with tarfile.open(archive) as source, zipfile.ZipFile(out / f"{NAME}-py3-none-any.whl") as wheel:
        wheel.extractall(site)
        source_names = [str(PurePosixPath(name).relative_to(NAME)) for name in source.getnames()]
        return Built(source_names, wheel.namelist(), site)


def below(folder: Path, pattern: str = "*") -> set[str]:
    """The files of the package under `folder` that are somebody's work, as paths from `folder`."""
    files = (path for path in folder.rglob(pattern) if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(folder).as_posix() for path in files}


def inside(names: Iterable[str], folder: str) -> set[str]:
    return {name.removeprefix(folder) for name in names if name.startswith(folder)}


def test_the_wheel_holds_every_file_of_the_package(built: Built) -> None:
    assert inside(built.wheel, "pmtui/") == below(ROOT / "src/pmtui")


@pytest.mark.parametrize("pattern", ["questionnaires/*.yaml", "blame/rules.yaml", "*.tcss", "py.typed"])
def test_the_wheel_holds_data_of_each_kind(built: Built, pattern: str) -> None:
    wanted = below(ROOT / "src/pmtui", pattern)
    assert wanted
    assert wanted <= inside(built.wheel, "pmtui/")


def test_the_wheel_holds_nothing_but_the_package_and_what_describes_it(built: Built) -> None:
    assert {PurePosixPath(name).parts[0] for name in built.wheel} == {"pmtui", f"{NAME}.dist-info"}
    assert f"{NAME}.dist-info/licenses/LICENSE" in built.wheel


def test_the_source_archive_holds_the_package_once(built: Built) -> None:
    assert inside(built.source, "src/pmtui/") == below(ROOT / "src/pmtui")
    assert not inside(built.source, "screens/") | inside(built.source, "questionnaires/")
    assert not [name for name, times in Counter(built.source).items() if times > 1]


@pytest.mark.parametrize("name", ["LICENSE", "Makefile", "README.md", "requirements.txt", "requirements-dev.txt"])
def test_the_source_archive_holds_what_it_is_built_with(built: Built, name: str) -> None:
    assert name in built.source


def test_the_installed_package_runs(built: Built, tmp_path: Path) -> None:
    environment = os.environ | {"PYTHONPATH": str(built.site)}

    def python(*arguments: str) -> str:
        command = [sys.executable, *arguments]
        return subprocess.check_output(command, cwd=tmp_path, env=environment, text=True)

    assert Path(python("-c", "import pmtui; print(pmtui.__file__)").strip()).is_relative_to(built.site)
    assert __version__ in python("-m", "pmtui", "--version")
