#!/bin/sh
# Print a Python from 3.11 to 3.13: the one named ($1), or the first found. Say what is missing otherwise.
for python in ${1:-python3 python3.13 python3.12 python3.11}; do
    if "$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null; then
        command -v "$python"
        exit
    fi
done
echo "The book needs Python 3.11, 3.12 or 3.13, got ${1:-none of them}${1:+ ($("$1" --version 2>&1))}." >&2
echo "Install one of them and name it: make PYTHON=/path/to/python3.12 book" >&2
exit 1
