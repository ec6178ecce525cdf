# `make` prints what can be made. Nothing here needs more than make, Python 3.11 or newer and pip.

PYTHON ?= python3
SHARED ?= ../shared
SECONDS ?= 60
BIN := .venv/bin
SETUP := .venv/.setup-done
TRAIN = PYTHONPATH=src:training .venv-train/bin/python training/attribution.py \
  --train $(SHARED)/data/polnear/train.jsonl --dev $(SHARED)/data/polnear/dev.jsonl

TRAIN_ROLES = PYTHONPATH=src:training .venv-train/bin/python training/roles.py --cache out/train/cache \
  --train $(SHARED)/data/muc4/train.jsonl --attributions $(SHARED)/data/polnear/train.jsonl \
  --teachers out/train/first/average.pt out/train/second/average.pt out/train/last/average.pt

.DEFAULT_GOAL := help
.PHONY: help setup demo test bench peers fuzz train lock fixtures clean

help:  ## print this
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## */  make \1\t/' | expand -t 18

setup: $(SETUP)  ## make .venv with everything pinned, once; again when a lock file has changed

$(SETUP): requirements.lock requirements-dev.lock pyproject.toml
	@echo "== setting up .venv (a few minutes the first time)"
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -c 'import sys; sys.exit(sys.version_info < (3, 11) and "sayso needs Python 3.11 or newer")'
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

demo: setup  ## make a dossier of the invented example in out/demo
	$(BIN)/sayso dossier examples/lissgar-customs-house --meta examples/lissgar-customs-house/meta.json --output out/demo --brief
	$(BIN)/sayso verify out/demo
	@echo "The dossier is in out/demo: open out/demo/dossier.html in a browser, or brief.html for one page."

test: setup  ## run all checks: style, types, imports, tests (those in a browser where there is a Chromium)
	@echo "== style"
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	@echo "== types"
	$(BIN)/mypy
	@echo "== imports go down only"
	$(BIN)/lint-imports
	@echo "== tests"
	$(BIN)/pytest

.venv-bench/.done: requirements-bench.lock
	@echo "== setting up .venv-bench, for the peer that attribution is compared with"
	test -x .venv-bench/bin/python || $(PYTHON) -m venv .venv-bench
	.venv-bench/bin/python -m pip install --quiet --require-hashes -r requirements-bench.lock
	@touch $@

bench: setup .venv-bench/.done  ## measure quality on gold data, then speed; SHARED=FOLDER says where the data is
	$(BIN)/python bench/findings.py
	@if test -d $(SHARED)/data/polnear; then $(BIN)/python bench/attribution.py $(SHARED)/data/polnear/dev.jsonl; \
	else echo "no attributions to measure on: there is no $(SHARED)/data/polnear"; fi
	@if test -d $(SHARED)/data/muc4; then $(BIN)/python bench/roles.py $(SHARED)/data/muc4/dev.jsonl; \
	else echo "no incidents to measure on: there is no $(SHARED)/data/muc4"; fi
	$(BIN)/python bench/quotations.py
	$(BIN)/python bench/quote_groups.py
	$(BIN)/python bench/aspects.py
	$(BIN)/python bench/furniture.py
	$(BIN)/python bench/casing.py
	@if test -d $(SHARED)/data/tempeval3; then $(BIN)/python bench/times.py $(SHARED)/data/tempeval3; \
	else echo "no time expressions to measure on: there is no $(SHARED)/data/tempeval3"; fi
	@if test -d $(SHARED)/data/clusters; then $(BIN)/python bench/places.py; \
	else echo "no places to look at: there is no $(SHARED)/data/clusters"; fi
	@if test -d $(SHARED)/data/name-pairs; then $(BIN)/python bench/names.py $(SHARED)/data/name-pairs/dev.csv; \
	else echo "no names to compare: there is no $(SHARED)/data/name-pairs"; fi
	@if test -d $(SHARED)/data/incidents-us; then $(BIN)/python bench/incidents.py $(SHARED)/data/incidents-us/dev.jsonl; \
	$(BIN)/python bench/suspects.py $(SHARED)/data/incidents-us/dev.jsonl; \
	else echo "no records to compare figures with: there is no $(SHARED)/data/incidents-us"; fi
	$(BIN)/python bench/explanations.py
	$(BIN)/python bench/entities.py
	$(BIN)/python bench/entities_scale.py
	$(BIN)/python bench/reconcile_scale.py
	$(BIN)/python bench/speed.py
	$(BIN)/python bench/reading.py
	$(BIN)/python bench/page.py

