# Everything a person or a CI does with this tree. `make help` lists it.

MAKEFLAGS += --no-print-directory
PYTHON := .venv/bin/python
DOVETAIL := .venv/bin/dovetail
ARGS ?=
SEED ?= 20261124

.DEFAULT_GOAL := help
.PHONY: help run test soak golden lint check format bench docs lock venv dev clean

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | while IFS="$$(printf '\t')" read -r name what; do \
		printf '  make %-8s %s\n' "$$name" "$$what"; done

run: venv ## a plan for Ana, and what to try next (needs no network)
	@$(DOVETAIL) plan examples/ana-half.toml --today 2026-11-30
	@echo
	@echo 'The command is $(DOVETAIL). Try next:'
	@echo '  $(DOVETAIL) init me.toml                       five questions, then your own plan'
	@echo '  $(DOVETAIL) plan --example marathon-masters    another athlete, another season'
	@echo '  $(DOVETAIL) --help                             everything else'

test: dev ## the whole suite, and what of it did not run (ARGS="-k fatigue" for a part)
	@$(PYTHON) -m pytest -q -n auto --dist worksteal --hypothesis-seed=$(SEED) $(ARGS)

soak: dev ## 2,000 seasons under the checks, 500 lives of a year, and four years of letters
	@$(PYTHON) -m tests.soak --people 2000 --seed $(SEED) --jobs 2 $(ARGS)
	@$(PYTHON) -m tests.lives --lives 500 --seed $(SEED) --jobs 2 --replay
	@$(PYTHON) -m tests.review.keep_years --check

lint: dev ## format, style, types, layers, spelling
	@$(PYTHON) -m ruff format --check --quiet --output-format concise . || { echo 'Not formatted: run make format.'; exit 1; }
	@$(PYTHON) -m ruff check --quiet --output-format concise .
	@$(PYTHON) -m mypy --no-error-summary
	@.venv/bin/lint-imports --no-logo > .venv/lint-imports.txt || { cat .venv/lint-imports.txt; exit 1; }
	@$(PYTHON) -m codespell_lib
	@echo 'Lints: fine.'

check: lint test ## what CI runs: lint, then test

format: dev ## put the code into its form
	@$(PYTHON) -m ruff check --quiet --fix-only .
	@$(PYTHON) -m ruff format --quiet .

golden: dev ## write the twelve golden seasons anew, and name what is to be read again
	@$(PYTHON) -m tests.golden

bench: dev ## measure; asserts nothing about time
	@$(PYTHON) -m pytest -q -o python_files='bench_*.py' --benchmark-columns=median,iqr,max,rounds benchmarks $(ARGS)

docs: venv ## generate docs/reference/*.schema.json, docs/rules and the compiled content
	@$(PYTHON) -m dovetail.content.tables
	@$(PYTHON) -m dovetail.formats.json_schema
	@$(PYTHON) -m dovetail.cli.rule_pages

lock: ## renew requirements/dev.lock from dev.in (needs uv on the PATH)
	@uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header \
		--no-emit-index-url --no-emit-find-links requirements/dev.in -o requirements/dev.lock

venv:
	@sh scripts/setup.sh

dev:
	@sh scripts/setup.sh dev

clean: ## remove what the other targets made
	@rm -rf .venv build dist src/*.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .benchmarks
	@find . -name __pycache__ -type d -not -path './.git/*' -prune -exec rm -rf {} +
