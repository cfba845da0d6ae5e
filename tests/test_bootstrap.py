"""The first use of a checkout: what is missing, what is made, and who takes turns."""

import ast
import hashlib
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from patbm_desktop import bootstrap

HOME = Path(bootstrap.__file__).parents[1]
BARE_PYTHON = getattr(sys, "_base_executable", sys.executable)
ONE_MODULE = """\
from patbm_desktop import bootstrap
bootstrap.enter(bootstrap.Purpose(("probe",), on_screen=False))
import sys, probe
print("inside", sys.prefix, sys.argv[1:])
"""
HOLDS_THE_TURN = """\
import sys
from pathlib import Path
from patbm_desktop import bootstrap
child = "import sys; print('left running (1 MB)', flush=True); sys.stdin.read()"
with bootstrap._turn(Path(sys.argv[1])) as held:
    bootstrap._do(held, sys.executable, "-c", child)
"""


@pytest.fixture
def checkout(tmp_path):
    """A small checkout whose lock names one wheel that lies beside it."""
    package = tmp_path / "house" / "patbm_desktop"
    package.mkdir(parents=True)
    shutil.copy(bootstrap.__file__, package)
    (package / "__init__.py").write_text("")
    (package / "__main__.py").write_text(ONE_MODULE)
    (package.parent / "pyproject.toml").write_text("")
    digest = hashlib.sha256(wheel(tmp_path).read_bytes()).hexdigest()
    lock = package.parent / "requirements.lock"
    lock.write_text(f"probe==1.0 \\\n    --hash=sha256:{digest}\n")
    return package.parent


def wheel(folder):
    made = folder / "probe-1.0-py3-none-any.whl"
    notes = "probe-1.0.dist-info"
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("probe.py", "")
        archive.writestr(f"{notes}/METADATA", "Metadata-Version: 2.1\nName: probe\nVersion: 1.0\n")
        archive.writestr(f"{notes}/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        archive.writestr(f"{notes}/RECORD", "")
    return made


def start(checkout, *words):
    settings = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    settings |= {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(checkout.parent)}
    return subprocess.Popen(
        [BARE_PYTHON, "-m", "patbm_desktop", *words],
        cwd=checkout,
        env=settings,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def inside(checkout, *words):
    return f"inside {checkout / '.venv'} {list(words)}"


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13)])
def test_a_python_that_will_do_is_not_spoken_of(version):
    assert bootstrap.version_sentence(*version) == ""


@pytest.mark.parametrize("version", [(3, 6), (3, 10), (3, 14), (4, 0)])
def test_another_python_is_told_which_one_is_needed_in_two_languages(version):
    sentence = bootstrap.version_sentence(*version)
    assert "memerlukan Python 3.11 sampai 3.13" in sentence
    assert "needs Python 3.11 to 3.13" in sentence
    assert sentence.count("Python {}.{}".format(*version)) == 2


@pytest.mark.parametrize("name", ["bootstrap.py", "__main__.py", "__init__.py"])
def test_an_old_python_can_read_as_far_as_that_sentence(name):
    source = (HOME / "patbm_desktop" / name).read_text(encoding="utf-8")
    assert ast.parse(source, feature_version=(3, 7))


def test_a_library_that_is_not_there_is_named_by_its_package():
    libraries = {"libc.so.6": "libc6", "libnosuchthing.so.9": "libnosuchthing9"}
    assert bootstrap.missing_packages(libraries) == ["libnosuchthing9"]


def test_a_program_that_is_not_there_is_named_by_its_package_and_only_the_tests_ask():
    programs = {"python3": "python3", "nosuchprogram": "no-such-package"}
    assert bootstrap.missing_programs(programs) == ["no-such-package"]
    assert set(bootstrap.BROWSER.values()) == {"chromium", "chromium-driver"}
    asks = [each.with_browser for each in (bootstrap.PROGRAM, bootstrap.SERVER, bootstrap.TESTS)]
    assert asks == [False, False, True]


