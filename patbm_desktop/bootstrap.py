"""First use in a checkout: an environment of its own, and the system libraries that Qt needs.

It runs on a bare Python before anything is installed, so it knows the standard library only. Down
to the version check nothing may be written that Python 3.6 cannot read, or an old interpreter
would answer with a traceback in place of a sentence.

Decided 2026-11-21: the system's pip fills an environment made without pip, because Debian ships
`venv` without `ensurepip` and forbids pip outside an environment. Rejected: asking for
python3-venv, pipx or uv first, which are one more thing to install before the first command.
"""

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, NoReturn

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

FIRST_PYTHON = (3, 11)
LAST_PYTHON = (3, 13)


def version_sentence(major: int, minor: int) -> str:
    """Say which Python is needed, or nothing when `major`.`minor` will do."""
    if FIRST_PYTHON <= (major, minor) <= LAST_PYTHON:
        return ""
    return (
        f"PATBM Desktop memerlukan Python 3.11 sampai 3.13, sedangkan ini Python {major}.{minor} "
        f"/ PATBM Desktop needs Python 3.11 to 3.13, and this is Python {major}.{minor}."
    )


if version_sentence(*sys.version_info[:2]):
    sys.exit(version_sentence(*sys.version_info[:2]))

OFFSCREEN_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
}
"""What Qt loads even without a screen, and the Debian package that holds it."""

X11_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libcups.so.2": "libcups2",
}
"""What a window on an X11 screen needs besides; cups is the list of printers."""

WAYLAND_LIBRARIES = {
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
"""What a window on a Wayland screen needs besides."""


POSTGRESQL = ("postgresql",)
"""The Debian package of the database that the tests of the server start for themselves."""


BROWSER = {"chromium": "chromium", "chromedriver": "chromium-driver"}
"""The programs that walk through the office's pages in the tests, and their Debian packages."""


class Purpose(NamedTuple):
    """What a run asks of the machine: modules to import, libraries for a screen, other programs."""

    modules: Sequence[str]
    on_screen: bool
    with_postgresql: bool = False
    with_browser: bool = False


PROGRAM_MODULES = (
    *("PySide6", "sqlite_utils", "sqlcipher3", "nacl", "msgspec"),
    *("requests", "typst", "xlsxwriter", "openpyxl"),
)
TEST_MODULES = (
    *("pytest", "pytestqt", "xdist", "hypothesis", "ruff"),
    *("mypy", "importlinter", "hatchling", "build"),
)
SERVER_MODULES = ("django", "waitress", "argon2", "psycopg", "nacl", "msgspec")
PROGRAM = Purpose(PROGRAM_MODULES, on_screen=True)
SERVER = Purpose(SERVER_MODULES, on_screen=False)
TESTS = Purpose(
    PROGRAM_MODULES + TEST_MODULES + SERVER_MODULES,
    on_screen=False,
    with_postgresql=True,
    with_browser=True,
)


def enter(purpose: Purpose = PROGRAM) -> None:
    """Go on inside the checkout's own environment, made first when it is not there.

    Returns at once when the program is installed, when this already is that environment, or
    when everything that `purpose` names can be imported as it is. Otherwise the running command
    line starts anew inside `.venv`, and this call does not return.

    Raises:
        SystemExit: status 1 and one sentence that says what to do by hand.
    """
    home = Path(__file__).resolve().parents[1]
    if not _is_checkout(home) or _runs_inside(home / ".venv") or _can_import(purpose.modules):
        return
    prepare(home, purpose)
    _start_anew(interpreter(home / ".venv"))


def prepare(home: Path, purpose: Purpose) -> None:
    """Bring the libraries and the environment of the checkout `home` up to date.

    Two that start at once take turns. A run that was killed leaves no stamp behind, so the next
    one begins again from nothing.
    """
    if not (wanting(home, purpose) or stale(home)):
        return
    with _turn(home / ".venv.lock") as held:
        if wanting(home, purpose):
            install_packages(wanting(home, purpose))
            if wanting(home, purpose):
                _stop(by_hand("Belum terpasang / not installed yet", wanting(home, purpose)))
        if stale(home):
            _build(home, held)


def wanting(home: Path, purpose: Purpose) -> list[str]:
    """Return the Debian packages to install before anything else, none when all is there."""
    if not sys.platform.startswith("linux"):
        return []
    importlib.invalidate_caches()
    able = importlib.util.find_spec("pip") or importlib.util.find_spec("ensurepip")
    pip = [] if able or not stale(home) else ["python3-pip"]
    database = POSTGRESQL if purpose.with_postgresql and postgresql() is None else ()
    browser = missing_programs(BROWSER) if purpose.with_browser else []
    libraries = missing_packages(wanted_libraries(purpose, os.environ))
    return [*pip, *libraries, *database, *browser]


def wanted_libraries(purpose: Purpose, settings: Mapping[str, str]) -> dict[str, str]:
    """Return the libraries of Linux that `purpose` needs, and the Debian package of each.

    `settings` are the environment variables, which tell the kind of screen.
    """
    wanted = dict(OFFSCREEN_LIBRARIES)
    if purpose.on_screen and settings.get("DISPLAY"):
        wanted |= X11_LIBRARIES
    if purpose.on_screen and settings.get("WAYLAND_DISPLAY"):
        wanted |= WAYLAND_LIBRARIES
    return wanted


def missing_packages(libraries: Mapping[str, str]) -> list[str]:
    """Return the packages of those `libraries` that do not load."""
    return [package for name, package in libraries.items() if not _loads(name)]


def missing_programs(programs: Mapping[str, str]) -> list[str]:
    """Return the packages of those `programs` that are not on the search path."""
    return [package for name, package in programs.items() if shutil.which(name) is None]


def postgresql() -> Path | None:
    """Return the folder of PostgreSQL's programs, None where it is not installed.

    Debian keeps them off the search path, one folder a version; the newest is taken.
    """
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=_version, reverse=True)
    for folder in folders:
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


