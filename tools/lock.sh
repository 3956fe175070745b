#!/usr/bin/env bash
# Pin what the book is built with (requirements.txt) and what its tests need besides (requirements-dev.txt).
# One lock serves Python 3.11 to 3.13 on every system. Torch is left out: see requirements-torch.txt.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# With torch ruled out, its CUDA packages go; what it needs besides is asked for by name, so that it stays pinned.
sed -n 's/^torch==.*/& ; sys_platform == "never"/p' requirements-torch.txt >"$work/no-torch.txt"
printf '%s\n' filelock fsspec jinja2 networkx setuptools sympy typing-extensions >"$work/torch-needs.in"

compile() {
    "${UV:-uv}" pip compile --quiet --universal --python-version 3.11 --fork-strategy fewest --no-emit-index-url \
        --no-emit-package torch --override "$work/no-torch.txt" --no-annotate --custom-compile-command "make lock" \
        "$@" --extra lm pyproject.toml "$work/torch-needs.in"
}
compile --extra book -o requirements.txt
compile --extra dev -c requirements.txt -o requirements-dev.txt
