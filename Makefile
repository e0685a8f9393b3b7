# Everything here needs make and Python 3.11 or newer, and nothing else.
.POSIX:

VENV = .venv
PYTHON = $(VENV)/bin/python
# pip and npm keep their caches at home, and take an empty HOME at its word.
AT_HOME = HOME="$${HOME:-$$PWD/.cache/home}"
# Twice quiet: errors are shown, warnings are not.
PIP_INSTALL = $(AT_HOME) $(PYTHON) -m pip install -qq --disable-pip-version-check --require-hashes
# Node and npm come from their wheel, before any that the machine has.
WITH_NODE = $(AT_HOME) PATH="$$PWD/$(VENV)/bin:$$PATH" npm_config_update_notifier=false
NPM_CI = npm ci --loglevel=error --no-audit --no-fund --ignore-scripts
UV = .cache/uv/bin/uv
COMPILE = $(UV) pip compile --quiet --universal --generate-hashes --no-annotate \
	--python-version 3.11 --custom-compile-command "make lock" $(UPGRADE) pyproject.toml

.PHONY: help
help: ## Show this list
	@sed -n 's/^\([a-z0-9-]*\):.*## /\1  /p' Makefile | \
		while read -r name words; do printf '  make %-8s %s\n' "$$name" "$$words"; done

# -- running

.PHONY: run
run: $(VENV)/.runtime build ## Start OnRecord, and stop it with Ctrl-C
	@exec env DEMO="$${DEMO-1}" $(PYTHON) manage.py up

.PHONY: dev
dev: $(VENV)/.dev frontend/node_modules/.installed ## Start OnRecord and reload what you edit
	@exec env DEMO="$${DEMO-1}" DEBUG="$${DEBUG-1}" $(PYTHON) manage.py up --dev

# -- testing

.PHONY: test
test: $(VENV)/.dev frontend/node_modules/.installed ## Run the whole gate, as CI does
	@exec env $(WITH_NODE) $(PYTHON) -m tests.gate

.PHONY: lint types checks unit sqlite pure web ops e2e
lint: gate ## Run ruff and import-linter
types: gate ## Run mypy
checks: gate ## Check migrations, deployment settings and the API's schema
unit: gate ## Run the database tests on PostgreSQL
sqlite: gate ## Run the same on SQLite
web: gate ## Check, test and build the front end
pure: gate ## Run the tests that need no database
ops: gate ## Test starting, stopping and deploying
e2e: gate ## Run the browser tests
lint types checks unit sqlite pure web ops e2e:
	@exec env $(WITH_NODE) $(PYTHON) -m tests.gate $@

.PHONY: gate
gate: $(VENV)/.dev frontend/node_modules/.installed

# -- changing

.PHONY: format
format: gate ## Format and fix what can be fixed
	@$(PYTHON) -m ruff check --quiet --fix . ; $(PYTHON) -m ruff format --quiet .
	@export $(WITH_NODE); cd frontend && npm run --silent format

.PHONY: schema
schema: gate ## Write the API's description and the TypeScript made from it
	@$(PYTHON) manage.py spectacular --validate --fail-on-warn --file frontend/openapi.yaml
	@export $(WITH_NODE); cd frontend && npm run --silent schema

.PHONY: lock
lock: $(UV) ## Pin the requirements anew; UPGRADE=--upgrade takes the newest
	@$(COMPILE) -o requirements.txt
	@$(COMPILE) --group dev -c requirements.txt -o requirements-dev.txt

.PHONY: clean
clean: ## Remove what was installed and built, but no data
	rm -rf $(VENV) .cache frontend/node_modules frontend/dist

# -- installing and building

$(PYTHON):
	@found=; old=; \
	for name in python3 python3.13 python3.12 python3.11; do \
		"$$name" -c '' 2>/dev/null || continue; \
		if "$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; \
		then found=$$name; break; else old=$$("$$name" -V); fi; \
	done; \
	if [ -z "$$found" ]; then \
		echo "OnRecord needs Python 3.11 or newer, and found $${old:-none}." >&2; exit 1; \
	fi; \
	if ! "$$found" -c 'import ensurepip, venv' 2>/dev/null; then \
		echo "OnRecord needs Python's venv module: install python3-venv." >&2; exit 1; \
	fi; \
	rm -rf $(VENV); "$$found" -m venv $(VENV)

$(VENV)/.runtime: $(PYTHON) requirements.txt
	@echo "Installing Python packages…"
	@$(PIP_INSTALL) -r requirements.txt || \
		{ echo "The Python packages could not be installed; see above." >&2; exit 1; }
	@touch $@

$(VENV)/.dev: $(PYTHON) requirements.txt requirements-dev.txt
	@echo "Installing Python packages…"
	@# What is imported is compiled then; it is a small part.
	@$(PIP_INSTALL) --no-compile -r requirements-dev.txt || \
		{ echo "The Python packages could not be installed; see above." >&2; exit 1; }
	@touch $(VENV)/.runtime $@

frontend/node_modules/.installed: $(VENV)/.runtime frontend/package.json frontend/package-lock.json
	@echo "Installing the front end's packages…"
	@( export $(WITH_NODE); cd frontend && $(NPM_CI) >/dev/null ) || \
		{ echo "The front end's packages could not be installed; see above." >&2; exit 1; }
	@touch $@

# Built anew when any source is newer than the last build that succeeded.
.PHONY: build
build: frontend/node_modules/.installed ## Build the front end
	@export $(WITH_NODE); cd frontend && \
	if [ ! -e dist/.built ] || \
		[ -n "$$(find . -name node_modules -prune -o -name dist -prune \
			-o -newer dist/.built -print | head -n 1)" ]; \
	then \
		echo "Building the front end…"; \
		if said=$$(npm run --silent build 2>&1); then touch dist/.built; \
		else \
			printf '%s\n' "$$said" >&2; \
			echo "The front end did not build; see above." >&2; exit 1; \
		fi; \
	fi

$(UV): $(PYTHON)
	@$(PYTHON) -m venv .cache/uv
	@$(AT_HOME) .cache/uv/bin/python -m pip install --quiet --disable-pip-version-check uv
