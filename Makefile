# make demo   installs what is missing, builds in release mode, renders the example into out/
# make test   installs what is missing, builds and runs every test
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := demo
.PHONY: demo test build setup setup-test format lint clean

EXAMPLE := examples/thistlemere
STRICT := --explicit-target-dependency-import-check error
RELEASE := .build/release/mastery-transcript

demo: build
	$(RELEASE) check $(EXAMPLE) --as-of 2026-10-15
	$(RELEASE) render $(EXAMPLE) --as-of 2026-10-15 --out out

build: setup
	swift build -c release --static-swift-stdlib --product mastery-transcript $(STRICT)

setup:
	./setup packages fonts/packages
	fonts/prepare

setup-test: setup
	./setup packages.test

test: setup-test lint
	swift build --build-tests $(STRICT)
	swift test --skip-build

lint:
	swift format lint --strict --recursive --parallel Package.swift Sources Tests

clean:
	swift package clean

format:
	swift format --in-place --recursive --parallel Package.swift Sources Tests
