# make ask [Q="..."]   answer a question from corpus/       make test    the tests
# make check           ruff, mypy, the floors              make format  put the code into its form
# Each sets up what it needs in .venv, once.

Q ?= How many extradition refusals in 2023?
export QUESTION := $(value Q)
export PYTHON

RUN := .venv/bin/python -m

# Indexing again is quick: only files that changed are read. An index that another version built is built anew.
INDEX = $(RUN) qa_bot index corpus --index index --quiet 2>/dev/null || $(RUN) qa_bot index --rebuild corpus --index index

.PHONY: ask test check format picture clean
.DEFAULT_GOAL := ask

ask: .venv/installed
	@$(INDEX)
	@$(RUN) qa_bot ask --index index -- "$$QUESTION" || test $$? -eq 3

test: .venv/installed-dev
	$(RUN) pytest -q -n auto

check: .venv/installed-dev
	$(RUN) ruff check .
	$(RUN) ruff format --check .
	$(RUN) mypy
	.venv/bin/lint-imports

format: .venv/installed-dev
	$(RUN) ruff check --fix .
	$(RUN) ruff format .

# The picture in the README, from a real run.
picture: .venv/installed
	@$(INDEX)
	.venv/bin/python tools/render_svg.py docs/answer.svg

clean:
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

.venv/installed: pyproject.toml tools/venv.sh
	@tools/venv.sh
	@touch $@

.venv/installed-dev: pyproject.toml tools/venv.sh
	@tools/venv.sh dev
	@touch .venv/installed $@
