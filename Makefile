# `make plan` makes the sample plan as .docx and PDF; `make test` runs every check and test. Both install what they need, in the versions of
# requirements.lock, which `make lock` renews. `make newest` and `make oldest` run the tests with the ends of the ranges in pyproject.toml.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
WORKERS ?= 3  # on two cores: what waits for LibreOffice and the browser leaves room for a third
PYTEST = -X warn_default_encoding -m pytest -n $(WORKERS) --dist worksteal
UV = build/uv/bin/uv
UV_RELEASE = 0.13.9
UV_PIP = $(UV) --quiet --no-config pip
UPGRADE ?= --upgrade
SUDO = $(shell [ "$$(id -u)" = 0 ] || echo sudo)
APT_INSTALL = $(SUDO) apt-get update && $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends
OUT ?= build
MINUTES ?= 10

.PHONY: plan test newest oldest lock format windows system calc browser bench fuzz templates docs pictures clean

plan: $(VENV)/ready system
	mkdir -p $(OUT)
	$(BIN)/docgen kehoach data/asean-2023/kehoach.yaml --pdf -o $(OUT)/kehoach-asean-2023.docx

test: $(VENV)/ready calc browser
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	@mkdir -p build
	@echo "mypy, beside pytest; what it says stands at the end"
	@$(BIN)/mypy >build/mypy.txt 2>&1 & mypy=$$!; $(BIN)/python $(PYTEST); pytest=$$?; \
	  wait $$mypy; mypy=$$?; cat build/mypy.txt; [ $$pytest = 0 ] && [ $$mypy = 0 ]

# Other runs, in venvs of their own below build/: what docgen itself needs at one end of its ranges, the tools of the tests from the lock.
# A floor without a wheel for the first or the last Python stops `oldest`.
newest: RESOLUTION = highest
oldest: RESOLUTION = lowest-direct
newest oldest: $(UV) calc browser
	$(UV) --quiet --no-config venv --clear --python $(PYTHON) build/$@
	$(UV_PIP) compile --python build/$@ --extra mo --resolution $(RESOLUTION) -o build/$@/runtime.txt pyproject.toml
	[ $@ = newest ] || for version in 3.11 3.14; do for platform in linux windows; do \
	  $(UV_PIP) compile --no-deps --only-binary :all: --python-version $$version --python-platform $$platform \
	    -o build/$@/wheels.txt build/$@/runtime.txt || exit 1; done; done
	$(UV_PIP) install --python build/$@ -r requirements.lock
	$(UV_PIP) install --python build/$@ -r build/$@/runtime.txt
	$(UV_PIP) install --python build/$@ --no-deps --no-build-isolation --editable .
	$(UV_PIP) check --python build/$@
	build/$@/bin/python $(PYTEST) -W default

# `make lock` takes the newest of everything; `make lock UPGRADE=` keeps what is there and adds only what pyproject.toml asks for since.
lock: $(UV)
	$(UV_PIP) compile --universal --python-version 3.11 --extra dev --extra mo --generate-hashes $(UPGRADE) \
	  --custom-compile-command 'make lock' -o requirements.lock pyproject.toml

# A folder to be copied to a computer with Windows: docgen and all that it needs as wheels, for every Python that it runs on, and what
# installs them there without a network. A library without a wheel for Windows stops it.
WINDOWS = build/windows
windows: $(UV)
	rm -rf $(WINDOWS)
	mkdir -p $(WINDOWS)/goi
	$(UV) --quiet --no-config build --wheel --out-dir $(WINDOWS)/goi
	for version in 3.11 3.12 3.13 3.14; do \
	  $(UV_PIP) compile --extra mo --constraints requirements.lock --only-binary :all: --python-version $$version --python-platform windows \
	    -o build/windows-$$version.txt pyproject.toml && \
	  build/uv/bin/pip --quiet download --no-deps --only-binary :all: --platform win_amd64 --python-version $$version \
	    -d $(WINDOWS)/goi -r build/windows-$$version.txt && \
	  echo 'docgen[mo]' | $(UV_PIP) compile --no-index --find-links $(WINDOWS)/goi --only-binary :all: --python-version $$version \
	    --python-platform windows -o build/windows-$$version.txt - >/dev/null || exit 1; done
	cp docs/windows/* $(WINDOWS)

format: $(VENV)/ready
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(VENV)/ready
	$(BIN)/python -m bench.commands
	$(BIN)/python -m bench.plan
	$(BIN)/python -m bench.letters
	$(BIN)/python -m bench.check

fuzz: $(VENV)/ready
	$(BIN)/python -m bench.fuzz --minutes $(MINUTES)

templates: $(VENV)/ready
	$(BIN)/python -m templates.build

QUICK = docs/bat-dau-nhanh
docs: $(VENV)/ready system
	$(BIN)/docgen quydinh --markdown > docs/quy-dinh.md
	$(BIN)/docgen luocdo -o schema
	$(BIN)/docgen kehoach $(QUICK)/kehoach.yaml --mau $(QUICK)/mau.docx --pdf --ghi-de -o $(QUICK)/bat-dau-nhanh.docx

# The pictures of the page, from the page itself; look at them before they are committed.
pictures: $(VENV)/ready browser
	$(BIN)/python -m tests.browser.pictures

define make-venv
$(PYTHON) -m venv $(1) || { $(SUDO) apt-get update && $(SUDO) apt-get install -y python3-venv && $(PYTHON) -m venv --clear $(1); }
endef

$(VENV)/ready: pyproject.toml requirements.lock
	$(call make-venv,$(VENV))
	$(BIN)/pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

$(UV):
	$(call make-venv,build/uv)
	build/uv/bin/pip install --quiet uv==$(UV_RELEASE)

system:
	@command -v soffice >/dev/null && command -v pdftotext >/dev/null && fc-list | grep -q 'Liberation Serif' && /usr/bin/python3 -c 'import uno' || { \
	  $(APT_INSTALL) libreoffice-writer-nogui python3-uno fonts-liberation2 fontconfig poppler-utils; }

calc: system  # the tests open the forms in LibreOffice Calc
	@[ -e "$$(dirname "$$(readlink -f "$$(command -v soffice)")")/../share/registry/calc.xcd" ] || { $(APT_INSTALL) libreoffice-calc-nogui; }

browser: system  # the tests drive the page in it
	@command -v chromium >/dev/null || { $(APT_INSTALL) chromium; }

clean:
	rm -rf build dist $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
