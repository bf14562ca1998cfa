# Sets up, runs and checks Newsroom. Needs Python 3.11 or newer; everything else is installed here.
PORT ?= 8000
PYTHON := .venv/bin/python
# make test ARGS="tests/articles/text -x" runs a part of the tests
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help install install-dev demo serve test accuracy bench coverage trial test-newest audit audit-packages lint messages guide screens lock

help: ## say what there is
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /make \1\t/' | expand -t 18

install: ## make .venv with the locked packages and collect static files
	@sh tools/install.sh

install-dev: ## the same, with what testing and linting need
	@sh tools/install.sh dev

demo: install ## install, load the demo newsroom and serve it at http://127.0.0.1:8000/ (PORT= changes it)
	@$(PYTHON) manage.py demo --port $(PORT)

serve: install ## the production-grade server
	@$(PYTHON) manage.py serve --port $(PORT)

test: install-dev ## every test, browser journeys included
	@sh tools/browsers.sh
	@$(PYTHON) -m pytest -n 2 --dist worksteal -m "not trial" $(ARGS)

accuracy: install-dev ## how well quotes, wires, pastes and photos' words are read, as precision and recall (ARGS="wires --faults")
	@$(PYTHON) -m tests.accuracy $(ARGS)

coverage: install-dev ## full branch coverage of text, models and editorial by their own tests
	@sh tools/coverage.sh $(ARGS)

bench: install-dev ## benchmarks, as ratios to something plain on this machine
	@$(PYTHON) -m bench $(ARGS)

trial: install-dev ## long trials: kills, random walks, load
	@$(PYTHON) -m pytest -m trial --hypothesis-profile trial $(ARGS)

lint: install-dev ## all linters, of Python, types, templates, JavaScript and migrations, and Django's checks
	@sh tools/lint.sh

test-newest: install-dev ## the tests that need no browser on the newest Django that is allowed, where Python is new enough
	@sh tools/newest.sh $(ARGS)

audit: install-dev ## what needs Node or Java: JavaScript tests, valid HTML, Lighthouse
	@sh tools/audit.sh

audit-packages: install-dev ## known holes in the locked packages, where the service that knows them can be reached
	@$(PYTHON) -m tools.audit_packages

messages: install-dev ## bring the catalogues of the readers' interface in line with the code (locale/)
	@$(PYTHON) -m tools.messages

guide: install-dev ## remake the pictures of the editors' guide and of README.md from the demo newsroom
	@sh tools/browsers.sh
	@$(PYTHON) -m tools.guide

screens: install-dev ## pictures of every kind of readers' page, each width, light, dark and in print, to be looked at
	@sh tools/browsers.sh
	@$(PYTHON) -m tools.screens $(ARGS)

lock: ## write the lock files anew from pyproject.toml (add ARGS=--upgrade for the newest versions)
	@sh tools/lock.sh $(ARGS)