def apt_command(packages: Sequence[str]) -> list[str]:
    """Return the words of the apt line that installs `packages`."""
    return ["apt-get", "install", "--yes", "--no-install-recommends", *packages]


def by_hand(why: str, packages: Sequence[str]) -> str:
    """Say `why`, and which line to type, or which packages to get where there is no apt."""
    if shutil.which("apt-get") is None:
        return f"{why}: {', '.join(packages)}"
    return f"{why}:\n\n  sudo {' '.join(apt_command(packages))}\n"


def install_packages(packages: Sequence[str]) -> None:
    """Install Debian `packages` when this user may, and stop with the line to type when not."""
    rights = _rights()
    if rights is None:
        _stop(by_hand("Jalankan dahulu, lalu ulangi / please run first, then try again", packages))
    print(by_hand("Memasang pustaka sistem / installing system libraries", packages), flush=True)
    for words in (["apt-get", "--quiet", "update"], apt_command(packages)):
        command = [*rights, "env", "DEBIAN_FRONTEND=noninteractive", *words]
        command += ["-o", "DPkg::Lock::Timeout=120"]
        subprocess.run(command, check=False, stdout=subprocess.DEVNULL)


def fingerprint(home: Path) -> str:
    """Return what the environment of `home` must have been made from: lock and Python."""
    lock = (home / "requirements.lock").read_bytes()
    return f"{sys.version_info[0]}.{sys.version_info[1]} {hashlib.sha256(lock).hexdigest()}"


def stale(home: Path) -> bool:
    """Say whether the environment of `home` is absent, half made, or made from something else."""
    stamp = home / ".venv" / "patbm-stamp"
    if not (stamp.is_file() and interpreter(home / ".venv").exists()):
        return True
    return stamp.read_text(encoding="utf-8") != fingerprint(home)


def interpreter(environment: Path) -> Path:
    """Return the Python of a virtual environment."""
    if sys.platform == "win32":
        return environment / "Scripts" / "python.exe"
    return environment / "bin" / "python"


