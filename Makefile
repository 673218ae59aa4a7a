# Everything runs in the project's own virtual environment; nothing else on the machine is touched.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed

# To train: the annotated articles, which of them (all, or open: published openly), and how many cores to use.
SHARED  ?= ../shared
DATA    ?= all
THREADS ?= 2
TRAIN   := .venv-train
TRAINER := $(TRAIN)/bin/python -m train --threads $(THREADS)
NAMING  := $(TRAINER) learn --data $(SHARED)/polnear/train --gum $(SHARED)/gum --names-only --naming 2
POLNEAR := --polnear $(SHARED)/polnear --gum $(SHARED)/gum
MEASURE := --polnear $(SHARED)/polnear/dev --gold $(SHARED)/gold --scorer $(SHARED)/eval/score.py

.PHONY: help demo test check format bench page train train-all train-open lock clean

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

bench: $(STAMP) ## measure speed, size and accuracy; writes docs/benchmarks.md and the network's card
	$(BIN)/python -m bench
	$(BIN)/python -m train.card

page: $(STAMP) ## make the page of the ontology anew
	$(BIN)/python -m kg.reference > ontology/quoth.html

# torch's CPU build lies on an index of its own: name it, or a folder, with PIP_EXTRA_INDEX_URL or PIP_FIND_LINKS.
$(TRAIN)/.installed: requirements.lock train/requirements.lock
	$(PYTHON) -m venv $(TRAIN)
	$(TRAIN)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(TRAIN)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r train/requirements.lock
	@touch $@

train: train-$(DATA) ## train the network anew, in hours, into .models; DATA=open learns from open texts alone

train-all: $(TRAIN)/.installed
	$(TRAINER) learn --data $(SHARED)/polnear/train --gum $(SHARED)/gum --epochs 5 --out .models/first
	$(TRAINER) learn --data $(SHARED)/polnear/train --gum $(SHARED)/gum --start .models/first --epochs 6 --encoder-rate 1.5e-4 --out .models/second
	$(TRAINER) average .models/first .models/second .models/mean
	$(TRAINER) learn --data $(SHARED)/polnear/train --gum $(SHARED)/gum --start .models/mean --epochs 1 --names-only --silver 0.1 --gum-repeats 10 --out .models/third
	$(NAMING) --start .models/third --epochs 2 --silver 0.3 --agreed --polnear-share 0.15 --gum-repeats 5 --text-repeats 2 --out .models/fourth
	$(NAMING) --start .models/fourth --epochs 1 --encoder-rate 1e-4 --head-rate 5e-4 --polnear-share 0 --gum-repeats 6 --text-repeats 1 --out .models/fifth
	$(TRAINER) average .models/fourth .models/fifth .models/sixth --share 0.5
	$(TRAINER) export .models/sixth .models/onnx --threshold 0.5
	$(TRAINER) fit $(POLNEAR) .models/onnx
	$(TRAINER) evaluate $(MEASURE) .models/onnx

train-open: $(TRAIN)/.installed
	$(TRAINER) learn --open --gum $(SHARED)/gum --text-repeats 1 --epochs 10 --out .models/open
	$(TRAINER) export .models/open .models/open-onnx
	$(TRAINER) fit --open $(POLNEAR) .models/open-onnx
	$(TRAINER) evaluate $(MEASURE) .models/open-onnx

lock: ## pin the dependencies anew (needs uv)
	uv pip compile --quiet --universal --generate-hashes --no-header --group dev pyproject.toml -o requirements.lock

clean: ## remove the environments and what the demo made; trained models stay
	rm -rf $(VENV) $(TRAIN) build dist quoth-demo
