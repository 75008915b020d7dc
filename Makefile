# solieu: `make dataset` builds the dataset, `make test` runs every test; both set up .venv first.
SHELL := /bin/sh
PYTHON ?= python3
CORPUS ?= corpus/raw
OUT ?= build/dataset
FLAGS ?=
SHARED := ../shared/real
TRAIN ?= $(wildcard $(SHARED)/train_ann $(SHARED)/train_portal_ann $(SHARED)/ann $(SHARED)/html_gold) corpus/gold
MODEL ?= models/solieu_vi
# What was annotated of the unlabelled set is stand-off: it counts only where the texts are.
TEXTS := $(wildcard $(SHARED)/unlabelled.jsonl.xz)
STANDOFF := $(if $(TEXTS),--standoff models/annotations.tsv --texts $(TEXTS))
AMOUNTS := $(if $(TEXTS),--standoff models/amounts.tsv --taught models/taught.tsv.xz --texts $(TEXTS))

VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.complete
BENCH_STAMP := $(VENV)/.bench
INSTALL := $(shell command -v uv >/dev/null && echo "uv pip install -q --python $(BIN)/python" || echo "$(BIN)/python -m pip install -q --disable-pip-version-check")
WANTED := import sys; sys.exit(sys.version_info < (3, 11))

.DEFAULT_GOAL := help
.PHONY: help dataset test check evaluate model subjects bench lock clean

help: ## list the targets
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "%-18s %s\n", $$1, $$2 }'

dataset: $(STAMP) ## build the dataset: make dataset [CORPUS=dir] [OUT=dir] [FLAGS="--csv --workers 2"]
	@$(BIN)/solieu run "$(CORPUS)" --out "$(OUT)" $(FLAGS)

test: $(STAMP) ## run every test
	@$(BIN)/python -m pytest

check: $(STAMP) ## ruff, mypy, import contracts
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

evaluate: $(STAMP) ## score the dataset of corpus/raw against its gold; fails below a floor
	@$(BIN)/solieu run corpus/raw --out build/dataset
	@$(BIN)/solieu evaluate corpus/gold build/dataset --floors corpus/gold/floors.json

model: $(STAMP) ## train the tagger anew and print its cross-validated score: make model [TRAIN="dir ..."] [MODEL=dir]
	@$(BIN)/python -m solieu.entities.train --train $(TRAIN) $(STANDOFF) --folds 5 --out "$(MODEL)"

subjects: $(STAMP) ## train what reads subjects and modality anew: make subjects [TRAIN="dir ..."] [MODEL=dir]
	@$(BIN)/python models/train_subjects.py --train $(TRAIN) $(AMOUNTS) --folds 5 --out "$(MODEL)/solieu_facts/subject.npz"
	@$(BIN)/python models/train_modality.py --train $(TRAIN) $(AMOUNTS) --folds 5 --out "$(MODEL)/solieu_facts/modality.npz"

bench: $(BENCH_STAMP) ## what each stage costs, beside what a user would otherwise run [FLAGS="--only stages"]
	@$(BIN)/python tests/bench/cleaners.py
	@$(BIN)/python tests/bench/bench.py $(FLAGS)

lock: ## make the lock files anew (needs uv)
	uv pip compile -q --universal --generate-hashes --python-version 3.11 --group dev pyproject.toml -o requirements.lock
	uv pip compile -q --universal --generate-hashes --python-version 3.11 --group bench -c requirements.lock pyproject.toml -o requirements-bench.lock

clean: ## remove everything made, but for .venv
	rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -not -path "./$(VENV)/*" -prune -exec rm -rf {} +

# The stamp is written last, so that a half-made .venv is made again. uv where there is one, else pip; wheels only.
$(STAMP): requirements.lock pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "solieu needs Python 3.11 or newer; $(PYTHON) was not found (make PYTHON=/path/to/python3)"; exit 1; }
	@$(PYTHON) -c '$(WANTED)' || { echo "solieu needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) -V) (make PYTHON=/path/to/python3)"; exit 1; }
	@rm -rf $(VENV)
	@$(PYTHON) -m venv $$(command -v uv >/dev/null && echo --without-pip) $(VENV) || { echo "could not make $(VENV); on Debian and Ubuntu: apt install python3-venv"; exit 1; }
	@$(INSTALL) --require-hashes --only-binary :all: -r requirements.lock
	@$(INSTALL) --no-deps --no-build-isolation -e .
	@touch $@

# The peers of the benchmark: nothing else needs them.
$(BENCH_STAMP): $(STAMP) requirements-bench.lock
	@$(INSTALL) --require-hashes --only-binary :all: -r requirements-bench.lock
	@touch $@
