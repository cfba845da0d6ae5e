"""The wheel, installed with what it needs in an empty environment, does its work there."""

import os
import re
import shlex
import subprocess
import sys
import tempfile
import venv
import zipfile
from collections import deque
from email.parser import Parser
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from patbm_desktop.bootstrap import interpreter

HOME = Path(__file__).resolve().parents[1]


def main() -> int:
    """Build, install and try the wheel; 0 when the installed program does its work."""
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch)
        call(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", scratch, HOME)
        (wheel,) = place.glob("*.whl")
        environment = place / "empty"
        venv.create(environment, with_pip=False)
        install(wheel, environment)
        try_out(environment, place)
    return 0


def install(wheel: Path, environment: Path) -> None:
    """Put `wheel` and the locked packages it needs, and no others, into `environment`."""
    pip = [sys.executable, "-m", "pip", "--python", interpreter(environment), "--quiet"]
    pip += ["--disable-pip-version-check"]
    lock = (HOME / "requirements.lock").read_text(encoding="utf-8")
    needed = wheel.with_name("needed.txt")
    needed.write_text(locked(lock, closure(requirements_of(wheel))), encoding="utf-8")
    place = [*pip, "install", "--no-compile"]  # what is run is compiled when it is run
    call(*place, "--require-hashes", "--only-binary", ":all:", "-r", needed)
    call(*place, "--no-deps", wheel)
    call(*pip, "check")


def try_out(environment: Path, place: Path) -> None:
    """Ask the installed program for its version, a vault and one report."""
    patbm = interpreter(environment).with_name("patbm")
    phrase = place / "phrase.txt"
    phrase.write_text("empat kata contoh saja\n", encoding="utf-8")
    vault = ["--vault", place / "vault", "--passphrase-file", phrase]
    sheet = place / "card.pdf"
    own = ["init", "--kelurahan", "64.71.99.1001", "--rt", "901", "--name", "Kader Contoh"]
    call(patbm, "--version", home=place)
    call(patbm, *vault, *own, home=place)
    call(patbm, *vault, "report", "emergency-card", "--out", sheet, home=place)
    if not sheet.read_bytes().startswith(b"%PDF-"):
        sys.exit(f"{sheet.name} is not a PDF")


def call(*command: object, home: Path | None = None) -> None:
    """Show and run `command`, in a person's empty `home` when one is given.

    Raises:
        SystemExit: the command did not end well.
    """
    words = [str(word) for word in command]
    print(f"  + {shlex.join(words)}", flush=True)
    settings = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    if home is not None:
        settings = {name: value for name, value in settings.items() if not name.startswith("XDG_")}
        settings |= {"HOME": str(home)}
    if subprocess.run(words, cwd=home or HOME, env=settings, check=False).returncode != 0:
        sys.exit(f"the step above ended badly: {words[0]}")


def requirements_of(wheel: Path) -> list[str]:
    """Return what the metadata inside `wheel` says it needs."""
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        return Parser().parsestr(archive.read(name).decode()).get_all("Requires-Dist") or []


def closure(requirements: list[str]) -> set[str]:
    """Return the names of everything that `requirements` pull in, here and on this Python."""
    found: set[str] = set()
    waiting = deque(requirements)
    while waiting:
        requirement = Requirement(waiting.popleft())
        name = canonicalize_name(requirement.name)
        if name in found or (requirement.marker and not requirement.marker.evaluate({"extra": ""})):
            continue
        found.add(name)
        waiting.extend(metadata.requires(name) or ())
    return found


def locked(lock: str, names: set[str]) -> str:
    """Return the entries of the `lock` text for `names`, hashes and all."""
    entries = re.split(r"\n(?=\S)", lock.strip())
    return "\n".join(entry for entry in entries if entry.split("==")[0] in names) + "\n"


if __name__ == "__main__":
    sys.exit(main())
