# make book   the site, in _build/html          make serve  look at it on localhost
# make test   the whole test suite              make check  style, types and clean notebooks; needs node and npm
# make test-all  that and the slow gates: Colab's versions, Binder, the oldest and the newest versions; all must run
# make bench  how fast, as ratios               make strip  take the outputs out of the notebooks
# make lock   pin the requirements anew         make address  write the repository's address wherever it is needed
# make adopt URL=ADDRESS  let the course live at another address on GitHub: in a fork, or after a move
# make record  the recorded long runs, anew: hours; stop it at will, it says how to record the rest
# make mutants  would the tests of the laws notice a change? tries a thousand; ten minutes and more
# make prose  how many words each page has, how hard they are to read, and how long the 30-minute track takes
# make lighthouse  marks for speed and accessibility on a telephone; needs node and npm
# make homework  the student copies, anew from their sources
# make bundles  the JavaScript that is written in several modules, each in one piece; needs node and npm
# make explorables  the bundles, and the pictures of the explorables; needs a Chromium or Chrome besides
#
# PYTHON=/path/to/python chooses the interpreter of a new environment, ARGS is handed to pytest, PORT is where to serve.

PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
SITE := _build/html
NOTEBOOKS = $(wildcard notebooks/*.ipynb notebooks/homework/*.ipynb)

# An environment is ready for as long as the files that describe it read the same.
hash = $(shell cat $(1) | cksum | tr ' ' '-')
BOOK_PINS := pyproject.toml requirements.txt requirements-torch.txt
BOOK_READY := $(VENV)/ready-for-book-$(call hash,$(BOOK_PINS))
TEST_READY := $(VENV)/ready-for-tests-$(call hash,$(BOOK_PINS) requirements-dev.txt)

# What the pages are made of. The execution cache, not this list, decides which chapters run again.
SOURCES := _config.yml _toc.yml index.md tools/pdf.py tools/chromium.py $(wildcard tools/book_*.py) \
	$(shell find book claims collapse_lib notebooks tools/claims tools/prose -type f ! -path '*/__pycache__/*' ! -path '*/.ipynb_checkpoints/*')

STRIP := $(BIN)/nbstripout --keep-id --extra-keys \
	"metadata.language_info.version metadata.vscode metadata.colab.provenance cell.metadata.id cell.metadata.outputId"

LIGHTHOUSE := tools/lighthouse/node_modules/.package-lock.json
JAVASCRIPT := tools/javascript/node_modules/.package-lock.json

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYDEVD_DISABLE_FILE_VALIDATION := 1
# One thread a process: two of them wait for each other, and on a busy machine that makes minutes of seconds.
export OMP_NUM_THREADS ?= 1

.PHONY: book serve test test-all check strip bench prose mutants lock address adopt homework record bundles explorables \
	clean

book: _build/site-is-whole
	@echo
	@echo "The site is in $(SITE): open $(SITE)/index.html, or run \"make serve\" and visit http://localhost:$(PORT)"

# A failed build leaves no mark, no page stays that has left the book, and a fresh environment reads every page, so that
# no warning is forgotten.
_build/site-is-whole: $(SOURCES) | $(BOOK_READY)
	@rm -rf $@ $(SITE)
	$(BIN)/python tools/pdf.py
	$(BIN)/jupyter-book build --all -W --keep-going -n .
	$(BIN)/python tools/book_pdf.py
	@touch $@

serve: book
	@$(BIN)/python tools/serve.py $(PORT)

test: $(TEST_READY) book
	$(BIN)/python -m pytest --numprocesses 2 --dist loadfile $(ARGS)

# The gates' own environments lie in _build/gates, 12 GB, made at the first run; uv keeps what it downloaded.
test-all: $(TEST_READY) $(BIN)/uv book
	$(BIN)/python -m pytest --numprocesses 2 --dist loadfile -m "slow or not slow" --gates-required $(ARGS)

check: $(TEST_READY) $(JAVASCRIPT)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(STRIP) --verify $(NOTEBOOKS)
	npm run --silent check --prefix tools/javascript

strip: $(TEST_READY)
	$(STRIP) $(NOTEBOOKS)

bench: $(BOOK_READY)
	$(BIN)/python -m benchmarks

prose: $(BOOK_READY)
	@$(BIN)/python -m tools.prose

address: $(BOOK_READY)
	$(BIN)/python tools/address.py

adopt: $(BOOK_READY)
	@$(BIN)/python tools/adopt.py '$(URL)'

homework: $(TEST_READY)
	$(BIN)/python tools/assignments.py

bundles: $(JAVASCRIPT)
	npm run --silent bundles --prefix tools/javascript

explorables: $(TEST_READY) bundles
	$(BIN)/python tools/explorable_pictures.py

record: $(BOOK_READY)
	$(BIN)/python -m collapse_lib.recorded --all

lighthouse: $(TEST_READY) book $(LIGHTHOUSE)
	$(BIN)/python tools/lighthouse.py

mutants: $(TEST_READY) $(BIN)/mutmut
	$(BIN)/python tools/mutation.py

lock: $(BIN)/uv
	UV=$(BIN)/uv tools/lock.sh

clean:
	rm -rf _build mutants .mypy_cache .pytest_cache .ruff_cache

tools/%/node_modules/.package-lock.json: tools/%/package-lock.json
	@command -v npm >/dev/null || { echo "This needs node 20 or later and npm, and no npm was found: https://nodejs.org"; exit 1; }
	npm ci --prefix tools/$* --no-audit --no-fund

$(BIN)/python:
	@echo "Setting up $(VENV): some minutes, once."
	python=$$(tools/find_python.sh $(PYTHON)) && { "$$python" -m venv $(VENV) || { rm -rf $(VENV); exit 1; }; }

$(BIN)/uv: | $(BIN)/python
	$(BIN)/python -m pip install -qq uv

$(BIN)/mutmut: | $(BIN)/python
	$(BIN)/python -m pip install -qq mutmut==3.8.1

$(BOOK_READY): | $(BIN)/python
	$(BIN)/python tools/install_torch.py
	$(BIN)/python -m pip install -qq -r requirements.txt
	$(BIN)/python -m pip install -qq --no-deps --no-build-isolation -e .
	@rm -f $(VENV)/ready-for-book-*
	@touch $@

$(TEST_READY): $(BOOK_READY)
	$(BIN)/python -m pip install -qq -r requirements-dev.txt
	@rm -f $(VENV)/ready-for-tests-*
	@touch $@