def pip_reaches_out(answer: str) -> bool:
    """Say whether the pip whose ``--version`` printed `answer` can fill another environment.

    Source: pip's release notes, 22.3 (2022), which brought ``--python``.
    """
    words = answer.split()
    if words[:1] != ["pip"] or len(words) < 2:
        return False
    return tuple(int(part) for part in words[1].split(".")[:2] if part.isdigit()) >= (22, 3)


def _build(home: Path, held: int) -> None:
    environment = home / ".venv"
    print(
        "Menyiapkan PATBM Desktop, sekali saja, dengan mengunduh sekitar 180 MB "
        "/ setting up PATBM Desktop, only once, downloading about 180 MB",
        flush=True,
    )
    (environment / "patbm-stamp").unlink(missing_ok=True)
    pip = _make_environment(environment, held)
    pip += ["--disable-pip-version-check", "--no-input", "install", "--no-user"]
    pip += ["--require-hashes", "--only-binary", ":all:", "-r", str(home / "requirements.lock")]
    _do(held, *pip)
    fresh = environment / "patbm-stamp.new"
    fresh.write_text(fingerprint(home), encoding="utf-8")
    fresh.replace(environment / "patbm-stamp")


def _make_environment(environment: Path, held: int) -> list[str]:
    """Make an empty `environment` and return the words that call a pip which fills it."""
    python = str(interpreter(environment))
    venv = [sys.executable, "-m", "venv", "--clear", str(environment)]
    if pip_reaches_out(_answer(sys.executable, "-m", "pip", "--version")):
        _do(held, *venv, "--without-pip")
        return [sys.executable, "-m", "pip", "--python", python]
    if importlib.util.find_spec("ensurepip") is None:
        _stop(by_hand("Perlu pip 22.3 atau / pip 22.3 is needed, or", ["python3-venv"]))
    _do(held, *venv)
    return [python, "-m", "pip"]


def _do(held: int, *command: str) -> None:
    """Run `command` to its end, passing on what it says of large files only."""
    # The child keeps the turn: when this process is killed alone, nobody may clear the
    # environment under a pip that still writes into it.
    kept = () if sys.platform == "win32" else (held,)
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, errors="replace", pass_fds=kept
    ) as child:
        for line in child.stdout or ():
            if " MB)" in line:
                print(f"  {line.strip()}", flush=True)
    if child.returncode != 0:
        _stop(
            "Belum selesai disiapkan; periksa jaringan, lalu ulangi perintah yang sama "
            "/ set-up is not complete; check the network, then run the same command again."
        )


def _answer(*command: str) -> str:
    return subprocess.run(command, check=False, capture_output=True, text=True).stdout


@contextmanager
def _turn(path: Path) -> Iterator[int]:
    try:
        file = path.open("ab")
    except OSError:
        _stop(f"Tidak dapat menulis di / cannot write in {path.parent}")
    with file:
        try:
            _take(file.fileno(), wait=False)
        except OSError:
            print("Menunggu penyiapan lain selesai / waiting for another set-up", flush=True)
            _take(file.fileno(), wait=True)
        yield file.fileno()


def _take(file: int, *, wait: bool) -> None:
    if sys.platform == "win32":
        os.lseek(file, 0, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(file, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)


def _rights() -> list[str] | None:
    """Return the words before a command that only root may run, or None without the right."""
    if sys.platform == "win32" or shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return []
    return ["sudo"] if shutil.which("sudo") and sys.stdin.isatty() else None


def _version(folder: Path) -> int:
    number = folder.parent.name
    return int(number) if number.isdecimal() else 0


def _is_checkout(home: Path) -> bool:
    return (home / "pyproject.toml").is_file() and (home / "requirements.lock").is_file()


def _runs_inside(environment: Path) -> bool:
    return Path(sys.prefix).resolve() == environment.resolve()


def _can_import(modules: Sequence[str]) -> bool:
    return all(importlib.util.find_spec(name) is not None for name in modules)


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _start_anew(python: Path) -> NoReturn:
    command = [str(python), *sys.orig_argv[1:]]
    if sys.platform == "win32":
        sys.exit(subprocess.call(command))
    sys.stdout.flush()
    os.execv(python, command)


def _stop(sentence: str) -> NoReturn:
    sys.exit(sentence)
