"""A bare Debian in a folder, and the running of commands inside it."""

import os
import shlex
import shutil
import subprocess
import time
from pathlib import Path
from typing import NamedTuple

from tests.fresh import host

CHECKOUT = "/srv/checkout"
NOBODY = "65534:65534"
BARE = {"PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"}


class Answer(NamedTuple):
    """How a command in the root ended: its status, its words and its seconds."""

    status: int
    words: str
    seconds: float


def debootstrap(suite: str, folder: Path) -> None:
    """Make the smallest Debian of `suite` in `folder`, on the way this machine has to it."""
    command = ["debootstrap", "--variant=minbase", suite, str(folder), *host.debian_mirror()]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    (folder / "etc/apt/apt.conf.d/90-as-outside").write_text(host.apt_settings(), encoding="utf-8")
    for name in ("etc/resolv.conf", "etc/hosts"):
        if Path("/", name).exists():
            shutil.copy(Path("/", name), folder / name)


class Root:
    """One copy of a bare Debian with a checkout in it; forgets nothing, cleans nothing up."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._folders = [place for place in host.named_places() if place.is_dir()]

    def install(self, packages: list[str]) -> Answer:
        """Install Debian `packages` and nothing that they merely recommend."""
        self.run("apt-get", "--quiet", "update")
        words = ["apt-get", "install", "--yes", "--quiet", "--no-install-recommends"]
        return self.run("env", "DEBIAN_FRONTEND=noninteractive", *words, *packages)

    def learn_the_way(self) -> None:
        """Give the root's pip the settings and the certificates of this machine's."""
        files = [place for place in host.named_places() if place.is_file()]
        for file in [*host.pip_files(), *files]:
            inside = self.inside(file)
            inside.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, inside)

    def clone(self, repository: Path) -> None:
        """Put the committed tree of `repository` into the root, owned by nobody."""
        target = self.inside(CHECKOUT)
        target.mkdir(parents=True)
        archive = subprocess.run(
            ["git", "-C", str(repository), "archive", "HEAD"], check=True, stdout=subprocess.PIPE
        )
        subprocess.run(["tar", "-x", "-C", str(target)], input=archive.stdout, check=True)
        self.run("chown", "-R", NOBODY, CHECKOUT)

    def inside(self, path: str | Path) -> Path:
        """Return where the absolute `path` of the root lies on this machine."""
        return self.folder / str(path).lstrip("/")

    def run(self, *command: str, user: str = "0:0") -> Answer:
        """Run `command` in the checkout, with no terminal and a bare environment.

        Mounts are made in a name space of their own, so that none outlives the command and
        removing the folder can never reach what lies outside it.
        """
        began = time.monotonic()
        done = subprocess.run(
            ["unshare", "--mount", "--pid", "--fork", "sh", "-ec", self._script(command, user)],
            check=False,
            env=BARE | host.settings() | {"HOME": os.environ.get("HOME", "/root")},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        )
        return Answer(done.returncode, done.stdout, time.monotonic() - began)

    def _script(self, command: tuple[str, ...], user: str) -> str:
        root = shlex.quote(str(self.folder))
        lines = [f"mount -t proc proc {root}/proc", f"mkdir -p {root}/dev/shm"]
        lines.append(f"mount -t tmpfs tmpfs {root}/dev/shm")
        for folder in self._folders:
            inside, outside = shlex.quote(str(self.inside(folder))), shlex.quote(str(folder))
            lines.append(f"mkdir -p {inside}; mount --bind -o ro {outside} {inside}")
        words = shlex.join(command)
        go = shlex.quote(f"cd {CHECKOUT} 2>/dev/null; exec {words}")
        lines.append(f"exec chroot --userspec={user} {root} sh -c {go}")
        return "\n".join(lines)
