#!/usr/bin/env bash
# Gradescope runs this once, as root, when it builds the image: it installs what grading needs.
set -euo pipefail
cd "$(dirname "$0")"

apt-get update -qq
apt-get install -y -qq --no-install-recommends ca-certificates python3-venv

# uv brings a Python that TensorFlow has wheels for, whatever the image has
python3 -m venv tools
tools/bin/pip install --quiet uv
tools/bin/uv venv --quiet --python 3.12 environment
tools/bin/uv pip install --quiet --python environment/bin/python --constraint requirements.txt --editable ".[course,cpu]"

# the first import writes files that later ones read
environment/bin/python -c "import autograder.lesson.checks, keras, matplotlib.font_manager"

# students' code runs as another user: the solutions and the hidden tests are root's alone
chmod -R go-rwx course
