# Works with the make and sh of Linux and macOS (GNU Make 3.81 or newer, POSIX sh).  Nothing here names a package index:
# pip takes what it is configured with.

VENV := .venv
BIN  := $(VENV)/bin
LOG  := $(VENV)/pip.log

# The first Python that is new enough; `make PYTHON=/path/to/python run` names another.  Each is run rather than only
# looked up, because a version manager's stand-in can be on the path without a Python behind it.
RECENT := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c '$(RECENT)' 2>/dev/null && echo $$python && break; done)
can = $(if $(PYTHON),$(shell $(PYTHON) -c '$(1)' 2>/dev/null && echo yes))

# What pip says goes to its log; where it fails, the end of that is shown.
PIP = $(BIN)/python -m pip install --progress-bar off $(1) > $(LOG) 2>&1 || \
	{ tail -n 5 $(LOG); echo 'The rest is in $(LOG).'; exit 1; } >&2

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_ROOT_USER_ACTION := ignore

MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test check format bench lock clean always

help: ## print this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s%s\n", $$1, $$2 }' Makefile

run: $(VENV)/requirements.stamp ## start pmtui, installing it first where that is needed; make run ARGS="list"
	@$(BIN)/pmtui $(ARGS)

test: check ## all checks, then the tests; make test ARGS=tests/store for a part of them
	@$(BIN)/python -m pytest $(ARGS)

check: $(VENV)/requirements-dev.stamp ## lint, format, types and imports, without the tests
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

format: $(VENV)/requirements-dev.stamp ## format the code and mend what lint can mend
	@$(BIN)/ruff check --fix-only
	@$(BIN)/ruff format

bench: $(VENV)/requirements-dev.stamp ## run the benchmarks
	@for file in $(sort $(wildcard bench/[a-z]*.py)); do echo "$$file"; $(BIN)/python "$$file" || exit 1; done

# Versions that are locked stay, unless `make lock ARGS=--upgrade` asks for newer ones.  The second file is held to the
# versions of the first.
COMPILE = "$$tools/bin/uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --custom-compile-command 'make lock' $(ARGS) pyproject.toml
lock: $(VENV)/pyvenv.cfg ## make both lock files anew from pyproject.toml
	@tools=$$(mktemp -d) && trap 'rm -rf "$$tools"' EXIT && \
	echo 'Installing uv in a folder that is removed afterwards' && \
	$(BIN)/python -m venv "$$tools" && "$$tools/bin/python" -m pip install --quiet uv && \
	$(COMPILE) --group build --output-file requirements.txt && \
	$(COMPILE) --group dev --constraint requirements.txt --output-file requirements-dev.txt

clean: ## remove .venv, caches and built packages; incidents are kept elsewhere and stay
	@for path in $(VENV) build dist snapshot_report.html .hypothesis .import_linter_cache .mypy_cache .pytest_cache \
		.ruff_cache $$(find src tests bench -type d -name __pycache__ -prune); do \
		[ ! -e "$$path" ] || { echo "Removing $$path"; rm -rf "$$path"; }; done

# A lock file, then pmtui itself in place.  Wheels alone, since building one would fetch tools that no hash pins.
$(VENV)/%.stamp: %.txt pyproject.toml $(VENV)/pyvenv.cfg
	@echo 'Installing what $< pins'
	@$(call PIP,--require-hashes --only-binary :all: -r $<)
	@echo 'Installing pmtui in place'
	@$(call PIP,--no-deps --no-build-isolation --editable .)
	@touch $@

# Made anew also where its Python is gone, as after an upgrade of the system.
$(VENV)/pyvenv.cfg: $(shell test -x $(BIN)/python || echo always)
	$(if $(call can,$(RECENT)),,$(error pmtui needs Python 3.11 or newer, which $(if $(PYTHON),$(PYTHON) is not,none of python3 and python3.11 to python3.14 is): install one, or name one with make PYTHON=/path/to/python))
	$(if $(call can,import ensurepip; import venv),,$(error $(PYTHON) cannot make a virtual environment: install the package python3-venv, then run make again))
	@echo 'Making $(VENV) with $(PYTHON)'
	@$(PYTHON) -m venv --clear $(VENV) || { rm -rf $(VENV); exit 1; }
