# Every command of the project. `make` alone lists them.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
PYTHON_HERE := .venv/bin/python

.PHONY: help run test fresh-machine package acceptance lint format lock baselines pictures benchmark translations clean

help: ## list these commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

run: ## start the program with its sample plan; without a screen, show it in files under build/
	@.ci/prepare run
	@.ci/start

test: ## run the tests; ARGS="…" is handed to pytest
	@.ci/prepare test
	@$(PYTHON_HERE) -m pytest --numprocesses auto --dist worksteal $(ARGS)

acceptance: ## work the program from outside, as a user with a screen reader does
	@.ci/prepare acceptance
	@.ci/acceptance

lint: ## run every check of the code that is no test
	@.ci/prepare test
	@.ci/lint

format: ## lay the code out, and mend what can be mended by itself
	@.ci/prepare test
	@.venv/bin/ruff format
	@.venv/bin/ruff check --fix

lock: ## write the locks from pyproject.toml; ARGS=--upgrade takes newer versions
	@.ci/prepare test
	@.ci/lock $(ARGS)

baselines: ## make the shipped baselines from their sources
	@.ci/prepare test
	@$(PYTHON_HERE) resources/baselines/make.py

pictures: ## take the pictures of the manual and of docs
	@.ci/prepare test
	@$(PYTHON_HERE) docs/pictures/take_manual.py
	@$(PYTHON_HERE) docs/pictures/take.py
	@$(PYTHON_HERE) docs/pictures/take_import.py

benchmark: ## measure, and write the table; ARGS="…" is handed on
	@.ci/prepare test
	@$(PYTHON_HERE) -m benchmarks $(ARGS)

fresh-machine: ## prove `make run` and `make test` on a bare Debian; needs root and debootstrap
	@.ci/fresh-machine

package: ## build the folder and archive that a workstation installs, and try them
	@.ci/package

translations: ## collect the texts, and compile the translations
	@.ci/prepare test
	@.ci/translations

clean: ## remove everything that these commands made
	@rm -rf .venv build htmlcov .coverage .coverage.* .hypothesis .benchmarks
	@rm -rf .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
