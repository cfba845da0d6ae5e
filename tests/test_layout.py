"""The house keeps its order: its folders, its names and its lock."""

import ast
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

HOME = Path(__file__).resolve().parents[1]
PACKAGE = HOME / "patbm_desktop"
SOURCES = sorted(p for top in (PACKAGE, HOME / "tests") for p in top.rglob("*.py"))
LOCK = (HOME / "requirements.lock").read_text(encoding="utf-8")
ENTRIES = re.split(r"\n(?=\S)", LOCK.strip())
PROJECT = tomllib.loads((HOME / "pyproject.toml").read_text(encoding="utf-8"))
TOP = {
    *("patbm_desktop", "resources", "tests", "build", "dist"),
    *("pyproject.toml", "README.md", "LICENSE", "requirements.lock", "uv.lock"),
}
VAGUE = {"utils", "util", "common", "helpers", "misc", "base", "manager"}


def called(path):
    return str(path.relative_to(HOME))


def test_nothing_else_stands_at_the_top():
    found = {path.name for path in HOME.iterdir() if not path.name.startswith((".", "__"))}
    assert found <= TOP


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("__init__.py")), ids=called)
def test_a_package_says_what_it_is_for_and_does_nothing(path):
    (only,) = ast.parse(path.read_text(encoding="utf-8")).body
    assert isinstance(only, ast.Expr)
    assert isinstance(only.value, ast.Constant)


def test_no_module_has_a_name_that_says_nothing():
    vague = [path for path in SOURCES if {path.stem, path.parent.name} & VAGUE]
    assert vague == []


def test_no_file_names_a_place_on_one_machine():
    place = re.compile(r"""["'\s=](/work|/tmp|/root|/home)/\w""")
    named = [called(path) for path in SOURCES if place.search(path.read_text(encoding="utf-8"))]
    assert named == []


def test_the_lock_names_no_host():
    assert "://" not in LOCK


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.split("==")[0])
def test_every_locked_package_has_one_version_and_its_hashes(entry):
    assert re.match(r"[a-z0-9-]+==[\w.]+ ", entry)
    assert re.search(r"--hash=sha256:[0-9a-f]{64}", entry)


def test_the_lock_holds_what_the_project_asks_for():
    locked = dict(re.match(r"(\S+)==(\S+)", entry).groups() for entry in ENTRIES)
    groups = PROJECT["dependency-groups"]
    asked = [*PROJECT["project"]["dependencies"], *(line for g in groups.values() for line in g)]
    for requirement in map(Requirement, asked):
        assert locked[canonicalize_name(requirement.name)] in requirement.specifier
