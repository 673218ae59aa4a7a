# Everything runs in the project's own virtual environment; nothing else on the machine is touched.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed

.PHONY: help demo test check format bench page lock clean

help: ## list the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "quoth needs Python 3.11 or newer; name one with: make PYTHON=python3.12 …" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(STAMP) ## read the articles that come with the project and show who said what
	@PATH="$(CURDIR)/$(BIN):$$PATH" bash demo.sh

check: $(STAMP) ## format, lint and types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

test: check ## what CI runs: check, then every test
	$(BIN)/python -m pytest -n 2 --dist loadfile

format: $(STAMP) ## put the code into shape
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(STAMP) ## measure speed, size and accuracy; writes docs/benchmarks.md
	$(BIN)/python -m bench

page: $(STAMP) ## make the page of the ontology anew
	$(BIN)/python -m kg.reference > ontology/quoth.html

lock: ## pin the dependencies anew (needs uv)
	uv pip compile --quiet --universal --generate-hashes --no-header --group dev pyproject.toml -o requirements.lock

clean: ## remove the environment and what the demo made
	rm -rf $(VENV) build dist quoth-demo