def test_without_a_screen_only_the_libraries_that_qt_always_loads_are_wanted():
    wanted = bootstrap.wanted_libraries(bootstrap.PROGRAM, {})
    assert set(wanted.values()) == {
        *("libglib2.0-0", "libgl1", "libegl1"),
        *("libxkbcommon0", "libdbus-1-3", "libfontconfig1", "libgssapi-krb5-2"),
    }


@pytest.mark.parametrize(
    ("variable", "package"),
    [("DISPLAY", "libxcb-cursor0"), ("WAYLAND_DISPLAY", "libwayland-cursor0")],
)
def test_a_screen_wants_its_own_libraries_but_the_tests_never_do(variable, package):
    settings = {variable: "0"}
    assert package in bootstrap.wanted_libraries(bootstrap.PROGRAM, settings).values()
    assert package not in bootstrap.wanted_libraries(bootstrap.TESTS, settings).values()


def test_the_line_to_type_is_exact():
    words = bootstrap.apt_command(["libgl1", "libegl1"])
    assert " ".join(words) == "apt-get install --yes --no-install-recommends libgl1 libegl1"


@pytest.mark.parametrize(
    ("answer", "able"),
    [
        ("pip 23.0.1 from /usr/lib/python3/dist-packages/pip (python 3.11)", True),
        ("pip 22.3 from somewhere", True),
        ("pip 22.2.2 from somewhere", False),
        ("No module named pip", False),
        ("", False),
    ],
)
def test_only_a_pip_that_can_fill_another_environment_is_asked_to(answer, able):
    assert bootstrap.pip_reaches_out(answer) is able


def test_the_first_use_makes_the_environment_and_the_second_uses_it(checkout):
    first, _ = start(checkout, "demo", "--records", "3").communicate()
    second, _ = start(checkout).communicate()
    assert first.splitlines()[-1] == inside(checkout, "demo", "--records", "3")
    assert second.splitlines() == [inside(checkout)]


def test_another_lock_means_another_environment(checkout):
    start(checkout).communicate()
    assert not bootstrap.stale(checkout)
    lock = checkout / "requirements.lock"
    lock.write_text(lock.read_text() + "# renewed\n")
    assert bootstrap.stale(checkout)


def test_two_that_start_at_once_share_one_environment(checkout):
    running = [start(checkout), start(checkout)]
    said = [one.communicate()[0] for one in running]
    assert [words.splitlines()[-1] for words in said] == [inside(checkout)] * 2
    assert "".join(said).count("setting up") == 1


def test_a_set_up_that_was_killed_half_way_is_begun_again(checkout):
    with start(checkout) as killed:
        assert "setting up" in killed.stdout.readline()
        killed.kill()
    assert bootstrap.stale(checkout)
    said, _ = start(checkout).communicate()
    assert said.splitlines()[-1] == inside(checkout)


def test_a_package_with_other_bytes_than_the_lock_says_is_refused(checkout):
    lock = checkout / "requirements.lock"
    lock.write_text(re.sub(r"sha256:\w{8}", "sha256:00000000", lock.read_text()))
    refused = start(checkout)
    said, _ = refused.communicate()
    assert refused.returncode == 1
    assert "run the same command again" in said
    assert bootstrap.stale(checkout)


def test_a_package_without_a_hash_in_the_lock_is_refused(checkout):
    (checkout / "requirements.lock").write_text("probe==1.0\n")
    refused = start(checkout)
    refused.communicate()
    assert refused.returncode == 1
    assert bootstrap.stale(checkout)


def test_the_turn_is_kept_by_what_a_killed_set_up_left_running(tmp_path):
    turn = tmp_path / "turn"
    with subprocess.Popen(
        [sys.executable, "-c", HOLDS_THE_TURN, turn], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as killed:
        assert b"left running" in killed.stdout.readline()
        killed.kill()
        killed.wait()
        with turn.open("ab") as file:
            with pytest.raises(BlockingIOError):
                bootstrap._take(file.fileno(), wait=False)
            killed.stdin.close()
            bootstrap._take(file.fileno(), wait=True)


def test_an_installed_program_is_left_alone(checkout):
    (checkout / "requirements.lock").unlink()
    said, _ = start(checkout).communicate()
    assert "No module named 'probe'" in said
    assert not (checkout / ".venv").exists()
