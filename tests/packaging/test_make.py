"""The commands of a fresh clone, with stand-ins for Python and pip: no network, and nothing of this tree is touched."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOOLS = ("awk", "bash", "chmod", "dirname", "echo", "find", "make", "mkdir", "rm", "sed", "tail", "touch", "xargs")

OLD = "sys.version_info = (3, 10, 14)"
BARE = "sys.modules['ensurepip'] = None"
BROKEN = "sys.exit(127)"

# Runs what it is given with -c, after `{change}`.  Asked for a virtual environment it makes one of scripts that write
# down how they were called, or, where `{venv}` is not 0, half of one.
PYTHON = """\
#!/bin/sh
if [ "$1" = -c ]; then
    exec '{python}' -S -c 'import sys; code = sys.argv[2]; {change}; exec(code)' "$@"
fi
for folder; do :; done
mkdir -p "$folder/bin" && touch "$folder/pyvenv.cfg"
for name in python pmtui ruff mypy lint-imports; do
    printf '#!/bin/sh\\necho "%s $*" >> calls\\n' "$name" > "$folder/bin/$name"
    chmod +x "$folder/bin/$name"
done
exit {venv}
"""


class Clone:
    """A folder with the Makefile and the lock files, and a path with the few tools that they may use."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "clone"
        self.bin = folder / "bin"
        self.calls = self.folder / "calls"
        self.venv = self.folder / ".venv"
        self.folder.mkdir()
        self.bin.mkdir()
        for name in ("Makefile", "pyproject.toml", "requirements.txt", "requirements-dev.txt"):
            shutil.copy(ROOT / name, self.folder)
        for name in TOOLS:
            found = shutil.which(name)
            assert found, f"{name} is missing"
            (self.bin / name).symlink_to(found)

    def tool(self, name: str, script: str) -> None:
        (self.bin / name).unlink(missing_ok=True)
        (self.bin / name).write_text(script)
        (self.bin / name).chmod(0o755)

    def python(self, name: str = "python3", change: str = "pass", venv: int = 0) -> None:
        self.tool(name, PYTHON.format(python=sys.executable, change=change.replace("'", '"'), venv=venv))

    def run(self, *command: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, cwd=cwd or self.folder, env={"PATH": str(self.bin)}, capture_output=True, text=True, check=False
        )


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    return Clone(tmp_path)


def test_plain_make_prints_each_target_in_a_line(clone: Clone) -> None:
    shown = clone.run("make").stdout.splitlines()
    assert [line.split()[1] for line in shown] == ["help", "run", "test", "check", "format", "bench", "lock", "clean"]


def test_run_installs_what_is_locked_once_then_starts_pmtui(clone: Clone) -> None:
    clone.python()
    first = clone.run("make", "run", "ARGS=list --format json")
    assert (first.returncode, first.stderr) == (0, "")
    locked, in_place, started = clone.calls.read_text().splitlines()
    assert locked.startswith("python -m pip install")
    assert "--require-hashes" in locked
    assert locked.endswith("-r requirements.txt")
    assert in_place.endswith("--no-deps --no-build-isolation --editable .")
    assert started == "pmtui list --format json"

    clone.calls.unlink()
    second = clone.run("make", "run")
    assert (second.stdout, clone.calls.read_text()) == ("", "pmtui \n")


@pytest.mark.parametrize("changed", ["requirements.txt", "pyproject.toml"])
def test_run_installs_again_when_what_it_installs_changed(clone: Clone, changed: str) -> None:
    clone.python()
    clone.run("make", "run")
    clone.calls.unlink()
    later = (clone.venv / "requirements.stamp").stat().st_mtime + 1
    os.utime(clone.folder / changed, (later, later))
    clone.run("make", "run")
    assert len(clone.calls.read_text().splitlines()) == 3


def test_test_checks_then_tests(clone: Clone) -> None:
    clone.python()
    clone.run("make", "test", "ARGS=tests/store")
    locked, _, *steps = clone.calls.read_text().splitlines()
    assert locked.endswith("-r requirements-dev.txt")
    checks = ["ruff check", "ruff format --check", "mypy", "lint-imports --no-logo"]
    assert [step.strip() for step in steps] == [*checks, "python -m pytest tests/store"]


def test_test_stops_at_the_first_failure(clone: Clone) -> None:
    clone.python()
    clone.run("make", ".venv/requirements-dev.stamp")
    (clone.venv / "bin/mypy").write_text("#!/bin/sh\nexit 1\n")
    assert clone.run("make", "test").returncode == 2
    assert clone.calls.read_text().splitlines()[-1] == "ruff format --check"


def test_a_venv_whose_python_is_gone_is_made_anew(clone: Clone) -> None:
    clone.python()
    clone.run("make", "run")
    (clone.venv / "bin/python").unlink()
    again = clone.run("make", "run")
    assert again.returncode == 0
    assert again.stdout.splitlines()[0] == "Making .venv with python3"