.venv-names/.done: requirements-names.lock
	@echo "== setting up .venv-names, for the matcher that bench/names.py compares with"
	test -x .venv-names/bin/python || $(PYTHON) -m venv .venv-names
	.venv-names/bin/python -m pip install --quiet --require-hashes -r requirements-names.lock
	@touch $@

peers: .venv-names/.done  ## install the name matcher to compare with (0.7 GB; needs a C++ compiler and ICU's headers)

fuzz: setup  ## mutate files of every format, and mix marks and cues, a minute each; SECONDS=N for another time
	PYTHONPATH=. $(BIN)/python tests/fuzz.py --seconds $(SECONDS)
	PYTHONPATH=. $(BIN)/python tests/fuzz_attribution.py --seconds $(SECONDS)

train: setup  ## make the labellers' weights anew from the data beside the project (three hours on two cores)
	test -d $(SHARED)/data/muc4 || { echo "there is no $(SHARED)/data/muc4 to train on"; exit 1; }
	test -d $(SHARED)/data/polnear || { echo "there is no $(SHARED)/data/polnear to train on"; exit 1; }
	@echo "== setting up .venv-train"
	test -x .venv-train/bin/python || $(PYTHON) -m venv .venv-train
	.venv-train/bin/python -m pip install --quiet --upgrade pip
	.venv-train/bin/python -m pip install --quiet --require-hashes -r requirements-train.lock
	.venv-train/bin/python -m pip install --quiet --require-hashes --no-deps -r requirements-base.lock
	@echo "== two teachers, then one that learns from both"
	$(TRAIN) --out out/train/first --seed 7
	$(TRAIN) --out out/train/second --seed 8
	$(TRAIN) --out out/train/last --seed 9 --epochs 3 --rate 1e-4 --start out/train/first/average.pt \
	  --teachers out/train/first/average.pt out/train/second/average.pt \
	  --unlabelled $(SHARED)/data/muc4/train.jsonl $(SHARED)/data/clusters-unannotated
	@echo "== roles: without a fifth of the reports, which then say what is to be believed; then with all"
	$(TRAIN_ROLES) --out out/train/held --start out/train/last/average.pt --held 0 --epochs 6 --share 0
	PYTHONPATH=src:training .venv-train/bin/python training/roles_choice.py out/train/held/average.pt \
	  out/train/choice.npz --train $(SHARED)/data/muc4/train.jsonl --cache out/train/cache --held 0
	$(TRAIN_ROLES) --out out/train/shared --start out/train/held/average.pt --blend out/train/last/average.pt \
	  --epochs 3 --rate 1e-4 --share 0.3 --seed 8
	PYTHONPATH=src:training .venv-train/bin/python training/export.py out/train/shared/average.pt \
	  src/sayso/annotate/learned out/train/choice.npz

lock: setup  ## pin the newest versions that requirements*.in allow, with hashes
	$(BIN)/python -m pip install --quiet 'uv>=0.9'
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header requirements.in -o requirements.lock
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header requirements-dev.in -o requirements-dev.lock
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header requirements-train.in -o requirements-train.lock
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header requirements-bench.in -o requirements-bench.lock
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header requirements-names.in -o requirements-names.lock

fixtures: setup  ## write the golden files and docs/cli.md anew; look at the difference before you commit it
	SAYSO_WRITE_FIXTURES=1 $(BIN)/pytest -q -p no:randomly tests -k fixture

clean:  ## remove what was made, but not .venv
	rm -rf out build dist src/*.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests bench -name __pycache__ -prune -exec rm -rf {} +
