# What a person types. The work itself is in scripts/ and CMakeLists.txt.
PREFIX ?= /usr/local
SECONDS_EACH ?= 60
SENTENCES ?= 100000

.DEFAULT_GOAL := help
.PHONY: help setup build model run test browser asan fuzz bench score wheel deb dist test-cluster notebook lint install clean

help: ## print this list
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{printf "%-16s %s\n", $$1, $$2}'

setup: # the system packages that scripts/packages.txt names; does nothing when they are there
	@scripts/setup.sh

build: setup ## build the program at build/dragoman
	@scripts/build.sh release

model: build ## fetch and import the language model, the gazetteer and the libraries of charts, where they are not there yet
	@scripts/data.sh

run: model ## all set-up, then read the sample articles
	@scripts/run_samples.sh

test: model ## all set-up, then every test
	@scripts/test.sh release

browser: model ## the dossier in a real browser; PICTURES=FOLDER keeps what it looks like
	@scripts/browser.sh $(PICTURES)

asan: model ## every test under the address and undefined-behaviour sanitizers
	@scripts/test.sh asan

fuzz: model ## each fuzz target for SECONDS_EACH=60 seconds, then SENTENCES=100000 of damaged news
	@scripts/fuzz.sh $(SECONDS_EACH) $(SENTENCES)

bench: model ## speed beside spaCy's with the same weights, one thread each
	@scripts/bench.sh

score: model ## quality beside the recorded figures; SCORERS="judged plover" for some, SPEED=1, RECORD=1
	@scripts/score.sh $(SCORERS) $(if $(SPEED),--speed) $(if $(RECORD),--record)

wheel: model ## one file that `pip install` takes, with everything inside: dist/dragoman-*.whl
	@scripts/wheel.sh

deb: model ## a package for Debian 12 with everything inside: dist/dragoman_*.deb
	@scripts/package.sh deb

dist: model ## the same as an archive that runs where it is unpacked: dist/dragoman-*.tar.gz
	@scripts/package.sh tar

test-cluster: model ## the Python package on Spark and Ray, two workers each, on this machine
	@scripts/test_cluster.sh

notebook: model ## the notebooks of examples/, from the first cell to the last
	@scripts/notebook.sh

lint: setup ## clang-format and clang-tidy over the sources
	@scripts/lint.sh

install: model ## program, headers, lexicon, model, gazetteer and man page below PREFIX=/usr/local
	@scripts/install.sh "$(PREFIX)"

clean: ## remove what was built; what was fetched stays in the cache
	rm -rf build build-debug build-asan build-tsan build-fuzz build-lint build-wheel dist