@pytest.mark.parametrize("change", [OLD, BROKEN])
def test_a_python_that_will_not_do_is_passed_over(clone: Clone, change: str) -> None:
    clone.python("python3", change)
    clone.python("python3.13")
    assert clone.run("make", "run").stdout.splitlines()[0] == "Making .venv with python3.13"


def test_the_python_that_was_named_is_taken(clone: Clone) -> None:
    clone.python("python3")
    clone.python("mine")
    assert clone.run("make", "run", "PYTHON=mine").stdout.splitlines()[0] == "Making .venv with mine"


@pytest.mark.parametrize("target", ["run", "test", "lock"])
def test_without_a_python_one_line_says_so(clone: Clone, target: str) -> None:
    refused(clone, "make", target, says="Python 3.11 or newer")


def test_with_an_old_python_one_line_says_so(clone: Clone) -> None:
    clone.python("python3", OLD)
    refused(clone, "make", "run", says="Python 3.11 or newer")


def test_an_old_python_that_was_named_is_not_replaced_by_another(clone: Clone) -> None:
    clone.python("python3")
    clone.python("mine", OLD)
    refused(clone, "make", "run", "PYTHON=mine", says="mine is not")


def test_without_ensurepip_one_line_names_the_package(clone: Clone) -> None:
    clone.python("python3", BARE)
    refused(clone, "make", "run", says="python3-venv")


def refused(clone: Clone, *command: str, says: str) -> None:
    result = clone.run(*command)
    assert (result.returncode, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    assert says in line
    assert not clone.venv.exists()


def test_half_a_venv_is_taken_away(clone: Clone) -> None:
    clone.python(venv=1)
    assert clone.run("make", "run").returncode == 2
    assert not clone.venv.exists()


def test_what_pip_said_is_shown_when_it_fails(clone: Clone) -> None:
    clone.python()
    clone.run("make", ".venv/pyvenv.cfg")
    clone.tool("fails", "#!/bin/sh\necho 'ERROR: no such version'\nexit 1\n")
    shutil.copy(clone.bin / "fails", clone.venv / "bin/python")
    failed = clone.run("make", "run")
    assert failed.returncode == 2
    assert failed.stderr.splitlines()[:2] == ["ERROR: no such version", "The rest is in .venv/pip.log."]
    assert not (clone.venv / "requirements.stamp").exists()


def test_clean_says_what_it_removes_and_leaves_the_rest(clone: Clone) -> None:
    for name in ("src/pmtui/__pycache__", "tests", "bench", "dist", "incidents"):
        (clone.folder / name).mkdir(parents=True)
    assert clone.run("make", "clean").stdout.splitlines() == ["Removing dist", "Removing src/pmtui/__pycache__"]
    assert not (clone.folder / "dist").exists()
    assert (clone.folder / "incidents").is_dir()


@pytest.mark.parametrize(
    ("listed", "user", "asked"),
    [
        ("# nothing yet\n", 0, []),
        ("# two\nfoo  # why\n\nbar", 0, ["update --quiet", "install --quiet --yes --no-install-recommends foo bar"]),
        ("foo\n", 1000, []),
    ],
)
def test_ci_installs_what_is_listed_as_root_then_tests(
    clone: Clone, tmp_path: Path, listed: str, user: int, asked: list[str]
) -> None:
    shutil.copytree(ROOT / ".ci", clone.folder / ".ci")
    (clone.folder / ".ci/packages").write_text(listed)
    clone.tool("id", f"#!/bin/sh\necho {user}\n")
    clone.tool("apt-get", '#!/bin/sh\necho "$*" >> calls\n')
    clone.tool("make", '#!/bin/sh\necho "make $* CI=$CI in $PWD" >> calls\nexit 7\n')
    result = clone.run("bash", str(clone.folder / ".ci/run"), cwd=tmp_path)
    assert (result.returncode, result.stderr) == (7, "")
    assert clone.calls.read_text().splitlines() == [*asked, f"make test CI=true in {clone.folder.resolve()}"]


def locked(name: str) -> dict[str, str]:
    """Each distribution of a lock file, with the rest of its line: version and marker."""
    return dict(re.findall(r"^([a-z0-9-]+)==(.+?) \\$", (ROOT / name).read_text(), re.MULTILINE))


def test_the_lock_files_agree() -> None:
    assert locked("requirements.txt").items() <= locked("requirements-dev.txt").items()


def test_what_is_declared_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    groups = project["dependency-groups"]

    def names(requirements: list[str | dict[str, str]]) -> set[str]:
        found = (re.match(r"[\w-]+", each) for each in requirements if isinstance(each, str))
        return {match.group().lower().replace("_", "-") for match in found if match}

    assert names(project["project"]["dependencies"] + groups["build"]) <= locked("requirements.txt").keys()
    assert names(groups["dev"]) <= locked("requirements-dev.txt").keys()


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt", "Makefile"])
def test_no_package_index_is_named(name: str) -> None:
    text = (ROOT / name).read_text()
    assert not re.search(r"https?://|--(extra-)?index-url|--find-links|-i ", text)
