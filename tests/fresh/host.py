"""What this machine tells its pip and its apt, so that a bare root reaches the same packages."""

import os
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

PASSED_ON = re.compile(r"PIP_\w+|(https?|no|all)_proxy|SSL_CERT_FILE|\w+_CA_BUNDLE", re.IGNORECASE)


def settings() -> dict[str, str]:
    """Return the environment variables that lead a program to the package registries."""
    return {name: value for name, value in os.environ.items() if PASSED_ON.fullmatch(name)}


def pip_files() -> list[Path]:
    """Return the configuration files that pip reads on this machine."""
    said = _answer(sys.executable, "-m", "pip", "config", "debug")
    return [Path(found) for found in re.findall(r"^\s+(/.+), exists: True$", said, re.MULTILINE)]


def named_places() -> set[Path]:
    """Return the files and folders of this machine that pip's settings name."""
    said = _answer(sys.executable, "-m", "pip", "config", "list")
    words = [word.strip("'\"") for word in re.split(r"\s|=|\\n", said)]
    words += [word for value in settings().values() for word in value.split()]
    paths = (_path(word) for word in words)
    return {path for path in paths if path is not None and path.exists()}


def debian_mirror() -> list[str]:
    """Return the mirror this machine takes Debian from, nothing where debootstrap should choose."""
    template = "$(REPO_URI) $(ORIGIN) $(LABEL)"
    said = _answer("apt-get", "indextargets", "--format", template, "Created-By: Packages")
    return re.findall(r"^(\S+) Debian Debian$", said, re.MULTILINE)[:1]


def apt_settings() -> str:
    """Return apt's settings of this machine that concern the way to the packages."""
    said = _answer("apt-config", "dump", "Acquire")
    ways = re.compile(r"Acquire::(https?|Check-Valid-Until|Check-Date)\b.*", re.IGNORECASE)
    return "\n".join(line for line in said.splitlines() if ways.fullmatch(line)) + "\n"


def _path(word: str) -> Path | None:
    if word.startswith("file:"):
        # An index is a folder whose pages point at files beside it, hence the parent.
        return Path(url2pathname(urlsplit(word).path)).parent
    return Path(word) if word.startswith("/") else None


def _answer(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
